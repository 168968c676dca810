import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ascending,
  confidence95,
  jointFactor,
  mean,
  quantile,
  studentQuantile,
  studentWithin,
} from '../../experiments/statistics.ts';
import { numberIn } from '../support/numbers.ts';

describe('quantiles of type 7', () => {
  test('are linear between order statistics', () => {
    const values = [1, 2, 4, 8];
    expect([0, 0.05, 0.5, 0.95, 1].map((p) => quantile(values, p))).toEqual([
      1,
      expect.closeTo(1.15, 12),
      3,
      expect.closeTo(7.4, 12),
      8,
    ]);
  });

  test('of one number are that number, of none null', () => {
    expect([0.05, 0.5, 0.95].map((p) => quantile([7], p))).toEqual([7, 7, 7]);
    expect(quantile([], 0.5)).toBeNull();
    expect(mean([])).toBeNull();
  });

  test('stay between the least and the greatest number and rise with p', () => {
    const numbers = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, numberIn(0, 1), numberIn(0, 1), (values, p, q) => {
        const sorted = ascending(values);
        const [low, high] = [Math.min(p, q), Math.max(p, q)].map((at) => quantile(sorted, at) as number);
        expect(low).toBeGreaterThanOrEqual(sorted[0]);
        expect(high).toBeLessThanOrEqual(sorted.at(-1) as number);
        expect(low).toBeLessThanOrEqual(high + Math.abs(high) * 1e-12);
      }),
    );
  });
});

describe("Student's t", () => {
  // Published tables to twelve digits (Abramowitz and Stegun 26.10; NIST handbook).
  test.each([
    [0.975, 1, 12.706204736175],
    [0.975, 2, 4.302652729749],
    [0.975, 3, 3.182446305284],
    [0.975, 5, 2.570581835636],
    [0.975, 15, 2.131449545559],
    [0.975, 30, 2.042272456301],
    [0.975, 63, 1.998340542521],
    [0.975, 120, 1.979930405088],
    [0.95, 10, 1.812461122811],
    [0.995, 4, 4.604094871416],
    [0.75, 1, 1],
  ])('quantile of %d with %d degrees of freedom', (p, degrees, expected) => {
    expect(studentQuantile(p, degrees)).toBeCloseTo(expected, 9);
  });

  test('quantile and distribution are inverse', () => {
    fc.assert(
      fc.property(numberIn(0.5, 0.999), fc.integer({ min: 1, max: 300 }), (p, degrees) => {
        expect(studentWithin(studentQuantile(p, degrees), degrees)).toBeCloseTo(2 * p - 1, 10);
      }),
    );
  });

  test('agrees with the integral of its density', () => {
    const degrees = 7;
    const density = (t: number) => (16 / (5 * Math.PI * Math.sqrt(7))) * (1 + (t * t) / 7) ** -4;
    const steps = 20_000;
    const end = 2.5;
    let sum = 0;
    for (let k = 0; k < steps; k++) sum += density(((k + 0.5) * end) / steps) * (end / steps);
    expect(studentWithin(end, degrees)).toBeCloseTo(2 * sum, 8);
  });

  test.each([
    [0.4, 3],
    [1, 3],
    [0.975, 0],
    [0.975, 1.5],
    [Number.NaN, 3],
  ])('refuses p = %d with %d degrees', (p, degrees) => {
    expect(() => studentQuantile(p, degrees)).toThrow(
      `invalid quantile; p in [0.5, 1) and degrees >= 1 expected: ${p}, ${degrees}`,
    );
  });
});

/** Standard normal numbers from a seed. */
function normals(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

describe('the 95 % interval of a mean', () => {
  test('is mean ± t sd / sqrt n', () => {
    const [low, high] = confidence95([1, 2, 3, 4]) as [number, number];
    const half = (3.182446305284 * Math.sqrt(5 / 3)) / 2;
    expect(low).toBeCloseTo(2.5 - half, 9);
    expect(high).toBeCloseTo(2.5 + half, 9);
  });

  test('is unknown for fewer than two numbers and for a few equal ones, and a point for many equal ones', () => {
    expect(confidence95([])).toBeNull();
    expect(confidence95([3])).toBeNull();
    expect(confidence95([3, 3, 3, 3, 3])).toBeNull();
    expect(confidence95([3, 3, 3, 3, 3, 3])).toEqual([3, 3]);
  });

  test('is widened until fourteen of them hold together about 95 times in 100', () => {
    const normal = normals(271828);
    const factor = jointFactor(14, 8);
    const trials = 4000;
    let held = 0;
    for (let k = 0; k < trials; k++) {
      const all = Array.from({ length: 14 }, () => Array.from({ length: 8 }, normal));
      const holds = all.every((values) => {
        const [low, high] = confidence95(values) as [number, number];
        return Math.abs(low + high) <= factor * (high - low);
      });
      if (holds) held++;
    }
    expect(held / trials).toBeGreaterThan(0.94);
    expect(held / trials).toBeLessThan(0.965);
    expect(jointFactor(1, 8)).toBe(1);
    expect(jointFactor(14, 1)).toBe(1);
  });

  test('covers the true mean about 95 times in 100', () => {
    let covered = 0;
    const normal = normals(12345);
    const trials = 4000;
    for (let k = 0; k < trials; k++) {
      const [low, high] = confidence95(Array.from({ length: 6 }, normal)) as [number, number];
      if (low <= 0 && high >= 0) covered++;
    }
    expect(covered / trials).toBeGreaterThan(0.94);
    expect(covered / trials).toBeLessThan(0.96);
  });
});
