import type { ShockKind } from './kind.ts';

/** What enterprises buy gets dearer than what they sell. */
export const inputPrice: ShockKind = {
  id: 'inputPrice',
  title: { en: 'Dearer inputs', zh: '投入品涨价' },
  does: {
    en: 'Inputs cost more and prices follow only in part: margins shrink, most in transport, farming and manufacturing.',
    zh: '投入品涨价而售价只能部分跟进：利润率下降，运输、农业与制造业最甚。',
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
