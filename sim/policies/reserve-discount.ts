import type { Instrument } from './instrument.ts';

/** The central bank rewards local banks that grow inclusive lending with cheaper funds. */
export const reserveDiscount: Instrument = {
  id: 'reserveDiscount',
  title: { en: 'Discount reserves', zh: '准备金优惠' },
  does: {
    en: 'Lowers the funding cost of local banks whose inclusive book grows faster than the whole.',
    zh: '降低普惠贷款增速高于整体的地方法人银行的资金成本。',
  },
  parameters: {
    points: {
      record: 'reserveDiscount.points',
      unit: 'annual ratio',
      min: 0,
      max: 0.01,
      step: 0.0005,
      over: 'lender',
      off: 0,
      title: { en: 'Funding cost saved', zh: '资金成本优惠' },
    },
  },
  systems: ['H41'],
  evidence: ['reserve-ratio-discount.hunan-mpa-compliant-banks'],
  pair: {
    weak: { points: 0.0005 },
    strong: { points: 0.005 },
    expected: {
      en: 'Rates of city and rural banks fall by part of the saving; their approvals rise a little.',
      zh: '城商行与农信机构利率部分下降，获批略增。',
    },
  },
};
