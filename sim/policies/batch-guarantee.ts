import type { Instrument } from './instrument.ts';

/** The guarantor accepts what the bank has approved, inside agreed limits, without a review of its own. */
export const batchGuarantee: Instrument = {
  id: 'batchGuarantee',
  title: { en: 'Guarantee in batches', zh: '批量担保' },
  does: {
    en: 'Lets a share of bank-approved requests pass without the guarantor’s own review while its payouts stay under a cap: no refusal for lack of information, no days lost, and nobody looks twice.',
    zh: '部分经银行审批的申请不再由担保机构复审即予承保，以代偿率上限为界：不再因信息不足被拒、不再耗时，但也少了一道审查。',
  },
  parameters: {
    share: {
      record: 'batchGuarantee.share',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Accepted without review', zh: '免复审比例' },
    },
  },
  systems: ['H33', 'S32'],
  evidence: [
    'guarantee-compensation-rate.hunan-government-guarantors.2025',
    'policy-start.xiangrongtong-platform',
  ],
  pair: {
    weak: { share: 0.1 },
    strong: { share: 0.9 },
    expected: {
      en: 'Guarantors refuse fewer requests, decisions come sooner and guaranteed balance rises, above all for enterprises without a record; the book gets worse by what the guarantor’s own review knew, little today.',
      zh: '担保拒绝减少、审批更快、担保余额上升，无公共数据企业获益最大；组合质量下降幅度取决于原自身复审所知，目前甚少。',
    },
  },
};
