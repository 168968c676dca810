import type { Instrument } from './instrument.ts';

/** The central or a policy bank refinances loans of a kind at a lower rate, up to a quota. */
export const refinancing: Instrument = {
  id: 'refinancing',
  title: { en: 'Refinance inclusive loans', zh: '再贷款与转贷款' },
  does: {
    en: 'Lenders fund eligible loans with cheaper money of the central or a policy bank while their quota lasts, and price them accordingly.',
    zh: '在额度内，机构以央行或政策性银行的低成本资金支持符合条件的贷款，并相应定价。',
  },
  parameters: {
    points: {
      record: 'refinancing.points',
      unit: 'annual ratio',
      min: 0,
      max: 0.02,
      step: 0.0005,
      over: 'cell',
      off: 0,
      title: { en: 'Funding cost saved', zh: '资金成本优惠' },
    },
    quota: {
      record: 'refinancing.quota',
      unit: 'ratio of loans',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      needs: 'points',
      title: { en: 'Part of a book refinanced', zh: '可获再贷款比例' },
    },
  },
  systems: ['H40', 'S45', 'S49'],
  evidence: ['policy-start.hunan-fiscal-finance-industry-support', 'zjd.inclusive-mse-loans.rate-change-5y'],
  pair: {
    weak: { points: 0.002, quota: 0.05 },
    strong: { points: 0.015, quota: 0.6 },
    expected: {
      en: 'Rates on eligible loans fall by part of the saving until the quota is used up; larger loans keep theirs.',
      zh: '符合条件的贷款利率部分下降，直至额度用尽；大额贷款不变。',
    },
  },
};
