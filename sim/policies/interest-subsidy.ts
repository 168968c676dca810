import type { Instrument } from './instrument.ts';

/** The treasury pays part of the interest to the borrower, who must claim it and qualify. */
export const interestSubsidy: Instrument = {
  id: 'interestSubsidy',
  title: { en: 'Subsidise interest', zh: '贷款贴息' },
  does: {
    en: 'Pays part of the interest of eligible borrowers who claim it; lenders with market power capture part of it in the rate.',
    zh: '向符合条件并提出申请的借款企业支付部分利息；有市场势力的贷款机构会通过利率吸收其中一部分。',
  },
  parameters: {
    points: {
      record: 'interestSubsidy.points',
      unit: 'annual ratio',
      min: 0,
      max: 0.03,
      step: 0.0025,
      over: 'cell',
      off: 0,
      title: { en: 'Subsidy', zh: '贴息幅度' },
    },
    taxYears: {
      record: 'interestSubsidy.taxYears',
      unit: 'years',
      min: 0,
      max: 3,
      step: 1,
      over: 'cell',
      off: 2,
      title: { en: 'Tax years required', zh: '要求纳税年限' },
    },
  },
  systems: ['H40', 'H43', 'H44'],
  evidence: [
    'subsidy-eligibility-tax-years.hunan-interest-subsidy',
    'inclusive-finance-fund.hunan-fiscal.2025',
  ],
  pair: {
    weak: { points: 0 },
    strong: { points: 0.02 },
    expected: {
      en: 'Financing cost falls by less than the subsidy and more enterprises ask for credit, through the net rate they expect; fiscal cost rises.',
      zh: '企业预期的贴息后利率下降，融资成本降幅小于贴息幅度，申请增多；财政支出上升。',
    },
  },
};
