import type { ShockKind } from './kind.ts';

/** Foreign customers buy less. */
export const exportFall: ShockKind = {
  id: 'exportFall',
  title: { en: 'Export fall', zh: '出口下滑' },
  does: {
    en: 'Sales abroad fall by a third at severity 1: manufacturing and technology lose most, trade and transport part of it.',
    zh: '强度1为出口下降三分之一：制造与科技企业销售受损最大，商贸与运输次之。',
  },
  expected: {
    en: 'Exporting manufacturers and technology enterprises lose cash flow and fall behind; buyers that fail leave bills unpaid, which export insurance pays where there is any.',
    zh: '出口型制造与科技企业现金流下降、逾期上升；买方倒闭留下未付货款，投保出口信用保险者可获赔付。',
  },
  maxSeverity: 3,
  defaultMonths: 9,
  systems: ['H39'],
  evidence: ['cross-border-rmb-growth.hunan-trade-sme.2025'],
  tail: () => 0,
  act(effects, atlas, cell, age, _months, severity, values) {
    effects.sales[cell] *= 1 - Math.min(0.95, values['exportFall.depth'][atlas.sector[cell]] * severity);
    if (age === 0) effects.exportLoss[cell] += values['exportFall.unpaid'][0] * severity;
  },
};
