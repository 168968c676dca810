import type { Instrument } from './instrument.ts';

/** Owners learn to keep books and invoices. */
export const creditTraining: Instrument = {
  id: 'creditTraining',
  title: { en: 'Train owners in credit', zh: '信用提升培训' },
  does: {
    en: 'Trains further owners in bookkeeping, electronic invoices and credit records: less is missing from their public record.',
    zh: '培训更多业主规范记账、使用电子发票、维护信用记录：公共数据缺失减少。',
  },
  parameters: {
    trained: {
      record: 'creditTraining.trained',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Owners trained', zh: '受训业主比例' },
    },
  },
  systems: ['H10'],
  evidence: [
    'enterprises-trained.hunan-sme-credit-improvement-action.2025',
    'policy-start.hunan-sme-credit-improvement-action',
    'data-missing-rate.hunan-county-sme.2025',
  ],
  pair: {
    weak: { trained: 0.05 },
    strong: { trained: 0.9 },
    expected: {
      en: 'Records on file hold more sources, most of all in counties; lenders read those on file with more precision.',
      zh: '入库档案包含更多数据来源，县域尤甚；机构对入库企业判断更准。',
    },
  },
};
