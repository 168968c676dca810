import type { Instrument } from './instrument.ts';

/** Head offices give internal funds cheaper for loans they want. */
export const transferPrice: Instrument = {
  id: 'transferPrice',
  title: { en: 'Tilt internal prices', zh: '内部资金转移定价倾斜' },
  does: {
    en: 'Branches are given funds cheaper for loans in scope; the bank as a whole pays what it paid before.',
    zh: '对范围内贷款，分支机构获得更低的内部资金价格；银行整体成本不变。',
  },
  parameters: {
    tilt: {
      record: 'transferPrice.tilt',
      unit: 'annual ratio',
      min: 0,
      max: 0.02,
      step: 0.0005,
      over: 'cell',
      off: 0,
      title: { en: 'Internal price lowered', zh: '内部价格下调' },
    },
  },
  systems: ['S81', 'S70'],
  evidence: ['zjd.mountain-island-counties.growth-above-average'],
  pair: {
    weak: { tilt: 0.001 },
    strong: { tilt: 0.015 },
    expected: {
      en: 'Rates in scope fall by part of the tilt and more is borrowed there; the lenders’ return falls.',
      zh: '范围内利率部分下降、借款增加；机构收益下降。',
    },
  },
};
