/**
 * Samples a density in the unit cube by an ensemble of walkers that learn directions and widths from one another, so that
 * nothing has to be tuned: differential evolution in random subspaces (ter Braak 2006; Vrugt et al. 2009). A walker moves
 * by the difference of two others in some of its coordinates; moves of all coordinates at once would nearly always leave
 * a cube of many dimensions, and the walkers would never come near its edges. A coordinate that leaves at one wall comes
 * back at the other: the way back is then as likely as the way there, which folding would not keep where several coordinates
 * move that depend on one another.
 */
import type { Point } from './design.ts';

/** Chances of a further coordinate to move as well, each for as many proposals: few or many. */
const CROSSOVERS = [0, 0.1, 0.3, 1];
/** Best width of such moves for a normal law, over the root of twice the coordinates moved. */
const WIDTH = 2.38;
/** Share of proposals that go the whole way, from one mode to another. */
const LEAPS = 0.1;
/** Half-width of the jitter that lets walkers leave a plane they all stand on. */
const JITTER = 1e-3;

/** A coordinate that left [0, 1), back at the other wall. */
const around = (x: number): number => Math.min(x - Math.floor(x), 1 - Number.EPSILON);

/** Where the walkers stand after `steps` moves of each. `logDensity` is asked only inside the cube. */
export function walk(
  start: readonly Point[],
  logDensity: (point: Point) => number,
  steps: number,
  luck: () => number,
): Point[] {
  const points = start.map((point) => point);
  const density = points.map(logDensity);
  const another = (k: number) => (k + 1 + Math.floor(luck() * (points.length - 1))) % points.length;
  for (let step = 0; step < steps; step++)
    for (let k = 0; k < points.length; k++) {
      const proposal = proposed(points[k], points[another(k)], points[another(k)], luck);
      const there = logDensity(proposal);
      if (!(Math.log(luck()) < there - density[k])) continue;
      points[k] = proposal;
      density[k] = there;
    }
  return points;
}

/** A walker's next place: moved by the difference of two others in a random part of its coordinates, one or more. */
function proposed(from: Point, one: Point, other: Point, luck: () => number): Point {
  const part = CROSSOVERS[Math.floor(luck() * CROSSOVERS.length)];
  const sure = Math.floor(luck() * from.length);
  const moves = from.map((_, d) => d === sure || luck() < part);
  const count = moves.filter(Boolean).length;
  const width = luck() < LEAPS ? 1 : WIDTH / Math.sqrt(2 * count);
  return from.map((x, d) =>
    moves[d] ? around(x + width * (one[d] - other[d]) + JITTER * (2 * luck() - 1)) : x,
  );
}
