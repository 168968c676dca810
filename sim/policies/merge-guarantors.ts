import type { Instrument } from './instrument.ts';

/** Guarantors hold their money in common, in a city or across the province. */
export const mergeGuarantors: Instrument = {
  id: 'mergeGuarantors',
  title: { en: 'Merge guarantors', zh: '整合担保机构' },
  does: {
    en: 'Shares part of guarantors’ money by what each has at risk, inside a prefecture or across the province: a run of payouts in one county is met by all, and capital goes where it is needed.',
    zh: '按各自承担的责任在市内或省内统筹部分资金：一县集中代偿由全体承担，资本流向需要之处。',
  },
  parameters: {
    city: {
      record: 'mergeGuarantors.city',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'prefecture',
      off: 0,
      title: { en: 'In common in the city', zh: '市内统筹比例' },
    },
    province: {
      record: 'mergeGuarantors.province',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'prefecture',
      off: 0,
      title: { en: 'In common in the province', zh: '省内统筹比例' },
    },
  },
  systems: ['S31'],
  evidence: [
    'zjd.guarantee-reform.start-year',
    'zj41.guarantee.city-level-institutions-per-prefecture',
    'zjd.guarantee-reform.legal-tiers-after',
  ],
  pair: {
    weak: { province: 0.05 },
    strong: { province: 1 },
    expected: {
      en: 'Fewer guarantors stop, and the rooms to guarantee lie closer together; the sum of their money is the same at first.',
      zh: '停业机构减少，各机构可保空间趋于接近；起初资金总量不变。',
    },
  },
};
