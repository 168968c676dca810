/** Private lending: who may borrow how much and at what rate, and a legal cap that puts it out of reach for the risky. */
import { TRAIT } from './agents/enterprises.ts';
import { CLASS, lever } from './conditions.ts';
import { type PrivatePrice, privateAsk, privateBreakEven } from './decisions/private-supply.ts';
import { defaultProbability } from './decisions/signal.ts';
import { FLOW, PREFECTURE_ENTRY, postPrefecture, type Tally } from './ledger.ts';
import { cappedRate, inSteps } from './private-rates.ts';
import { beliefAbout, type Desk, indexOf, openDesk } from './underwriting.ts';
import type { World } from './world.ts';

/** The month's private lenders: what they know, what they ask by setting, and the legal cap by cell. */
export interface PrivateMarket {
  readonly desk: Desk;
  readonly prices: readonly PrivatePrice[];
  readonly cap: Float64Array;
}

export function openPrivateMarket(world: World): PrivateMarket {
  const p = world.input.province.parameters;
  const c = CLASS.private;
  const [least, most] = [p['lend.funding'][c], p['lend.rateCap'][c]];
  const ordinary = privateBreakEven(least, p['private.ordinaryDefault'][0], p['lend.lgdUnsecured'][c]);
  return {
    desk: openDesk(world),
    prices: p['private.rate'].map((going) => ({ going, ordinary, least, most })),
    cap: lever(world, 'privateRateCap.cap'),
  };
}

/** Smallest private loan, yuan. */
const LEAST = 1000;

/** Yuan private lenders would still lend an enterprise; 0 without acquaintances or with private debt in arrears. */
export function privateRoom({ enterprises: e, input }: World, i: number): number {
  if ((e.traits[i] & TRAIT.privateReach) === 0 || e.privateArrears[i] > 0) return 0;
  return input.province.parameters['private.limitMonths'][0] * e.scale[i] - e.privateDebt[i];
}

/** What private lenders ask for `amount` yuan more where they do not lend them. */
export const REFUSED = 0;

/**
 * Annual rate a private lender asks for `amount` yuan more; `REFUSED` for too little, where it would not break even at the
 * highest rate anybody asks, and where the cap leaves less than it breaks even at. It knows the borrower as well as can be, the new debt at the going rate included.
 */
export function askedPrivately(
  { desk, prices, cap: caps }: PrivateMarket,
  i: number,
  amount: number,
): number {
  if (amount < LEAST) return REFUSED;
  const { p, world } = desk;
  const c = CLASS.private;
  const cell = world.enterprises.cell[i];
  const cap = caps[cell];
  const price = prices[world.atlas.setting[cell]];
  const belief = beliefAbout(desk, i, c);
  const index = (indexOf(desk, i, amount, Math.min(cap, price.going)) - belief.mean) / belief.spread;
  const pd = defaultProbability(index, 1, belief);
  const breakEven = privateBreakEven(p['lend.funding'][c], pd, p['lend.lgdUnsecured'][c]);
  const asked = privateAsk(price, breakEven);
  if (breakEven > price.most || (asked > cap && breakEven > cap)) return REFUSED;
  return cappedRate(inSteps(asked), cap);
}

/** Private lenders lend `amount` yuan at `rate`, which from now on holds for all the enterprise owes them. */
export function lendPrivately(
  { desk: { world } }: PrivateMarket,
  tally: Tally,
  i: number,
  amount: number,
  rate: number,
): void {
  const { enterprises: e, atlas } = world;
  e.cash[i] += amount;
  e.privateDebt[i] += amount;
  e.privateRate[i] = inSteps(rate);
  const place = atlas.prefecture[e.cell[i]];
  postPrefecture(tally, FLOW.privateLent, place, PREFECTURE_ENTRY.privateLent, amount);
}
