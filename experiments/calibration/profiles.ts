/** Which coordinates the targets identify, and which stay where the prior put them. */
import type { Point } from './design.ts';
import { weightedQuantile } from './weights.ts';

/** One coordinate in the light of the targets; places in the unit cube. */
export interface Profile {
  /** Best log likelihood found with the coordinate in each of equal slices, less the best of all; null where nobody looked. */
  readonly slices: readonly (number | null)[];
  /** Middle 90 % of the weighted set. */
  readonly low: number;
  readonly high: number;
  /** True when the targets narrow the prior's middle 90 % to less than two thirds. */
  readonly identified: boolean;
}

const SLICES = 10;
const PRIOR_WIDTH = 0.9;
const NARROWER = 2 / 3;

/** Profiles of every coordinate from scored points and a weighted set. */
export function profilesOf(
  scored: readonly { readonly point: Point; readonly log: number }[],
  members: readonly { readonly point: Point; readonly weight: number }[],
  dimensions: number,
): Profile[] {
  const top = scored.reduce((most, { log }) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  return Array.from({ length: dimensions }, (_, d) => {
    const slices: (number | null)[] = Array.from({ length: SLICES }, () => null);
    for (const { point, log } of scored) {
      const slice = Math.min(SLICES - 1, Math.floor(point[d] * SLICES));
      slices[slice] = Math.max(slices[slice] ?? Number.NEGATIVE_INFINITY, log - top);
    }
    const values = members.map(({ point }) => point[d]);
    const weights = members.map(({ weight }) => weight);
    const low = weightedQuantile(values, weights, 0.05) ?? 0;
    const high = weightedQuantile(values, weights, 0.95) ?? 1;
    return { slices, low, high, identified: high - low < NARROWER * PRIOR_WIDTH };
  });
}
