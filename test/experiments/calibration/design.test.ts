import { describe, expect, test } from 'vitest';
import {
  latinHypercube,
  luckOf,
  nearestPair,
  type Point,
  shuffled,
  spreadHypercube,
  spreadSubset,
} from '../../../experiments/calibration/design.ts';

/** Ishigami and Homma (1990) on [-pi, pi]^3 with a = 7, b = 0.1; its mean is a / 2. */
const ishigami = (point: Point): number => {
  const [x, y, z] = point.map((one) => Math.PI * (2 * one - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
};

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Root mean squared error of the mean of Ishigami's function over repeated designs. */
function errorOf(design: (luck: () => number) => readonly Point[], repeats = 60): number {
  const errors = Array.from({ length: repeats }, (_, k) => {
    const points = design(luckOf(`design ${k}`));
    return (mean(points.map(ishigami)) - 3.5) ** 2;
  });
  return Math.sqrt(mean(errors));
}

describe('designs', () => {
  test('a Latin hypercube has one point in every slice of every coordinate', () => {
    const points = latinHypercube(37, 5, luckOf('slices'));
    for (let d = 0; d < 5; d++) {
      const slices = points.map((point) => Math.floor(point[d] * 37)).sort((a, b) => a - b);
      expect(slices).toEqual(Array.from({ length: 37 }, (_, k) => k));
    }
  });

  test('it integrates Ishigami’s function with less than two thirds of the error of plain chance', () => {
    const random = (luck: () => number) => Array.from({ length: 64 }, () => [luck(), luck(), luck()]);
    const hypercube = (luck: () => number) => latinHypercube(64, 3, luck);
    expect(errorOf(hypercube)).toBeLessThan((2 / 3) * errorOf(random));
  });

  test('the spread one keeps its nearest points farther apart than a single hypercube does', () => {
    const single = mean(
      Array.from({ length: 20 }, (_, k) => nearestPair(latinHypercube(30, 4, luckOf(`one ${k}`)))),
    );
    expect(nearestPair(spreadHypercube(30, 4, luckOf('best')))).toBeGreaterThan(single);
  });

  test('a spread subset of a crowd and one outsider takes the outsider second', () => {
    const crowd = Array.from({ length: 20 }, (_, k) => [0.1 + k / 1000, 0.1]);
    expect(spreadSubset([...crowd, [0.9, 0.9]], 2)).toEqual([0, 20]);
  });

  test('the same word shuffles alike and another does not', () => {
    const order = (word: string) => shuffled(50, luckOf(word));
    expect(order('a')).toEqual(order('a'));
    expect(order('a')).not.toEqual(order('b'));
    expect([...order('a')].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, k) => k));
  });
});
