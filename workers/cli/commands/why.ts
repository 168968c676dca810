import { attribute, type Grouping, planAttribution } from '../../../experiments/index.ts';
import { type Fault, InputError, unknownName } from '../../../scenarios/index.ts';
import { monthName } from '../../../sim/index.ts';
import { type Command, EXIT } from '../command.ts';
import { type OptionName, PLACE, readOptions, type Words } from '../options.ts';
import { scenariosAt } from '../scenario-argument.ts';
import { together } from '../together.ts';
import { attributionText, GROUPS, NAMES } from '../why-text.ts';
import { steeringOf, withEngine } from '../work.ts';

const OPTIONS: readonly OptionName[] = ['scale', 'seed', 'runs', 'until', 'workers', 'json', 'open', 'held'];
const RUNS = 4;

/** Reads `riskSplit:subsidy,bankTax:alone`, and the group to open. Throws InputError for names nobody knows. */
function groupingOf({ held = '', open }: Words): Grouping {
  const faults: Fault[] = [];
  const known = (option: string, word: string, names: readonly string[]) => {
    if (!names.includes(word)) faults.push(unknownName(option, word, names, PLACE));
  };
  const pairs = held
    .split(',')
    .filter(Boolean)
    .map((pair): [string, string] => {
      const [name = '', ...group] = pair.split(':');
      return [name, group.join(':')];
    });
  for (const [name, group] of pairs) {
    known('--held', name, NAMES);
    known('--held', group, GROUPS);
  }
  if (open !== undefined) known('--open', open, GROUPS);
  if (faults.length > 0) throw new InputError(faults);
  return { held: Object.fromEntries(pairs), ...(open !== undefined && { open }) };
}

export const why: Command = {
  operands: '<a> <b>',
  does: 'which levers make the difference b - a: shares and their range over orders; beyond six, by group',
  options: OPTIONS,
  async run({ terminal, ...line }) {
    const [options, grouping, [a, b]] = await together(
      () => readOptions(line, { runs: RUNS }),
      () => groupingOf(line.words),
      () => scenariosAt(line, ['<a>', '<b>']),
    );
    const plan = planAttribution(a, b, grouping);
    const { scale, seed, runs, until } = options;
    const question = { scale, seed, runs, months: [monthName(until)] };
    const { signal, onMonth, pause } = steeringOf(terminal, plan.mixtures.length * runs, until);
    const attribution = await withEngine(options.workers, terminal, (engine) =>
      attribute(plan, question, engine, { signal, onMonth, pause }),
    );
    const text = () => attributionText([a.scenario.id, b.scenario.id], attribution);
    terminal.print(options.json ? JSON.stringify(attribution) : text());
    return EXIT.done;
  },
};
