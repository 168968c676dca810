/** The likeliest point: climbed to on the emulator, then set right by what the model itself says there. */
import type { Point } from './design.ts';
import { density, type Knowledge } from './knowledge.ts';
import type { FitPlan, Simulator } from './plan.ts';
import { meansAt } from './runs.ts';

const FIRST_STEP = 0.1;
const LAST_STEP = 0.004;
/** Just inside the cube. */
const EDGE = 1e-6;
const ROUNDS = 10;

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

/** The knowledge with its emulator moved by a constant for each output. */
const shifted = (knowledge: Knowledge, shift: readonly number[]): Knowledge => ({
  ...knowledge,
  emulator: {
    error: knowledge.emulator.error,
    at: (point) => knowledge.emulator.at(point).map((value, k) => value + shift[k]),
  },
});

/**
 * Climbs, runs many worlds at the top, moves the emulator to what they say and climbs again. Returns the best of the
 * points that were run and their means.
 */
export async function polish(
  start: Point,
  knowledge: Knowledge,
  plan: FitPlan,
  simulator: Simulator,
): Promise<{ best: Point; expected: readonly number[] }> {
  const height = density(
    { ...knowledge, emulator: { ...knowledge.emulator, at: (values) => [...values] } },
    0,
  );
  let top = climb(start, density(knowledge, 0));
  let found: { best: Point; expected: readonly number[] } | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const said = await meansAt(top, plan, simulator);
    if (!found || height(said) > height(found.expected)) found = { best: top, expected: said };
    const expected = knowledge.emulator.at(top);
    const shift = said.map((value, k) => value - expected[k]);
    top = climb(top, density(shifted(knowledge, shift), 0));
  }
  return found ?? { best: top, expected: knowledge.emulator.at(top) };
}
