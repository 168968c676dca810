/** How long a file takes where others wait as well: a queue with chance arrivals and chance work (M/M/1). */
import { exp, log } from '../arithmetic.ts';

/**
 * Time of a file over its time at the usual load: (1 - use) / (1 - use x load). `use` is the part of their time staff are
 * busy at the usual load; a queue that lasts months, not for ever, is never longer than at `fullest`.
 */
export function timesUsual(load: number, use: number, fullest: number): number {
  const busy = use * load;
  return (1 - use) / (1 - (busy < fullest ? busy : fullest));
}

/** Days of one file: exponential around `mean`, as the time in such a queue is; `u` in (0, 1) is its luck. */
export function fileTime(mean: number, u: number): number {
  return -mean * log(u);
}

/** Mean days of a file that has its answer after `limit` days at the latest: mean x (1 - exp(-limit / mean)). */
export function timeWithin(mean: number, limit: number): number {
  return mean * (1 - exp(-limit / mean));
}

/** Memory of a monthly number after `months` months: their plain mean first, then one in which a month weighs 1 / `memory`. */
export function remembered(before: number, now: number, months: number, memory: number): number {
  return before + (now - before) / (months < memory ? months : memory);
}
