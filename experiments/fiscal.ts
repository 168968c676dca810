/** What treasuries pay over a scenario: what is expected, and what the costliest runs take. */
import { ascending, mean, quantile } from './statistics.ts';

/** Indicators of what treasuries pay, by purpose; every yuan of `fiscal-cost` is in one of them. */
export const FISCAL_ITEMS = [
  'subsidy-paid',
  'compensation-paid',
  'capital-injected',
  'funds-endowed',
] as const;
export const FISCAL_TOTAL = 'fiscal-cost';
/** What treasuries owe and have not paid: no cost yet, and on no other row. */
export const FISCAL_OWED = 'compensation-arrears';
export type FiscalItem = (typeof FISCAL_ITEMS)[number] | typeof FISCAL_TOTAL | typeof FISCAL_OWED;

/** Fewest runs that tell a quantile: one run must lie beyond it. */
export const RUNS_FOR_TAIL = { p95: 20, p99: 100 } as const;

/**
 * Yuan over runs: expected, the 95 % and 99 % quantiles, and the expected shortfall at 95 % (mean of the costliest
 * twentieth of the runs). Null where the scale is too coarse, no month was run, or the runs are too few to tell.
 */
export interface Tail {
  readonly mean: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly shortfall: number | null;
  /** Where parameters are drawn from the plausible set: by chance alone, and by parameters alone. */
  readonly chance?: Tail;
  readonly parameters?: Tail;
}

/** One purpose, or all of them: the whole horizon and each year. */
export interface FiscalRow {
  readonly id: FiscalItem;
  readonly all: Tail;
  /** Of each year of `FiscalLedger.years`. */
  readonly years: readonly Tail[];
}

/** Money paid, not owed; park operators pay for their own funds. */
export interface FiscalLedger {
  readonly runs: number;
  /** First and last month paid in; undefined where no month was run. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly years: readonly string[];
  /** `FISCAL_ITEMS`, then the total, whose quantiles are those of the sum and not the sum of quantiles. */
  readonly rows: readonly FiscalRow[];
  /** `FISCAL_OWED` at the last month. */
  readonly owed: Tail;
}

/** Mean of the costliest twentieth of ascending sums; a run on its border counts for the part within it. */
function shortfallOf(known: readonly number[]): number | null {
  const worst = known.length / RUNS_FOR_TAIL.p95;
  if (worst < 1) return null;
  const whole = Math.floor(worst);
  const border = known[known.length - whole - 1] ?? 0;
  const sum = known.slice(known.length - whole).reduce((total, yuan) => total + yuan, 0);
  return (sum + (worst - whole) * border) / worst;
}

/** The tail of what runs paid; NaN where a run says nothing. */
export function tailOf(yuan: readonly number[]): Tail {
  const known = ascending(yuan.filter(Number.isFinite));
  return {
    mean: mean(known),
    p95: known.length < RUNS_FOR_TAIL.p95 ? null : quantile(known, 0.95),
    p99: known.length < RUNS_FOR_TAIL.p99 ? null : quantile(known, 0.99),
    shortfall: shortfallOf(known),
  };
}

/**
 * The fiscal ledger of some runs, or of differences between paired runs. `months` are names from the month before any
 * policy or shock, `2025-12`, which is left out; `paid` gives an indicator of a run in each of them, null or NaN where the
 * scale does not tell.
 */
export function fiscalLedger(
  months: readonly string[],
  runs: number,
  paid: (run: number, id: FiscalItem) => ArrayLike<number | null>,
): FiscalLedger {
  const [, ...later] = months;
  const years = [...new Set(later.map((month) => month.slice(0, 4)))];
  const ids: readonly FiscalItem[] = [...FISCAL_ITEMS, FISCAL_TOTAL];
  const each = <T>(what: (run: number) => T): T[] => Array.from({ length: runs }, (_, run) => what(run));
  const rows = ids.map((id): FiscalRow => {
    const byYear = each((run) => sumsByYear(later, years, paid(run, id)));
    return {
      id,
      all: tailOf(byYear.flatMap((sums) => (years.length ? [sums.reduce((sum, yuan) => sum + yuan)] : []))),
      years: years.map((_, k) => tailOf(byYear.map((sums) => sums[k]))),
    };
  });
  const owed = tailOf(
    each((run) => (later.length ? (paid(run, FISCAL_OWED)[later.length] ?? Number.NaN) : Number.NaN)),
  );
  return { runs, from: later[0], to: later.at(-1), years, rows, owed };
}

function sumsByYear(
  later: readonly string[],
  years: readonly string[],
  paid: ArrayLike<number | null>,
): number[] {
  const sums = years.map(() => 0);
  for (const [at, month] of later.entries())
    sums[years.indexOf(month.slice(0, 4))] += paid[at + 1] ?? Number.NaN;
  return sums;
}
