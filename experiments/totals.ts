/** Flows summed over the projection, run by run: what a scenario costs or brings, with its spread. */
import { INDICATORS } from '../sim/index.ts';
import { flowTotal, isFlow } from './flows.ts';
import { ascending, confidence95, mean, quantile, shareAbove } from './statistics.ts';

/** Ids of the indicators that are flows. */
export const FLOWS: ReadonlySet<string> = new Set(INDICATORS.filter(isFlow).map(({ id }) => id));

/** One number a run, over the runs that define it; null where none does. */
export interface Total {
  readonly mean: number | null;
  readonly p05: number | null;
  readonly p95: number | null;
  /** Where parameters are drawn from the plausible set: by chance alone, and by parameters alone. */
  readonly chance?: Total;
  readonly parameters?: Total;
}

/** Sums in both scenarios, and their differences run by run, with the interval of the mean and the share above zero. */
export interface ComparedTotal {
  readonly a: Total;
  readonly b: Total;
  readonly difference: Total & {
    readonly ci95: readonly [number, number] | null;
    readonly probPositive: number | null;
  };
}

/** Whether an indicator has a sum over so many months, the first of which comes before the projection. */
export const isSummed = (id: string, months: number): boolean => FLOWS.has(id) && months > 1;

/** Sums of a flow over the projection, one a run; NaN where a run does not define it. */
export const sumsOf = (runs: readonly ArrayLike<number | null>[]): number[] =>
  runs.map((values) => flowTotal(values));

/** The spread of some sums. */
export function totalOf(sums: readonly number[]): Total {
  const known = ascending(sums.filter(Number.isFinite));
  return { mean: mean(known), p05: quantile(known, 0.05), p95: quantile(known, 0.95) };
}

/** Sums of `a` and of `b`, one a run with the same luck. */
export function comparedTotal(a: readonly number[], b: readonly number[]): ComparedTotal {
  const gaps = b.map((sum, run) => sum - a[run]);
  const known = gaps.filter(Number.isFinite);
  const difference = { ...totalOf(gaps), ci95: confidence95(known), probPositive: shareAbove(known) };
  return { a: totalOf(a), b: totalOf(b), difference };
}
