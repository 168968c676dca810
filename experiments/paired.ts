/** Two scenarios with the same luck: differences are taken run by run. */
import type { Scale } from '../sim/index.ts';
import { defined, overGroups, overIndicators, type Spread, spreadOf } from './ensemble.ts';
import type { IndicatorSeries, RunSeries } from './series.ts';
import { confidence95, shareAbove } from './statistics.ts';
import { type ComparedTotal, comparedTotal, isSummed, sumsOf } from './totals.ts';

type Values = readonly (number | null)[];

/** Spread of b - a over replications, with the interval of the mean and the share of replications above zero. */
export interface Difference extends Spread {
  readonly ci95: readonly (readonly [number, number] | null)[];
  readonly probPositive: Values;
}

/** One indicator in both scenarios. */
export interface Comparison {
  readonly unit: string;
  readonly needs?: Scale;
  readonly a: Spread;
  readonly b: Spread;
  readonly difference: Difference;
  /** Of a flow: its sums over the projection. */
  readonly total?: ComparedTotal;
}

export type Comparisons = Readonly<Record<string, Comparison>>;

/** b - a of one replication; null where either is undefined. */
export const minus = (b: Values, a: Values): Values =>
  b.map((value, at) => {
    const other = a[at];
    return value === null || other === null ? null : value - other;
  });

/** Reduces the paired differences of one indicator. */
export function differenceOf(a: readonly Values[], b: readonly Values[]): Difference {
  const runs = b.map((values, k) => minus(values, a[k]));
  const months = runs[0].map((_, at) => defined(runs.map((run) => run[at])));
  return { ...spreadOf(runs), ci95: months.map(confidence95), probPositive: months.map(shareAbove) };
}

function comparisons(
  a: readonly IndicatorSeries[],
  b: readonly IndicatorSeries[],
  scale: Scale,
): Comparisons {
  return overIndicators(scale, (id, head) => {
    const [inA, inB] = [a.map((run) => run[id]), b.map((run) => run[id])];
    const spreads = { a: spreadOf(inA), b: spreadOf(inB), difference: differenceOf(inA, inB) };
    const total = isSummed(id, inA[0].length) && { total: comparedTotal(sumsOf(inA), sumsOf(inB)) };
    return { ...head, ...spreads, ...total };
  });
}

/** Compares replication k of `a` with replication k of `b`; both lists have the same length. */
export function compareRuns(
  a: readonly RunSeries[],
  b: readonly RunSeries[],
  scale: Scale,
  dimensions: readonly string[],
) {
  const picked = (pick: (run: RunSeries) => IndicatorSeries) => comparisons(a.map(pick), b.map(pick), scale);
  return { indicators: picked((run) => run.province), by: overGroups(a, dimensions, picked) };
}
