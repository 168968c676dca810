import type { Instrument } from './instrument.ts';

/** Enterprises nominated by a department that knows them somewhat. */
export const cultivationPool: Instrument = {
  id: 'cultivationPool',
  title: { en: 'Nominate to a cultivation pool', zh: '小微企业培育库' },
  does: {
    en: 'Nominates further promising enterprises to lenders: the department’s view is a noisy signal of quality, and the nominated are encouraged and helped to apply.',
    zh: '向贷款机构推荐更多成长性企业：部门判断是带噪声的质量信号，入库企业获鼓励与申请辅导。',
  },
  parameters: {
    members: {
      record: 'cultivationPool.members',
      unit: 'ratio',
      min: 0,
      max: 0.5,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Nominated', zh: '入库比例' },
    },
  },
  systems: ['S57'],
  evidence: ['zjd.differentiation.segments'],
  pair: {
    weak: { members: 0.02 },
    strong: { members: 0.4 },
    expected: {
      en: 'The nominated ask more and are read with more precision; they are better than others by as much as the department knows.',
      zh: '入库企业申请增多、判断更准；其优于他人的程度取决于部门的了解程度。',
    },
  },
};
