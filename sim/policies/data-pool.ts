import type { Instrument } from './instrument.ts';

/** A pool refunds losses on loans made on platform data to farms, shops and inns. */
export const dataPool: Instrument = {
  id: 'dataPool',
  title: { en: 'Run an e-commerce data pool', zh: '“政银企数”资金池' },
  does: {
    en: 'Refunds up to two fifths of the loss on loans to farms, shops and inns whose trade can be read on platforms, until the pool is empty.',
    zh: '对依据平台数据向农业、商贸、住宿餐饮企业发放的贷款，按至多四成补偿损失，直至资金用尽。',
  },
  parameters: {
    enrolled: {
      record: 'dataPool.enrolled',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Enrolled loans', zh: '入池比例' },
    },
    share: {
      record: 'dataPool.share',
      unit: 'ratio',
      min: 0,
      max: 0.8,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Loss refunded', zh: '补偿比例' },
    },
  },
  systems: ['H31'],
  evidence: [
    'risk-compensation-pool.hunan-e-commerce-data-loans',
    'compensation-ratio-cap.hunan-e-commerce-data-loans',
    'policy-start.hunan-rural-e-commerce-supply-chain-finance',
  ],
  pair: {
    weak: { enrolled: 0.05 },
    strong: { enrolled: 1 },
    expected: {
      en: 'Traced farms, shops and inns are granted more loans, others not at first.',
      zh: '有平台数据的农业、商贸、住宿餐饮企业获贷增多，其他企业起初不变。',
    },
  },
};
