/** Where an enterprise asks for credit: a logit choice among the lender classes that serve its place. */
import { TRAIT } from './agents/enterprises.ts';
import { CLASS } from './conditions.ts';
import { LENDER_CLASSES } from './input.ts';
import { type DrawKey, gumbel, pairUniform } from './random.ts';
import type { World } from './world.ts';

/** What the choice of a lender depends on, fixed for a month. */
export interface Market {
  readonly reach: readonly number[];
  readonly bySize: readonly number[];
  readonly bySetting: readonly number[];
  readonly core: readonly number[];
  readonly coreAt: readonly number[];
  readonly sensitivity: number;
  readonly pull: number;
  readonly posted: Float64Array;
  readonly minLoan: readonly number[];
  readonly maxLine: readonly number[];
}

export function marketOf(world: World): Market {
  const p = world.input.province.parameters;
  return {
    reach: p['apply.reach'],
    bySize: p['apply.reachBySize'],
    bySetting: p['apply.reachBySetting'],
    core: p['apply.reachCore'],
    coreAt: world.input.province.prefectures.map((one) => one.core),
    sensitivity: p['apply.rateSensitivity'][0],
    pull: p['apply.relationPull'][0],
    posted: world.province.postedRate,
    minLoan: p['lend.minLoan'],
    maxLine: p['lend.maxLine'],
  };
}

/**
 * Class with the highest utility for a loan of `amount` yuan, or -1 when nobody lends such amounts here. A lender class
 * without lenders in the prefecture cannot be chosen; digital lenders only know enterprises with platform traces.
 */
export function chooseClass(world: World, market: Market, slot: number, amount: number, own: number, key: DrawKey): number {
  const { enterprises: e, atlas, shape } = world;
  const cell = e.cell[slot];
  const prefecture = atlas.prefecture[cell];
  let best = -1;
  let bestUtility = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < LENDER_CLASSES.length - 1; c++) {
    if (atlas.lendersAt[c * shape.prefectures + prefecture].ids.length === 0) continue;
    if (amount < market.minLoan[c] || amount > market.maxLine[c]) continue;
    if (c === CLASS.digital && (e.traits[slot] & TRAIT.platform) === 0) continue;
    const utility =
      market.reach[c] +
      market.bySize[c * 4 + atlas.size[cell]] +
      market.bySetting[c * 3 + atlas.setting[cell]] +
      market.core[c] * market.coreAt[prefecture] -
      market.sensitivity * market.posted[c] +
      (c === own ? market.pull : 0) +
      gumbel(key.k0, key.k1, e.id[slot], c);
    if (utility > bestUtility) {
      bestUtility = utility;
      best = c;
    }
  }
  return best;
}

/** The lender of a class an enterprise goes to: always the same one while it stays in place. */
export function lenderWithin(world: World, slot: number, lenderClass: number, key: DrawKey): number {
  const { enterprises: e, atlas, shape } = world;
  const { ids, cumulative } = atlas.lendersAt[lenderClass * shape.prefectures + atlas.prefecture[e.cell[slot]]];
  const u = pairUniform(key.k0, key.k1, e.id[slot], lenderClass);
  let k = 0;
  while (k < ids.length - 1 && u > cumulative[k]) k++;
  return ids[k];
}
