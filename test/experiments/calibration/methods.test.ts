import { describe, expect, test } from 'vitest';
import { latinHypercube, luckOf, type Point } from '../../../experiments/calibration/design.ts';
import { fitEmulator, leastRuns } from '../../../experiments/calibration/emulator.ts';
import { fitProcesses } from '../../../experiments/calibration/gaussian-process.ts';
import { CUT, implausibilities, largest } from '../../../experiments/calibration/implausibility.ts';
import { climb } from '../../../experiments/calibration/polish.ts';
import { regress, regressed, terms } from '../../../experiments/calibration/regression.ts';
import { walk } from '../../../experiments/calibration/walkers.ts';
import {
  effectiveSize,
  normalised,
  tempered,
  weightedQuantile,
} from '../../../experiments/calibration/weights.ts';

/** Branin and Hoo (1972) on the unit square, the usual test of emulators. */
const branin = ([u, v]: Point): number => {
  const x = 15 * u - 5;
  const y = 15 * v;
  const bowl = y - (5.1 / (4 * Math.PI ** 2)) * x * x + (5 / Math.PI) * x - 6;
  return bowl * bowl + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
};

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
const variance = (values: readonly number[]) => mean(values.map((one) => (one - mean(values)) ** 2));

describe('the emulator', () => {
  test('a quadratic is found to the last digits', () => {
    const quadratic = ([a, b]: Point) => 3 - 2 * a + 5 * b * b;
    const points = latinHypercube(20, 2, luckOf('quadratic'));
    const [coefficients] = regress(points, [points.map(quadratic)]);
    expect(regressed(coefficients, terms([0.3, 0.8]))).toBeCloseTo(quadratic([0.3, 0.8]), 4);
  });

  test('with next to no noise it passes through its own runs', () => {
    const smooth = ([u, v]: Point) => Math.sin(3 * u) * v;
    const points = latinHypercube(40, 2, luckOf('through'));
    const emulator = fitEmulator(points, [points.map(smooth)]);
    for (const point of points) expect(emulator.at(point)[0]).toBeCloseTo(smooth(point), 3);
  });

  test('it explains 98 % of Branin’s function at points it never saw, and says how far it is off', () => {
    const points = latinHypercube(60, 2, luckOf('branin'));
    const emulator = fitEmulator(points, [points.map(branin)]);
    const fresh = latinHypercube(200, 2, luckOf('fresh'));
    const errors = fresh.map((point) => (emulator.at(point)[0] - branin(point)) ** 2);
    expect(mean(errors)).toBeLessThan(0.02 * variance(fresh.map(branin)));
    expect(mean(errors)).toBeLessThan(10 * emulator.error[0]);
  });

  test('pure noise is taken for noise: the process expects nothing and keeps its variance', () => {
    const luck = luckOf('noise');
    const points = latinHypercube(80, 3, luck);
    const [process] = fitProcesses(points, [points.map(() => luck() - 0.5)]);
    expect(process.nugget).toBe(3);
    expect(process.leftOut).toBeGreaterThan(0.8 / 12);
  });

  test('too few runs are refused with the number that is needed', () => {
    const points = latinHypercube(leastRuns(4) - 1, 4, luckOf('few'));
    expect(() => fitEmulator(points, [points.map(() => 1)])).toThrow('18 points or more expected: 17');
  });
});

describe('ruling out', () => {
  const observed = [{ key: 'a', value: 10, tolerance: 2, ensemble: 0.5 }];

  test('the distance counts half the tolerance, chance and the emulator as variances that add', () => {
    expect(implausibilities(observed, [13], [1.5])[0]).toBeCloseTo(3 / Math.sqrt(1 + 0.5 + 1.5), 12);
    expect(implausibilities(observed, [13], undefined)[0]).toBeCloseTo(3 / Math.sqrt(1.5), 12);
  });

  test('a value at its target is never ruled out, a far one always is', () => {
    expect(implausibilities(observed, [10], undefined)[0]).toBe(0);
    expect(implausibilities(observed, [100], undefined)[0]).toBeGreaterThan(CUT);
  });

  test('the third largest forgives two', () => {
    expect(largest([9, 1, 8, 2], 3)).toBe(2);
    expect(largest([9], 3)).toBe(9);
  });
});

describe('walkers', () => {
  test('they find the mean and spread of a normal law in five dimensions, however stretched', () => {
    const luck = luckOf('walkers');
    const spread = [0.15, 0.02, 0.1, 0.05, 0.01];
    const density = (point: Point) =>
      -0.5 * point.reduce((sum, x, d) => sum + ((x - 0.5) / spread[d]) ** 2, 0);
    let { points } = walk(latinHypercube(80, 5, luck), density, 400, luck);
    const pool = [...points];
    for (let k = 0; k < 40; k++) {
      ({ points } = walk(points, density, 20, luck));
      pool.push(...points);
    }
    spread.forEach((sd, d) => {
      const values = pool.map((point) => point[d]);
      expect(Math.abs(mean(values) - 0.5)).toBeLessThan(0.25 * sd);
      expect(Math.sqrt(variance(values)) / sd).toBeGreaterThan(0.75);
      expect(Math.sqrt(variance(values)) / sd).toBeLessThan(1.25);
    });
  });

  test('they stay in the cube', () => {
    const luck = luckOf('cube');
    const { points } = walk(latinHypercube(20, 2, luck), () => 0, 200, luck);
    for (const x of points.flat()) expect(x >= 0 && x < 1).toBe(true);
  });
});

describe('climbing', () => {
  test('ends at the top of a hill, and at the edge when the top is outside', () => {
    const hill = (top: Point) => (point: Point) => -point.reduce((sum, x, d) => sum + (x - top[d]) ** 2, 0);
    const inside = climb([0.9, 0.1, 0.5], hill([0.2, 0.7, 0.55]));
    for (const [d, x] of [0.2, 0.7, 0.55].entries()) expect(Math.abs(inside[d] - x)).toBeLessThan(0.005);
    const edge = climb([0.5, 0.5], hill([2, -1]));
    expect(edge[0]).toBeGreaterThan(0.99);
    expect(edge[1]).toBeLessThan(0.01);
    for (const x of edge) expect(x >= 0 && x < 1).toBe(true);
  });
});

describe('weights', () => {
  test('equal weights are worth their number and one heavy one is worth one', () => {
    expect(effectiveSize(normalised([5, 5, 5, 5]))).toBeCloseTo(4, 12);
    expect(effectiveSize(normalised([0, -1000, -1000]))).toBeCloseTo(1, 12);
  });

  test('they are tempered just enough to be worth what is asked', () => {
    const logWeights = Array.from({ length: 100 }, (_, k) => -k);
    const { power, weights } = tempered(logWeights, 50);
    expect(effectiveSize(weights)).toBeCloseTo(50, 1);
    expect(power).toBeLessThan(0.1);
    expect(tempered(logWeights, 1).power).toBe(1);
  });

  test('a weighted quantile is where the weights reach it', () => {
    expect(weightedQuantile([30, 10, 20], [0.25, 0.5, 0.25], 0.5)).toBe(10);
    expect(weightedQuantile([30, 10, 20], [0.25, 0.5, 0.25], 0.51)).toBe(20);
    expect(weightedQuantile([], [], 0.5)).toBe(null);
  });
});
