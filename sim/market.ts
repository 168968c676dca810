/** Where an enterprise asks for credit: a logit choice among the lender classes that serve its place. */
import { COMMERCIAL_SOURCES } from './agents/sources.ts';
import { exp, log } from './arithmetic.ts';
import { CLASS, lever } from './conditions.ts';
import { LENDER_CLASSES } from './input.ts';
import { licensedFrom } from './licence.ts';
import { type DrawKey, pairUniform } from './random.ts';
import type { World } from './world.ts';

/** What the choice of a lender depends on, fixed for a month. */
export interface Market {
  /** exp(utility) of each class by core, setting and size: index `((class * 2 + core) * 3 + setting) * 4 + size`. */
  readonly weight: Float64Array;
  readonly coreAt: readonly number[];
  /** Factor on the weight of the class an enterprise already borrows from. */
  readonly pull: number;
  readonly posted: Float64Array;
  readonly minLoan: readonly number[];
  readonly maxLine: readonly number[];
  /** Presence of relationship banks by prefecture. */
  readonly presence: Float64Array;
}

const CHOICES = LENDER_CLASSES.length - 1;

export function marketOf(world: World): Market {
  const p = world.input.province.parameters;
  const posted = world.province.postedRate;
  const weight = new Float64Array(CHOICES * 24);
  for (let k = 0; k < weight.length; k++) {
    const size = k % 4;
    const setting = Math.floor(k / 4) % 3;
    const core = Math.floor(k / 12) % 2;
    const c = Math.floor(k / 24);
    weight[k] = exp(
      p['apply.reach'][c] +
        p['apply.reachBySize'][c * 4 + size] +
        p['apply.reachBySetting'][c * 3 + setting] +
        p['apply.reachCore'][c] * core -
        p['apply.rateSensitivity'][0] * posted[c],
    );
  }
  return {
    weight,
    posted,
    coreAt: world.input.province.prefectures.map((one) => one.core),
    pull: exp(p['apply.relationPull'][0]),
    minLoan: p['lend.minLoan'],
    maxLine: p['lend.maxLine'],
    presence: lever(world, 'relationshipBanks.presence'),
  };
}

/**
 * Class chosen for a loan of `amount` yuan, or -1 when nobody lends such amounts here. A logit choice as a race: the
 * shortest exponential time over weight wins. A class without lenders in the prefecture cannot be chosen; digital
 * lenders only know enterprises with platform traces.
 */
export function chooseClass(
  world: World,
  market: Market,
  slot: number,
  amount: number,
  own: number,
  key: DrawKey,
): number {
  const { enterprises: e, atlas, shape } = world;
  const cell = e.cell[slot];
  const prefecture = atlas.prefecture[cell];
  const place = market.coreAt[prefecture] * 12 + atlas.setting[cell] * 4 + atlas.size[cell];
  const readable = (e.sources[slot] & COMMERCIAL_SOURCES) !== 0;
  let best = -1;
  let shortest = Number.POSITIVE_INFINITY;
  for (let c = 0; c < CHOICES; c++) {
    if (amount < market.minLoan[c] || amount > market.maxLine[c] || (c === CLASS.digital && !readable))
      continue;
    if (atlas.lendersAt[c * shape.prefectures + prefecture].ids.length === 0) continue;
    const present = c === CLASS.relationship ? market.presence[prefecture] : 1;
    if (present === 0) continue;
    const weight = market.weight[c * 24 + place] * present * (c === own ? market.pull : 1);
    const time = -log(pairUniform(key.k0, key.k1, e.id[slot], c)) / weight;
    if (time < shortest) {
      shortest = time;
      best = c;
    }
  }
  return best;
}

/** The lender of a class an enterprise goes to: always the same one while both stay in place; -1 when none is licensed. */
export function lenderWithin(world: World, slot: number, lenderClass: number, key: DrawKey): number {
  const { enterprises: e, atlas, shape } = world;
  const { ids, cumulative } =
    atlas.lendersAt[lenderClass * shape.prefectures + atlas.prefecture[e.cell[slot]]];
  const u = pairUniform(key.k0, key.k1, e.id[slot], lenderClass);
  let k = 0;
  while (k < ids.length - 1 && u > cumulative[k]) k++;
  return licensedFrom(world, ids, k);
}
