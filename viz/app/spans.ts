/** Bars of the time lane: where they go when they are moved by months, kept inside 2026–2030 and in order. */
import { addMonths, monthsBetween } from '../text/months.ts';
import { FIRST_MONTH, LAST_MONTH } from './draft.ts';

export interface Span {
  readonly from: string;
  readonly until: string;
}

/** What of a bar is moved. */
export type Grip = 'from' | 'until' | 'both';

/** The bar moved by `step` months, or as far as there is room; a bar that ends after the last month can still go back. */
export function shifted({ from, until }: Span, grip: Grip, step: number): Span {
  const toFirst = monthsBetween(from, FIRST_MONTH);
  const toLast = Math.max(0, monthsBetween(until, LAST_MONTH));
  const length = monthsBetween(from, until);
  const room = {
    from: [toFirst, Math.max(0, length)],
    until: [-length, toLast],
    both: [toFirst, toLast],
  }[grip] as [number, number];
  const by = Math.min(room[1], Math.max(room[0], step));
  return {
    from: grip === 'until' ? from : addMonths(from, by),
    until: grip === 'from' ? until : addMonths(until, by),
  };
}
