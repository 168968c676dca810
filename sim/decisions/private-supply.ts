/** When a private lender lends under a legal cap, and when an owner turns to one. */

/**
 * Rate at which lending privately breaks even: (cost of money + PD x LGD) / (1 - PD). An acquaintance reads the borrower
 * as well as anybody can.
 */
export function privateBreakEven(cost: number, pd: number, lgd: number): number {
  return (cost + pd * lgd) / (1 - pd);
}

/**
 * Whether an owner whose loan is called would rather owe a private lender than sell working capital: a year at `rate`,
 * less what the capital earns meanwhile, costs less than the part `haircut` a hurried sale loses.
 */
export function bridgesPrivately(rate: number, returnOnCredit: number, haircut: number): boolean {
  return rate - returnOnCredit < haircut;
}
