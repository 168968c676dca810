/** What a public guarantor accepts and how hard it looks. */

/**
 * Yuan a guarantor loses for good on a guaranteed yuan in default: covered x (1 - reguarantee) x (1 - recovery) x
 * (1 - refund). `recovery` is the part of a payout that courts and counter-guarantors bring back, `refund` the part of
 * the rest that the treasury is expected to pay.
 */
export function guarantorLoss(
  covered: number,
  reguarantee: number,
  recovery: number,
  refund: number,
): number {
  return covered * (1 - reguarantee) * (1 - recovery) * (1 - refund);
}

/**
 * Part of a payout that a counter-guarantor owes: the agreed part, and no more than courts leave,
 * min(part, 1 - recovery). Property that is sold for less, or a third person who has less, pays less than is owed to the
 * guarantor: `part` is what such promises bring.
 */
export function counterGuaranteed(part: number, recovery: number): number {
  return Math.min(part, 1 - recovery);
}

/**
 * Highest PD worth guaranteeing: gain (1 - PD) >= loss PD, so PD <= gain / (gain + loss). `gain` is the fee and what the
 * public counts as gained by a loan that is repaid, per yuan. Compensation that arrives lowers the loss and raises it.
 */
export function acceptablePd(gain: number, loss: number): number {
  return gain / (gain + loss);
}

/** What a guarantor plans with, a year and a yuan outstanding. */
export interface GuaranteePlan {
  /** Claims incurred over liability, after re-guarantee. */
  readonly claimRate: number;
  /** Liability over outstanding. */
  readonly covered: number;
  /** Part of a payout that courts and counter-guarantors bring back, and part of the rest the treasury should pay. */
  readonly recovery: number;
  readonly refund: number;
  readonly cost: number;
  readonly fee: number;
}

/**
 * Part of what it loses that a guarantor plans to see again from its treasury: rate x (arriving + trust x (1 - arriving)). `trust` 1
 * counts on all that is owed, 0 on what has been arriving.
 */
export function plannedRefund(rate: number, arriving: number, trust: number): number {
  return rate * (arriving + trust * (1 - arriving));
}

/** Yearly loss a guarantor plans with on each yuan outstanding; negative where fees pay for it. */
export function plannedLoss({ claimRate, covered, recovery, refund, cost, fee }: GuaranteePlan): number {
  return claimRate * covered * Math.max(0, 1 - recovery) * (1 - refund) + cost - fee;
}

/** Most a guarantor plans to have outstanding: what its owner lets it lose a year over the loss of a yuan; no bound without loss. */
export function plannedBalance(allowed: number, loss: number): number {
  return loss > 0 ? allowed / loss : Number.POSITIVE_INFINITY;
}

/**
 * Cover as the bank counts it: covered x trust x (1 - funding x wait / 12). `trust` is the part of its calls the
 * guarantor has been paying, `wait` the months until it pays, in which the bank funds a loan that earns nothing.
 */
export function worthOfCover(covered: number, trust: number, funding: number, wait: number): number {
  return covered * trust * Math.max(0, 1 - (funding * wait) / 12);
}
