/**
 * Who bears part of a lender's loss besides guarantors: insurers and risk funds. A loan has at most one backer. Insurers
 * pay some months after default on what is then owed; funds pay when the loan is written off, after the court. All pay only
 * as far as their money goes.
 */
import type { Spec } from '../table.ts';

/** Backers, in the order in which an enterprise is offered them. The order is frozen: loans keep the number. */
export const BACKERS = [
  'none',
  'exportInsurance',
  'loanInsurance',
  'technology',
  'specialisedFund',
  'parkFund',
  'dataPool',
  'riskPool',
] as const;
export type BackerName = (typeof BACKERS)[number];
export const BACKER = Object.fromEntries(BACKERS.map((name, k) => [name, k])) as {
  readonly [K in BackerName]: number;
};

/**
 * In the place of a backer on a guaranteed loan: somebody stands good for it to the guarantor, and bears nothing of the
 * lender's loss.
 */
export const COUNTER_GUARANTOR = 255;

/** A loan keeps the backed part of the loss in steps of a half per cent. */
export const BACKED_STEPS = 200;

/** Funds with money of their own: three of the province, the fiscal layer for technology, then a park fund a prefecture. */
export const FUND = { riskPool: 0, dataPool: 1, specialisedFund: 2, technology: 3, parks: 4 } as const;

/** Books of one fund in real yuan. */
export const FUNDS = {
  cash: 'f64',
  /** Part of what lenders asked for that it paid, as they remember it. */
  trust: 'f64',
  /** What founders put in. */
  founded: 'f64',
} as const satisfies Spec;

/** Whether a backer is an insurer, which waits for no court. */
export const isInsurer = (backer: number): boolean =>
  backer === BACKER.exportInsurance || backer === BACKER.loanInsurance;

/** Whether a backer is a risk fund, which pays after the court and as far as its money goes. */
export const isFund = (backer: number): boolean =>
  backer !== BACKER.none && backer !== COUNTER_GUARANTOR && !isInsurer(backer);

/** Number of the fund behind a backer in a prefecture. */
export function fundOf(backer: number, prefecture: number): number {
  if (backer === BACKER.riskPool) return FUND.riskPool;
  if (backer === BACKER.dataPool) return FUND.dataPool;
  if (backer === BACKER.specialisedFund) return FUND.specialisedFund;
  return backer === BACKER.technology ? FUND.technology : FUND.parks + prefecture;
}
