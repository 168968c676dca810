/** Renewal through a common centre: a list decides who is spared the repayment, and the rest bridge fewer days. */
import { lever, leverInUse } from '../conditions.ts';
import { type DrawKey, drawKey, STREAMS, uniform } from '../random.ts';
import type { World } from '../world.ts';

export interface RenewalCentre {
  readonly world: World;
  /** Part of maturing loans that run through it, and part of the bridge time left to them, by cell. */
  readonly connected: Float64Array;
  readonly daysLeft: Float64Array;
  readonly key: DrawKey;
}

/** Null while no loan runs through the centre. */
export function renewalCentreOf(world: World): RenewalCentre | null {
  const connected = leverInUse(world, 'renewalCentre.connected');
  if (connected === null) return null;
  return {
    world,
    connected,
    daysLeft: lever(world, 'renewalCentre.daysLeft'),
    key: drawKey(world.input.seed, STREAMS.renewalCentre, -1),
  };
}

/** Whether the loans of enterprise `i` are renewed through the centre. */
export function usesCentre(centre: RenewalCentre | null, i: number): boolean {
  if (centre === null) return false;
  const { cell, id } = centre.world.enterprises;
  return uniform(centre.key.k0, centre.key.k1, id[i]) < centre.connected[cell[i]];
}
