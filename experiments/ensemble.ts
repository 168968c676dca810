/** Many runs of one scenario in a few numbers a month. */
import { INDICATORS, type Scale } from '../sim/index.ts';
import { type IndicatorSeries, type RunSeries, tooCoarse } from './series.ts';
import { ascending, mean, quantile } from './statistics.ts';
import { isSummed, sumsOf, type Total, totalOf } from './totals.ts';

type Values = readonly (number | null)[];

/** One value a month of each statistic; null in months where no run defines the indicator. */
export interface Spread {
  readonly mean: Values;
  readonly p05: Values;
  readonly p50: Values;
  readonly p95: Values;
  /** Where parameters are drawn from the plausible set: the spread by chance alone, and by parameters alone. */
  readonly chance?: Spread;
  readonly parameters?: Spread;
}

/** The spread of one indicator. */
export interface Summary extends Spread {
  readonly unit: string;
  /** Coarsest scale at which the indicator means something; present only when this world is coarser. */
  readonly needs?: Scale;
  /** Of a flow: its sum over the projection. */
  readonly total?: Total;
}

export type Summaries = Readonly<Record<string, Summary>>;

/** The values that runs define in one month. */
export const defined = (values: Values): number[] => values.filter((value) => value !== null);

/** Spread of several runs' series of one indicator, over the runs that define it. */
export function spreadOf(runs: readonly Values[]): Spread {
  const months = runs[0].map((_, at) => ascending(defined(runs.map((run) => run[at]))));
  return {
    mean: months.map(mean),
    p05: months.map((values) => quantile(values, 0.05)),
    p50: months.map((values) => quantile(values, 0.5)),
    p95: months.map((values) => quantile(values, 0.95)),
  };
}

/** Unit of an indicator, and the scale it needs where this one is too coarse. */
export const headings = (scale: Scale): { id: string; head: { unit: string; needs?: Scale } }[] =>
  INDICATORS.map((one) => ({
    id: one.id,
    head: { unit: one.unit, ...(tooCoarse(one, scale) && { needs: one.coarsestScale }) },
  }));

/** Applies a reduction to every indicator of one group over runs. */
export function overIndicators<T>(
  scale: Scale,
  reduce: (id: string, head: { unit: string }) => T,
): Record<string, T> {
  return Object.fromEntries(headings(scale).map(({ id, head }) => [id, reduce(id, head)]));
}

function summaries(runs: readonly IndicatorSeries[], scale: Scale): Summaries {
  return overIndicators(scale, (id, head) => {
    const values = runs.map((run) => run[id]);
    const total = isSummed(id, values[0].length) && { total: totalOf(sumsOf(values)) };
    return { ...head, ...spreadOf(values), ...total };
  });
}

/** Group by group, the same reduction as for the province. */
export function overGroups<T>(
  runs: readonly RunSeries[],
  dimensions: readonly string[],
  reduce: (pick: (run: RunSeries) => IndicatorSeries) => T,
): Record<string, Record<string, T>> {
  return Object.fromEntries(
    dimensions.map((dimension) => [
      dimension,
      Object.fromEntries(
        Object.keys(runs[0].by[dimension] ?? {}).map((id) => [id, reduce((run) => run.by[dimension][id])]),
      ),
    ]),
  );
}

/** Means and quantiles of all runs, for the province and the dimensions asked for. */
export function summarise(runs: readonly RunSeries[], scale: Scale, dimensions: readonly string[]) {
  return {
    indicators: summaries(
      runs.map((run) => run.province),
      scale,
    ),
    by: overGroups(runs, dimensions, (pick) => summaries(runs.map(pick), scale)),
  };
}
