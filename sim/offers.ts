/** Lines lenders grant before anybody asks: a model reads the records alone, and the owner only has to say yes. */

import type { View } from './asking.ts';
import { leverInUse } from './conditions.ts';
import type { Reached } from './outreach.ts';
import { type DrawKey, drawKey, STREAMS, uniform } from './random.ts';
import { type Desk, openDesk, readRecords } from './underwriting.ts';
import type { World } from './world.ts';

export interface Offers {
  readonly desk: Desk;
  readonly share: Float64Array;
  readonly key: DrawKey;
  readonly searchCost: number;
  readonly days: number;
  readonly trust: number;
}

/** What offers depend on; null while no lender makes any. */
export function openOffers(world: World): Offers | null {
  const share = leverInUse(world, 'passivePreApproval.share');
  if (share === null) return null;
  const p = world.input.province.parameters;
  return {
    desk: openDesk(world),
    share,
    key: drawKey(world.input.seed, STREAMS.preApproval, -1),
    searchCost: p['passivePreApproval.searchCost'][0],
    days: p['passivePreApproval.days'][0],
    trust: p['passivePreApproval.trust'][0],
  };
}

/** Whether an enterprise is among those pre-scored and its records alone pass the lender's test for unsecured loans. */
export function isOffered({ desk, share, key }: Offers, i: number, lender: number, amount: number): boolean {
  const { enterprises: e, lenders } = desk.world;
  if (uniform(key.k0, key.k1, e.id[i]) >= share[e.cell[i]] || e.bad[i] > 0) return false;
  if (amount > desk.p['lend.maxLoan'][lenders.class[lender]]) return false;
  const pd = readRecords(desk, i, lender, amount);
  return pd >= 0 && pd <= lenders.cutoff[lender] * desk.p['lend.unsecuredTolerance'][0];
}

/** With an offer in hand an owner expects the money, need not search, and has it in days. */
export function takeOffer({ searchCost, days, trust }: Offers, reached: Reached, view: View): void {
  reached.encouraged = true;
  if (view.chance < trust) view.chance = trust;
  view.cost *= searchCost;
  if (view.days > days) view.days = days;
}
