/** Flows: what is paid or counted in a month. Only their sums say what a scenario costs or brings. */

/** How an indicator is measured. */
interface Measured {
  readonly unit: string;
  readonly window: string;
}

/** Whether an indicator is an amount a month, which adds up over months; shares of a month do not. */
export const isFlow = ({ unit, window }: Measured): boolean =>
  window === 'month' && (unit === 'yuan' || unit === 'enterprises' || unit === 'count');

/** Sum of a flow over the projection up to month `to`; the first month, 2025-12, comes before it. NaN where a month is undefined. */
export function flowTotal(values: ArrayLike<number | null>, to = values.length - 1): number {
  let sum = 0;
  for (let at = 1; at <= to; at++) sum += values[at] ?? Number.NaN;
  return sum;
}
