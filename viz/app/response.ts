/** The path of a response: how deep it goes, and how many months until it is over. */
import { jointFactor } from '../../experiments/statistics.ts';

/** A paired difference by month with its 95 % interval; ends of an interval that is not known are NaN. */
export interface Path {
  readonly mean: ArrayLike<number>;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  readonly runs: number;
}

export interface Response {
  /** Month of the furthest mean difference; -1 where there is none. */
  readonly deepest: number;
  readonly depth: number;
  /** True where no month strays further than chance makes, all months taken together; a single run is not judged. */
  readonly isChance: boolean;
  /** Month in which the last shock up to the deepest month started. */
  readonly start: number;
  /** First month after the deepest from which on the response stays over; -1 while it is not over. */
  readonly recovered: number;
  /** Months from that start to recovery; NaN while it is not over. */
  readonly months: number;
}

/** A response is over when it is down to this part of its depth, or no more than chance makes. */
const LEFT = 0.1;

/**
 * Reads a paired difference from the first of the months in which shocks start. The deepest month is the furthest of those
 * beyond chance with all months taken together, for it was looked for; where none is, the furthest of all. Over means: at
 * most a tenth of the depth is left or the 95 % interval holds 0, in this month and every later one.
 */
export function responseOf(path: Path, starts: readonly number[]): Response {
  const { mean, low, high, runs } = path;
  const from = Math.min(...starts);
  const holdsZero = (at: number) => low[at]! <= 0 && high[at]! >= 0;
  const wide = jointFactor(mean.length - from, runs) / 2;
  const isFar = (at: number) => Math.abs(mean[at]!) > wide * (high[at]! - low[at]!);
  const told = furthestOf(mean, from, isFar);
  const deepest = told < 0 ? furthestOf(mean, from, () => true) : told;
  const depth = mean[deepest] ?? Number.NaN;
  const open = { recovered: -1, months: Number.NaN };
  if (deepest < 0 || depth === 0) return { deepest: -1, depth, isChance: false, start: from, ...open };
  const start = Math.max(from, ...starts.filter((at) => at <= deepest));
  const found = { deepest, depth, isChance: told < 0 && runs > 1, start };
  const isOver = (at: number) => Math.abs(mean[at]!) <= LEFT * Math.abs(depth) || holdsZero(at);
  let recovered = mean.length;
  while (recovered - 1 > deepest && isOver(recovered - 1)) recovered--;
  return recovered === mean.length
    ? { ...found, ...open }
    : { ...found, recovered, months: recovered - start };
}

/** The month with the furthest value from `from` on among those that count; -1 where none is known. */
function furthestOf(mean: ArrayLike<number>, from: number, counts: (at: number) => boolean): number {
  let most = -1;
  for (let at = from; at < mean.length; at++)
    if (Number.isFinite(mean[at]!) && counts(at) && (most < 0 || Math.abs(mean[at]!) > Math.abs(mean[most]!)))
      most = at;
  return most;
}
