import type { Instrument } from './instrument.ts';

/** Technology loans are judged by the portfolio, not one by one. */
export const technologyTolerance: Instrument = {
  id: 'technologyTolerance',
  title: { en: 'Judge technology loans as a portfolio', zh: '科技信贷容错' },
  does: {
    en: 'Officers do not answer for single defaults of technology enterprises while the lender’s portfolio stays within its tolerance.',
    zh: '只要机构整体不良在容忍度内，信贷员不因单笔科技贷款违约被追责。',
  },
  parameters: {
    judged: {
      record: 'technologyTolerance.judged',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Judged by the portfolio', zh: '按组合考核比例' },
    },
  },
  systems: ['S79', 'S80', 'S64'],
  evidence: ['ed26.china.tech-sme-loans.growth', 'ed26.china.tech-sme-loans.balance'],
  pair: {
    weak: { judged: 0.1 },
    strong: { judged: 1 },
    expected: {
      en: 'Fewer technology enterprises are refused as too risky, most at lenders with few bad loans; nobody else is read differently.',
      zh: '科技企业因风险过高被拒减少，不良低的机构尤甚；其他企业不受影响。',
    },
  },
};
