/** Flows summed over the projection, run by run, so that their difference has an interval of its own. */
import { ascending, confidence95, flowTotal, isFlow, mean, quantile } from '../experiments/index.ts';
import { INDICATORS } from '../sim/index.ts';
import type { PairTotal, PlaceTotal, Total } from './api.ts';
import type { Axes, Run } from './run-values.ts';

const FLOWS: ReadonlySet<string> = new Set(INDICATORS.filter(isFlow).map(({ id }) => id));

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

const known = (values: readonly number[]): number[] => values.filter(Number.isFinite);

function totalOf(values: readonly number[]): Total {
  const sorted = ascending(known(values));
  return {
    mean: mean(sorted) ?? Number.NaN,
    p05: quantile(sorted, 0.05) ?? Number.NaN,
    p95: quantile(sorted, 0.95) ?? Number.NaN,
  };
}

const gapsOf = (a: readonly number[], b: readonly number[]): number[] =>
  b.map((value, run) => value - a[run]);

/** Sums of the comparator `a` and of the scenario `b`, one a run. */
export function pairTotal(a: readonly number[], b: readonly number[]): PairTotal {
  const gaps = gapsOf(a, b);
  const told = known(gaps);
  const [low, high] = confidence95(told) ?? [Number.NaN, Number.NaN];
  const positive = told.length ? told.filter((gap) => gap > 0).length / told.length : Number.NaN;
  return {
    comparator: totalOf(a),
    scenario: totalOf(b),
    difference: { ...totalOf(gaps), low, high, positive },
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
