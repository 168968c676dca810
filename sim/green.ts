/** Who has a good carbon account, and what that brings. */
import { TRAIT } from './agents/enterprises.ts';
import { lever, leverInUse } from './conditions.ts';
import { type DrawKey, drawKey, STREAMS, uniform } from './random.ts';
import type { World } from './world.ts';

/** Gathered while levers stand. */
export interface Green {
  readonly world: World;
  readonly share: Float64Array;
  /** Funding cost saved and interest paid by the treasury, annual ratios by cell. */
  readonly points: Float64Array;
  readonly subsidy: Float64Array;
  readonly key: DrawKey;
}

/** Null while no carbon account counts. */
export function openGreen(world: World): Green | null {
  const share = leverInUse(world, 'carbonPricing.share');
  if (share === null) return null;
  return {
    world,
    share,
    points: lever(world, 'carbonPricing.points'),
    subsidy: lever(world, 'carbonPricing.subsidy'),
    key: drawKey(world.input.seed, STREAMS.carbonAccount, -1),
  };
}

/** Whether an enterprise emits little and has the account that says so. */
export function isGreen(green: Green | null, i: number): boolean {
  if (green === null) return false;
  const { traits, cell, id } = green.world.enterprises;
  return (traits[i] & TRAIT.green) !== 0 && uniform(green.key.k0, green.key.k1, id[i]) < green.share[cell[i]];
}

/** Funding cost a lender saves on a loan to the enterprise, and interest the treasury pays for it; 0 where it is not green. */
export const greenPoints = (green: Green | null, i: number): number =>
  green !== null && isGreen(green, i) ? green.points[green.world.enterprises.cell[i]] : 0;
export const greenSubsidy = (green: Green | null, i: number): number =>
  green !== null && isGreen(green, i) ? green.subsidy[green.world.enterprises.cell[i]] : 0;
