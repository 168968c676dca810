import type { Instrument } from './instrument.ts';

/** A line offered before anybody asks. */
export const passivePreApproval: Instrument = {
  id: 'passivePreApproval',
  title: { en: 'Offer pre-approved lines', zh: '无感授信' },
  does: {
    en: 'Has models score further enterprises on their records and traces alone and offers a line to those who pass: they need not search or fear, and the money comes in days.',
    zh: '由模型仅凭数据为更多企业预评分，达标者主动授予额度：无需搜寻、无惧被拒、到账迅速。',
  },
  parameters: {
    share: {
      record: 'passivePreApproval.share',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Enterprises pre-scored', zh: '预评分企业比例' },
    },
  },
  systems: ['S22', 'S23', 'S24'],
  evidence: [
    'zjd.rural-microcredit.household-coverage',
    'zjd.platform.proactive-credit-amount',
    'zjd.mobile-lending.ticket-threshold',
    'zj41.unsecured-loans.share-target',
  ],
  pair: {
    weak: { share: 0.05 },
    strong: { share: 0.9 },
    expected: {
      en: 'More enterprises with records ask for loans without collateral and are answered within days; those without records are not touched.',
      zh: '有数据的企业申请信用贷款增多、数日内获复；无数据企业不受影响。',
    },
  },
};
