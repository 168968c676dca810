import type { Instrument } from './instrument.ts';

/** What a lender makes of a record that is not there. */
export const missingDataTreatment: Instrument = {
  id: 'missingDataTreatment',
  title: { en: 'Treat missing data', zh: '缺失数据处理' },
  does: {
    en: 'Sets the share of lenders that refuse applicants without a public record, and the share whose model takes the gap for a clean sheet; the others price it as average.',
    zh: '设定拒绝无公共数据申请人的机构比例，以及把数据缺失误读为零风险的机构比例；其余按平均风险定价。',
  },
  parameters: {
    refuse: {
      record: 'missingDataTreatment.refuse',
      unit: 'ratio of lenders',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      title: { en: 'Lenders that refuse', zh: '拒贷机构比例' },
    },
    zeroRisk: {
      record: 'missingDataTreatment.zeroRisk',
      unit: 'ratio of lenders',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      title: { en: 'Lenders that read no risk', zh: '误读为零风险的机构比例' },
    },
  },
  systems: ['H25', 'H52'],
  evidence: ['data-missing-rate.hunan-county-sme.2025', 'no-credit-record-share.hunan-sme.2025'],
  pair: {
    weak: { refuse: 0.05, zeroRisk: 0 },
    strong: { refuse: 0.8, zeroRisk: 0 },
    expected: {
      en: 'More applications fail for want of data and fewer enterprises without a public record get a loan. With the other parameter, more of them get one, and more of those loans default.',
      zh: '因缺数据被拒的申请增多，无公共数据企业获贷减少；另一参数则使其获贷增多、违约也增多。',
    },
  },
};
