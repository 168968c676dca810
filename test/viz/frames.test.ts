import { describe, expect, test } from 'vitest';
import { compareRuns, type RunSeries } from '../../experiments/index.ts';
import { INDICATORS } from '../../sim/index.ts';
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

  test('months carry their names', () => expect(result.months).toEqual(['2025-12', '2026-01', '2026-02']));
});
