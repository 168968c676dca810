import { describe, expect, test } from 'vitest';
import { compareRuns, confidence95, type RunSeries } from '../../experiments/index.ts';
import { INDICATORS } from '../../sim/index.ts';
import type { LabResult } from '../../workers/api.ts';
import { Frames } from '../../workers/frames.ts';

const CODES = ['430100', '430200'];
const MONTHS = [35, 36, 37];

/** A made-up run: numbers that differ by run, place, indicator and month, some undefined. */
function madeUpRun(seed: number): RunSeries {
  let state = seed;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % 17 === 0 ? null : state / 2147483648;
  };
  const series = () => Object.fromEntries(INDICATORS.map(({ id }) => [id, MONTHS.map(next)]));
  return {
    months: MONTHS,
    province: series(),
    by: { prefecture: Object.fromEntries(CODES.map((code) => [code, series()])) },
  };
}

const axes = { indicators: INDICATORS.map((one) => one.id), prefectures: CODES, months: MONTHS };

function valuesOf({ province, by }: RunSeries): Float64Array<ArrayBuffer> {
  const groups = [province, ...CODES.map((code) => by.prefecture![code]!)];
  return Float64Array.from(
    groups.flatMap((group) =>
      axes.indicators.flatMap((id) => group[id]!.map((value) => value ?? Number.NaN)),
    ),
  );
}

const pairs = Array.from({ length: 7 }, (_, k) => [madeUpRun(k + 1), madeUpRun(k + 101)] as const);
const frames = new Frames(axes);
pairs.forEach(([a, b], k) => {
  frames.add(
    { values: valuesOf(a), books: Float64Array.of(k, 1) },
    { values: valuesOf(b), books: Float64Array.of(2 * k, 3) },
  );
});
const result = frames.result();
const expected = compareRuns(
  pairs.map(([a]) => a),
  pairs.map(([, b]) => b),
  100,
  ['prefecture'],
);

/** What one pair of runs gives on its own, and what it gives as the same pair twice: the same, but for the intervals. */
const [lone, twice] = [1, 2].map((times) => {
  const [a, b] = pairs[0]!;
  const some = new Frames(axes);
  for (let k = 0; k < times; k++)
    some.add(
      { values: valuesOf(a), books: Float64Array.of(5, 1) },
      { values: valuesOf(b), books: Float64Array.of(6, 2) },
    );
  return some.result();
}) as [LabResult, LabResult];

const close = (actual: number | undefined, value: number | null | undefined) => {
  if (value === null || value === undefined) expect(actual).toBeNaN();
  else expect(actual).toBeCloseTo(value, 10);
};

describe('frames, which grow run by run, agree with the comparison of all runs at once', () => {
  test('for the province', () => {
    for (const id of axes.indicators) {
      const [mine, theirs] = [result.province[id]!, expected.indicators[id]!];
      MONTHS.forEach((_, at) => {
        for (const key of ['mean', 'p05', 'p50', 'p95'] as const) {
          close(mine.comparator[key][at], theirs.a[key][at]);
          close(mine.scenario[key][at], theirs.b[key][at]);
          close(mine.difference[key][at], theirs.difference[key][at]);
        }
        close(mine.difference.low[at], theirs.difference.ci95[at]?.[0]);
        close(mine.difference.high[at], theirs.difference.ci95[at]?.[1]);
        close(mine.difference.positive[at], theirs.difference.probPositive[at]);
      });
    }
  });

  test('for prefectures', () => {
    for (const code of CODES) {
      for (const id of axes.indicators) {
        const [mine, theirs] = [result.prefecture[code]![id]!, expected.by.prefecture![code]![id]!];
        MONTHS.forEach((_, at) => {
          close(mine.difference[at], theirs.difference.mean[at]);
          const ends = theirs.difference.ci95[at];
          close(mine.half[at], ends && (ends[1] - ends[0]) / 2);
        });
      }
    }
  });

  test('books are added up, never averaged', () => {
    expect(result.books).toEqual({
      comparator: { runs: 7, sums: Float64Array.of(21, 7) },
      scenario: { runs: 7, sums: Float64Array.of(42, 21) },
    });
  });

  test('the fiscal ledger has both sides and all runs', () => {
    expect(result.fiscal!.comparator.runs).toBe(7);
    const { b } = expected.indicators['subsidy-paid']!.total!;
    close(result.fiscal!.scenario.rows[0]!.years[0]!.mean ?? undefined, b.mean);
  });

  test('months carry their names', () => expect(result.months).toEqual(['2025-12', '2026-01', '2026-02']));
});

describe('a flow summed over the projection', () => {
  const id = 'fiscal-cost';
  const sum = (values: readonly (number | null)[]) =>
    values.slice(1).reduce<number>((all, one) => all + (one ?? Number.NaN), 0);
  const gaps = pairs
    .map(([a, b]) => sum(b.province[id]!) - sum(a.province[id]!))
    .filter((gap) => Number.isFinite(gap));

  test('leaves the month before out, and is compared run by run', () => {
    const { difference } = result.province[id]!.total!;
    close(difference.mean, gaps.reduce((all, gap) => all + gap, 0) / gaps.length);
    const [low, high] = confidence95(gaps)!;
    close(difference.low, low);
    close(difference.high, high);
    close(difference.positive, gaps.filter((gap) => gap > 0).length / gaps.length);
  });

  test('is there for prefectures too', () => {
    const [a, b] = pairs[0]!;
    const code = CODES[0]!;
    const [of, by] = [a, b].map((run) => sum(run.by.prefecture![code]![id]!));
    close(lone.prefecture[code]![id]!.total!.difference, by! - of!);
    expect(lone.prefecture[code]![id]!.total!.half).toBeNaN();
  });

  test('is told of amounts a month alone, never of levels and shares', () => {
    const summed = axes.indicators.filter((one) => result.province[one]!.total);
    expect(summed).toEqual([
      'entries',
      'exits',
      'first-loans',
      'fiscal-cost',
      'subsidy-paid',
      'compensation-paid',
      'capital-injected',
      'funds-endowed',
    ]);
  });
});

describe('one pair of runs', () => {
  const intervals = ['low', 'high', 'half'];

  test('has the numbers of the same pair counted twice, and no interval', () => {
    expect(Object.keys(lone.province)).toEqual(axes.indicators);
    expect(Object.keys(lone.prefecture)).toEqual(CODES);
    const series = (result: LabResult) => [
      ...axes.indicators.flatMap((id) => Object.entries(result.province[id]!.comparator)),
      ...axes.indicators.flatMap((id) => Object.entries(result.province[id]!.scenario)),
      ...axes.indicators.flatMap((id) => Object.entries(result.province[id]!.difference)),
      ...CODES.flatMap((code) =>
        Object.values(result.prefecture[code]!).flatMap(({ total: _, ...one }) => Object.entries(one)),
      ),
    ];
    const expectedSeries = series(twice);
    series(lone).forEach(([name, values], at) => {
      expect(name).toBe(expectedSeries[at]![0]);
      if (intervals.includes(name)) expect(values.every(Number.isNaN)).toBe(true);
      else expect(values).toEqual(expectedSeries[at]![1]);
    });
    for (const code of CODES)
      expect(Object.keys(lone.prefecture[code]!)).toEqual(Object.keys(twice.prefecture[code]!));
  });

  test('has books of one run', () => {
    expect(lone.books).toEqual({
      comparator: { runs: 1, sums: Float64Array.of(5, 1) },
      scenario: { runs: 1, sums: Float64Array.of(6, 2) },
    });
  });
});
