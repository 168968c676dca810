import type { Instrument } from './instrument.ts';

/** A legal cap on private lending that holds. */
export const privateRateCap: Instrument = {
  id: 'privateRateCap',
  title: { en: 'Cap private rates', zh: '民间借贷利率上限' },
  does: {
    en: 'No private loan may cost more: those who still get one pay less, and those whose risk the cap does not cover get none.',
    zh: '民间借贷利率不得超过上限：仍能借到者付息减少，风险超出上限者借不到。',
  },
  parameters: {
    cap: {
      record: 'privateRateCap.cap',
      unit: 'annual ratio',
      min: 0.08,
      max: 1,
      step: 0.01,
      over: 'cell',
      off: 1,
      title: { en: 'Highest rate', zh: '利率上限' },
    },
  },
  systems: ['H19'],
  evidence: [
    'private-lending-cases-above-24pct.hunan-sme.2025',
    'private-lending-usury-rate.hunan-remote-counties.2025',
    'private-lending-rate.hunan-county-sme.2025',
  ],
  pair: {
    weak: { cap: 0.3 },
    strong: { cap: 0.14 },
    expected: {
      en: 'Less private debt at lower rates; risky enterprises that are short of cash find no lender.',
      zh: '民间债务减少、利率下降；缺现金的高风险企业无处可借。',
    },
  },
};
