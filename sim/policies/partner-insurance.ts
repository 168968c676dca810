import type { Instrument } from './instrument.ts';

/** Packages with a bank insure enterprises other than farms against interruption. */
export const partnerInsurance: Instrument = {
  id: 'partnerInsurance',
  title: { en: 'Insure with the bank', zh: '伙伴保险套餐' },
  does: {
    en: 'Pays insured shops, workshops and inns part of what a disaster takes from their cash flow, for a premium: they keep serving their loans.',
    zh: '灾害发生后按约定赔付投保商贸、制造、住宿餐饮等企业的部分现金流损失，企业得以继续还款。',
  },
  parameters: {
    coverage: {
      record: 'partnerInsurance.coverage',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Insured enterprises', zh: '投保比例' },
    },
    payout: {
      record: 'partnerInsurance.payout',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      needs: 'coverage',
      title: { en: 'Loss paid', zh: '赔付比例' },
    },
  },
  systems: ['S37'],
  evidence: ['overdue-ratio-change.dongting-flood-agri-sme.2024'],
  pair: {
    weak: { coverage: 0.05 },
    strong: { coverage: 0.9 },
    expected: {
      en: 'Insured enterprises pay premiums every month; after a flood they keep cash and fewer fall overdue.',
      zh: '投保企业逐月缴费；洪灾后现金流得到补偿，逾期更少。',
    },
  },
};
