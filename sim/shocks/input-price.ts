import type { ShockKind } from './kind.ts';

/** What enterprises buy gets dearer than what they sell. */
export const inputPrice: ShockKind = {
  id: 'inputPrice',
  title: { en: 'Dearer inputs', zh: '投入品涨价' },
  does: {
    en: 'Inputs cost more and prices follow only in part: margins shrink, most in transport, farming and manufacturing.',
    zh: '投入品涨价而售价只能部分跟进：利润率下降，运输、农业与制造业最甚。',
  },
  expected: {
    en: 'Margins shrink where inputs weigh most, so cash flow and creditworthiness fall: fewer are approved, more default, transport, farms and manufacturers first.',
    zh: '投入品占比高的行业利润率收窄，现金流与信用状况下降：获批减少、违约增加，以运输、农业、制造业为先。',
  },
  maxSeverity: 3,
  defaultMonths: 12,
  systems: [],
  evidence: [],
  tail: () => 0,
  act(effects, atlas, cell, _age, _months, severity, values) {
    effects.cost[cell] += values['inputPrice.rise'][atlas.sector[cell]] * severity;
  },
};
