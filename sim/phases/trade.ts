import { STATUS } from '../agents/enterprises.ts';
import { roundYuan } from '../arithmetic.ts';
import { lever } from '../conditions.ts';
import { operatingSurplus, ownerDrawing } from '../decisions/cash-flow.ts';
import { BLOCK_ENTRIES, BLOCK_ENTRY, FLOW, post } from '../ledger.ts';
import { drawKey, normal, STREAMS } from '../random.ts';
import { conditionsMoved } from '../standing.ts';
import type { World } from '../world.ts';
import { bearBuyers } from './exports.ts';
import { openGrowth, salesNow } from './growth.ts';
import { callInsurers } from './interruption.ts';
import { measureInterruption } from './last-payers.ts';
import type { Phase, Span } from './phase.ts';
import { bearTrouble, FARM, openTrouble, type Trouble, troubledDemand } from './trouble.ts';

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
    if ((month - founded[i]) % 12 === 0) scale[i] = salesNow(growth, i);
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
    { over: 'enterprises', run: callInsurers },
    { over: 'institutions', readsSums: true, run: measureInterruption },
    { over: 'enterprises', run },
    { over: 'enterprises', run: bearBuyers },
  ],
};
