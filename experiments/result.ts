/** The documents other programs read. Names are the contract's. */
import type { Resolved } from '../scenarios/index.ts';
import { monthName, type Scale } from '../sim/index.ts';
import { comparisonsApart, type Draw, ledgerApart, partsApart, summariesApart } from './apart.ts';
import { addBooks, type Books, openBooks } from './audit.ts';
import type { Engine } from './engine.ts';
import { type Summaries, summarise } from './ensemble.ts';
import { type FiscalLedger, fiscalLedger } from './fiscal.ts';
import { type Moved, movedBetween } from './moved.ts';
import { type Comparisons, compareRuns } from './paired.ts';
import { type Receipt, receiptOf } from './receipt.ts';
import { type Answer, type Question, runScenarios, type ScenarioSteering } from './scenario-run.ts';
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
  /** Over the runs of `indicators`; with drawn parameters each sum has those by chance and by parameters beside it. */
  readonly fiscal: FiscalLedger;
  readonly receipt: Receipt;
}

export interface ComparisonResult extends Head {
  readonly schema: 'headwater/comparison@1';
  readonly scenarios: { readonly a: Resolved['scenario']; readonly b: Resolved['scenario'] };
  readonly indicators: Comparisons;
  readonly by: ByGroup<Comparisons>;
  readonly moved: Moved;
  readonly ledger: Ledger;
  /** Of both scenarios, and of what b pays more than a, run by run. */
  readonly fiscal: Readonly<Record<'a' | 'b' | 'difference', FiscalLedger>>;
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

const fiscalOf = ({ series }: Answer): FiscalLedger =>
  fiscalLedger(series[0].months.map(monthName), series.length, (run, id) => series[run].province[id]);

const fiscalDifference = (a: Answer, b: Answer): FiscalLedger =>
  fiscalLedger(a.series[0].months.map(monthName), a.series.length, (run, id) => {
    const before = a.series[run].province[id];
    return b.series[run].province[id].map((yuan, at) => (yuan ?? Number.NaN) - (before[at] ?? Number.NaN));
  });

/** Runs scenarios with both sources of doubt, and where parameters are drawn with each of them alone as well. */
async function runApart(
  scenarios: readonly Resolved[],
  question: Question,
  engine: Engine,
  steering: ScenarioSteering,
) {
  const { draws } = question;
  const both = await runScenarios(scenarios, question, engine, steering);
  if (!draws) return { both, apart: undefined };
  const alone = (draw: (k: number) => Draw) =>
    runScenarios(scenarios, { ...question, draws: { ...draws, both: draw } }, engine, {
      ...steering,
      keepEndings: false,
    });
  return { both, apart: [await alone(draws.chance), await alone(draws.parameters)] as const };
}

type Alone = readonly [readonly Answer[], readonly Answer[]];

/** A ledger of the answers, with those of chance and of parameters alone beside it where there are any. */
const ledgerTold = (
  both: readonly Answer[],
  apart: Alone | undefined,
  ledger: (answers: readonly Answer[]) => FiscalLedger,
): FiscalLedger => (apart ? ledgerApart(ledger(both), ledger(apart[0]), ledger(apart[1])) : ledger(both));

function booksOf(answers: readonly Answer[]): Books {
  const books = openBooks();
  for (const one of answers) addBooks(books, one.books);
  return books;
}

/** Runs one scenario and reports it. */
export async function answer(
  resolved: Resolved,
  question: Question,
  engine: Engine,
  steering: ScenarioSteering = {},
): Promise<Finished<Result>> {
  const { settings, dimensions, draws } = question;
  const { both, apart } = await runApart([resolved], question, engine, steering);
  const reduced = ([one]: readonly Answer[]) => summarise(one.series, settings.scale, dimensions);
  const books = booksOf([both, ...(apart ?? [])].flat());
  const result: Result = {
    schema: 'headwater/result@1',
    scenario: resolved.scenario,
    ...headOf(resolved.scenario.province, question, engine, both[0].series),
    ...(apart
      ? partsApart([reduced(both), reduced(apart[0]), reduced(apart[1])], summariesApart)
      : reduced(both)),
    ledger: ledgerOf(books),
    fiscal: ledgerTold(both, apart, ([one]) => fiscalOf(one)),
    receipt: receiptOf(resolved, settings, both[0].resultHash, draws),
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
  const { settings, dimensions, draws } = question;
  const { both, apart } = await runApart([a, b], question, engine, { ...steering, keepEndings: true });
  const [inA, inB] = both;
  const reduced = ([one, other]: readonly Answer[]) =>
    compareRuns(one.series, other.series, settings.scale, dimensions);
  const books = booksOf([both, ...(apart ?? [])].flat());
  const result: ComparisonResult = {
    schema: 'headwater/comparison@1',
    scenarios: { a: a.scenario, b: b.scenario },
    ...headOf(a.scenario.province, question, engine, inA.series),
    ...(apart
      ? partsApart([reduced(both), reduced(apart[0]), reduced(apart[1])], comparisonsApart)
      : reduced(both)),
    moved: movedBetween(inA.endings, inB.endings, settings.scale),
    ledger: ledgerOf(books),
    fiscal: {
      a: ledgerTold(both, apart, ([one]) => fiscalOf(one)),
      b: ledgerTold(both, apart, ([, other]) => fiscalOf(other)),
      difference: ledgerTold(both, apart, ([one, other]) => fiscalDifference(one, other)),
    },
    receipt: {
      a: receiptOf(a, settings, inA.resultHash, draws),
      b: receiptOf(b, settings, inB.resultHash, draws),
    },
  };
  return { result, books };
}
