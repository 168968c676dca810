/** What a pledge other than real estate is worth to a lender. */

/**
 * Worth of a pledge beside real estate of the same value: (1 - haircut) (1 - decay x months until it is sold), at least 0.
 * A thin market takes the haircut, slow registers and courts the months.
 */
export function pledgeWorth(haircut: number, lagMonths: number, decay: number): number {
  const left = 1 - decay * lagMonths;
  return left > 0 ? (1 - haircut) * left : 0;
}

/** Loss given default with a pledge of that worth: between that without security and that with real estate. */
export function pledgedLoss(unsecured: number, secured: number, worth: number): number {
  return unsecured - (unsecured - secured) * worth;
}
