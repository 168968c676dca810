import type { ShockKind } from './kind.ts';

/** Customers buy less: sales fall, fixed costs stay. */
export const demandFall: ShockKind = {
  id: 'demandFall',
  title: { en: 'Demand fall', zh: '需求下滑' },
  does: {
    en: 'Sales of the enterprises in scope fall while fixed costs stay. Severity 1 takes ten percent of sales.',
    zh: '范围内企业销售下降而固定成本不变。强度1为销售下降百分之十。',
  },
  maxSeverity: 4,
  defaultMonths: 6,
  systems: [],
  evidence: [],
  tail: () => 0,
  act(effects, atlas, cell, _age, _months, severity, values) {
    effects.sales[cell] *= 1 - Math.min(0.95, values['demandFall.depth'][atlas.sector[cell]] * severity);
  },
};
