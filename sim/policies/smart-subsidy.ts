import type { Instrument } from './instrument.ts';

/** The treasury finds who is eligible from data and pays without being asked. */
export const smartSubsidy: Instrument = {
  id: 'smartSubsidy',
  title: { en: 'Pay subsidies automatically', zh: '智能贴息' },
  does: {
    en: 'Pays a share of the eligible borrowers whose record can be read without their having to know or claim: take-up rises, the cost of claiming falls away and the money comes after a week instead of six.',
    zh: '对数据可查且符合条件的部分借款企业免申即享：知晓与申领不再是门槛，申领成本消失，到账由约四十五天缩至约七天。',
  },
  parameters: {
    automatic: {
      record: 'smartSubsidy.automatic',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Paid without claiming', zh: '免申即享比例' },
    },
  },
  systems: ['H43'],
  evidence: [
    'subsidy-applications.smart-subsidy-system.2025',
    'subsidy-payout-time.before-smart-subsidy-system',
    'subsidy-payout-time.with-smart-subsidy-system.2025',
    'special-fund-disbursement-rate.hunan.2025',
  ],
  pair: {
    weak: { automatic: 0.1 },
    strong: { automatic: 0.9 },
    expected: {
      en: 'More eligible borrowers are paid, small loans above all, and net financing cost falls; public spending rises.',
      zh: '获得贴息的企业增多，尤其是小额借款企业，净融资成本下降；财政支出上升。',
    },
  },
};
