/** The path of a response: how deep it goes, and how many months until it is over. */

export interface Response {
  /** Month of the furthest mean difference; -1 where there is none. */
  readonly deepest: number;
  readonly depth: number;
  /** First month after it from which on the response stays over; -1 while it is not over. */
  readonly recovered: number;
  /** Months from the start of the shock to recovery; NaN while it is not over. */
  readonly months: number;
}

/** A response is over when it is down to this part of its depth, or no more than chance makes. */
const LEFT = 0.1;

/**
 * Reads a paired difference from month `from` on. Over means: at most a tenth of the depth is left or the 95 % interval
 * holds 0, in this month and every later one.
 */
export function responseOf(
  mean: ArrayLike<number>,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  from: number,
): Response {
  let deepest = -1;
  for (let at = from; at < mean.length; at++)
    if (Number.isFinite(mean[at]!) && (deepest < 0 || Math.abs(mean[at]!) > Math.abs(mean[deepest]!)))
      deepest = at;
  const depth = deepest < 0 ? Number.NaN : mean[deepest]!;
  if (deepest < 0 || depth === 0) return { deepest: -1, depth, recovered: -1, months: Number.NaN };
  const over = (at: number) =>
    Math.abs(mean[at]!) <= LEFT * Math.abs(depth) || (low[at]! <= 0 && high[at]! >= 0);
  let recovered = mean.length;
  while (recovered - 1 > deepest && over(recovered - 1)) recovered--;
  if (recovered === mean.length) return { deepest, depth, recovered: -1, months: Number.NaN };
  return { deepest, depth, recovered, months: recovered - from };
}
