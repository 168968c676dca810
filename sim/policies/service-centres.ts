import type { Instrument } from './instrument.ts';

/** Parks and counties with an office that knows both sides. */
export const serviceCentres: Instrument = {
  id: 'serviceCentres',
  title: { en: 'Open service centres', zh: '园区与县域金融服务中心' },
  does: {
    en: 'Park operators hand tenants’ meter and machine data to lenders and introduce them; county offices introduce enterprises outside the cities: less search, and the chance lenders really give.',
    zh: '园区运营方向贷款机构提供入园企业用电用水与设备数据并引荐；县域中心引荐城区以外企业：搜寻更省，按真实获批率形成预期。',
  },
  parameters: {
    parks: {
      record: 'serviceCentres.parks',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Tenants served', zh: '服务入园企业比例' },
    },
    centres: {
      record: 'serviceCentres.centres',
      unit: 'annual ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'County enterprises introduced', zh: '引荐县域企业比例' },
    },
  },
  systems: ['H28', 'S54', 'S61'],
  evidence: [
    'credit-loan-coverage.tech-sme-industrial-parks.2025',
    'policy-start.hunan-industrial-finance-service-centres',
    'zj41.mse-parks.tenant-credit-target-4-5-star',
    'ed26.pingyang.mse-park-coverage',
  ],
  pair: {
    weak: { parks: 0.05, centres: 0.02 },
    strong: { parks: 0.9, centres: 0.5 },
    expected: {
      en: 'Tenants of parks are read with more precision; more of them and of county enterprises ask, and fewer are discouraged.',
      zh: '入园企业判断更准；入园与县域企业申请增多、不敢申贷减少。',
    },
  },
};
