/** Series are one value a month, NaN where undefined. */

/** All defined values of some series. */
export function finite(...series: readonly ArrayLike<number>[]): number[] {
  return series.flatMap((one) => Array.from(one).filter(Number.isFinite));
}
