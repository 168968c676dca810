import type { Instrument } from './instrument.ts';

/** A filed model has to show what it does with missing data. */
export const algorithmFiling: Instrument = {
  id: 'algorithmFiling',
  title: { en: 'File algorithms', zh: '算法备案' },
  does: {
    en: 'Makes lenders disclose their models: one that is filed cannot take a missing record for a clean sheet, and every check costs a little more.',
    zh: '要求机构备案风控模型：已备案模型不得把数据缺失当作零风险，每笔审查成本略增。',
  },
  parameters: {
    filed: {
      record: 'algorithmFiling.filed',
      unit: 'ratio of lenders',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      title: { en: 'Lenders filed', zh: '备案机构比例' },
    },
  },
  systems: ['H48'],
  evidence: [
    'institutions-algorithm-filed.hunan.2025',
    'institutions-algorithm-audited.hunan.2025',
    'policy-start.hunan-algorithm-filing-measures',
  ],
  pair: {
    weak: { filed: 0 },
    strong: { filed: 1 },
    expected: {
      en: 'The cost of a check rises, and rates and refusals of very small loans a little with it; where lenders read missing data as no risk, fewer do and fewer of those loans default.',
      zh: '单笔审查成本上升，极小额贷款利率与拒贷略增；若有机构误读缺失数据，则误读减少、相关违约下降。',
    },
  },
};
