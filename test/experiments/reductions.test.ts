import { describe, expect, test } from 'vitest';
import { spreadOf } from '../../experiments/ensemble.ts';
import { differenceOf } from '../../experiments/paired.ts';
import { replicationWord, seedOf } from '../../experiments/seed.ts';
import { comparedTotal, isSummed, sumsOf } from '../../experiments/totals.ts';

describe('the spread of several runs', () => {
  test('is taken month by month over the runs that define the value', () => {
    const runs = [
      [1, null, null],
      [2, 4, null],
      [6, 8, null],
    ];
    expect(spreadOf(runs)).toEqual({
      mean: [3, 6, null],
      p05: [expect.closeTo(1.1, 12), expect.closeTo(4.2, 12), null],
      p50: [2, 6, null],
      p95: [expect.closeTo(5.6, 12), expect.closeTo(7.8, 12), null],
    });
  });

  test('of one run is the run', () => {
    const run = [0.1, null, -3];
    expect(spreadOf([run])).toEqual({ mean: run, p05: run, p50: run, p95: run });
  });
});

describe('paired differences', () => {
  test('are b - a of the same replication, not of the means', () => {
    const difference = differenceOf([[1], [10]], [[2], [12]]);
    expect(difference.mean).toEqual([1.5]);
    expect(difference.probPositive).toEqual([1]);
    const [low, high] = difference.ci95[0] as [number, number];
    const half = 12.706204736175 * Math.sqrt(0.5 / 2);
    expect(low).toBeCloseTo(1.5 - half, 8);
    expect(high).toBeCloseTo(1.5 + half, 8);
  });

  test('are null where either side is, and without interval for one run', () => {
    const difference = differenceOf([[1, null, 5]], [[2, 2, null]]);
    expect(difference).toEqual({
      mean: [1, null, null],
      p05: [1, null, null],
      p50: [1, null, null],
      p95: [1, null, null],
      ci95: [null, null, null],
      probPositive: [1, null, null],
    });
  });

  test('that are zero are not above zero', () => {
    expect(differenceOf([[1], [1]], [[1], [2]]).probPositive).toEqual([0.5]);
  });
});

describe('the sum of a flow', () => {
  test('leaves out the month before the projection, and has a spread over runs of its own', () => {
    const [a, b] = [
      [
        [9, 1, 5],
        [9, 3, 1],
      ],
      [
        [9, 2, 5],
        [9, 4, 2],
      ],
    ];
    const { a: inA, b: inB, difference } = comparedTotal(sumsOf(a), sumsOf(b));
    expect([inA.mean, inB.mean, difference.mean]).toEqual([5, 6.5, 1.5]);
    expect([inA.p05, inA.p95]).toEqual([expect.closeTo(4.1, 12), expect.closeTo(5.9, 12)]);
    expect(difference.probPositive).toBe(1);
    expect(difference.ci95![0]).toBeCloseTo(1.5 - (12.706204736175 * Math.sqrt(0.5)) / Math.sqrt(2), 8);
  });

  test('is unknown where a month is, and not told of what is no flow or of no month', () => {
    expect(comparedTotal(sumsOf([[1, null, 2]]), sumsOf([[1, 1, 2]])).difference).toEqual({
      mean: null,
      p05: null,
      p95: null,
      ci95: null,
      probPositive: null,
    });
    expect([isSummed('fiscal-cost', 61), isSummed('fiscal-cost', 1), isSummed('npl-ratio', 61)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

test('replication k of a word has its own seed, always the same', () => {
  expect(seedOf(replicationWord('1', 0))).toEqual(seedOf('1#0'));
  const seeds = Array.from({ length: 200 }, (_, k) => seedOf(replicationWord('headwater', k)).join());
  expect(new Set(seeds).size).toBe(200);
  for (const word of ['1', '活水', '']) for (const half of seedOf(word)) expect(half >>> 0).toBe(half);
});
