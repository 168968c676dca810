import type { Instrument } from './instrument.ts';

/** Couriers, cold chains and village stations leave traces that can be read. */
export const ruralLogistics: Instrument = {
  id: 'ruralLogistics',
  title: { en: 'Improve rural logistics', zh: '农村物流与数商兴农' },
  does: {
    en: 'Connects further rural farms, shops, inns and carriers to couriers, cold chains and stations: their deliveries, orders and payments leave traces lenders can read.',
    zh: '使更多农村涉农、商贸、住宿餐饮与运输企业接入快递、冷链与站点：发货、订单与收款留下可查痕迹。',
  },
  parameters: {
    stations: {
      record: 'ruralLogistics.stations',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Further rural enterprises connected', zh: '新接入农村企业比例' },
    },
  },
  systems: ['H24'],
  evidence: [
    'courier-coverage.hunan-villages.2025',
    'cold-chain-centres.hunan-counties.2025',
    'village-e-commerce-stations.hunan.2025',
  ],
  pair: {
    weak: { stations: 0.05 },
    strong: { stations: 0.6 },
    expected: {
      en: 'More rural enterprises can be served by digital lenders; cities are not touched.',
      zh: '更多农村企业可获数字贷款机构服务；城区不受影响。',
    },
  },
};
