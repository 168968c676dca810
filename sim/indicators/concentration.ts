import { log } from '../arithmetic.ts';

/** Theil and Gini index of `amount` per head over places, weighted by heads; null without heads or amounts. */
export function concentration(
  amounts: readonly number[],
  heads: readonly number[],
): { theil: number | null; gini: number | null } {
  const people = heads.reduce((sum, one) => sum + one, 0);
  const total = amounts.reduce((sum, one) => sum + one, 0);
  if (!(people > 0) || !(total > 0)) return { theil: null, gini: null };
  const places = amounts
    .map((amount, k) => ({ share: amount / total, weight: heads[k] / people }))
    .filter((place) => place.weight > 0)
    .sort((a, b) => a.share / a.weight - b.share / b.weight);
  let theil = 0;
  let area = 0;
  let reached = 0;
  for (const { share, weight } of places) {
    if (share > 0) theil += share * log(share / weight);
    area += weight * (2 * reached + share);
    reached += share;
  }
  return { theil, gini: 1 - area };
}
