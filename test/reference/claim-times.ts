/** How long claims take where a guarantor is. */
import { atPrefecture } from './in-force.ts';
import type { Guarantor } from './institutions.ts';
import type { SlowWorld } from './world.ts';

/** Months until the court rules. */
export const courtMonths = (world: SlowWorld, g: Guarantor): number =>
  Math.round(atPrefecture(world, 'courtSpeed.months', g.prefecture));

/** Months until a claim's papers are through. */
export const filingMonths = (world: SlowWorld, g: Guarantor): number =>
  Math.round(atPrefecture(world, 'compensation.filingMonths', g.prefecture));
