/** When a subsidy is paid. */

/** Months paid for in this month, `since` months after the loan began: none before the delay is over, then all that is due. */
export function monthsDue(since: number, delay: number): number {
  if (since < delay) return 0;
  return since === delay ? delay + 1 : 1;
}

/** Money a fund gives for each yuan it gave in 2025: fund / standard, and 1 where it gave nothing. */
export function grownMoney(fund: number, standard: number): number {
  return standard > 0 ? fund / standard : 1;
}
