/** What a public guarantor accepts and how hard it looks. */

/**
 * Yuan a guarantor loses for good on a guaranteed yuan in default: covered x (1 - reguarantee) x
 * (1 - recovery - refund), where `refund` is the part of a payout the treasury is expected to pay back; never below zero.
 */
export function guarantorLoss(
  covered: number,
  reguarantee: number,
  recovery: number,
  refund: number,
): number {
  return covered * (1 - reguarantee) * Math.max(0, 1 - recovery - refund);
}

/**
 * Highest PD worth guaranteeing: gain (1 - PD) >= loss PD, so PD <= gain / (gain + loss). `gain` is the fee and what the
 * public counts as gained by a loan that is repaid, per yuan. Compensation that arrives lowers the loss and raises it.
 */
export function acceptablePd(gain: number, loss: number): number {
  return gain / (gain + loss);
}

/**
 * Cover as the bank counts it: covered x trust x (1 - funding x wait / 12). `trust` is the part of its calls the
 * guarantor has been paying, `wait` the months until it pays, in which the bank funds a loan that earns nothing.
 */
export function worthOfCover(covered: number, trust: number, funding: number, wait: number): number {
  return covered * trust * Math.max(0, 1 - (funding * wait) / 12);
}
