/** The likeliest point: climbed to on the emulator, then by slopes of the model itself. */
import type { Point } from './design.ts';
import { density, type Knowledge } from './knowledge.ts';
import type { FitPlan, Simulator } from './plan.ts';
import { meansAt } from './runs.ts';

const FIRST_STEP = 0.1;
const LAST_STEP = 0.004;
/** Just inside the cube. */
const EDGE = 1e-6;

/** A local maximum of a density in the unit cube: one coordinate after the other, steps halved when none helps. */
export function climb(start: Point, logDensity: (point: Point) => number): Point {
  let best = [...start];
  let height = logDensity(best);
  for (let step = FIRST_STEP; step >= LAST_STEP; ) {
    let risen = false;
    for (let d = 0; d < best.length; d++)
      for (const way of [step, -step]) {
        const next = best.map((x, k) => (k === d ? Math.min(1 - EDGE, Math.max(EDGE, x + way)) : x));
        const there = logDensity(next);
        if (there <= height) continue;
        [best, height, risen] = [next, there, true];
      }
    if (!risen) step /= 2;
  }
  return best;
}

/** Width of the differences, and how far a coordinate moves in the first round, in parts of its range. */
const WIDTH = 0.08;
const REACH = 0.2;
/** Rounds, and the reach below which another is not worth its worlds. */
const ROUNDS = 8;
const LEAST_REACH = 0.02;

/** Worlds the last climb asks for at most: slopes at the start, then the top of each round. */
export const mostWorlds = ({ dimensions, slopeRuns, referenceRuns }: FitPlan): number =>
  (dimensions + 1) * slopeRuns + (ROUNDS + 1) * referenceRuns;

/**
 * Slope of every output along every coordinate at a point, by differences under common luck that stay inside the cube.
 * What chance and scale do is nearly the same on both sides of a difference, so few and coarse worlds will do.
 */
async function slopesAt(top: Point, plan: FitPlan, simulator: Simulator): Promise<number[][]> {
  const few = { ...plan, referenceRuns: plan.slopeRuns, referenceScale: plan.scale };
  const base = await meansAt(top, few, simulator);
  const slopes: number[][] = [];
  for (const [d, x] of top.entries()) {
    const step = x + WIDTH < 1 ? WIDTH : -WIDTH;
    const moved = await meansAt(top.with(d, x + step), few, simulator);
    slopes.push(moved.map((value, k) => (value - base[k]) / step));
  }
  return slopes;
}

/** The log likelihood where `at` is what the model itself says: without the error of an emulator. */
const heightBy = (knowledge: Knowledge, at: (point: Point) => number[]) =>
  density({ ...knowledge, emulator: { at, error: knowledge.observed.map(() => 0) } }, 0);

/** A plane for a model: what it said at `top`, and its slopes there. */
const plane = (top: Point, said: readonly number[], slopes: number[][]) => (point: Point) =>
  said.map((value, k) => value + point.reduce((sum, x, d) => sum + slopes[d][k] * (x - top[d]), 0));

/** A density that is nothing where a coordinate is farther than `reach` from a point. */
const within =
  (near: Point, reach: number, logDensity: (point: Point) => number) =>
  (point: Point): number =>
    point.some((x, d) => Math.abs(x - near[d]) > reach) ? Number.NEGATIVE_INFINITY : logDensity(point);

/**
 * Climbs on the emulator, then on a plane through what many worlds say at the top (Gauss-Newton in a trust region): each
 * round climbs as far as the reach allows, and the reach is halved when the worlds there are no nearer to the targets.
 * Returns the best of the points that were run and their means.
 */
export async function polish(
  start: Point,
  knowledge: Knowledge,
  plan: FitPlan,
  simulator: Simulator,
): Promise<{ best: Point; expected: readonly number[] }> {
  const height = heightBy(knowledge, (said) => [...said]);
  let best = climb(start, density(knowledge, 0));
  let expected = await meansAt(best, plan, simulator);
  const slopes = await slopesAt(best, plan, simulator);
  let reach = REACH;
  for (let round = 0; round < ROUNDS && reach >= LEAST_REACH; round++) {
    const top = within(best, reach, heightBy(knowledge, plane(best, expected, slopes)));
    const next = climb(best, top);
    const said = await meansAt(next, plan, simulator);
    if (height(said) > height(expected)) [best, expected] = [next, said];
    else reach /= 2;
  }
  return { best, expected };
}
