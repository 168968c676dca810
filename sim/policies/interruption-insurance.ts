import type { Instrument } from './instrument.ts';

/** An insurer replaces lost cash flow of insured farm enterprises after a disaster. */
export const interruptionInsurance: Instrument = {
  id: 'interruptionInsurance',
  title: { en: 'Insure interruption', zh: '经营中断保险' },
  does: {
    en: 'Pays insured farm enterprises part of what a disaster takes from their cash flow, for a premium; they keep serving their loans.',
    zh: '灾害发生后按约定赔付投保涉农企业的部分现金流损失，企业得以继续还款。',
  },
  parameters: {
    coverage: {
      record: 'interruptionInsurance.coverage',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Insured farm enterprises', zh: '投保比例' },
    },
    payout: {
      record: 'interruptionInsurance.payout',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Loss paid', zh: '赔付比例' },
    },
  },
  systems: ['H38'],
  evidence: ['overdue-ratio-change.dongting-flood-agri-sme.2024'],
  pair: {
    weak: { coverage: 0.05 },
    strong: { coverage: 0.9 },
    expected: {
      en: 'After a flood, insured farm enterprises keep cash, and fewer fall overdue.',
      zh: '洪灾后投保涉农企业现金流得到补偿，逾期更少。',
    },
  },
};
