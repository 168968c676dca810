import type { Instrument } from './instrument.ts';

/** Needs on a register that brings the lender to the enterprise. */
export const demandDatabase: Instrument = {
  id: 'demandDatabase',
  title: { en: 'Register demand for credit', zh: '融资需求信息库' },
  does: {
    en: 'Registers the needs of further enterprises each year and passes them to lenders, who come: the enterprise need not search or travel, but learns nothing of its chance.',
    zh: '每年登记更多企业的融资需求并推送给机构，由机构上门：企业无需搜寻奔波，但并不因此了解自身获贷机会。',
  },
  parameters: {
    registered: {
      record: 'demandDatabase.registered',
      unit: 'annual ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Registered in a year', zh: '年登记比例' },
    },
  },
  systems: ['S20'],
  evidence: ['tz.demand-database.enterprises-covered'],
  pair: {
    weak: { registered: 0.05 },
    strong: { registered: 0.8 },
    expected: {
      en: 'Fewer enterprises are kept from asking by the trouble; fear of refusal is as it was.',
      zh: '因手续繁琐而不申请的企业减少；对被拒的顾虑不变。',
    },
  },
};
