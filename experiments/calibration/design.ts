/** Points that fill the unit cube evenly: Latin hypercubes, the best of several by the distance of their nearest pair. */
import seedrandom from 'seedrandom';

/** A point of the unit cube, one number in [0, 1) for each coordinate. */
export type Point = readonly number[];

const CANDIDATES = 24;

/** A source of numbers in [0, 1) from a word; the same word gives the same numbers everywhere. */
export const luckOf = (word: string): (() => number) => seedrandom(word);

/** The numbers 0 to length - 1 in a random order (Fisher and Yates). */
export function shuffled(length: number, luck: () => number): number[] {
  const order = Array.from({ length }, (_, k) => k);
  for (let k = length - 1; k > 0; k--) {
    const other = Math.floor(luck() * (k + 1));
    [order[k], order[other]] = [order[other], order[k]];
  }
  return order;
}

/** Each coordinate has one point in each of `points` equal slices (McKay, Beckman and Conover 1979). */
export function latinHypercube(points: number, dimensions: number, luck: () => number): Point[] {
  const columns = Array.from({ length: dimensions }, () =>
    shuffled(points, luck).map((slice) => (slice + luck()) / points),
  );
  return Array.from({ length: points }, (_, k) => columns.map((column) => column[k]));
}

/** Squared distance of two points. */
export function apart(a: Point, b: Point): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] - b[k]) ** 2;
  return sum;
}

/** Squared distance of the nearest two points. */
export function nearestPair(points: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let a = 0; a < points.length; a++)
    for (let b = 0; b < a; b++) least = Math.min(least, apart(points[a], points[b]));
  return least;
}

/** The Latin hypercube of several whose nearest pair is farthest apart (Johnson, Moore and Ylvisaker 1990). */
export function spreadHypercube(points: number, dimensions: number, luck: () => number): Point[] {
  let best = latinHypercube(points, dimensions, luck);
  for (let k = 1; k < CANDIDATES; k++) {
    const other = latinHypercube(points, dimensions, luck);
    if (nearestPair(other) > nearestPair(best)) best = other;
  }
  return best;
}

/**
 * `count` of some points that lie far from each other: the first, then always the one farthest from those chosen
 * (Gonzalez 1985). Returns positions.
 */
export function spreadSubset(points: readonly Point[], count: number): number[] {
  const chosen = [0];
  const distance = points.map((point) => apart(point, points[0]));
  while (chosen.length < Math.min(count, points.length)) {
    let far = 0;
    for (let k = 1; k < points.length; k++) if (distance[k] > distance[far]) far = k;
    chosen.push(far);
    for (let k = 0; k < points.length; k++)
      distance[k] = Math.min(distance[k], apart(points[k], points[far]));
  }
  return chosen;
}
