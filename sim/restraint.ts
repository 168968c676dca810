/** Partner banks: enterprises whose further banks hold back. */
import { leverInUse } from './conditions.ts';
import { type DrawKey, drawKey, STREAMS, uniform } from './random.ts';
import type { World } from './world.ts';

export interface Restraint {
  readonly world: World;
  readonly share: Float64Array;
  readonly key: DrawKey;
}

/** Null while nobody holds back. */
export function restraintOf(world: World): Restraint | null {
  const share = leverInUse(world, 'partnerBank.restraint');
  if (share === null) return null;
  return { world, share, key: drawKey(world.input.seed, STREAMS.partnerBank, -1) };
}

/** Whether an enterprise owing `debt` yuan in all is left to its first bank. */
export function leftToPartner(restraint: Restraint | null, i: number, debt: number): boolean {
  if (restraint === null) return false;
  const { world, share, key } = restraint;
  const { enterprises: e, input } = world;
  if (debt > input.province.parameters['partnerBank.ceiling'][0]) return false;
  return uniform(key.k0, key.k1, e.id[i]) < share[e.cell[i]];
}
