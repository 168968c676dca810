/** The points of a chart that can be visited one by one, and how keys move between them. */
export interface Point {
  /** Place in the picture, px. */
  readonly x: number;
  readonly y: number;
  /** Row of points walked with left and right; up and down go to the row above or below. */
  readonly row: number;
  /** Everything the picture says there, as a sentence. */
  readonly text: string;
  /** Half the size of what to outline; a ring when absent. */
  readonly half?: readonly [number, number];
}

/** Page keys skip a year of months. */
const YEAR = 12;

const nearest = (points: readonly Point[], rows: (row: number) => boolean, x: number): number => {
  let best = -1;
  points.forEach((point, index) => {
    if (!rows(point.row)) return;
    if (best < 0 || Math.abs(point.x - x) < Math.abs(points[best]!.x - x)) best = index;
  });
  return best;
};

/**
 * Index of the point a key leads to, or -1 when the key means nothing here. Points stand row by row, in order.
 * @param wraps left and right run on into the neighbouring row
 */
export function pointAfter(points: readonly Point[], at: number, key: string, wraps = false): number {
  const here = points[at];
  if (!here)
    return points.length && /^(Arrow|Home|Page)/.test(key) ? 0 : key === 'End' ? points.length - 1 : -1;
  const row = points.map((_, index) => index).filter((index) => points[index]!.row === here.row);
  const place = row.indexOf(at);
  const within = (step: number) => row[Math.max(0, Math.min(row.length - 1, place + step))]!;
  switch (key) {
    case 'ArrowRight':
      return wraps ? Math.min(at + 1, points.length - 1) : within(1);
    case 'ArrowLeft':
      return wraps ? Math.max(at - 1, 0) : within(-1);
    case 'PageDown':
      return within(YEAR);
    case 'PageUp':
      return within(-YEAR);
    case 'Home':
      return row[0]!;
    case 'End':
      return row[row.length - 1]!;
    case 'ArrowUp':
    case 'ArrowDown':
      return otherRow(points, here, key === 'ArrowUp' ? -1 : 1, at);
    default:
      return -1;
  }
}

function otherRow(points: readonly Point[], here: Point, step: -1 | 1, at: number): number {
  const rows = [...new Set(points.map((point) => point.row))].sort((a, b) => a - b);
  const next = rows[rows.indexOf(here.row) + step];
  return next === undefined ? at : nearest(points, (row) => row === next, here.x);
}

/** The point nearest to a place in the picture; the row counts as far as it is drawn apart. */
export function pointAt(points: readonly Point[], x: number, y: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  points.forEach((point, index) => {
    const distance = (point.x - x) ** 2 + (point.half ? (point.y - y) ** 2 : 0);
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}
