import { answer, soloEngine } from '../../../experiments/index.ts';
import { warnOfBreaches } from '../breaches.ts';
import { type Command, EXIT } from '../command.ts';
import { readOptions, WORLD_OPTIONS } from '../options.ts';
import { scenariosAt } from '../scenario-argument.ts';
import { together } from '../together.ts';
import { questionOf, sayOneThread, steeringOf, worldsFor } from '../work.ts';

export const check: Command = {
  operands: '<scenario>',
  does: 'runs with every accounting law checked after every phase',
  options: WORLD_OPTIONS.filter((one) => one !== 'out'),
  async run({ terminal, ...line }) {
    const [options, [scenario]] = await together(
      () => readOptions(line),
      () => scenariosAt(line, ['<scenario>']),
    );
    sayOneThread(options, terminal);
    const { result, books } = await answer(scenario, questionOf(options), soloEngine, {
      ...steeringOf(terminal, worldsFor(options), options.until),
      forks: undefined,
      audit: 'phase',
    });
    const { checks, maxResidual, breaches } = books;
    const holds = breaches.length === 0;
    const report = {
      schema: 'headwater/check@1',
      scenario: result.scenario,
      province: result.province,
      scale: result.scale,
      seed: result.seed,
      runs: result.runs,
      months: result.months,
      holds,
      workersUsed: result.workersUsed,
      ledger: { checks, maxResidual },
      breaches,
      receipt: result.receipt,
    };
    const verdict = holds ? 'Every account holds' : 'Not every account holds';
    terminal.print(
      options.json
        ? JSON.stringify(report)
        : `${verdict}: ${checks} checks, largest residual ${maxResidual}.`,
    );
    warnOfBreaches(terminal, books);
    return holds ? EXIT.done : EXIT.broken;
  },
};
