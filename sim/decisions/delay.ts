/** How a time shorter than a month is told in months. */

/** Whole months of a delay: days / 30, its fraction rounded up for a share `u` of cases that keeps the mean. */
export function delayMonths(days: number, u: number): number {
  const months = days / 30;
  const whole = Math.floor(months);
  return u < months - whole ? whole + 1 : whole;
}
