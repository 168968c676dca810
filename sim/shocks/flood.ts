import type { ShockKind } from './kind.ts';

/** Water over the low ground of the prefectures hit: sales stop, assets need repair, sales come back slowly. */
export const flood: ShockKind = {
  id: 'flood',
  title: { en: 'Flood', zh: '洪灾' },
  does: {
    en: 'Enterprises on low ground lose sales while the water stands and pay for repairs; farms lose most. Severity 1 is Dongting Lake in 2024.',
    zh: '低洼地带企业在受淹期间销售中断并须支付修复费用，涉农企业损失最大。强度1为2024年洞庭湖洪灾。',
  },
  expected: {
    en: 'Farms and low-lying enterprises of the flooded prefectures lose cash to damage and lost sales and fall behind more than others; guarantors there pay out, and insurance keeps the insured serving their loans.',
    zh: '受灾市州的涉农企业与低洼地带企业因损毁与销售中断而现金减少，逾期多于其他企业；当地担保机构代偿增加，投保者靠赔款继续还款。',
  },
  maxSeverity: 3,
  defaultMonths: 3,
  systems: ['H50'],
  evidence: ['flood-shock.dongting-lake.2024', 'overdue-ratio-change.dongting-flood-agri-sme.2024'],
  tail: (values) => values['flood.recoveryMonths'][0],
  act(effects, atlas, cell, age, months, severity, values) {
    const sector = atlas.sector[cell];
    const loss = Math.min(0.95, values['flood.salesLoss'][sector] * severity);
    const fade = age < months ? 1 : 1 - (age - months + 1) / (values['flood.recoveryMonths'][0] + 1);
    effects.floodSales[cell] *= 1 - loss * fade;
    if (age < months) effects.floodStanding[cell] = 1;
    if (age === 0) effects.floodDamage[cell] += values['flood.damage'][sector] * severity;
  },
};
