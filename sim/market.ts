/** Where an enterprise asks for credit: a logit choice among the lender classes that serve its place. */
import { COMMERCIAL_SOURCES } from './agents/sources.ts';
import { exp, log } from './arithmetic.ts';
import { CLASS, lever, leverInUse } from './conditions.ts';
import { LENDER_CLASSES, type ParameterValues } from './input.ts';
import { licensedFrom } from './licence.ts';
import { type DrawKey, pairUniform } from './random.ts';
import { whileLeversStand } from './standing.ts';
import type { World } from './world.ts';

/** What the choice of a lender depends on, fixed for a month. */
export interface Market {
  /** exp(utility) of each class by kind of place: index `kind * CHOICES + class`. */
  readonly weight: Float64Array;
  /** The same where all offers are seen side by side: what suits whom counts, not who is near and known. */
  readonly onPlatform: Float64Array;
  /** Kind of place of each cell, and how far each class can be found there, 0 to 1: index `cell * CHOICES + class`. */
  readonly kind: Uint8Array;
  readonly found: Float64Array;
  /** Factor on the weight of the class an enterprise already borrows from. */
  readonly pull: number;
  readonly posted: Float64Array;
  readonly minLoan: readonly number[];
  readonly maxLine: readonly number[];
}

const CHOICES = LENDER_CLASSES.length - 1;

export function marketOf(world: World): Market {
  const p = world.input.province.parameters;
  const posted = world.province.postedRate;
  const { kind, found } = placesOf(world);
  const matching = leverInUse(world, 'matchingPlatform.connected') !== null;
  const weight = weights(p, posted, 1);
  return {
    weight,
    onPlatform: matching ? weights(p, posted, 0) : weight,
    kind,
    found,
    posted,
    pull: exp(p['apply.relationPull'][0]),
    minLoan: p['lend.minLoan'],
    maxLine: p['lend.maxLine'],
  };
}

/** Kinds of place: in the core or not, setting, size. */
const KINDS = 24;

/**
 * exp(utility) of each class by kind of place, which is `(core * 3 + setting) * 4 + size`;
 * utility = known (reach + reach by setting + reach in the core) + reach by size - sensitivity x posted rate.
 */
function weights(p: ParameterValues, posted: Float64Array, known: 0 | 1): Float64Array {
  const weight = new Float64Array(CHOICES * KINDS);
  for (let k = 0; k < weight.length; k++) {
    const c = k % CHOICES;
    const kind = Math.floor(k / CHOICES);
    const size = kind % 4;
    const setting = Math.floor(kind / 4) % 3;
    const core = Math.floor(kind / 12);
    weight[k] = exp(
      known *
        (p['apply.reach'][c] + p['apply.reachBySetting'][c * 3 + setting] + p['apply.reachCore'][c] * core) +
        p['apply.reachBySize'][c * 4 + size] -
        p['apply.rateSensitivity'][0] * posted[c],
    );
  }
  return weight;
}

/** Kind of each cell, and where each class has lenders: relationship banks only as far as they are present. */
const placesOf = whileLeversStand((world) => {
  const { atlas, shape, input } = world;
  const presence = lever(world, 'relationshipBanks.presence');
  const kind = new Uint8Array(shape.cells);
  const found = new Float64Array(shape.cells * CHOICES);
  for (let cell = 0; cell < shape.cells; cell++) {
    const prefecture = atlas.prefecture[cell];
    kind[cell] =
      input.province.prefectures[prefecture].core * 12 + atlas.setting[cell] * 4 + atlas.size[cell];
    for (let c = 0; c < CHOICES; c++) {
      const here = atlas.lendersAt[c * shape.prefectures + prefecture].ids.length > 0;
      found[cell * CHOICES + c] = here ? (c === CLASS.relationship ? presence[prefecture] : 1) : 0;
    }
  }
  return { kind, found };
});

/** Whether a class lends amounts like this. */
export const lends = ({ minLoan, maxLine }: Market, lenderClass: number, amount: number): boolean =>
  amount >= minLoan[lenderClass] && amount <= maxLine[lenderClass];

/** As -log(u) >= 1 - u, a race already lost needs no logarithm; the factor leaves room for rounding. */
const SURELY = 1 + 1e-9;

/**
 * Class chosen for a loan of `amount` yuan, or -1 when nobody lends such amounts here. A logit choice as a race: the
 * shortest exponential time over weight wins. A class without lenders in the prefecture cannot be chosen; digital
 * lenders only know enterprises with platform traces; `matched` enterprises see all offers side by side.
 */
export function chooseClass(
  world: World,
  market: Market,
  slot: number,
  amount: number,
  own: number,
  matched: boolean,
  key: DrawKey,
): number {
  const { id, cell, sources } = world.enterprises;
  const weights = matched ? market.onPlatform : market.weight;
  const readable = (sources[slot] & COMMERCIAL_SOURCES) !== 0;
  const at = cell[slot] * CHOICES;
  const row = market.kind[cell[slot]] * CHOICES;
  let best = -1;
  let shortest = Number.POSITIVE_INFINITY;
  for (let c = 0; c < CHOICES; c++) {
    if (!lends(market, c, amount) || (c === CLASS.digital && !readable)) continue;
    const weight = weights[row + c] * market.found[at + c] * (c === own ? market.pull : 1);
    if (weight === 0) continue;
    const u = pairUniform(key.k0, key.k1, id[slot], c);
    if (1 - u > shortest * weight * SURELY) continue;
    const time = -log(u) / weight;
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
