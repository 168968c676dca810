/** Quantiles of weighted numbers. */

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
