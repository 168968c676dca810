import type { Instrument } from './instrument.ts';

/** Loans that fall due after three years. */
export const mediumTermLoans: Instrument = {
  id: 'mediumTermLoans',
  title: { en: 'Lend for a medium term', zh: '中长期贷款' },
  does: {
    en: 'Loans fall due later: fewer bridge costs and fewer occasions to call them, for a premium.',
    zh: '贷款到期更晚：过桥更少、收回机会更少，利率略高。',
  },
  parameters: {
    share: {
      record: 'mediumTermLoans.share',
      unit: 'ratio of loans',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Loans with a medium term', zh: '中长期比例' },
    },
  },
  systems: ['S46'],
  evidence: ['zj41.unsecured-loans.share-target', 'zjd.platform.first-time-borrower-share'],
  pair: {
    weak: { share: 0.05 },
    strong: { share: 0.8 },
    expected: {
      en: 'Less falls due each year and less is paid for bridge loans; rates are a little higher.',
      zh: '每年到期额减少、过桥支出减少；利率略升。',
    },
  },
};
