/** What the page shows of a single pair of runs: without a spread, so that the first answer is ready sooner. */
import { monthName } from '../sim/index.ts';
import type { Band, LabResult, Pair, PlacePair, Series } from './api.ts';
import { type Axes, fiscalOf, type Run } from './run-values.ts';
import { inTotal, pairTotal, placeTotal } from './totals.ts';

/** One run is its own mean and its own quantiles; all four are one series, which crosses threads once. */
const bandOf = (series: Series): Band => ({ mean: series, p05: series, p50: series, p95: series });

/** The comparator `a` and the scenario `b`, run once each: the result `Frames` would give for one pair. */
export function resultOfOne(axes: Axes, a: Run, b: Run): LabResult {
  const { indicators, prefectures, months } = axes;
  const { length } = months;
  const gaps = differences(a.values, b.values);
  const unknown: Series = new Float64Array(length).fill(Number.NaN);
  const rowOf = (values: Series, row: number): Series => values.subarray(row * length, (row + 1) * length);

  const pairOf = (row: number): Pair => ({
    comparator: bandOf(rowOf(a.values, row)),
    scenario: bandOf(rowOf(b.values, row)),
    difference: {
      ...bandOf(rowOf(gaps, row)),
      low: unknown,
      high: unknown,
      positive: rowOf(gaps, row).map(shareAbove),
    },
    ...inTotal(axes, row, [{ a, b }], pairTotal),
  });
  const placeOf = (row: number): PlacePair => ({
    comparator: whereBothKnown(rowOf(a.values, row), rowOf(gaps, row)),
    scenario: whereBothKnown(rowOf(b.values, row), rowOf(gaps, row)),
    difference: rowOf(gaps, row),
    half: unknown,
    ...inTotal(axes, row, [{ a, b }], placeTotal),
  });
  const placesOf = (group: number) =>
    indicators.flatMap((id, k) => {
      const row = group * indicators.length + k;
      return rowOf(gaps, row).every(Number.isNaN) ? [] : [[id, placeOf(row)] as const];
    });
  return {
    months: months.map(monthName),
    province: Object.fromEntries(indicators.map((id, k) => [id, pairOf(k)])),
    prefecture: Object.fromEntries(
      prefectures.map((code, group) => [code, Object.fromEntries(placesOf(group + 1))]),
    ),
    books: { scenario: { runs: 1, sums: b.books }, comparator: { runs: 1, sums: a.books } },
    fiscal: { scenario: fiscalOf(axes, [b]), comparator: fiscalOf(axes, [a]) },
  };
}

/** Scenario minus comparator. */
function differences(a: Series, b: Series): Series {
  const gaps = new Float64Array(a.length);
  for (let i = 0; i < gaps.length; i++) gaps[i] = b[i] - a[i];
  return gaps;
}

/** Share of the one run with a difference above 0. */
const shareAbove = (gap: number): number => (gap > 0 ? 1 : gap <= 0 ? 0 : Number.NaN);

/** A place is shown only in months in which both worlds have a value. */
const whereBothKnown = (values: Series, gaps: Series): Series =>
  gaps.some(Number.isNaN) ? values.map((value, at) => (Number.isNaN(gaps[at]) ? Number.NaN : value)) : values;
