/** Private lending: who may borrow how much, and a legal cap that makes it cheaper and puts it out of reach for the risky. */
import { TRAIT } from './agents/enterprises.ts';
import { CLASS, lever } from './conditions.ts';
import { privateBreakEven } from './decisions/private-supply.ts';
import { defaultProbability } from './decisions/signal.ts';
import { FLOW, PREFECTURE_ENTRY, postPrefecture, type Tally } from './ledger.ts';
import { privateRates } from './private-rates.ts';
import { whileLeversStand } from './standing.ts';
import { beliefAbout, type Desk, indexOf, openDesk } from './underwriting.ts';
import type { World } from './world.ts';

/** The month's private lenders: annual rate by cell, and the cap on it where one binds. */
export interface PrivateMarket {
  readonly world: World;
  readonly rates: Float64Array;
  readonly cap: Cap | null;
}

export const openPrivateMarket = (world: World): PrivateMarket => ({
  world,
  rates: privateRates(world),
  cap: capOf(world),
});

/** Smallest private loan, yuan. */
const LEAST = 1000;

/** Yuan private lenders would still lend an enterprise; 0 without acquaintances or with private debt in arrears. */
export function privateRoom({ enterprises: e, input }: World, i: number): number {
  if ((e.traits[i] & TRAIT.privateReach) === 0 || e.privateArrears[i] > 0) return 0;
  return input.province.parameters['private.limitMonths'][0] * e.scale[i] - e.privateDebt[i];
}

/** Takes `amount` yuan from private lenders; false when it is too little or they would not lend it under the cap. */
export function borrowFrom({ world, cap }: PrivateMarket, tally: Tally, i: number, amount: number): boolean {
  if (amount < LEAST || !lendsUnder(cap, i, amount)) return false;
  const { enterprises: e, atlas } = world;
  e.cash[i] += amount;
  e.privateDebt[i] += amount;
  const place = atlas.prefecture[e.cell[i]];
  postPrefecture(tally, FLOW.privateLent, place, PREFECTURE_ENTRY.privateLent, amount);
  return true;
}

/** What lending under a cap needs; null while the cap is nowhere below the going rate. */
interface Cap {
  readonly desk: Desk;
  readonly cap: Float64Array;
}

function capOf(world: World): Cap | null {
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
function lendsUnder(cap: Cap | null, i: number, amount: number): boolean {
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
