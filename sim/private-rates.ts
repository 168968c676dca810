import type { World } from './world.ts';

/** Steps of an agreed private rate in a rate of 1: it is kept in steps of 0.2 points, the nearest one. */
const STEPS = 500;

/** An annual rate in whole steps, as the enterprise table has it. */
export const inSteps = (rate: number): number => Math.round(STEPS * rate);

/** The annual rate of so many steps, or the cap where that is lower. */
export function cappedRate(steps: number, cap: number): number {
  const agreed = steps / STEPS;
  return agreed < cap ? agreed : cap;
}

/** Annual rate of an enterprise's private debt: as agreed when it last borrowed, or the cap in force by cell. */
export const privateRateOf = (
  { privateRate, cell }: World['enterprises'],
  cap: Float64Array,
  i: number,
): number => cappedRate(privateRate[i], cap[cell[i]]);
