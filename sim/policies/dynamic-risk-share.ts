import type { Instrument } from './instrument.ts';

/** The covered part of a guaranteed loss follows the lender’s own record. */
export const dynamicRiskShare: Instrument = {
  id: 'dynamicRiskShare',
  title: { en: 'Tie cover to performance', zh: '风险分担动态调整' },
  does: {
    en: 'Raises the cover of lenders whose non-performing ratio is below their tolerance and lowers it above: good lenders bear less of a loss, weak ones more and screen harder.',
    zh: '不良率低于容忍度的机构获得更高分担，高于的则降低：表现好的机构少担损失，表现差的多担并更严审查。',
  },
  parameters: {
    slope: {
      record: 'dynamicRiskShare.slope',
      unit: 'cover per unit of distance to tolerance',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Slope', zh: '调整斜率' },
    },
  },
  systems: ['H34'],
  evidence: ['bank-loss-share.hunan-guaranteed-loans.2025', 'bank-loss-share.national-guideline'],
  pair: {
    weak: { slope: 0.05 },
    strong: { slope: 0.6 },
    expected: {
      en: 'Cover of new guaranteed loans spreads apart: up where the lender’s non-performing ratio is low, down where it is high.',
      zh: '新增担保贷款的分担比例拉开：不良率低的机构上升、高的下降。',
    },
  },
};
