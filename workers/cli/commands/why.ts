import {
  type Attribution,
  type AttributionSteering,
  attribute,
  type Grouping,
  openResultDigest,
  planAttribution,
  type Receipt,
  type ResultDigest,
  receiptOf,
} from '../../../experiments/index.ts';
import { type Fault, InputError, type Resolved, unknownName } from '../../../scenarios/index.ts';
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

/** The attribution with what was asked, and receipts of both scenarios, whose worlds are among those run. */
function documentOf(attribution: Attribution, receipt: Record<'a' | 'b', Receipt>, workersUsed: number) {
  const { province, seed } = receipt.a;
  return {
    schema: 'headwater/attribution@1',
    scenarios: { a: receipt.a.scenario.id, b: receipt.b.scenario.id },
    province,
    seed,
    workersUsed,
    ...attribution,
    receipt,
  };
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
    const { scale, seed, runs, until, json } = options;
    const question = { scale, seed, runs, months: [monthName(until)] };
    const { signal, onMonth, pause } = steeringOf(terminal, plan.mixtures.length * runs, until);
    const digests = { a: openResultDigest(), b: openResultDigest() };
    const onEnd: AttributionSteering['onEnd'] = (end, series, world) => digests[end].add(series, world);
    const [attribution, workersUsed] = await withEngine(options.workers, terminal, async (engine) => [
      await attribute(plan, question, engine, { signal, onMonth, pause, ...(json && { onEnd }) }),
      engine.workers,
    ]);
    if (json) {
      const receiptFor = (of: Resolved, digest: ResultDigest) => receiptOf(of, options, digest.hex());
      const receipt = { a: receiptFor(a, digests.a), b: receiptFor(b, digests.b) };
      terminal.print(JSON.stringify(documentOf(attribution, receipt, workersUsed)));
    } else terminal.print(attributionText([a.scenario.id, b.scenario.id], attribution));
    return EXIT.done;
  },
};
