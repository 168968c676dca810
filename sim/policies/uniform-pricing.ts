import type { Instrument } from './instrument.ts';

/** One charge for risk for all a lender accepts, whatever it has read of each. */
export const uniformPricing: Instrument = {
  id: 'uniformPricing',
  title: { en: 'Charge all clients for the same risk', zh: '统一风险定价' },
  does: {
    en: 'Makes lenders charge all clients they accept for the mean risk of their class’s loans of the last twelve months, not each for its own.',
    zh: '机构对获批客户一律按本类机构近十二个月贷款的平均风险定价，不再按各自风险定价。',
  },
  parameters: {
    share: {
      record: 'uniformPricing.share',
      unit: 'ratio of lenders',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      title: { en: 'Lenders that do so', zh: '采用机构比例' },
    },
  },
  systems: ['H14'],
  evidence: ['npl-ratio.hunan-sme.2025-section-1'],
  pair: {
    weak: { share: 0.1 },
    strong: { share: 1 },
    expected: {
      en: 'Good borrowers pay more and weak ones less; more of the good say no to the quote.',
      zh: '优质借款人利率上升、弱质借款人利率下降；更多优质客户不接受报价。',
    },
  },
};
