import type { Instrument } from './instrument.ts';

/** Members of a data alliance learn part of what another knows of its client. */
export const dataAlliance: Instrument = {
  id: 'dataAlliance',
  title: { en: 'Share among lenders', zh: '数据联盟' },
  does: {
    en: 'Lets a lender use part of what another member has learned in its relationship with an applicant, and shares the cost of screening: strangers become readable.',
    zh: '成员可使用其他成员在客户关系中积累的部分信息，并分摊审查成本：陌生客户变得可读。',
  },
  parameters: {
    portability: {
      record: 'dataAlliance.portability',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      title: { en: 'Knowledge shared', zh: '可共享信息比例' },
    },
  },
  systems: ['H17'],
  evidence: [
    'policy-start.xiangjiang-data-alliance',
    'members.xiangjiang-data-alliance.2025',
    'technology-cost-change.xiangjiang-data-alliance.2025',
  ],
  pair: {
    weak: { portability: 0.05 },
    strong: { portability: 0.9 },
    expected: {
      en: 'Lenders read clients of other lenders better and screen more at less cost: rank order of applicants (AUC) improves, and more enterprises take a second lender.',
      zh: '机构对他行客户判断更准、以更低成本多做审查：申请人排序（AUC）改善，更多企业获得第二家机构贷款。',
    },
  },
};
