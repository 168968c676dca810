/** Receipts run again: those of a comparison together, so that the whole document is made again, others one by one. */
import {
  answer,
  type ComparisonResult,
  compare,
  type Engine,
  hashOf,
  type Question,
  type Result,
  type ScenarioSteering,
} from '../../experiments/index.ts';
import type { ReceiptDocument, Resolved } from '../../scenarios/index.ts';
import { monthIndex } from '../../sim/index.ts';
import { dimensionsOf, type documentOf, type Json } from './document-check.ts';
import { drawsFor } from './plausible-set.ts';
import type { Terminal } from './terminal.ts';
import { steeringOf, withEngine, worldsFor } from './work.ts';

/** A receipt, and the scenario in it ready to run. */
export interface Pending {
  readonly receipt: ReceiptDocument;
  readonly scenario: Resolved;
}

/** What is verified: receipts, and the document around them if there is one. */
export interface Filed {
  readonly document: ReturnType<typeof documentOf>;
  readonly pending: readonly Pending[];
}

/** What a receipt says of its scenario that is not so; nothing has to be run to see it. */
export function contradictions({ receipt, scenario: { scenario } }: Pending): string[] {
  return [
    ...(hashOf(receipt.scenario) === receipt.scenarioHash
      ? []
      : ['the scenario is not the one that was hashed']),
    ...(receipt.province === scenario.province
      ? []
      : [`the receipt is of ${receipt.province}, its scenario of ${scenario.province}`]),
  ];
}

/** What the receipts give when they are run again. */
export interface Again {
  /** Result hashes in the order of the receipts; empty for one that contradicts itself and is not run. */
  readonly found: readonly string[];
  /** The whole document made again, where one question makes it. */
  readonly made?: Result | ComparisonResult;
}

/** Where the runs are made. */
export interface Machine {
  readonly workers: number;
  readonly terminal: Terminal;
}

/** Asks what a receipt answers to, of so many scenarios, from the start of each world. */
function askAgain<T>(
  { receipt }: Pending,
  scenarios: number,
  { workers, terminal }: Machine,
  ask: (question: Omit<Question, 'dimensions'>, steering: ScenarioSteering, engine: Engine) => Promise<T>,
): Promise<T> {
  const { seed, scale, runs, parameters, until } = receipt;
  const settings = { seed, scale, runs, until: monthIndex(until) };
  const steering = steeringOf(terminal, scenarios * worldsFor(receipt), settings.until);
  return withEngine(workers, terminal, (engine) =>
    ask({ settings, draws: drawsFor(parameters, runs) }, { ...steering, forks: undefined }, engine),
  );
}

const answerAgain = (one: Pending, document: Json, machine: Machine): Promise<Result> =>
  askAgain(one, 1, machine, async (question, steering, engine) => {
    const dimensions = dimensionsOf(document);
    return (await answer(one.scenario, { ...question, dimensions }, engine, steering)).result;
  });

const compareAgain = (
  [a, b]: readonly [Pending, Pending],
  document: Json,
  machine: Machine,
): Promise<ComparisonResult> =>
  askAgain(a, 2, machine, async (question, steering, engine) => {
    const dimensions = dimensionsOf(document);
    const both = [a.scenario, b.scenario] as const;
    return (await compare(both, { ...question, dimensions }, engine, steering)).result;
  });

/** Whether two receipts answer to one question, so that their scenarios can be compared run by run. */
const askAlike = ({ receipt: a }: Pending, { receipt: b }: Pending): boolean =>
  (['seed', 'scale', 'runs', 'until', 'parameters', 'province'] as const).every(
    (name) => a[name] === b[name],
  );

/** The two receipts of a comparison that can be made again. */
function comparedIn({ document, pending }: Filed): readonly [Pending, Pending] | undefined {
  const [a, b] = pending;
  const isComparison = document?.schema === 'headwater/comparison@1' && pending.length === 2;
  const canRun = isComparison && pending.every((one) => contradictions(one).length === 0) && askAlike(a, b);
  return canRun ? [a, b] : undefined;
}

/** Runs all receipts again: those of a comparison together, others one by one. */
export async function runAgain(filed: Filed, machine: Machine): Promise<Again> {
  const { document, pending } = filed;
  const compared = comparedIn(filed);
  if (document && compared) {
    const made = await compareAgain(compared, document, machine);
    return { found: [made.receipt.a.resultHash, made.receipt.b.resultHash], made };
  }
  const results: (Result | undefined)[] = [];
  for (const one of pending)
    results.push(
      contradictions(one).length > 0 ? undefined : await answerAgain(one, document ?? {}, machine),
    );
  const [made] = document?.schema === 'headwater/result@1' && results.length === 1 ? results : [];
  return { found: results.map((one) => one?.receipt.resultHash ?? ''), ...(made && { made }) };
}
