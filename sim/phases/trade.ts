import { EVENT, STATUS, TRAIT } from '../agents/enterprises.ts';
import { exp, roundYuan } from '../arithmetic.ts';
import { lever } from '../conditions.ts';
import { operatingSurplus, ownerDrawing } from '../decisions/cash-flow.ts';
import {
  BLOCK_ENTRIES,
  BLOCK_ENTRY,
  FLOW,
  PREFECTURE_ENTRY,
  post,
  postPrefecture,
  type Tally,
} from '../ledger.ts';
import { type DrawKey, drawKey, laplace, normal, STREAMS, uniform } from '../random.ts';
import { conditionsMoved } from '../standing.ts';
import type { World } from '../world.ts';
import { bearBuyers } from './exports.ts';
import type { Phase, Span } from './phase.ts';

const FARM = 0;

/** Fills the month's terms of trade of every cell. */
function setTerms(world: World): void {
  const { atlas, effects, blocks, cellTrade: terms, termsSeen } = world;
  for (let c = 0; c < terms.demand.length; c++) {
    const block = atlas.block[c];
    terms.demand[c] = effects.sales[c] * (1 + blocks.demand[block]);
    terms.paid[c] = 1 - blocks.lossRate[block];
  }
  if (conditionsMoved(world, termsSeen)) setStandingTerms(world);
}

/** Those that follow from levers and shocks alone. */
function setStandingTerms(world: World): void {
  const { atlas, effects, cellTrade: terms, input } = world;
  const { parameters: p } = input.province;
  const coverage = lever(world, 'interruptionInsurance.coverage');
  const partners = lever(world, 'partnerInsurance.coverage');
  for (let c = 0; c < terms.demand.length; c++) {
    const sector = atlas.sector[c];
    terms.margin[c] =
      p['trade.margin'][sector] +
      p['trade.marginBySetting'][atlas.setting[c]] +
      p['trade.marginByPrefecture'][atlas.prefecture[c]] -
      effects.cost[c];
    terms.shockMargin[c] = p['trade.shockMargin'][atlas.size[c]];
    terms.fixedShare[c] = p['trade.fixedCostShare'][sector];
    terms.insured[c] = sector === FARM ? coverage[c] : partners[c];
    const flood = effects.floodSales[c] !== 1 || effects.floodDamage[c] !== 0;
    terms.troubled[c] = flood || effects.supplierSales[c] !== 1 || terms.insured[c] > 0 ? 1 : 0;
  }
}

function run(world: World, { from, to, tally }: Span): void {
  const { enterprises, now, atlas, input } = world;
  const { status, cell, id, founded, scale, shock, quality, cash, capital, returnOnCredit } = enterprises;
  const { demand: demandIn, paid, margin: marginIn, shockMargin, fixedShare, troubled } = world.cellTrade;
  const { events } = now;
  const { block } = atlas;
  const p = input.province.parameters;
  const month = world.month + 1;
  const persistence = p['trade.shockPersistence'][0];
  const innovation = Math.sqrt(1 - persistence * persistence);
  const qualityMargin = p['trade.qualityMargin'][0];
  const drawRate = p['trade.drawRate'][0];
  const bufferMonths = p['trade.bufferMonths'][0];
  const payables = p['trade.payablesMonths'][0];
  const shockKey = drawKey(input.seed, STREAMS.shock, month);
  const growth = openGrowth(world, month);
  const trouble = openTrouble(world, tally);
  const blockSales = tally.blocks;
  let salesAll = 0;
  let surplusAll = 0;
  let drawingAll = 0;
  for (let i = from; i < to; i++) {
    events[i] = 0;
    if (status[i] !== STATUS.active) continue;
    const c = cell[i];
    if ((month - founded[i]) % 12 === 0) grow(growth, i);
    const luck = persistence * shock[i] + innovation * normal(shockKey.k0, shockKey.k1, id[i]);
    shock[i] = luck;
    const normalSales = scale[i];
    const demand = troubled[c] === 0 ? demandIn[c] : troubledDemand(trouble, i, c);
    const sales = roundYuan(normalSales * demand * paid[c]);
    const margin = marginIn[c] + qualityMargin * quality[i] + shockMargin[c] * shock[i];
    const fromCapital = (capital[i] * returnOnCredit[i] * demand) / 12;
    const surplus = roundYuan(operatingSurplus(normalSales, sales, margin, fixedShare[c]) + fromCapital);
    cash[i] += surplus;
    salesAll += sales;
    surplusAll += surplus;
    blockSales[block[c] * BLOCK_ENTRIES.length + BLOCK_ENTRY.sales] += sales;
    if (troubled[c] !== 0) bearTrouble(trouble, i, c, sales);
    const needed = -cash[i] - 0.5 * payables * normalSales;
    if (needed > 0 && capital[i] > 0) sellCapital(trouble, i, needed);
    const drawing = roundYuan(ownerDrawing(cash[i], bufferMonths * normalSales, drawRate));
    cash[i] -= drawing;
    drawingAll += drawing;
  }
  post(tally, FLOW.sales, salesAll);
  post(tally, FLOW.costs, salesAll - surplusAll);
  post(tally, FLOW.ownerDrawings, drawingAll);
}

