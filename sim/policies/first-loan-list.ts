import type { Instrument } from './instrument.ts';

/** Banks contact listed enterprises that have never borrowed: the fear of refusal and the search cost fall. */
export const firstLoanList: Instrument = {
  id: 'firstLoanList',
  title: { en: 'Contact first-time borrowers', zh: '首贷名单培植' },
  does: {
    en: 'A bank contacts listed enterprises without a credit file: they learn their true chance and save search cost; demand itself is unchanged.',
    zh: '银行逐户对接名单内无贷企业：企业了解真实获贷机会、节省搜寻成本；需求本身不变。',
  },
  parameters: {
    contacts: {
      record: 'firstLoanList.contacts',
      unit: 'annual ratio',
      min: 0,
      max: 0.6,
      step: 0.02,
      over: 'cell',
      off: 0,
      title: { en: 'Contacted in a year', zh: '年对接比例' },
    },
    searchCost: {
      record: 'firstLoanList.searchCost',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 1,
      title: { en: 'Search cost left', zh: '剩余搜寻成本' },
    },
  },
  systems: ['H42'],
  evidence: [
    'first-time-borrowers.hunan-first-loan-programme.2024',
    'first-time-borrower-loans.hunan-first-loan-programme.2024',
  ],
  pair: {
    weak: { contacts: 0.02 },
    strong: { contacts: 0.4 },
    expected: {
      en: 'Fewer discouraged enterprises and more first loans, through the expected chance and the search cost.',
      zh: '通过预期获贷机会与搜寻成本，不敢申贷企业减少、首贷增加。',
    },
  },
};
