/** Weighted sets of parameter vectors: how likely each is, how many the set is worth, and draws from it. */

/** Weights that sum to one from log weights of any size. */
export function normalised(logWeights: readonly number[]): number[] {
  const most = Math.max(...logWeights);
  const raw = logWeights.map((one) => Math.exp(one - most));
  const total = raw.reduce((sum, one) => sum + one, 0);
  return raw.map((one) => one / total);
}

/** How many equally weighted vectors the set is worth (Kish). */
export function effectiveSize(weights: readonly number[]): number {
  const squares = weights.reduce((sum, one) => sum + one * one, 0);
  return squares > 0 ? 1 / squares : 0;
}

/**
 * Largest power in (0, 1] of the weights that keeps the set worth at least `least` vectors: a likelihood that trusts the
 * targets too much is tempered, and the power is reported.
 */
export function tempered(logWeights: readonly number[], least: number): { power: number; weights: number[] } {
  let low = 0;
  let high = 1;
  if (effectiveSize(normalised(logWeights)) >= least) return { power: 1, weights: normalised(logWeights) };
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    const size = effectiveSize(normalised(logWeights.map((one) => one * middle)));
    if (size >= least) low = middle;
    else high = middle;
  }
  return { power: low, weights: normalised(logWeights.map((one) => one * low)) };
}

/** Weighted quantile: smallest value at which the weights up to it reach `p`. Null of none. */
export function weightedQuantile(
  values: readonly number[],
  weights: readonly number[],
  p: number,
): number | null {
  const order = values.map((_, k) => k).sort((a, b) => values[a] - values[b]);
  const total = weights.reduce((sum, one) => sum + one, 0);
  let reached = 0;
  for (const k of order) {
    reached += weights[k];
    if (reached >= p * total - 1e-12) return values[k];
  }
  return order.length > 0 ? values[order[order.length - 1]] : null;
}
