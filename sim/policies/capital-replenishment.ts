import type { Instrument } from './instrument.ts';

/** Owners and markets put capital into lenders that lack it. */
export const capitalReplenishment: Instrument = {
  id: 'capitalReplenishment',
  title: { en: 'Replenish capital', zh: '补充资本' },
  does: {
    en: 'Lenders with less capital than their book needs get part of what is missing each year.',
    zh: '资本低于业务所需的机构每年补足部分缺口。',
  },
  parameters: {
    part: {
      record: 'capitalReplenishment.part',
      unit: 'annual ratio of missing capital',
      min: 0,
      max: 3,
      step: 0.1,
      over: 'lender',
      off: 0,
      title: { en: 'Missing capital put in', zh: '缺口补足比例' },
    },
  },
  systems: ['S49'],
  evidence: ['capital-adequacy.hunan-licensed-sme-finance.2025'],
  pair: {
    weak: { part: 0.1 },
    strong: { part: 2.4 },
    expected: {
      en: 'Capital over loans rises where losses had eaten it, and fewer lenders turn applicants away for want of room.',
      zh: '被亏损侵蚀的资本得到恢复，因额度不足的拒贷减少。',
    },
  },
};
