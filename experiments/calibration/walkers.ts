/**
 * Samples a density in the unit cube by an ensemble of walkers that stretch towards one another, so that no scale has
 * to be tuned (Goodman and Weare 2010, stretch move with a = 2).
 */
import type { Point } from './design.ts';

export interface Walk {
  readonly points: readonly Point[];
  readonly logDensity: readonly number[];
  /** Share of the proposals taken. */
  readonly accepted: number;
}

const STRETCH = 2;

const inside = (point: Point): boolean => point.every((x) => x >= 0 && x < 1);

/** Moves every walker `steps` times. `logDensity` is asked only inside the cube. */
export function walk(
  start: readonly Point[],
  logDensity: (point: Point) => number,
  steps: number,
  luck: () => number,
): Walk {
  const points = start.map((point) => point);
  const density = points.map(logDensity);
  let accepted = 0;
  for (let step = 0; step < steps; step++)
    for (let k = 0; k < points.length; k++) {
      const other = (k + 1 + Math.floor(luck() * (points.length - 1))) % points.length;
      const stretch = ((STRETCH - 1) * luck() + 1) ** 2 / STRETCH;
      const proposal = points[k].map((x, d) => points[other][d] + stretch * (x - points[other][d]));
      const chance = luck();
      if (!inside(proposal)) continue;
      const there = logDensity(proposal);
      const gain = (proposal.length - 1) * Math.log(stretch) + there - density[k];
      if (!(Math.log(chance) < gain)) continue;
      points[k] = proposal;
      density[k] = there;
      accepted++;
    }
  return { points, logDensity: density, accepted: accepted / Math.max(1, steps * start.length) };
}
