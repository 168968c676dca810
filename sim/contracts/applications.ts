import type { Columns, Spec } from '../table.ts';

/** How an application stands as the month goes on. */
export const DECISION = { refused: 0, quoted: 1, quotedIfGuaranteed: 2, approved: 3, disbursed: 4 } as const;

/** Why an application failed. The order is frozen: stories and counters use the numbers. */
export const REASONS = [
  'none',
  'noData',
  'tooRisky',
  'tooDear',
  'tooSmall',
  'noSecurity',
  'guarantorRefused',
  'guarantorFull',
  'lenderFull',
  'badRecord',
  'otherBank',
  'noPartner',
  'noCounterGuarantee',
  'declined',
] as const;
export const REASON = {
  none: 0,
  noData: 1,
  tooRisky: 2,
  tooDear: 3,
  tooSmall: 4,
  noSecurity: 5,
  guarantorRefused: 6,
  guarantorFull: 7,
  lenderFull: 8,
  badRecord: 9,
  otherBank: 10,
  noPartner: 11,
  noCounterGuarantee: 12,
  declined: 13,
} as const;

/** Why an owner who wants credit does not ask. */
export const DETERRED = { none: 0, refusal: 1, trouble: 2, unaware: 3 } as const;

/**
 * One application of this month, or one request for cover of a loan that stands: those fill a part's rows from the end,
 * `second` says which of its two loans is meant. `reader` is the platform where a bank books what a platform has read.
 * `shadow` marks an enterprise that did not ask: quoted, never lent to.
 */
export const APPLICATION = {
  amount: 'u32',
  asked: 'u32',
  key: 'f64',
  enterprise: 'u32',
  rate: 'f32',
  pd: 'f32',
  covered: 'f32',
  /** Part of a loss the lender left to others in the reading that decided. */
  counted: 'f32',
  effort: 'f32',
  cost: 'f32',
  days: 'f32',
  lender: 'u8',
  reader: 'u8',
  guarantor: 'u8',
  decision: 'u8',
  reason: 'u8',
  shadow: 'u8',
  backer: 'u8',
  novice: 'u8',
  secured: 'u8',
  score: 'u8',
  second: 'u8',
  /** Whether the lender, which asks for cover, would lend without it as well. */
  eitherWay: 'u8',
} as const satisfies Spec;

/** A fresh row: what an enterprise would have of a lender, in yuan; nothing read, nothing decided. */
export function openRow(
  a: Columns<typeof APPLICATION>,
  row: number,
  enterprise: number,
  lender: number,
  amount: number,
): void {
  a.enterprise[row] = enterprise;
  a.lender[row] = lender;
  a.reader[row] = lender;
  a.amount[row] = amount;
  a.asked[row] = amount;
  a.decision[row] = DECISION.refused;
  a.reason[row] = REASON.none;
  a.guarantor[row] = 0;
  a.covered[row] = 0;
  a.counted[row] = 0;
  a.backer[row] = 0;
  a.pd[row] = 0;
  a.rate[row] = 0;
  a.effort[row] = 0;
  a.cost[row] = 0;
  a.days[row] = 0;
  a.score[row] = 0;
  a.novice[row] = 0;
  a.secured[row] = 0;
  a.second[row] = 0;
  a.eitherWay[row] = 0;
  a.shadow[row] = 0;
}
