/** Who may lend: a lender without its licence takes on nobody and lets its book run off. */
import type { World } from './world.ts';

/** Value of a lender's `weak` months once its licence is gone. */
export const LICENCE_GONE = 255;

/** Months a lender may have less capital than its licence asks for. */
const GRACE_MONTHS = 6;

/** Months of weakness after another one; the licence does not come back. */
export function weakMonths(before: number, ratio: number, asked: number): number {
  if (before === LICENCE_GONE || asked === 0) return before;
  if (ratio >= asked) return 0;
  return before + 1 >= GRACE_MONTHS ? LICENCE_GONE : before + 1;
}

/** The lender of a list at position `k`, or the next on the list that still has a licence; -1 when none has. */
export function licensedFrom({ lenders }: World, ids: readonly number[], k: number): number {
  for (let step = 0; step < ids.length; step++) {
    const lender = ids[(k + step) % ids.length];
    if (lenders.weak[lender] !== LICENCE_GONE) return lender;
  }
  return -1;
}
