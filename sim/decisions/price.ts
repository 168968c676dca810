/** What a loan costs a lender and what it asks for it. Rates are annual fractions. */

export interface LoanCost {
  readonly funding: number;
  readonly variable: number;
  /** Yuan for acquiring and checking the loan. */
  readonly fixed: number;
  readonly amount: number;
  readonly pd: number;
  readonly lgd: number;
  /** Part of a loss the lender bears. */
  readonly ownShare: number;
}

/** Break-even rate: funding + running cost + fixed cost over the loan + expected own loss, earned by those who pay. */
export function breakEvenRate(c: LoanCost): number {
  return (c.funding + c.variable + c.fixed / c.amount + c.pd * c.lgd * c.ownShare) / (1 - c.pd);
}

/**
 * Least rate a lender asks: what it needs, margin and rewards counted, but never less than the funds cost it nor than the
 * lowest rate there is. Rewards can eat the margin and the cost of the loan, not the cost of money.
 */
export function leastAsked(needed: number, funds: number, lowest: number): number {
  const floor = funds > lowest ? funds : lowest;
  return needed > floor ? needed : floor;
}

/**
 * Contract rate by bargaining: the lender takes `power` of the surplus between what it needs (`floor`) and what the
 * borrower could pay (`worth`, subsidy included). Pass-through of a subsidy is therefore 1 - power, not a parameter.
 */
export function contractRate(floor: number, worth: number, power: number, cap: number): number {
  const asked = floor + power * Math.max(0, worth - floor);
  return asked < cap ? asked : cap;
}

/**
 * Bargaining share over somebody nobody has a file on, who cannot take one to the next bank: `power` and the part
 * `captive` of what competition would have left (Rajan 1992).
 */
export function powerOverUnknown(power: number, captive: number): number {
  return power + captive * (1 - power);
}

/** PD in the middle of a bin, of `bins` of the root of PD. */
export function pdOfBin(bin: number, bins: number): number {
  const root = (bin + 0.5) / bins;
  return root * root;
}

/** Mean PD of loans counted by bin of the root of their PD, each as in the middle of its bin; NaN of none. */
export function meanPdOf(counts: ArrayLike<number>): number {
  let loans = 0;
  let sum = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    loans += counts[bin];
    sum += counts[bin] * pdOfBin(bin, counts.length);
  }
  return sum / loans;
}

/** Bargaining share left after local competition: `power` at ten lenders, falling with the root of their number. */
export function localPower(power: number, lenders: number): number {
  return lenders > 10 ? power * Math.sqrt(10 / lenders) : power;
}
