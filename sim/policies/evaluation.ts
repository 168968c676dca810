import type { Instrument } from './instrument.ts';

/** Supervisors ask lenders for growth and tolerate more bad loans. */
export const evaluation: Instrument = {
  id: 'evaluation',
  title: { en: 'Evaluate small-business lending', zh: '小微监管评价' },
  does: {
    en: 'A lender whose small-business book grows more slowly than asked values each yuan lent more, in price and in risk; a higher tolerance keeps its cut-off.',
    zh: '小微贷款增速低于要求的机构更看重投放，价格更低、风险容忍更高；不良容忍度提高则准入线不收紧。',
  },
  parameters: {
    target: {
      record: 'evaluation.target',
      unit: 'annual ratio',
      min: 0,
      max: 0.6,
      step: 0.02,
      over: 'lender',
      off: 0,
      title: { en: 'Growth asked for', zh: '增速要求' },
    },
    weight: {
      record: 'evaluation.weight',
      unit: 'margin a unit of shortfall',
      min: 0,
      max: 0.3,
      step: 0.01,
      over: 'lender',
      off: 0,
      needs: 'target',
      title: { en: 'Margin given up', zh: '让利权重' },
    },
    leeway: {
      record: 'evaluation.leeway',
      unit: 'ratio',
      min: 0,
      max: 0.05,
      step: 0.005,
      over: 'lender',
      off: 0,
      title: { en: 'Bad loans tolerated beyond', zh: '不良容忍度提高' },
    },
  },
  systems: ['S48', 'S82', 'S86', 'S90'],
  evidence: [
    'zj41.inclusive-mse.growth-gap-target',
    'zj41.inclusive-mse.new-loans-target',
    'ed26.nfra-notice.year',
  ],
  pair: {
    weak: { target: 0.05, leeway: 0 },
    strong: { target: 0.5, leeway: 0.03 },
    expected: {
      en: 'Lenders behind the target quote lower rates and refuse less; their margin falls and bad loans follow.',
      zh: '未达标机构报价更低、拒贷更少；利差收窄，不良随后上升。',
    },
  },
};
