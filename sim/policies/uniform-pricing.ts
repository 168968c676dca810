import type { Instrument } from './instrument.ts';

/** One charge for risk for all a lender accepts, whatever it has read of each. */
export const uniformPricing: Instrument = {
  id: 'uniformPricing',
  title: { en: 'Charge all clients for the same risk', zh: '统一风险定价' },
  does: {
    en: 'Makes lenders charge all clients they accept for the mean risk of the loans their class granted or renewed in the last twelve months, not each for its own: good clients pay for more risk than they are, weak ones for less. Whom they accept follows from what they have read, as before.',
    zh: '机构对获批客户一律按本类机构近十二个月发放和续作贷款的平均风险定价，不再按各自风险定价：优质客户多付、弱质客户少付。是否获批仍取决于对各客户的判断。',
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
      en: 'Rates of good borrowers rise and those of weak ones fall; more of the good find the quote dearer than what the loan brings and decline.',
      zh: '优质借款人利率上升、弱质借款人利率下降；更多优质客户因报价高于贷款所值而放弃。',
    },
  },
};
