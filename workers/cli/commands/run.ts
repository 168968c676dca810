import { answer } from '../../../experiments/index.ts';
import { dataPackage, packageNames } from '../../package.ts';
import { resultColumns } from '../../tidy.ts';
import { warnOfBreaches } from '../breaches.ts';
import { type Command, EXIT } from '../command.ts';
import { readOptions, WORLD_OPTIONS } from '../options.ts';
import { outFolder, writeFiles } from '../output.ts';
import { resultText } from '../report.ts';
import { scenariosAt } from '../scenario-argument.ts';
import { together } from '../together.ts';
import { questionOf, steeringOf, withEngine, worldsFor } from '../work.ts';

const PACKAGE = 'result';

export const run: Command = {
  operands: '<scenario>',
  does: 'runs one scenario',
  options: WORLD_OPTIONS,
  async run({ terminal, ...line }) {
    const [options, [scenario], out] = await together(
      () => readOptions(line),
      () => scenariosAt(line, ['<scenario>']),
      () => outFolder(line.words, packageNames(PACKAGE)),
    );
    const { result, books } = await withEngine(options.workers, terminal, (engine) =>
      answer(scenario, questionOf(options), engine, steeringOf(terminal, worldsFor(options), options.until)),
    );
    terminal.print(options.json ? JSON.stringify(result) : resultText(result));
    if (out !== undefined) writeFiles(out, dataPackage(PACKAGE, result, resultColumns(result)));
    warnOfBreaches(terminal, books);
    return books.breaches.length > 0 ? EXIT.broken : EXIT.done;
  },
};
