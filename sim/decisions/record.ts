/** What a set of data sources is worth together, and what an old record shows. */

/**
 * Precision of a set of sources: the best counts whole, the others lose `overlap` of theirs:
 * w(set) = best + (1 - overlap) (sum - best). `worth[k]` belongs to bit k of `record`.
 */
export function recordPrecision(record: number, worth: readonly number[], overlap: number): number {
  let sum = 0;
  let best = 0;
  for (let k = 0; k < worth.length; k++) {
    if ((record & (1 << k)) === 0) continue;
    sum += worth[k];
    if (worth[k] > best) best = worth[k];
  }
  return best + (1 - overlap) * (sum - best);
}

/**
 * Signal when a part `old` of the precision comes from a record that is some months old and is read as if it were of
 * today: s = r (((tau - old) K + old K_then) / tau) + sqrt(1 - r^2) noise. With K_then = K nothing is lost.
 */
export function observedLate(
  index: number,
  then: number,
  precision: number,
  old: number,
  noise: number,
): number {
  const r = Math.sqrt(precision / (1 + precision));
  return r * (((precision - old) * index + old * then) / precision) + Math.sqrt(1 - r * r) * noise;
}

/** Months between two reports of an enterprise so that a record is `age` months old in the mean: 2 age + 1. */
export function reportingPeriod(age: number): number {
  return Math.floor(2 * age + 1.5);
}
