import type { Instrument } from './instrument.ts';

/** Lenders that grow their small-business book are rewarded with public deposits. */
export const governmentDeposits: Instrument = {
  id: 'governmentDeposits',
  title: { en: 'Reward with public deposits', zh: '财政存款奖励' },
  does: {
    en: 'Local lenders whose book has grown no slower than the whole get cheap public deposits.',
    zh: '贷款增速不低于整体的地方机构获得低成本财政存款。',
  },
  parameters: {
    points: {
      record: 'governmentDeposits.points',
      unit: 'annual ratio',
      min: 0,
      max: 0.01,
      step: 0.0005,
      over: 'lender',
      off: 0,
      title: { en: 'Funding cost saved', zh: '资金成本优惠' },
    },
  },
  systems: ['S50'],
  evidence: [],
  pair: {
    weak: { points: 0.0005 },
    strong: { points: 0.008 },
    expected: {
      en: 'Rates of local lenders that grow fall by part of the saving; those that do not grow keep theirs.',
      zh: '增速达标的地方机构利率部分下降，未达标者不变。',
    },
  },
};
