/** Private lending under a legal cap: cheaper for those who still get it, and out of reach for the risky. */
import { CLASS, lever } from './conditions.ts';
import { privateBreakEven } from './decisions/private-supply.ts';
import { defaultProbability } from './decisions/signal.ts';
import { whileLeversStand } from './standing.ts';
import { beliefAbout, type Desk, indexOf, openDesk } from './underwriting.ts';
import type { World } from './world.ts';

/** What lending under a cap needs; null while the cap is nowhere below the going rate. */
export interface Cap {
  readonly desk: Desk;
  readonly cap: Float64Array;
}

export function capOf(world: World): Cap | null {
  return binds(world) ? { desk: openDesk(world), cap: lever(world, 'privateRateCap.cap') } : null;
}

const binds = whileLeversStand((world): boolean => {
  const going = world.input.province.parameters['private.rate'];
  return lever(world, 'privateRateCap.cap').some((most, cell) => most < going[world.atlas.setting[cell]]);
});

/**
 * Whether a private lender breaks even on `amount` yuan under the cap, where the cap is below the going rate of the place;
 * it knows the borrower as well as can be.
 */
export function lendsUnder(cap: Cap | null, i: number, amount: number): boolean {
  if (cap === null) return true;
  const { desk } = cap;
  const c = CLASS.private;
  const cell = desk.world.enterprises.cell[i];
  const most = cap.cap[cell];
  if (most >= desk.p['private.rate'][desk.world.atlas.setting[cell]]) return true;
  const belief = beliefAbout(desk, i, c);
  const index = (indexOf(desk, i, amount, most) - belief.mean) / belief.spread;
  const pd = defaultProbability(index, 1, belief);
  return privateBreakEven(desk.p['lend.funding'][c], pd, desk.p['lend.lgdUnsecured'][c]) <= most;
}
