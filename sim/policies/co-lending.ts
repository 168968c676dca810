import type { Instrument } from './instrument.ts';

/** Platforms read, banks book. */
export const coLending: Instrument = {
  id: 'coLending',
  title: { en: 'Let platforms lend through banks', zh: '助贷与联合贷' },
  does: {
    en: 'A platform passes what it has read to a connected bank, which books the loan, its capital and its loss, and pays the platform a part of the rate; the client stays the platform’s. Where the platform may not book and no bank is connected, nobody lends.',
    zh: '平台审核后转交合作银行入账，资本与损失由银行承担，并向平台付费；客户仍属平台。平台不得自营且无合作银行的，无人放贷。',
  },
  parameters: {
    partners: {
      record: 'coLending.partners',
      unit: 'ratio of banks',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'lender',
      off: 0,
      title: { en: 'Banks connected', zh: '接入银行比例' },
    },
    routed: {
      record: 'coLending.routed',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 0,
      needs: 'partners',
      title: { en: 'Passed on by choice', zh: '自愿转交比例' },
    },
    ownBook: {
      record: 'coLending.ownBook',
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.05,
      over: 'cell',
      off: 1,
      title: { en: 'Platform’s own book allowed', zh: '平台自营比例' },
    },
  },
  systems: ['H16', 'H18', 'H49', 'S30'],
  evidence: [
    'loan-balance.platform-enabled-bank-lending.2025',
    'loan-growth.platform-enabled-bank-lending.2025',
    'yield-difference.platform-cooperation-loans-city-bank.2025',
    'compliance-integration-cost.fintech-case.2025',
    'compliance-integration-time.fintech-case.2025',
    'policy-start.national-online-marketing-rules',
  ],
  pair: {
    weak: { partners: 0.1, routed: 0.1, ownBook: 1 },
    strong: { partners: 0.8, routed: 0.9, ownBook: 1 },
    expected: {
      en: 'Loans platforms have read move to banks’ books after some months, at lower rates; banks pay fees for them and platforms’ own book shrinks.',
      zh: '平台审核的贷款数月后转入银行账上，利率更低；银行付费，平台自营缩小。',
    },
  },
};