interface Growth {
  readonly world: World;
  readonly key: DrawKey;
  readonly mean: number;
  readonly volatility: readonly number[];
}

function openGrowth(world: World, month: number): Growth {
  const { parameters: p } = world.input.province;
  return {
    world,
    key: drawKey(world.input.seed, STREAMS.growth, month),
    mean: p['trade.growth'][0],
    volatility: p['trade.growthVolatility'],
  };
}

/** Once a year an enterprise's normal sales change for good. */
function grow({ world, key, mean, volatility }: Growth, i: number): void {
  const { scale, id, cell } = world.enterprises;
  const spread = volatility[world.atlas.size[cell[i]]];
  scale[i] = Math.max(100, roundYuan(scale[i] * exp(mean + spread * laplace(key.k0, key.k1, id[i]))));
}

/** What enterprises in trouble go by: who is flooded, cut off or insured, and what it costs. */
interface Trouble {
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

function openTrouble(world: World, tally: Tally): Trouble {
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
function isFlooded({ world }: Trouble, i: number, c: number): boolean {
  const { effects, enterprises } = world;
  return (
    (enterprises.traits[i] & TRAIT.floodplain) !== 0 &&
    (effects.floodSales[c] !== 1 || effects.floodDamage[c] !== 0)
  );
}

/** Whether its core enterprise has broken away. */
function isCut({ world, supplierKey, suppliers }: Trouble, i: number, c: number): boolean {
  return (
    world.effects.supplierSales[c] !== 1 &&
    uniform(supplierKey.k0, supplierKey.k1, world.enterprises.id[i]) < suppliers
  );
}

function troubledDemand(trouble: Trouble, i: number, c: number): number {
  const { effects, cellTrade } = trouble.world;
  return (
    cellTrade.demand[c] *
    (isFlooded(trouble, i, c) ? effects.floodSales[c] : 1) *
    (isCut(trouble, i, c) ? effects.supplierSales[c] : 1)
  );
}

/** Receivables lost with a core enterprise, repairs after a flood, what insurance pays for it and costs. */
function bearTrouble(trouble: Trouble, i: number, c: number, sales: number): void {
  const { world, tally, insuranceKey, premium, partnerPremium } = trouble;
  const { enterprises: e, effects, cellTrade, atlas } = world;
  const insured =
    cellTrade.insured[c] > 0 && uniform(insuranceKey.k0, insuranceKey.k1, e.id[i]) < cellTrade.insured[c];
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
function bearFlood(trouble: Trouble, i: number, c: number, insured: boolean): void {
  const { world, tally, payoutShare, partnerPayout, sunk } = trouble;
  const { enterprises: e, effects, cellTrade, atlas, now } = world;
  const { fixedShare, margin } = cellTrade;
  const sector = atlas.sector[c];
  now.events[i] |= EVENT.flooded;
  const unsold = e.scale[i] * (1 - effects.floodSales[c]) * effects.floodStanding[c];
  const spent = unsold * Math.max(0, 1 - margin[c] - fixedShare[c]) * sunk[sector];
  const damage = roundYuan(e.scale[i] * effects.floodDamage[c] + spent);
  e.cash[i] -= damage;
  post(tally, FLOW.damage, damage);
  if (!insured) return;
  const lost = e.scale[i] * (1 - effects.floodSales[c]) * (fixedShare[c] + margin[c]) + damage;
  const part = sector === FARM ? payoutShare[c] : partnerPayout[c];
  const paid = roundYuan(part * Math.max(0, lost));
  e.cash[i] += paid;
  now.events[i] |= EVENT.compensated;
  postPrefecture(tally, FLOW.insurancePayout, atlas.prefecture[c], PREFECTURE_ENTRY.insurancePayout, paid);
}

/** Whoever is short of more than half of what suppliers allow turns working capital into cash, at a loss. */
function sellCapital({ world, tally, haircut }: Trouble, i: number, needed: number): void {
  const { cash, capital } = world.enterprises;
  const sold = Math.min(capital[i], roundYuan(needed / (1 - haircut)));
  const proceeds = Math.floor(sold * (1 - haircut));
  capital[i] -= sold;
  cash[i] += proceeds;
  post(tally, FLOW.workingCapitalSold, proceeds);
}

export const trade: Phase = {
  name: 'trade',
  does: {
    en: 'Enterprises sell, pay their costs and their owners, and bear losses on customers that failed last month.',
    zh: '企业销售、支付成本与业主提款，并承担上月倒闭客户造成的损失。',
  },
  steps: [
    { over: 'institutions', run: setTerms },
    { over: 'enterprises', run },
    { over: 'enterprises', run: bearBuyers },
  ],
};
