/** How an enterprise comes into the world: lasting traits from keyed draws that depend on its id alone. */

import { STATUS, TRAIT } from './agents/enterprises.ts';
import { COMMERCIAL_SOURCES } from './agents/sources.ts';
import { exp, normalQuantile, roundYuan } from './arithmetic.ts';
import { NO_LENDER } from './contracts/loans.ts';
import { type DrawKey, drawKey, normal, STREAMS, uniform } from './random.ts';
import { segmentsOf, tracesOf } from './traces.ts';
import type { World } from './world.ts';

/** First id of entrants; ids below it belong to the starting population. */
export const ENTRANT_IDS = 0x30000000;

/** Id of the `ordinal`-th enterprise of a cell at the start. */
export const startId = (cell: number, ordinal: number): number => cell * 0x40000 + ordinal;

/** Entrants an id can tell apart in a block and month, and blocks. */
export const ENTRANTS = 0x2000;
const BLOCKS = 128;

/** Id of the `ordinal`-th entrant of a block in a month. */
export const entrantId = (month: number, block: number, ordinal: number): number =>
  ENTRANT_IDS + ((month * BLOCKS + block) * ENTRANTS + ordinal);

/** When and where an entrant was born, read off its id. */
export function entrantOf(id: number): { month: number; block: number; ordinal: number } {
  const rest = id - ENTRANT_IDS;
  const place = Math.floor(rest / ENTRANTS);
  return { month: Math.floor(place / BLOCKS), block: place % BLOCKS, ordinal: rest % ENTRANTS };
}

/** The draws an enterprise is born with. */
const BIRTH_STREAMS = [
  'initialSize',
  'quality',
  'shock',
  'need',
  'belief',
  'initialCash',
  'dataPartial',
  'collateral',
  'peer',
  'floodExposure',
  'coreSupplier',
  'segment',
  'traces',
] as const;
type BirthKeys = { readonly [K in (typeof BIRTH_STREAMS)[number]]: DrawKey };

const KEYS = new WeakMap<World, BirthKeys>();

/** Their keys, mixed once a world: they never change. */
function birthKeys(world: World): BirthKeys {
  const known = KEYS.get(world);
  if (known) return known;
  const keys = Object.fromEntries(
    BIRTH_STREAMS.map((name) => [name, drawKey(world.input.seed, STREAMS[name], -1)]),
  ) as BirthKeys;
  KEYS.set(world, keys);
  return keys;
}

/** Writes a new enterprise into a slot. `start` is its liquidity in months of sales. */
export function bear(
  world: World,
  slot: number,
  id: number,
  cell: number,
  founded: number,
  start: number,
): void {
  const { enterprises: e, input, atlas, second, loans } = world;
  const p = input.province.parameters;
  const size = atlas.size[cell];
  const setting = atlas.setting[cell];
  const key = birthKeys(world);
  const monthly =
    (p['trade.annualSales'][size] / 12) *
    exp(p['trade.salesSpread'][size] * normal(key.initialSize.k0, key.initialSize.k1, id));
  const quality = normal(key.quality.k0, key.quality.k1, id);
  e.status[slot] = STATUS.active;
  e.id[slot] = id;
  e.cell[slot] = cell;
  e.founded[slot] = founded;
  e.quality[slot] = quality;
  e.shock[slot] = normal(key.shock.k0, key.shock.k1, id);
  e.scale[slot] = roundYuan(monthly);
  e.returnOnCredit[slot] =
    p['apply.returnOnCredit'][0] +
    p['apply.returnSpread'][0] * (0.9 * normal(key.need.k0, key.need.k1, id) - 0.4 * quality);
  e.belief[slot] = startBelief(world, cell, id);
  e.cash[slot] = roundYuan(start * monthly * (0.5 + uniform(key.initialCash.k0, key.initialCash.k1, id)));
  const traits =
    (uniform(key.dataPartial.k0, key.dataPartial.k1, id) < p['data.platformTraces'][setting]
      ? TRAIT.platform
      : 0) |
    (uniform(key.collateral.k0, key.collateral.k1, id) <
    p['data.collateral'][size] * p['data.collateralBySetting'][setting]
      ? TRAIT.collateral
      : 0) |
    (uniform(key.peer.k0, key.peer.k1, id) < p['private.reach'][setting] ? TRAIT.privateReach : 0) |
    (uniform(key.floodExposure.k0, key.floodExposure.k1, id) < p['flood.exposed'][setting]
      ? TRAIT.floodplain
      : 0) |
    (uniform(key.coreSupplier.k0, key.coreSupplier.k1, id) < p['coreEnterpriseBreak.suppliers'][0]
      ? TRAIT.supplier
      : 0) |
    segmentsOf(atlas, cell, id, key.segment);
  const missing = p['data.missingBySetting'][setting];
  e.traits[slot] = traits;
  e.sources[slot] = tracesOf(atlas, cell, id, traits, missing, key.traces, COMMERCIAL_SOURCES);
  report(e, slot);
  e.capital[slot] = 0;
  e.privateDebt[slot] = 0;
  e.yearIndex[slot] = NO_INDEX;
  e.vintage[slot] = 0;
  e.history[slot] = 0;
  e.relation[slot] = 0;
  e.bad[slot] = 0;
  e.distress[slot] = 0;
  e.yearDefault[slot] = 0;
  e.privateArrears[slot] = 0;
  e.privateRate[slot] = 0;
  loans.lender[slot] = NO_LENDER;
  loans.lender[second[slot]] = NO_LENDER;
}

/** Writes down what an enterprise's records say of its trade: shock in 1/1024, cash in 1/256 months of normal sales. */
export function report(
  { shock, cash, scale, reportedShock, reportedCash }: World['enterprises'],
  i: number,
): void {
  reportedShock[i] = fixed(1024 * shock[i]);
  reportedCash[i] = fixed((256 * cash[i]) / scale[i]);
}

const fixed = (value: number): number => Math.round(value < -32767 ? -32767 : value > 32767 ? 32767 : value);

/** Marks an enterprise that was no borrower when the year began. */
export const NO_INDEX = -32768;

/** Probit of the chance an owner without experience expects. */
export function startBelief(world: World, cell: number, id: number): number {
  const { input, atlas } = world;
  const p = input.province.parameters;
  const { k0, k1 } = birthKeys(world).belief;
  return probit(p['apply.belief'][atlas.setting[cell]]) + p['apply.beliefSpread'][0] * normal(k0, k1, id);
}

/** Probit of a chance kept inside (0.001, 0.999). */
export function probit(chance: number): number {
  return normalQuantile(chance < 0.001 ? 0.001 : chance > 0.999 ? 0.999 : chance);
}
