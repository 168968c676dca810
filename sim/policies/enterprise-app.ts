import type { Instrument } from './instrument.ts';

/** An owner sees the enterprise’s own credit picture and claims in one place. */
export const enterpriseApp: Instrument = {
  id: 'enterpriseApp',
  title: { en: 'Offer an enterprise app', zh: '惠企应用' },
  does: {
    en: 'Shows adopters their standing: they expect the chance lenders really give enterprises like theirs, search at less cost, and claim subsidies at none.',
    zh: '使用者可查看自身信用状况：按同类企业真实获批率形成预期，搜寻成本降低，申领补贴不再费力。',
  },
  parameters: {
    adoption: {
      record: 'enterpriseApp.adoption',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Adopters', zh: '使用比例' },
    },
  },
  systems: ['H11'],
  evidence: ['enterprises-connected.xiangrongtong.2025', 'enterprise-satisfaction.smart-subsidy-system.2025'],
  pair: {
    weak: { adoption: 0.05 },
    strong: { adoption: 0.8 },
    expected: {
      en: 'More applications and fewer discouraged enterprises where owners expected too little; more small claims of subsidies.',
      zh: '预期偏低的业主申请增多、不敢申贷减少；小额贴息申领增多。',
    },
  },
};
