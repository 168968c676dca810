import type { Spec } from '../table.ts';

/** Books of one lender in real yuan; private lending has one local market a prefecture at the end of the table. */
export const LENDER = {
  cash: 'f64',
  funding: 'f64',
  loans: 'f64',
  nonPerforming: 'f64',
  provisions: 'f64',
  growthRoom: 'f64',
  roomThisMonth: 'f64',
  cutoff: 'f64',
  /** Capital put in by founders. */
  founded: 'f64',
  /** Yearly growth of the book, remembered over about a year. */
  pace: 'f64',
  /** Loans granted against cheaper funds of the central or a policy bank and still outstanding. */
  refinanced: 'f64',
  /** Loan officers of a relationship bank, and their time over what its files of late took. */
  officers: 'f64',
  attention: 'f64',
  class: 'u8',
  agreement: 'u8',
  /** Months with less capital than a licence asks for; 255 once the licence is gone. */
  weak: 'u8',
  /** Months a bank has been joining platforms. */
  joined: 'u8',
  prefecture: 'i16',
} as const satisfies Spec;

/** Books of one guarantor in real yuan. */
export const GUARANTOR = {
  cash: 'f64',
  outstanding: 'f64',
  liability: 'f64',
  receivable: 'f64',
  claims: 'f64',
  netAssets: 'f64',
  /** Capital its owner has put in. */
  paidIn: 'f64',
  arrivalFactor: 'f64',
  roomThisMonth: 'f64',
  /** Payouts over liability, yearly, as remembered. */
  payoutRate: 'f64',
  /** Claims incurred (called by banks, and the change of `pending`) over performing liability, its own part of both, yearly. */
  claimRate: 'f64',
  /** Its own part of guaranteed loans in default that it has not been called for yet. */
  pending: 'f64',
  /** Part of what treasuries had to pay it that they paid, remembered over about a year. */
  refund: 'f64',
  /** Part of what banks called that it paid, as they remember it. */
  trust: 'f64',
  /** Payouts since January that count for compensation: what its treasury makes the next budget from. */
  claimable: 'f64',
  /** Claims the budget of this year still reaches; what the treasury has for them is the part that arrives. */
  reach: 'f64',
  prefecture: 'i16',
  suspended: 'u8',
} as const satisfies Spec;

/** Books of one prefecture: its treasury, its market memory, its demand. */
export const BLOCK = {
  demand: 'f64',
  unpaid: 'f64',
  lossRate: 'f64',
  approval: 'f64',
} as const satisfies Spec;
