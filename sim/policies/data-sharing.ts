import type { Instrument } from './instrument.ts';

/** Public data reach lenders for more enterprises and sooner: their signals sharpen and checks get cheaper. */
export const dataSharing: Instrument = {
  id: 'dataSharing',
  title: { en: 'Share public data', zh: '公共数据共享' },
  does: {
    en: 'Widens and refreshes the public record lenders may read with consent: sharper signals, cheaper checks, fewer documents to bring.',
    zh: '扩大并更新经授权可查询的公共数据：信号更准、审查更省、材料更少。',
  },
  parameters: {
    coverage: {
      record: 'dataSharing.coverage',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.01,
      over: 'cell',
      off: 0,
      title: { en: 'Record on file', zh: '入库覆盖率' },
    },
    consent: {
      record: 'dataSharing.consent',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.01,
      over: 'cell',
      off: 0,
      title: { en: 'Consent', zh: '授权比例' },
    },
    delayMonths: {
      record: 'dataSharing.delayMonths',
      unit: 'months',
      min: 0,
      max: 12,
      step: 0.5,
      over: 'cell',
      off: 12,
      title: { en: 'Delay', zh: '数据滞后' },
    },
    sources: {
      record: 'dataSharing.sources',
      unit: 'source types',
      min: 0,
      max: 40,
      step: 1,
      over: 'cell',
      off: 0,
      title: { en: 'Source types', zh: '数据种类' },
    },
  },
  systems: ['H1', 'H2', 'H3', 'H5', 'H7'],
  evidence: [
    'credit-platform-coverage.hunan-sme.2025-existing',
    'credit-platform-coverage.hunan-sme.2025-registered',
    'data-source-types.xiangxinrong.2025',
    'data-update-interval.xiangxinrong-high-frequency.2025',
  ],
  pair: {
    weak: { coverage: 0.6, delayMonths: 3 },
    strong: { coverage: 0.95, delayMonths: 0 },
    expected: {
      en: 'Lenders rank applicants better (AUC), refuse fewer good enterprises without a credit file, and decide sooner; the gain is largest where no record was on file.',
      zh: '贷款机构对申请人排序更准（AUC上升），误拒无信用档案的好企业减少，审批更快；原先未入库的企业获益最大。',
    },
  },
};
