import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { chanceBound, furthest, type Gaps } from '../../experiments/sign-flips.ts';

describe('the furthest month', () => {
  test('is that of the mean of runs, and keeps its sign and its spread', () => {
    const runs = [
      [0, 1, -3, 9],
      [0, 1, -4, -8],
    ];
    const { at, mean, error } = furthest(runs);
    expect([at, mean]).toEqual([2, -3.5]);
    expect(error).toBeCloseTo(Math.SQRT1_2 / Math.SQRT2, 12);
  });

  test('is one all runs have a value in, or none', () => {
    const [early, late] = [
      [
        [null, 1, 5],
        [2, 1, null],
      ],
      [
        [null, 1],
        [2, null],
      ],
    ];
    expect(furthest(early!)).toMatchObject({ at: 1, mean: 1 });
    expect(furthest(late!).at).toBe(-1);
    expect(furthest([]).at).toBe(-1);
  });
});

/** The same bound by recursion over every pattern of signs, opposite ones too. */
function boundByHand(cells: readonly (readonly (readonly number[])[])[]): number {
  const runs = cells[0]!.length;
  const reach = (signs: readonly number[]): number[] => {
    if (signs.length < runs) return [1, -1].flatMap((sign) => reach([...signs, sign]));
    const distances = cells.map((cell) => {
      const signed = cell.map((gaps, k) => gaps.map((gap) => gap * signs[k]!));
      const means = signed[0]!.map((_, month) => signed.reduce((sum, gaps) => sum + gaps[month]!, 0) / runs);
      const far = means.reduce(
        (best, one, month) => (Math.abs(one) > Math.abs(means[best]!) ? month : best),
        0,
      );
      const spread = signed.reduce((sum, gaps) => sum + (gaps[far]! - means[far]!) ** 2, 0) / (runs - 1);
      return Math.abs(means[far]!) / Math.sqrt(spread / runs);
    });
    return [Math.max(...distances)];
  };
  const all = reach([]).sort((a, b) => b - a);
  return all[Math.floor(0.05 * (all.length / 2)) * 2]!;
}

/** Differences that drift from month to month, as paired worlds do, around a mean that grows to `size`. */
function drifting(random: () => number, runs: number, months: number, size = 0): number[][] {
  return Array.from({ length: runs }, () => {
    let drift = 0;
    return Array.from({ length: months }, (_, month) => {
      drift = 0.95 * drift + (random() + random() + random() - 1.5);
      return drift + (size * month) / months;
    });
  });
}

const isBeyond = (cell: readonly Gaps[], bound: number): boolean => {
  const { mean, error } = furthest(cell);
  return Math.abs(mean) > bound * error;
};

describe('how far chance takes the furthest of many means', () => {
  test('is what going through every pattern of signs by hand says', () => {
    const random = seedrandom('by hand');
    for (const [cells, runs, months] of [
      [1, 6, 1],
      [3, 7, 4],
      [2, 8, 12],
    ] as const) {
      const grid = Array.from({ length: cells }, () => drifting(random, runs, months));
      expect(chanceBound(grid)).toBeCloseTo(boundByHand(grid), 9);
    }
  });

  test('is beyond anything for fewer than six runs, which agree by chance once in twenty times', () => {
    const alike = (runs: number) => [Array.from({ length: runs }, (_, k) => [1 + k / 100])];
    for (const runs of [0, 1, 2, 5]) expect(chanceBound(alike(runs))).toBe(Number.POSITIVE_INFINITY);
    expect(isBeyond(alike(6)[0]!, chanceBound(alike(6)))).toBe(true);
  });

  test('lets a grid in which nothing moves stand out in one case of twenty, with months that are picked', () => {
    const random = seedrandom('nothing moves');
    const [grids, cells, runs, months] = [400, 6, 8, 24];
    let [found, ownOnly] = [0, 0];
    for (let k = 0; k < grids; k++) {
      const grid = Array.from({ length: cells }, () => drifting(random, runs, months));
      const bound = chanceBound(grid);
      if (grid.some((cell) => isBeyond(cell, bound))) found++;
      // Student’s t for six intervals, t(1 - 0.025 / 6, 7), as if the month had not been picked.
      if (grid.some((cell) => isBeyond(cell, 3.636))) ownOnly++;
    }
    // 20 expected; ± 3 standard deviations of a count of 400.
    expect(found).toBeGreaterThan(7);
    expect(found).toBeLessThan(33);
    expect(ownOnly, 'without the choice of the month').toBeGreaterThan(2 * found);
  });

  test('finds the cell that moves, and hardly any other', () => {
    const random = seedrandom('one moves');
    let [right, wrong] = [0, 0];
    for (let k = 0; k < 50; k++) {
      const grid = [0, 0, 40, 0].map((size) => drifting(random, 8, 24, size));
      const bound = chanceBound(grid);
      if (isBeyond(grid[2]!, bound)) right++;
      if ([0, 1, 3].some((at) => isBeyond(grid[at]!, bound))) wrong++;
    }
    expect(right).toBeGreaterThan(45);
    expect(wrong).toBeLessThan(9);
  });

  test('draws patterns where there are too many of them, the same each time', () => {
    const random = seedrandom('sixteen runs');
    const grid = [drifting(random, 16, 12), drifting(random, 16, 12)];
    const bound = chanceBound(grid);
    expect(chanceBound(grid)).toBe(bound);
    expect(bound).toBeGreaterThan(2);
    expect(bound).toBeLessThan(5);
  });
});
