import type { Instrument } from './instrument.ts';

/** Large banks have to grow small-business lending and ask for other lenders’ clients. */
export const largeBankQuota: Instrument = {
  id: 'largeBankQuota',
  title: { en: 'Give large banks a quota', zh: '大行普惠指标' },
  does: {
    en: 'State and joint-stock banks behind their quota give up margin, and ask clients of other lenders when their loans fall due: those they can read come over to a lower rate.',
    zh: '未完成指标的国有行与股份行让利，并在他行客户贷款到期时主动接洽：看得清的客户以更低利率转来。',
  },
  parameters: {
    growth: {
      record: 'largeBankQuota.growth',
      unit: 'annual ratio',
      min: 0,
      max: 0.8,
      step: 0.02,
      over: 'lender',
      off: 0,
      title: { en: 'Growth to reach', zh: '增速指标' },
    },
    outreach: {
      record: 'largeBankQuota.outreach',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Clients of others asked', zh: '接洽他行客户比例' },
    },
  },
  systems: ['H12', 'S09'],
  evidence: ['zjd.inclusive-mse-loans.rate-change-5y', 'zjd.small-local-banks.share-inclusive-mse'],
  pair: {
    weak: { growth: 0.1, outreach: 0.05 },
    strong: { growth: 0.6, outreach: 0.6 },
    expected: {
      en: 'Large banks lend more at lower rates; the transparent clients of local banks move to them, and what stays with local banks is riskier.',
      zh: '大行投放增加、利率下降；地方银行的透明客户转走，留下的客群风险更高。',
    },
  },
};
