import type { Instrument } from './instrument.ts';

/** Further banks hold back from a small enterprise. */
export const partnerBank: Instrument = {
  id: 'partnerBank',
  title: { en: 'Keep to a partner bank', zh: '伙伴银行' },
  does: {
    en: 'Further banks hold back from enterprises below the ceiling: debts are not stacked, and the partner meets no rival when it sets the rate.',
    zh: '对限额以下企业，其他银行不再进入：债务不再叠加，主办行定价时没有竞争者。',
  },
  parameters: {
    restraint: {
      record: 'partnerBank.restraint',
      unit: 'ratio of enterprises',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      title: { en: 'Enterprises left to their partner', zh: '适用比例' },
    },
  },
  systems: ['S56'],
  evidence: [
    'zj41.partner-bank.credit-threshold',
    'zj41.partner-bank.max-lenders-mse',
    'zj41.partner-bank.max-lenders-individual',
  ],
  pair: {
    weak: { restraint: 0.05 },
    strong: { restraint: 0.9 },
    expected: {
      en: 'Fewer second loans, and higher rates where the lender has power.',
      zh: '第二家贷款减少；机构有定价能力处利率上升。',
    },
  },
};
