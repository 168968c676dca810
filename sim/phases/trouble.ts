/** Floods, broken supply chains and insurance against interruption. */
import { EVENT, TRAIT } from '../agents/enterprises.ts';
import { roundYuan, shareOf } from '../arithmetic.ts';
import { lever } from '../conditions.ts';
import { CALL, FLOW, PREFECTURE_ENTRY, post, postPrefecture, type Tally } from '../ledger.ts';
import { type DrawKey, drawKey, STREAMS, uniform } from '../random.ts';
import type { World } from '../world.ts';

export const FARM = 0;

/** What enterprises in trouble go by: who is flooded, cut off or insured, and what it costs. */
export interface Trouble {
  readonly world: World;
  readonly tally: Tally;
  readonly supplierKey: DrawKey;
  readonly insuranceKey: DrawKey;
  readonly suppliers: number;
  readonly payoutShare: Float64Array;
  readonly partnerPayout: Float64Array;
  readonly premium: number;
  readonly partnerPremium: number;
  readonly sunk: readonly number[];
  readonly haircut: number;
}

export function openTrouble(world: World, tally: Tally): Trouble {
  const { seed, province } = world.input;
  const p = province.parameters;
  return {
    world,
    tally,
    supplierKey: drawKey(seed, STREAMS.coreSupplier, -1),
    insuranceKey: drawKey(seed, STREAMS.insurance, -1),
    suppliers: p['coreEnterpriseBreak.suppliers'][0],
    payoutShare: lever(world, 'interruptionInsurance.payout'),
    partnerPayout: lever(world, 'partnerInsurance.payout'),
    premium: p['interruptionInsurance.premium'][0],
    partnerPremium: p['partnerInsurance.premium'][0],
    sunk: p['flood.sunk'],
    haircut: p['apply.haircut'][0],
  };
}

/** Whether flood water stands in the enterprise's place. */
export function isFlooded({ world }: Trouble, i: number, c: number): boolean {
  const { effects, enterprises } = world;
  return (
    (enterprises.traits[i] & TRAIT.floodplain) !== 0 &&
    (effects.floodSales[c] !== 1 || effects.floodDamage[c] !== 0)
  );
}

/** Whether the enterprise is insured against interruption. */
export function isInsured({ world, insuranceKey }: Trouble, i: number, c: number): boolean {
  const { cellTrade, enterprises } = world;
  return (
    cellTrade.insured[c] > 0 &&
    uniform(insuranceKey.k0, insuranceKey.k1, enterprises.id[i]) < cellTrade.insured[c]
  );
}

/** Whether its core enterprise has broken away. */
function isCut({ world, supplierKey, suppliers }: Trouble, i: number, c: number): boolean {
  return (
    world.effects.supplierSales[c] !== 1 &&
    uniform(supplierKey.k0, supplierKey.k1, world.enterprises.id[i]) < suppliers
  );
}

export function troubledDemand(trouble: Trouble, i: number, c: number): number {
  const { effects, cellTrade } = trouble.world;
  return (
    cellTrade.demand[c] *
    (isFlooded(trouble, i, c) ? effects.floodSales[c] : 1) *
    (isCut(trouble, i, c) ? effects.supplierSales[c] : 1)
  );
}

/** Receivables lost with a core enterprise, repairs after a flood, what insurance pays for it and costs. */
export function bearTrouble(trouble: Trouble, i: number, c: number, sales: number): void {
  const { world, tally, premium, partnerPremium } = trouble;
  const { enterprises: e, effects, atlas } = world;
  const insured = isInsured(trouble, i, c);
  if (effects.supplierLoss[c] > 0 && isCut(trouble, i, c)) {
    const lost = roundYuan(e.scale[i] * effects.supplierLoss[c]);
    e.cash[i] -= lost;
    post(tally, FLOW.damage, lost);
  }
  if (isFlooded(trouble, i, c)) bearFlood(trouble, i, c, insured);
  if (!insured) return;
  const fee = roundYuan((atlas.sector[c] === FARM ? premium : partnerPremium) * sales);
  e.cash[i] -= fee;
  postPrefecture(tally, FLOW.premium, atlas.prefecture[c], PREFECTURE_ENTRY.premium, fee);
}

/**
 * Flood loss besides the margin of lost sales: repairs, and the part `sunk` of variable costs of what cannot be sold, which
 * were paid before the water came: normal sales x (1 - factor on sales) x (1 - margin - fixed share) x sunk.
 */
function floodDamage({ world, sunk }: Trouble, c: number, normalSales: number): number {
  const { effects, cellTrade, atlas } = world;
  const unsold = normalSales * (1 - effects.floodSales[c]) * effects.floodStanding[c];
  const spent = unsold * Math.max(0, 1 - cellTrade.margin[c] - cellTrade.fixedShare[c]);
  return roundYuan(normalSales * effects.floodDamage[c] + spent * sunk[atlas.sector[c]]);
}

/** What an insured enterprise may claim: part of the damage and of margin and fixed costs of lost sales. */
export function floodClaim(trouble: Trouble, c: number, normalSales: number): number {
  const { world, payoutShare, partnerPayout } = trouble;
  const { effects, cellTrade, atlas } = world;
  const unearned =
    normalSales * (1 - effects.floodSales[c]) * (cellTrade.fixedShare[c] + cellTrade.margin[c]);
  const lost = unearned + floodDamage(trouble, c, normalSales);
  const part = atlas.sector[c] === FARM ? payoutShare[c] : partnerPayout[c];
  return roundYuan(part * Math.max(0, lost));
}

/** A flood costs, and insurers pay the claim as far as their money goes; the rest stays with the enterprise. */
function bearFlood(trouble: Trouble, i: number, c: number, insured: boolean): void {
  const { world, tally } = trouble;
  const { enterprises: e, atlas, now, callMeans } = world;
  const damage = floodDamage(trouble, c, e.scale[i]);
  now.events[i] |= EVENT.flooded;
  e.cash[i] -= damage;
  post(tally, FLOW.damage, damage);
  if (!insured) return;
  const paid = shareOf(floodClaim(trouble, c, e.scale[i]), callMeans[CALL.interruption]);
  e.cash[i] += paid;
  if (callMeans[CALL.interruption] > 0) now.events[i] |= EVENT.compensated;
  postPrefecture(tally, FLOW.insurancePayout, atlas.prefecture[c], PREFECTURE_ENTRY.insurancePayout, paid);
}
