import type { Instrument } from './instrument.ts';

/** Reporting in real time makes small lenders replace the officer’s judgement by a model. */
export const supervisionModelSwitch: Instrument = {
  id: 'supervisionModelSwitch',
  title: { en: 'Move small lenders to models', zh: '小机构改用模型决策' },
  does: {
    en: 'Makes village banks and microcredit companies decide by models: they read records better and their clients less, and stop lending sooner when bad loans grow.',
    zh: '村镇银行与小贷公司改以模型决策：读取数据更准、对客户的了解减少，不良上升时更早收紧。',
  },
  parameters: {
    share: {
      record: 'supervisionModelSwitch.share',
      unit: 'ratio of lenders',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      title: { en: 'Lenders that switch', zh: '转换机构比例' },
    },
  },
  systems: ['H47'],
  evidence: [
    'policy-start.hunan-tianwang-mandatory-reporting',
    'risk-warnings.tianwang.2025',
    'intervention-time-change.tianwang.2025',
  ],
  pair: {
    weak: { share: 0.1 },
    strong: { share: 1 },
    expected: {
      en: 'Village and microcredit lenders keep lower cut-offs once bad loans pass a lower mark, and send officers less to enterprises on record; in approvals the two nearly cancel out.',
      zh: '村镇与小贷机构在不良超过更低警戒线后收紧，对有数据企业减少实地审查；两者大体相抵，获批变化很小。',
    },
  },
};
