import type { Instrument } from './instrument.ts';

/** An insurer bears part of the loss of small loans for a premium. */
export const loanGuaranteeInsurance: Instrument = {
  id: 'loanGuaranteeInsurance',
  title: { en: 'Insure loans', zh: '贷款保证保险' },
  does: {
    en: 'Insures a share of small loans: the borrower pays a premium, the insurer pays the bank its part some months after default, and the bank, which bears less, lends to riskier enterprises and looks less.',
    zh: '对部分小额贷款承保：企业缴纳保费，违约数月后保险机构按比例赔付银行；银行承担减少，可贷给风险更高者，但审查也减少。',
  },
  parameters: {
    coverage: {
      record: 'loanGuaranteeInsurance.coverage',
      unit: 'ratio',
      min: 0,
      max: 0.5,
      step: 0.01,
      over: 'cell',
      off: 0,
      title: { en: 'Insured loans', zh: '投保比例' },
    },
    share: {
      record: 'loanGuaranteeInsurance.share',
      unit: 'ratio',
      min: 0,
      max: 0.9,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Loss the insurer bears', zh: '保险承担比例' },
    },
    premium: {
      record: 'loanGuaranteeInsurance.premium',
      unit: 'annual ratio',
      min: 0,
      max: 0.04,
      step: 0.001,
      over: 'cell',
      off: 0,
      title: { en: 'Premium', zh: '保费率' },
    },
  },
  systems: ['H37'],
  evidence: [
    'loan-guarantee-insurance-coverage.hunan-sme.2025',
    'loan-guarantee-insurance-coverage.jiangsu-shandong.2025',
    'loan-guarantee-insurance-premium.hunan-sme.2025',
  ],
  pair: {
    weak: { coverage: 0.012 },
    strong: { coverage: 0.3 },
    expected: {
      en: 'More enterprises without collateral are granted loans, premiums and payouts of insurers rise, lenders screen the insured less.',
      zh: '更多无抵押企业获得贷款，保费与赔付上升，银行对投保贷款的审查减少。',
    },
  },
};
