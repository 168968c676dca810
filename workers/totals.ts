/** Flows summed over the projection, run by run, so that their difference has an interval of its own. */
import { comparedTotal, FLOWS, flowTotal, type Total as Known } from '../experiments/index.ts';
import type { PairTotal, PlaceTotal, Total } from './api.ts';
import type { Axes, Run } from './run-values.ts';

/** A comparator's run and the scenario's with the same luck. */
interface PairedRun {
  readonly a: Run;
  readonly b: Run;
}

/** The total of a flow as `reduce` tells it; nothing of anything else. Rows count groups first, then indicators. */
export function inTotal<T>(
  { indicators, months }: Axes,
  row: number,
  runs: readonly PairedRun[],
  reduce: (a: readonly number[], b: readonly number[]) => T,
): { readonly total?: T } {
  if (!FLOWS.has(indicators[row % indicators.length])) return {};
  const [from, to] = [row * months.length, (row + 1) * months.length];
  const sum = ({ values }: Run) => flowTotal(values.subarray(from, to));
  return {
    total: reduce(
      runs.map(({ a }) => sum(a)),
      runs.map(({ b }) => sum(b)),
    ),
  };
}

const toldOf = ({ mean, p05, p95 }: Known): Total => ({
  mean: mean ?? Number.NaN,
  p05: p05 ?? Number.NaN,
  p95: p95 ?? Number.NaN,
});

/** Sums of the comparator `a` and of the scenario `b`, one a run. */
export function pairTotal(a: readonly number[], b: readonly number[]): PairTotal {
  const { a: comparator, b: scenario, difference } = comparedTotal(a, b);
  const [low, high] = difference.ci95 ?? [Number.NaN, Number.NaN];
  return {
    comparator: toldOf(comparator),
    scenario: toldOf(scenario),
    difference: { ...toldOf(difference), low, high, positive: difference.probPositive ?? Number.NaN },
  };
}

/** The same for a prefecture. */
export function placeTotal(a: readonly number[], b: readonly number[]): PlaceTotal {
  const { comparator, scenario, difference } = pairTotal(a, b);
  return {
    comparator: comparator.mean,
    scenario: scenario.mean,
    difference: difference.mean,
    half: (difference.high - difference.low) / 2,
  };
}
