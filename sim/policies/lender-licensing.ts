import type { Instrument } from './instrument.ts';

/** Lenders without enough capital lose their licence; clients move. */
export const lenderLicensing: Instrument = {
  id: 'lenderLicensing',
  title: { en: 'Ask for capital to hold a licence', zh: '持牌资本门槛' },
  does: {
    en: 'A lender with too little capital for half a year loses its licence: it takes on nobody, its book runs off, and clients look for another lender when their loans fall due.',
    zh: '资本连续半年不足的机构退出：不再新增业务，存量到期收回，客户另寻机构。',
  },
  parameters: {
    capitalRatio: {
      record: 'lenderLicensing.capitalRatio',
      unit: 'ratio',
      min: 0,
      max: 0.2,
      step: 0.005,
      over: 'lender',
      off: 0,
      title: { en: 'Capital over loans', zh: '资本比例' },
    },
  },
  systems: ['H46'],
  evidence: [
    'policy-start.hunan-local-finance-ordinance',
    'institution-count-change.hunan-licensed-sme-finance.2020-2025',
    'capital-adequacy.hunan-licensed-sme-finance.2025',
  ],
  pair: {
    weak: { capitalRatio: 0.08 },
    strong: { capitalRatio: 0.15 },
    expected: {
      en: 'Weak lenders leave, those that stay hold more capital over loans; clients of those that left move to others or repay.',
      zh: '弱机构退出，留存机构资本比例上升；退出机构的客户转往他处或还清。',
    },
  },
};
