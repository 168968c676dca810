import type { Instrument } from './instrument.ts';

/** Low emitters borrow from a cheaper source. */
export const carbonPricing: Instrument = {
  id: 'carbonPricing',
  title: { en: 'Tie terms to emissions', zh: '碳效贷款' },
  does: {
    en: 'Funds loans to low emitters with a carbon account from a cheaper facility, and lets the treasury pay part of their interest.',
    zh: '为拥有碳账户的低排放企业贷款提供低成本资金，并由财政承担部分利息。',
  },
  parameters: {
    share: {
      record: 'carbonPricing.share',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Low emitters with an account', zh: '建立碳账户的低排放企业比例' },
    },
    points: {
      record: 'carbonPricing.points',
      unit: 'annual ratio',
      min: 0,
      max: 0.03,
      step: 0.0025,
      over: 'cell',
      off: 0,
      needs: 'share',
      title: { en: 'Funding cost saved', zh: '资金成本优惠' },
    },
    subsidy: {
      record: 'carbonPricing.subsidy',
      unit: 'annual ratio',
      min: 0,
      max: 0.03,
      step: 0.0025,
      over: 'cell',
      off: 0,
      needs: 'share',
      title: { en: 'Interest paid by the treasury', zh: '财政贴息' },
    },
  },
  systems: ['H26', 'S75', 'S76', 'S77'],
  evidence: [
    'loan-volume.carbon-efficiency-loan.2025',
    'borrowers.carbon-efficiency-loan.2025',
    'policy-start.hunan-transition-finance-catalogue',
    'zjd.carbon-accounts.credit-products',
  ],
  pair: {
    weak: { share: 0.05, points: 0.0025, subsidy: 0.0025 },
    strong: { share: 1, points: 0.0175, subsidy: 0.01 },
    expected: {
      en: 'Low emitters with an account pay less for credit than before, others the same; the facility and the treasury bear it.',
      zh: '有碳账户的低排放企业融资成本下降，其他企业不变；由专项工具与财政承担。',
    },
  },
};
