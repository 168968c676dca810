/** One loan as one object; whatever changes its principal goes through here, so that its guarantor's books follow. */
import { shareOf } from '../../sim/arithmetic.ts';
import type { Backer } from './backing.ts';
import type { Enterprise } from './enterprise.ts';
import type { Guarantor, Lender } from './institutions.ts';
import type { SlowWorld } from './world.ts';

export interface Loan {
  readonly lender: Lender;
  guarantor: Guarantor | null;
  /** Somebody stands good to the guarantor, as long as it stands behind the loan. */
  counterGuaranteed: boolean;
  principal: number;
  /** Annual rate and covered part of a loss, in single precision. */
  rate: number;
  covered: number;
  /** Months left of the term. */
  left: number;
  /** Months since the first payment that was missed. */
  arrears: number;
  /** Month of disbursement or renewal, and the lender's PD then, by its root in 32 bins. */
  origin: number;
  pdBin: number;
  readonly secured: boolean;
  /** A first loan in its first term. */
  noRecord: boolean;
  /** Secured by something other than real estate. */
  readonly pledged: boolean;
  /** Who bears part of the loss besides a guarantor, and that part in steps of a half per cent. */
  backer: Backer | null;
  readonly backed: number;
  /** A line drawn and paid back at will. */
  revolving: boolean;
  /** Read by a platform, booked by a bank. */
  readonly coLent: boolean;
  /** Its bank has asked a guarantor and waits for the answer. */
  coverAsked: boolean;
  /** Has been deferred in this term. */
  deferred: boolean;
  /** The court has ruled. */
  judged: boolean;
}

/** Arrears of ninety days. */
export const DEFAULT_ARREARS = 3;

export const PD_BINS = 32;

export const pdBinOf = (pd: number): number => Math.min(PD_BINS - 1, Math.floor(Math.sqrt(pd) * PD_BINS));

/** Books a new loan as an enterprise's first (0) or second (1). */
export function open(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  const { principal } = loan;
  loan.principal = 0;
  e.loans[which] = loan;
  setPrincipal(world, loan, principal);
}

/** Sets what is owed; a guarantor has so much more or less outstanding, and its part of it. */
export function setPrincipal({ input }: SlowWorld, loan: Loan, principal: number): void {
  const before = loan.principal;
  loan.principal = principal;
  if (loan.guarantor === null || principal === before) return;
  const { books } = loan.guarantor;
  const change = (principal - before) * input.scale;
  const liability = (shareOf(principal, loan.covered) - shareOf(before, loan.covered)) * input.scale;
  if (principal > before) {
    books.written += change;
    books.liabilityIn += Math.abs(liability);
  } else {
    books.released += -change;
    books.liabilityOut += Math.abs(liability);
  }
}

/** Takes a loan off the books, paid or lost. */
export function close(world: SlowWorld, e: Enterprise, which: 0 | 1): void {
  const loan = e.loans[which];
  if (loan === null) return;
  setPrincipal(world, loan, 0);
  e.loans[which] = null;
}

/** The guarantor has paid and leaves the contract; the part it bore stays noted. */
export function releaseGuarantor(world: SlowWorld, loan: Loan): void {
  const { principal } = loan;
  setPrincipal(world, loan, 0);
  loan.guarantor = null;
  loan.counterGuaranteed = false;
  loan.principal = principal;
}

/** The guarantor leaves the contract without having paid; nobody covers anything. */
export function dropGuarantor(world: SlowWorld, loan: Loan): void {
  releaseGuarantor(world, loan);
  loan.covered = 0;
}

/** Whether a guarantor has paid on a loan. */
export const isPaidOn = ({ guarantor, backer, covered }: Loan): boolean =>
  guarantor === null && backer === null && covered > 0;

/** Interest of a month, whole yuan. */
export const monthlyInterest = (principal: number, rate: number): number =>
  Math.floor((principal * rate) / 12 + 0.5);
