import type { Instrument } from './instrument.ts';

/** Loans that come with equity and rights to growth. */
export const loanPlusEquity: Instrument = {
  id: 'loanPlusEquity',
  title: { en: 'Pair loans with equity', zh: '投贷联动' },
  does: {
    en: 'A lender gets a right to part of the growth, which is worth more where growth is uncertain; an investor puts equity beside the loan, a cushion nobody has to repay.',
    zh: '机构获得部分成长收益权，成长越不确定越值钱；投资方配套股权，成为无需偿还的缓冲。',
  },
  parameters: {
    rights: {
      record: 'loanPlusEquity.rights',
      unit: 'ratio',
      min: 0,
      max: 0.1,
      step: 0.005,
      over: 'cell',
      off: 0,
      title: { en: 'Part of growth', zh: '成长收益权' },
    },
    equity: {
      record: 'loanPlusEquity.equity',
      unit: 'ratio of the loan',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      needs: 'rights',
      title: { en: 'Equity beside the loan', zh: '配套股权' },
    },
  },
  systems: ['S63', 'S80', 'H20'],
  evidence: ['ed26.china.tech-sme-loans.growth', 'ed26.china.high-tech-enterprise-loans.balance'],
  pair: {
    weak: { rights: 0.002 },
    strong: { rights: 0.03, equity: 0.5 },
    expected: {
      en: 'Lenders refuse fewer applicants as too risky and quote lower rates; borrowers have more capital of their own.',
      zh: '因风险过高的拒贷减少、利率下降；企业自有资本增加。',
    },
  },
};
