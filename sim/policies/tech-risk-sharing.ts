import type { Instrument } from './instrument.ts';

/** Fiscal, guarantee and insurance layers bear part of the loss on technology loans. */
export const techRiskSharing: Instrument = {
  id: 'techRiskSharing',
  title: { en: 'Share technology risk', zh: '科创风险分担' },
  does: {
    en: 'Fiscal money up to a yearly budget, guarantee and insurance bear layers of the loss on technology loans before the bank does.',
    zh: '财政（以年度预算为限）、担保、保险分层承担科技贷款损失，其余由银行承担。',
  },
  parameters: {
    share: {
      record: 'techRiskSharing.share',
      unit: 'ratio',
      min: 0,
      max: 0.9,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Loss shared', zh: '分担比例' },
    },
    budget: {
      record: 'techRiskSharing.budget',
      unit: 'yuan a year',
      min: 0,
      max: 2000000000,
      step: 10000000,
      over: 'province',
      off: 0,
      needs: 'share',
      title: { en: 'Fiscal budget', zh: '财政年度预算' },
    },
  },
  systems: ['S41'],
  evidence: ['inclusive-finance-fund.hunan-fiscal.2025', 'credit-loan-access.hunan-tech-sme.2025'],
  pair: {
    weak: { share: 0.1 },
    strong: { share: 0.8 },
    expected: {
      en: 'Lenders bear less of a technology loan’s loss, grant more without collateral and screen less; fiscal spending stays inside the budget.',
      zh: '银行承担的科技贷款损失减少，无抵押获贷增多、审查减少；财政支出不超预算。',
    },
  },
};
