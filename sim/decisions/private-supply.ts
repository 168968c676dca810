/** Whether a private lender lends under a legal cap. */

/**
 * Rate at which lending privately breaks even: (cost of money + PD x LGD) / (1 - PD). An acquaintance reads the borrower
 * as well as anybody can.
 */
export function privateBreakEven(cost: number, pd: number, lgd: number): number {
  return (cost + pd * lgd) / (1 - pd);
}
