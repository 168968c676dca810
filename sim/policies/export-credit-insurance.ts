import type { Instrument } from './instrument.ts';

/** An insurer bears buyers’ default of exporters, and the policy is pledged for loans. */
export const exportCreditInsurance: Instrument = {
  id: 'exportCreditInsurance',
  title: { en: 'Insure export credit', zh: '出口信用保险' },
  does: {
    en: 'Pays insured exporters most of what buyers fail to pay, for a premium; the pledged policy covers part of the loss on their loans.',
    zh: '出口企业投保后，买方违约损失大部分由保险赔付；保单质押可覆盖部分贷款损失。',
  },
  parameters: {
    coverage: {
      record: 'exportCreditInsurance.coverage',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Insured exporters', zh: '投保比例' },
    },
    share: {
      record: 'exportCreditInsurance.share',
      unit: 'ratio',
      min: 0,
      max: 0.95,
      step: 0.05,
      over: 'cell',
      off: 0,
      needs: 'coverage',
      title: { en: 'Receivable paid', zh: '赔付比例' },
    },
  },
  systems: ['H39', 'S40'],
  evidence: [
    'policy-start.hunan-cross-border-sme-guidance',
    'export-insurance-policy-financing.hunan.2025',
    'export-insurance-policy-financing-firms.hunan.2025',
    'zjd.export-credit-insurance.penetration',
  ],
  pair: {
    weak: { coverage: 0.05 },
    strong: { coverage: 0.9 },
    expected: {
      en: 'Exporters keep more cash when buyers fail, borrow more on pledged policies and fewer fall overdue in an export fall.',
      zh: '买方违约时出口企业现金损失减少，凭保单获贷增多，出口下滑时逾期更少。',
    },
  },
};
