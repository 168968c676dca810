/** How an enterprise comes into the world: lasting traits from keyed draws that depend on its id alone. */

import { STATUS, TRAIT } from './agents/enterprises.ts';
import { COMMERCIAL_SOURCES } from './agents/sources.ts';
import { exp, normalQuantile, roundYuan } from './arithmetic.ts';
import { NO_LENDER } from './contracts/loans.ts';
import { drawKey, normal, STREAMS, uniform } from './random.ts';
import { segmentsOf, tracesOf } from './traces.ts';
import type { World } from './world.ts';

/** First id of entrants; ids below it belong to the starting population. */
export const ENTRANT_IDS = 0x30000000;

/** Id of the `ordinal`-th enterprise of a cell at the start. */
export const startId = (cell: number, ordinal: number): number => cell * 0x40000 + ordinal;

/** Id of the `ordinal`-th entrant of a block in a month. */
export const entrantId = (month: number, block: number, ordinal: number): number =>
  ENTRANT_IDS + ((month * 128 + block) * 0x2000 + ordinal);

/** Writes a new enterprise into a slot. `start` is its liquidity in months of sales. */
export function bear(
  world: World,
  slot: number,
  id: number,
  cell: number,
  founded: number,
  start: number,
): void {
  const { enterprises: e, input, atlas, shape, loans } = world;
  const p = input.province.parameters;
  const size = atlas.size[cell];
  const setting = atlas.setting[cell];
  const draw = (stream: Parameters<typeof drawKey>[1], of: typeof normal) => {
    const key = drawKey(input.seed, stream, -1);
    return of(key.k0, key.k1, id);
  };
  const monthly =
    (p['trade.annualSales'][size] / 12) *
    exp(p['trade.salesSpread'][size] * draw(STREAMS.initialSize, normal));
  const quality = draw(STREAMS.quality, normal);
  e.status[slot] = STATUS.active;
  e.id[slot] = id;
  e.cell[slot] = cell;
  e.founded[slot] = founded;
  e.quality[slot] = quality;
  e.shock[slot] = draw(STREAMS.shock, normal);
  e.scale[slot] = roundYuan(monthly);
  e.returnOnCredit[slot] =
    p['apply.returnOnCredit'][0] +
    p['apply.returnSpread'][0] * (0.9 * draw(STREAMS.need, normal) - 0.4 * quality);
  e.belief[slot] = startBelief(world, cell, id);
  e.cash[slot] = roundYuan(start * monthly * (0.5 + draw(STREAMS.initialCash, uniform)));
  const traits =
    (draw(STREAMS.dataPartial, uniform) < p['data.platformTraces'][setting] ? TRAIT.platform : 0) |
    (draw(STREAMS.collateral, uniform) < p['data.collateral'][size] * p['data.collateralBySetting'][setting]
      ? TRAIT.collateral
      : 0) |
    (draw(STREAMS.peer, uniform) < p['private.reach'][setting] ? TRAIT.privateReach : 0) |
    (draw(STREAMS.floodExposure, uniform) < p['flood.exposed'][setting] ? TRAIT.floodplain : 0) |
    (draw(STREAMS.coreSupplier, uniform) < p['coreEnterpriseBreak.suppliers'][0] ? TRAIT.supplier : 0) |
    segmentsOf(atlas, cell, id, drawKey(input.seed, STREAMS.segment, -1));
  const missing = p['data.missingBySetting'][setting];
  const traces = tracesOf(atlas, cell, id, traits, missing, drawKey(input.seed, STREAMS.traces, -1));
  e.traits[slot] = traits;
  e.traces[slot] = traces;
  e.sources[slot] = traces & COMMERCIAL_SOURCES;
  report(e, slot);
  e.capital[slot] = 0;
  e.privateDebt[slot] = 0;
  e.yearIndex[slot] = NO_INDEX;
  for (const column of [
    e.vintage,
    e.history,
    e.relation,
    e.bad,
    e.distress,
    e.yearDefault,
    e.privateArrears,
    e.data,
  ])
    column[slot] = 0;
  loans.lender[slot] = NO_LENDER;
  loans.lender[shape.capacity + slot] = NO_LENDER;
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
export function startBelief({ input, atlas }: World, cell: number, id: number): number {
  const p = input.province.parameters;
  const { k0, k1 } = drawKey(input.seed, STREAMS.belief, -1);
  return probit(p['apply.belief'][atlas.setting[cell]]) + p['apply.beliefSpread'][0] * normal(k0, k1, id);
}

/** Probit of a chance kept inside (0.001, 0.999). */
export function probit(chance: number): number {
  return normalQuantile(chance < 0.001 ? 0.001 : chance > 0.999 ? 0.999 : chance);
}
