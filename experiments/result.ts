/** The documents other programs read. Names are the contract's. */
import type { Resolved } from '../scenarios/index.ts';
import { monthName, type Scale } from '../sim/index.ts';
import { addBooks, type Books, openBooks } from './audit.ts';
import type { Engine } from './engine.ts';
import { type Summaries, summarise } from './ensemble.ts';
import { type Moved, movedBetween } from './moved.ts';
import { type Comparisons, compareRuns } from './paired.ts';
import { type Receipt, receiptOf } from './receipt.ts';
import { type Question, runScenarios, type ScenarioSteering } from './scenario-run.ts';
import type { RunSeries } from './series.ts';

/** Group by group, what a result holds for the province. */
export type ByGroup<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

/** Largest residual of the books, and how many accounts were checked. */
export interface Ledger {
  readonly maxResidual: number;
  readonly checks: number;
}

interface Head {
  readonly province: string;
  readonly scale: Scale;
  readonly seed: string;
  readonly runs: number;
  readonly workersUsed: number;
  readonly months: readonly string[];
}

export interface Result extends Head {
  readonly schema: 'headwater/result@1';
  readonly scenario: Resolved['scenario'];
  readonly indicators: Summaries;
  readonly by: ByGroup<Summaries>;
  readonly ledger: Ledger;
  readonly receipt: Receipt;
}

export interface ComparisonResult extends Head {
  readonly schema: 'headwater/comparison@1';
  readonly scenarios: { readonly a: Resolved['scenario']; readonly b: Resolved['scenario'] };
  readonly indicators: Comparisons;
  readonly by: ByGroup<Comparisons>;
  readonly moved: Moved;
  readonly ledger: Ledger;
  readonly receipt: { readonly a: Receipt; readonly b: Receipt };
}

/** A document and the books behind it. */
export interface Finished<T> {
  readonly result: T;
  readonly books: Books;
}

function headOf(
  province: string,
  { settings }: Question,
  engine: Engine,
  series: readonly RunSeries[],
): Head {
  const { scale, seed, runs } = settings;
  return {
    province,
    scale,
    seed,
    runs,
    workersUsed: engine.workers,
    months: series[0].months.map(monthName),
  };
}

const ledgerOf = ({ maxResidual, checks }: Books): Ledger => ({ maxResidual, checks });

/** Runs one scenario and reports it. */
export async function answer(
  resolved: Resolved,
  question: Question,
  engine: Engine,
  steering: ScenarioSteering = {},
): Promise<Finished<Result>> {
  const { settings, dimensions } = question;
  const [{ series, books, resultHash }] = await runScenarios([resolved], question, engine, steering);
  const result: Result = {
    schema: 'headwater/result@1',
    scenario: resolved.scenario,
    ...headOf(resolved.scenario.province, question, engine, series),
    ...summarise(series, settings.scale, dimensions),
    ledger: ledgerOf(books),
    receipt: receiptOf(resolved, settings, resultHash),
  };
  return { result, books };
}

/** Runs two scenarios with the same luck and reports b - a. Worlds that share the past run it once. */
export async function compare(
  [a, b]: readonly [Resolved, Resolved],
  question: Question,
  engine: Engine,
  steering: ScenarioSteering = {},
): Promise<Finished<ComparisonResult>> {
  const { settings, dimensions } = question;
  const [inA, inB] = await runScenarios([a, b], question, engine, { ...steering, keepEndings: true });
  const books = openBooks();
  addBooks(books, inA.books);
  addBooks(books, inB.books);
  const result: ComparisonResult = {
    schema: 'headwater/comparison@1',
    scenarios: { a: a.scenario, b: b.scenario },
    ...headOf(a.scenario.province, question, engine, inA.series),
    ...compareRuns(inA.series, inB.series, settings.scale, dimensions),
    moved: movedBetween(inA.endings, inB.endings, settings.scale),
    ledger: ledgerOf(books),
    receipt: { a: receiptOf(a, settings, inA.resultHash), b: receiptOf(b, settings, inB.resultHash) },
  };
  return { result, books };
}
