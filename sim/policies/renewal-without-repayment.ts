import type { Instrument } from './instrument.ts';

/** At maturity the borrower need not produce the principal before the new loan. */
export const renewalWithoutRepayment: Instrument = {
  id: 'renewalWithoutRepayment',
  title: { en: 'Renew without repayment', zh: '无还本续贷' },
  does: {
    en: 'Spares approved borrowers the bridge loan at maturity; what is due stays due, and weak loans may live longer.',
    zh: '获批续贷的企业无需过桥还本；债务不减，弱质贷款可能存续更久。',
  },
  parameters: {
    share: {
      record: 'renewalWithoutRepayment.share',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Offered at maturity', zh: '到期可续比例' },
    },
  },
  systems: ['S42'],
  evidence: [
    'zjd.renewal.balance',
    'zjd.renewal.renewal-rate',
    'zjd.renewal.continuous-flexible-share',
    'zjd.renewal.bridge-cost-saved-5y',
    'zj41.renewal.inclusive-share-target',
    'loan-renewal-rate.hunan-sme.2026-target',
  ],
  pair: {
    weak: { share: 0.1 },
    strong: { share: 0.9 },
    expected: {
      en: 'Fewer enterprises pay for bridge loans, fewer fall into arrears at maturity, survival rises; non-performing loans may come later.',
      zh: '过桥支出减少，到期逾期减少，存活率上升；不良可能延后暴露。',
    },
  },
};
