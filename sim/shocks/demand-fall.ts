import type { ShockKind } from './kind.ts';

/** Customers buy less: sales fall, fixed costs stay. */
export const demandFall: ShockKind = {
  id: 'demandFall',
  title: { en: 'Demand fall', zh: '需求下滑' },
  does: {
    en: 'Sales of the enterprises in scope fall while fixed costs stay. Severity 1 takes ten percent of sales.',
    zh: '范围内企业销售下降而固定成本不变。强度1为销售下降百分之十。',
  },
  expected: {
    en: 'Tills empty since fixed costs stay: more arrears, then defaults and closures, and lenders that lose capital tighten for those who survive.',
    zh: '固定成本不变而现金耗尽：逾期先增，违约与退出随后增加；资本受损的贷款机构对存续企业收紧信贷。',
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
