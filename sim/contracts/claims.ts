/**
 * What guarantors have paid out and hope to see again, by age. Payouts go to court; part of them becomes a claim on the
 * treasury at once, the rest only after the court. Treasuries pay what money they have to the oldest claims first.
 * Whoever stands good to a guarantor pays when the court has ruled.
 */
import type { Allocator } from '../table.ts';

/** Ages told apart, months; the last holds everything older. */
export const CLAIM_AGES = 72;
/** Months over which the court's proceeds come in once it has ruled. */
const ENFORCEMENT = 24;

/** Yuan of every guarantor by age, index `guarantor * CLAIM_AGES + age`. */
export interface Claims {
  /** Payouts whose debtors are before the court. */
  readonly inCourt: Float64Array;
  /** Losses of payouts on which nothing may be claimed before the court has ruled. */
  readonly waiting: Float64Array;
  /** Claims on the treasury, unpaid. */
  readonly owed: Float64Array;
  /** What counter-guarantors owe on payouts before the court. */
  readonly counterGuaranteed: Float64Array;
}

export const claimSpace = (space: Allocator, guarantors: number): Claims => ({
  inCourt: space.column('f64', guarantors * CLAIM_AGES),
  waiting: space.column('f64', guarantors * CLAIM_AGES),
  owed: space.column('f64', guarantors * CLAIM_AGES),
  counterGuaranteed: space.column('f64', guarantors * CLAIM_AGES),
});

/** Makes everything of one guarantor a month older; the youngest age is empty afterwards. */
export function grow(queue: Float64Array, guarantor: number): void {
  const first = guarantor * CLAIM_AGES;
  queue[first + CLAIM_AGES - 1] += queue[first + CLAIM_AGES - 2];
  queue.copyWithin(first + 1, first, first + CLAIM_AGES - 2);
  queue[first] = 0;
}

/** Yuan of one guarantor aged `from` months and more. */
export function sumFrom(queue: Float64Array, guarantor: number, from: number): number {
  let sum = 0;
  for (let age = from; age < CLAIM_AGES; age++) sum += queue[guarantor * CLAIM_AGES + age];
  return sum;
}

/** Takes `money` from claims aged `from` months and more, the oldest first; what is left of the money. */
export function payOldest(queue: Float64Array, guarantor: number, from: number, money: number): number {
  let left = money;
  for (let age = CLAIM_AGES - 1; age >= from && left > 0; age--) {
    const at = guarantor * CLAIM_AGES + age;
    const paid = Math.min(left, queue[at]);
    queue[at] -= paid;
    left -= paid;
  }
  return left;
}

/** Takes what has been before the court for its time: an equal part each month until enforcement ends. */
export function settleInCourt(queue: Float64Array, guarantor: number, courtMonths: number): number {
  const end = courtMonths + ENFORCEMENT;
  let settled = 0;
  for (let age = courtMonths; age < CLAIM_AGES; age++) {
    const at = guarantor * CLAIM_AGES + age;
    const part = age >= end ? queue[at] : Math.floor(queue[at] / (end - age));
    queue[at] -= part;
    settled += part;
  }
  return settled;
}

/** Takes what has waited for a court that has ruled by now: it may be claimed. */
export function releaseAfterCourt(queue: Float64Array, guarantor: number, courtMonths: number): number {
  let ruled = 0;
  for (let age = courtMonths; age < CLAIM_AGES; age++) {
    const at = guarantor * CLAIM_AGES + age;
    ruled += queue[at];
    queue[at] = 0;
  }
  return ruled;
}
