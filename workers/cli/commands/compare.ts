import { compare as compareScenarios } from '../../../experiments/index.ts';
import { dataPackage, packageNames } from '../../package.ts';
import { comparisonColumns } from '../../tidy.ts';
import { warnOfBreaches } from '../breaches.ts';
import { type Command, EXIT } from '../command.ts';
import { readOptions, WORLD_OPTIONS } from '../options.ts';
import { outFolder, writeFiles } from '../output.ts';
import { comparisonText } from '../report.ts';
import { scenariosAt } from '../scenario-argument.ts';
import { together } from '../together.ts';
import { questionOf, steeringOf, withEngine, worldsFor } from '../work.ts';

const RUNS = 16;
const PACKAGE = 'comparison';

export const compare: Command = {
  operands: '<a> <b>',
  does: 'paired difference b - a, with intervals',
  options: WORLD_OPTIONS,
  async run({ terminal, ...line }) {
    const [options, [a, b], out] = await together(
      () => readOptions(line, { runs: RUNS }),
      () => scenariosAt(line, ['<a>', '<b>']),
      () => outFolder(line.words, packageNames(PACKAGE)),
    );
    const { result, books } = await withEngine(options.workers, terminal, (engine) =>
      compareScenarios(
        [a, b],
        questionOf(options),
        engine,
        steeringOf(terminal, 2 * worldsFor(options), options.until),
      ),
    );
    terminal.print(options.json ? JSON.stringify(result) : comparisonText(result));
    if (out !== undefined) writeFiles(out, dataPackage(PACKAGE, result, comparisonColumns(result)));
    warnOfBreaches(terminal, books);
    return books.breaches.length > 0 ? EXIT.broken : EXIT.done;
  },
};
