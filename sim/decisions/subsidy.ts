/** When a subsidy is paid. */

/** Whole months between claim and payment: days / 30, its fraction rounded up for a share `u` of claims that keeps the mean. */
export function delayMonths(days: number, u: number): number {
  const months = days / 30;
  const whole = Math.floor(months);
  return u < months - whole ? whole + 1 : whole;
}

/** Months paid for in this month, `since` months after the loan began: none before the delay is over, then all that is due. */
export function monthsDue(since: number, delay: number): number {
  if (since < delay) return 0;
  return since === delay ? delay + 1 : 1;
}

/** Money a fund gives for each yuan it gave in 2025: fund / standard, and 1 where it gave nothing. */
export function grownMoney(fund: number, standard: number): number {
  return standard > 0 ? fund / standard : 1;
}
