/** What a lender gains from a loan besides its interest, per yuan and year. */

/**
 * Worth of a yuan lent while a growth target is missed: weight x max(0, target - pace), and nothing without a target
 * (0). `pace` is the lender's remembered
 * growth, `weight` the margin it gives up for each unit of shortfall (lost rating, bonus or quota).
 */
export function shortfallReward(target: number, pace: number, weight: number): number {
  return target > 0 && target > pace ? weight * (target - pace) : 0;
}

/** E max(0, N): mean gain of an at-the-money right per unit of standard deviation. */
const MEAN_GAIN = 0.3989422804014327;

/**
 * Yearly worth of a right to `part` of the enterprise's growth, per yuan lent: part x volatility x E max(0, N) x
 * sales / loan. It rises with volatility, which a lender without the right only fears.
 */
export function rightsWorth(part: number, volatility: number, annualSales: number, loan: number): number {
  return loan > 0 ? (part * volatility * MEAN_GAIN * annualSales) / loan : 0;
}
