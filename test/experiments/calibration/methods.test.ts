import { describe, expect, test } from 'vitest';
import { latinHypercube, luckOf, type Point } from '../../../experiments/calibration/design.ts';
import { type Emulator, fitEmulator, leastRuns } from '../../../experiments/calibration/emulator.ts';
import { fitProcesses } from '../../../experiments/calibration/gaussian-process.ts';
import { CUT, implausibilities, largest } from '../../../experiments/calibration/implausibility.ts';
import { emulatorOf, nearest } from '../../../experiments/calibration/knowledge.ts';
import { climb, polish } from '../../../experiments/calibration/polish.ts';
import { regress, regressed, terms } from '../../../experiments/calibration/regression.ts';
import { outputsOf } from '../../../experiments/calibration/runs.ts';
import { walk } from '../../../experiments/calibration/walkers.ts';
import { weightedQuantile } from '../../../experiments/calibration/weights.ts';

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

  test('the chance of its runs is not taken for its own error where pairs of worlds tell how large it is', () => {
    const luck = luckOf('pairs');
    const dimensions = 20;
    const slopes = Array.from({ length: dimensions }, () => luck() - 0.5);
    const truth = (point: Point) => slopes.reduce((sum, slope, d) => sum + slope * point[d], 0);
    // Three runs for each term, as in the first wave of a fit: chance has had its part in the coefficients.
    const points = latinHypercube(3 * (1 + 2 * dimensions), dimensions, luck);
    const worlds = points.map((point) => [0, 1].map(() => truth(point) + 2 * (luck() - 0.5)));
    const means = [worlds.map(([a, b]) => (a + b) / 2)];
    const contrasts = [worlds.map(([a, b]) => (a - b) / 2)];
    const emulator = fitEmulator(points, means, contrasts);
    const fresh = Array.from({ length: 500 }, () => Array.from({ length: dimensions }, luck));
    const off = mean(fresh.map((point) => (emulator.at(point)[0] - truth(point)) ** 2));
    expect(emulator.error[0] / off).toBeGreaterThan(0.6);
    expect(emulator.error[0] / off).toBeLessThan(1.6);
    expect(fitEmulator(points, means).error[0] / off).toBeGreaterThan(2);
  });

  test('a response too rough for it stays its error, however little chance there is', () => {
    const luck = luckOf('rough');
    const points = latinHypercube(300, 2, luck);
    const rough = [points.map(([u, v]) => Math.sign(Math.sin(50 * u) * Math.sin(50 * v)))];
    const contrasts = [points.map(() => 0.1 * (luck() - 0.5))];
    expect(fitEmulator(points, rough, contrasts).error[0]).toBeGreaterThan(0.8);
  });

  test('the error it states covers how far it is off at new points, where a response it cannot follow shook its terms', () => {
    const luck = luckOf('shaken');
    const dimensions = 10;
    // So many waves a side that neighbours tell nothing of each other.
    const rough = (point: Point) =>
      Math.sign(point.reduce((product, x) => product * Math.sin(60 * x + 1), 1));
    const ratios = Array.from({ length: 12 }, () => {
      const points = latinHypercube(leastRuns(dimensions), dimensions, luck);
      const contrasts = [points.map(() => 0.1 * (luck() - 0.5))];
      const { at, error } = fitEmulator(points, [points.map(rough)], contrasts);
      const fresh = Array.from({ length: 200 }, () => Array.from({ length: dimensions }, luck));
      return error[0] / mean(fresh.map((point) => (at(point)[0] - rough(point)) ** 2));
    });
    expect(mean(ratios)).toBeGreaterThan(0.8);
    expect(mean(ratios)).toBeLessThan(1.3);
  });

  test('it learns from the latest runs, not from those that chance brought near to a target', () => {
    const luck = luckOf('chance');
    const early = latinHypercube(350, 2, luck).map((point) => ({ point, outputs: [5] }));
    const points = latinHypercube(50, 2, luck);
    const runs = [...early, ...points.map((point) => ({ point, outputs: [luck() - 0.5] }))];
    const observed = [{ key: 'output', value: 0.4, tolerance: 0.02, ensemble: 0 }];
    const near = nearest(runs, observed, 25);
    const chosen = fitEmulator(
      near.map(({ point }) => point),
      outputsOf(near),
    );
    const expected = ({ at }: Emulator) => mean(points.map((point) => at(point)[0]));
    expect(Math.abs(expected(emulatorOf({ dimensions: 2 }, runs)))).toBeLessThan(0.1);
    expect(expected(chosen)).toBeGreaterThan(0.15);
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
    let points = walk(latinHypercube(80, 5, luck), density, 400, luck);
    const pool = [...points];
    for (let k = 0; k < 40; k++) {
      points = walk(points, density, 20, luck);
      pool.push(...points);
    }
    spread.forEach((sd, d) => {
      const values = pool.map((point) => point[d]);
      expect(Math.abs(mean(values) - 0.5)).toBeLessThan(0.25 * sd);
      expect(Math.sqrt(variance(values)) / sd).toBeGreaterThan(0.75);
      expect(Math.sqrt(variance(values)) / sd).toBeLessThan(1.25);
    });
  });

  test('in 38 coordinates they find tops at the edge of the cube, a narrow ridge, and what has no bearing', () => {
    const luck = luckOf('edges');
    const atEdge = (point: Point) => point.slice(0, 9).reduce((sum, x) => sum + ((x - 0.95) / 0.1) ** 2, 0);
    const offRidge = (point: Point) => ((point[9] - point[10]) / 0.03) ** 2;
    const density = (point: Point) => -0.5 * (atEdge(point) + offRidge(point));
    const points = walk(latinHypercube(152, 38, luck), density, 400, luck);
    const meanAt = (d: number) => mean(points.map((point) => point[d]));
    // Mean of the normal law cut at 1: 0.95 - 0.1 phi(0.5) / Phi(0.5).
    const edges = Array.from({ length: 9 }, (_, d) => meanAt(d));
    expect(Math.abs(mean(edges) - 0.8991)).toBeLessThan(0.01);
    const apart = variance(points.map((point) => point[9] - point[10]));
    expect(Math.abs(Math.sqrt(apart) / 0.03 - 1)).toBeLessThan(0.25);
    for (let d = 11; d < 38; d++)
      expect(Math.sqrt(variance(points.map((point) => point[d]))) * Math.sqrt(12)).toBeGreaterThan(0.8);
  });

  test('where a ridge runs into a wall they stand no denser than it is', () => {
    const luck = luckOf('ridge');
    const density = ([a, b]: Point) => -0.5 * ((a - b) / 0.03) ** 2;
    let points = walk(latinHypercube(100, 2, luck), density, 200, luck);
    const pool: Point[] = [];
    for (let k = 0; k < 150; k++) {
      points = walk(points, density, 20, luck);
      pool.push(...points);
    }
    // A uniform ridge: 3 % of it in the last 3 % of the cube, less what of its width lies outside.
    const inCorner = pool.filter(([a]) => a > 0.97).length / pool.length;
    expect(inCorner).toBeGreaterThan(0.015);
    expect(inCorner).toBeLessThan(0.03);
  });

  test('they stay in the cube', () => {
    const luck = luckOf('cube');
    const points = walk(latinHypercube(20, 2, luck), () => 0, 200, luck);
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

  test('goes by what the model says, however little an emulator knew of it', async () => {
    const dimensions = 2;
    const observed = ['a', 'b'].map((key) => ({ key, value: 0.6, tolerance: 0.02, ensemble: 0 }));
    const emulator: Emulator = { at: ([, b]) => [0.6, b], error: [1e6, 0] };
    const bias = { level: [0, 0], variance: [0, 0] };
    const knowledge = { runs: [], bias, emulator, observed, reached: [true, true] };
    const plan = {
      seed: 'climb',
      dimensions,
      observed,
      waves: 1,
      points: 10,
      runs: 2,
      screenScale: 100,
      scale: 100,
      referenceRuns: 2,
      referenceScale: 10,
      slopeRuns: 2,
      members: 10,
    };
    const { best } = await polish([0.1, 0.6], knowledge, plan, {
      run: async (tasks) => tasks.map(({ point }) => [...point]),
    });
    for (const x of best) expect(Math.abs(x - 0.6)).toBeLessThan(0.01);
  });
});

describe('weights', () => {
  test('a weighted quantile is where the weights reach it', () => {
    expect(weightedQuantile([30, 10, 20], [0.25, 0.5, 0.25], 0.5)).toBe(10);
    expect(weightedQuantile([30, 10, 20], [0.25, 0.5, 0.25], 0.51)).toBe(20);
    expect(weightedQuantile([], [], 0.5)).toBe(null);
  });
});
