import type { Instrument } from './instrument.ts';

/** A core enterprise confirms what its suppliers deliver. */
export const supplyChainData: Instrument = {
  id: 'supplyChainData',
  title: { en: 'Connect supply-chain data', zh: '供应链数据' },
  does: {
    en: 'Has core enterprises share orders and deliveries of further suppliers with lenders, who read them more sharply; a confirmed receivable that is pledged is paid without a court.',
    zh: '核心企业向贷款机构共享更多供应商的订单与交付，机构判断更准；质押的确权账款无须诉讼即可兑付。',
  },
  parameters: {
    coverage: {
      record: 'supplyChainData.coverage',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Suppliers confirmed', zh: '确权供应商比例' },
    },
  },
  systems: ['H23', 'S62'],
  evidence: ['platforms-in-data-sharing.hunan-e-commerce.2025', 'zj41.supply-chain.pilot-firms-main'],
  pair: {
    weak: { coverage: 0.05 },
    strong: { coverage: 0.9 },
    expected: {
      en: 'Suppliers of core enterprises become readable and get small digital loans; others are not touched.',
      zh: '核心企业的供应商变得可读并获得小额数字贷款；其他企业不受影响。',
    },
  },
};
