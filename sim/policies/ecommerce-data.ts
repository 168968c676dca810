import type { Instrument } from './instrument.ts';

/** Orders, deliveries and payments of more enterprises leave traces a lender can read. */
export const ecommerceData: Instrument = {
  id: 'ecommerceData',
  title: { en: 'Connect commerce data', zh: '电商数据接入' },
  does: {
    en: 'Connects further farms, shops and inns to platforms that share their orders and payments: digital lenders can serve them and others read them better.',
    zh: '使更多涉农、商贸、住宿餐饮企业的订单与收款数据可查：数字贷款机构可服务它们，其他机构也看得更清。',
  },
  parameters: {
    coverage: {
      record: 'ecommerceData.coverage',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Further enterprises connected', zh: '新接入比例' },
    },
  },
  systems: ['H23', 'H24'],
  evidence: [
    'platforms-in-data-sharing.hunan-e-commerce.2025',
    'banks-in-data-sharing.hunan-e-commerce.2025',
    'supply-chain-financing.hunan-e-commerce.2025',
    'borrowers.huinongwang.2025',
  ],
  pair: {
    weak: { coverage: 0.05 },
    strong: { coverage: 0.6 },
    expected: {
      en: 'More small digital loans in agriculture, trade and hospitality, outside the cities too, through traces that make enterprises readable.',
      zh: '通过可查的经营痕迹，农业、商贸与住宿餐饮业的小额数字贷款增多，城区以外亦然。',
    },
  },
};
