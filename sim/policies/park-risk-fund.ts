import type { Instrument } from './instrument.ts';

/** Park fund, insurer and bank share the loss on loans to tenants. */
export const parkRiskFund: Instrument = {
  id: 'parkRiskFund',
  title: { en: 'Endow park risk funds', zh: '园区风险基金' },
  does: {
    en: 'Parks in scope found a fund to which tenants contribute with each loan: fund and insurer bear equal parts of the loss, the bank the rest, as far as the fund’s money goes.',
    zh: '范围内园区设立风险基金，入园企业随贷缴纳；基金与保险各担部分损失，余下由银行承担，以基金财力为限。',
  },
  parameters: {
    members: {
      record: 'parkRiskFund.members',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Manufacturers and technology enterprises that are members', zh: '基金成员企业比例' },
    },
    share: {
      record: 'parkRiskFund.share',
      unit: 'ratio',
      min: 0,
      max: 0.8,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Loss borne by fund and insurer', zh: '基金与保险分担比例' },
    },
    contribution: {
      record: 'parkRiskFund.contribution',
      unit: 'ratio of the loan',
      min: 0,
      max: 0.02,
      step: 0.001,
      over: 'cell',
      off: 0,
      title: { en: 'Contribution', zh: '缴纳比例' },
    },
  },
  systems: ['S36'],
  evidence: ['zj41.mse-parks.risk-sharing-parties'],
  pair: {
    weak: { members: 0.05, share: 0.6 },
    strong: { members: 0.9, share: 0.6 },
    expected: {
      en: 'Manufacturers and technology enterprises are granted more loans; the fund fills and pays; other sectors are touched only through lenders’ room.',
      zh: '制造与科技企业获贷增多；基金随之积累与赔付；其他行业仅经由银行额度受影响。',
    },
  },
};
