/** What a private lender asks, when it lends under a legal cap, and when an owner turns to one. */

/**
 * Rate at which lending privately breaks even: (cost of money + PD x LGD) / (1 - PD). An acquaintance reads the borrower
 * as well as anybody can.
 */
export function privateBreakEven(cost: number, pd: number, lgd: number): number {
  return (cost + pd * lgd) / (1 - pd);
}

/** A place's price of private money: its going rate, what the borrower who pays it breaks even at, and the bounds. */
export interface PrivatePrice {
  readonly going: number;
  readonly ordinary: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Rate a private lender asks of a borrower at whom it breaks even at `breakEven`: the going rate of the place, moved by
 * as much as this borrower breaks even above or below the ordinary one, within bounds. What a place adds for effort, or
 * forgoes among friends, is the same for everybody and stays in the going rate.
 */
export function privateAsk({ going, ordinary, least, most }: PrivatePrice, breakEven: number): number {
  return Math.min(most, Math.max(least, going + (breakEven - ordinary)));
}

/**
 * Whether an owner whose loan is called would rather owe a private lender than sell working capital: a year at `rate`,
 * less what the capital earns meanwhile, costs less than the part `haircut` a hurried sale loses.
 */
export function bridgesPrivately(rate: number, returnOnCredit: number, haircut: number): boolean {
  return rate - returnOnCredit < haircut;
}
