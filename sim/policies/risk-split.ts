import type { Instrument } from './instrument.ts';

/** How a guaranteed loss is split between the bank and the guarantee side. */
export const riskSplit: Instrument = {
  id: 'riskSplit',
  title: { en: 'Split guaranteed risk', zh: '调整分险比例' },
  does: {
    en: 'Sets the part of a guaranteed loss the bank bears: a bank that bears more screens more and prices more; a guarantor that bears less keeps its capital longer.',
    zh: '设定担保贷款损失中银行承担的比例：银行承担越多，审查越严、定价越高；担保机构承担越少，资本消耗越慢。',
  },
  parameters: {
    bankShare: {
      record: 'riskSplit.bankShare',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 1,
      title: { en: 'Bank share', zh: '银行分险比例' },
    },
  },
  systems: ['H29'],
  evidence: ['bank-loss-share.hunan-guaranteed-loans.2025', 'bank-loss-share.national-guideline'],
  pair: {
    weak: { bankShare: 0.1 },
    strong: { bankShare: 0.6 },
    expected: {
      en: 'Screening effort and the AUC on guaranteed applications rise, guaranteed defaults and payouts fall, rates on guaranteed loans rise.',
      zh: '担保贷款申请的审查投入与AUC上升，担保贷款违约与代偿下降，担保贷款利率上升。',
    },
  },
};
