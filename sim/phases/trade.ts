import { EVENT, STATUS, TRAIT } from '../agents/enterprises.ts';
import { exp, roundYuan } from '../arithmetic.ts';
import { lever } from '../conditions.ts';
import { operatingSurplus, ownerDrawing } from '../decisions/cash-flow.ts';
import { BLOCK_ENTRIES, BLOCK_ENTRY, FLOW, PREFECTURE_ENTRY, post, postPrefecture } from '../ledger.ts';
import { drawKey, laplace, normal, STREAMS, uniform } from '../random.ts';
import type { World } from '../world.ts';
import type { Phase, Span } from './phase.ts';

const FARM = 0;

/** Margin of every cell in normal times, without the enterprise's own quality. */
function cellMargins(world: World): Float64Array {
  const { parameters: p } = world.input.province;
  const { sector, setting, prefecture } = world.atlas;
  return Float64Array.from(
    sector,
    (k, cell) =>
      p['trade.margin'][k] +
      p['trade.marginBySetting'][setting[cell]] +
      p['trade.marginByPrefecture'][prefecture[cell]] -
      world.effects.cost[cell],
  );
}

function run(world: World, { from, to, tally }: Span): void {
  const { enterprises, now, atlas, effects, blocks, input } = world;
  const { status, cell, id, founded, scale, shock, quality, cash, capital, returnOnCredit, traits } =
    enterprises;
  const p = input.province.parameters;
  const month = world.month + 1;
  const margins = cellMargins(world);
  const persistence = p['trade.shockPersistence'][0];
  const innovation = Math.sqrt(1 - persistence * persistence);
  const qualityMargin = p['trade.qualityMargin'][0];
  const drawRate = p['trade.drawRate'][0];
  const bufferMonths = p['trade.bufferMonths'][0];
  const shockMargin = p['trade.shockMargin'];
  const fixedShare = p['trade.fixedCostShare'];
  const growth = p['trade.growth'][0];
  const volatility = p['trade.growthVolatility'];
  const insured = lever(world, 'interruptionInsurance.coverage');
  const payoutShare = lever(world, 'interruptionInsurance.payout');
  const haircut = p['apply.haircut'][0];
  const payables = p['trade.payablesMonths'][0];
  const premium = p['interruptionInsurance.premium'][0];
  const shockKey = drawKey(input.seed, STREAMS.shock, month);
  const growthKey = drawKey(input.seed, STREAMS.growth, month);
  const supplierKey = drawKey(input.seed, STREAMS.coreSupplier, -1);
  const suppliers = p['coreEnterpriseBreak.suppliers'][0];
  const broken = effects.supplierSales.some((factor) => factor !== 1);
  const insuranceKey = drawKey(input.seed, STREAMS.insurance, -1);
  const blockSales = tally.blocks;
  let salesAll = 0;
  let surplusAll = 0;
  let drawingAll = 0;
  for (let i = from; i < to; i++) {
    now.events[i] = 0;
    now.matured[i] = 0;
    now.renewed[i] = 0;
    now.subsidy[i] = 0;
    if (status[i] !== STATUS.active) continue;
    const c = cell[i];
    const size = atlas.size[c];
    const sector = atlas.sector[c];
    const block = atlas.block[c];
    if ((month - founded[i]) % 12 === 0)
      scale[i] = Math.max(
        100,
        roundYuan(scale[i] * exp(growth + volatility[size] * laplace(growthKey.k0, growthKey.k1, id[i]))),
      );
    shock[i] = persistence * shock[i] + innovation * normal(shockKey.k0, shockKey.k1, id[i]);
    const flooded =
      (traits[i] & TRAIT.floodplain) !== 0 && (effects.floodSales[c] !== 1 || effects.floodDamage[c] !== 0);
    const normalSales = scale[i];
    const cut =
      broken && effects.supplierSales[c] !== 1 && uniform(supplierKey.k0, supplierKey.k1, id[i]) < suppliers;
    const demand =
      effects.sales[c] *
      (1 + blocks.demand[block]) *
      (flooded ? effects.floodSales[c] : 1) *
      (cut ? effects.supplierSales[c] : 1);
    const sales = roundYuan(normalSales * demand * (1 - blocks.lossRate[block]));
    const margin = margins[c] + qualityMargin * quality[i] + shockMargin[size] * shock[i];
    const fromCapital = (capital[i] * returnOnCredit[i] * demand) / 12;
    const surplus = roundYuan(operatingSurplus(normalSales, sales, margin, fixedShare[sector]) + fromCapital);
    cash[i] += surplus;
    salesAll += sales;
    surplusAll += surplus;
    blockSales[block * BLOCK_ENTRIES.length + BLOCK_ENTRY.sales] += sales;
    if (cut && effects.supplierLoss[c] > 0) {
      const lost = roundYuan(normalSales * effects.supplierLoss[c]);
      cash[i] -= lost;
      post(tally, FLOW.damage, lost);
    }
    if (flooded) {
      now.events[i] |= EVENT.flooded;
      const damage = roundYuan(normalSales * effects.floodDamage[c]);
      cash[i] -= damage;
      post(tally, FLOW.damage, damage);
      if (sector === FARM && uniform(insuranceKey.k0, insuranceKey.k1, id[i]) < insured[c]) {
        const lost = normalSales * (1 - effects.floodSales[c]) * (fixedShare[sector] + margins[c]) + damage;
        const paid = roundYuan(payoutShare[c] * Math.max(0, lost));
        cash[i] += paid;
        now.events[i] |= EVENT.compensated;
        postPrefecture(
          tally,
          FLOW.insurancePayout,
          atlas.prefecture[c],
          PREFECTURE_ENTRY.insurancePayout,
          paid,
        );
      }
    }
    if (sector === FARM && insured[c] > 0 && uniform(insuranceKey.k0, insuranceKey.k1, id[i]) < insured[c]) {
      const fee = roundYuan(premium * sales);
      cash[i] -= fee;
      postPrefecture(tally, FLOW.premium, atlas.prefecture[c], PREFECTURE_ENTRY.premium, fee);
    }
    const needed = -cash[i] - 0.5 * payables * normalSales;
    if (needed > 0 && capital[i] > 0) {
      const sold = Math.min(capital[i], roundYuan(needed / (1 - haircut)));
      const proceeds = Math.floor(sold * (1 - haircut));
      capital[i] -= sold;
      cash[i] += proceeds;
      post(tally, FLOW.workingCapitalSold, proceeds);
    }
    const drawing = roundYuan(ownerDrawing(cash[i], bufferMonths * normalSales, drawRate));
    cash[i] -= drawing;
    drawingAll += drawing;
  }
  post(tally, FLOW.sales, salesAll);
  post(tally, FLOW.costs, salesAll - surplusAll);
  post(tally, FLOW.ownerDrawings, drawingAll);
}

export const trade: Phase = {
  name: 'trade',
  does: {
    en: 'Enterprises sell, pay their costs and their owners, and bear losses on customers that failed last month.',
    zh: '企业销售、支付成本与业主提款，并承担上月倒闭客户造成的损失。',
  },
  steps: [{ over: 'enterprises', run }],
};
