import type { Instrument } from './instrument.ts';

/** A finite provincial pool refunds part of what lenders lose on enrolled loans. */
export const riskPool: Instrument = {
  id: 'riskPool',
  title: { en: 'Fund a provincial risk pool', zh: '省级信贷风险补偿资金池' },
  does: {
    en: 'Refunds part of the loss on enrolled inclusive loans after the court, until the pool is empty; lenders count on it as far as it has been paying.',
    zh: '对入池普惠贷款在司法追偿后的损失按比例补偿，直至资金用尽；银行依其兑付记录决定在多大程度上依赖。',
  },
  parameters: {
    enrolled: {
      record: 'riskPool.enrolled',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.02,
      over: 'cell',
      off: 0,
      title: { en: 'Enrolled loans', zh: '入池比例' },
    },
    share: {
      record: 'riskPool.share',
      unit: 'ratio',
      min: 0,
      max: 0.8,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Loss refunded', zh: '补偿比例' },
    },
    topUp: {
      record: 'riskPool.topUp',
      unit: 'yuan a year',
      min: 0,
      max: 1000000000,
      step: 50000000,
      over: 'province',
      off: 0,
      title: { en: 'Yearly addition', zh: '年度追加' },
    },
  },
  systems: ['H31', 'S35'],
  evidence: [
    'risk-compensation-fund.hunan-provincial.2025',
    'leveraged-bank-lending.hunan-risk-compensation-fund.2025',
    'fiscal-leverage.hunan-risk-compensation-fund.2025',
  ],
  pair: {
    weak: { enrolled: 0.04 },
    strong: { enrolled: 0.6 },
    expected: {
      en: 'Lenders bear less of a loss and grant more until the pool is dry; then they stop counting on it.',
      zh: '银行损失减少、放贷增加，直至资金池耗尽；此后不再指望补偿。',
    },
  },
};
