import type { Instrument } from './instrument.ts';

/** One agreement between head offices replaces many bilateral ones. */
export const headToHead: Instrument = {
  id: 'headToHead',
  title: { en: 'Sign head-to-head agreements', zh: '“总对总”合作' },
  does: {
    en: 'Brings lenders without a bilateral agreement under one head-office agreement with the guarantors: they too can bring requests that need cover.',
    zh: '无双边协议的机构通过总部协议纳入银担合作，也可推荐需要增信的申请。',
  },
  parameters: {
    share: {
      record: 'headToHead.share',
      unit: 'ratio of lenders',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      title: { en: 'Lenders brought in', zh: '纳入机构比例' },
    },
  },
  systems: ['S33'],
  evidence: ['banks-with-risk-sharing-agreement.hunan.2025'],
  pair: {
    weak: { share: 0.05 },
    strong: { share: 0.9 },
    expected: {
      en: 'More lenders bring guaranteed loans, local ones above all; guarantors receive more requests and carry more.',
      zh: '更多机构（尤其地方机构）办理担保贷款；担保申请与在保余额上升。',
    },
  },
};
