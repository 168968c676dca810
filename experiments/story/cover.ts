/** What came of a bank's request that a guarantor join a loan that stands. */
import { spanOf, type World } from '../../sim/index.ts';
import { reviewOf } from './answers.ts';
import { tidy } from './codes.ts';
import type { CoverAnswer } from './document.ts';
import { reasonAt } from './reading.ts';
import { lenderNames } from './state.ts';

/** Row of a slot's request this month; -1 when its bank has made none. Worlds of one thread only. */
function rowOf(world: World, slot: number): number {
  const { endRow } = spanOf(world, 0);
  const first = endRow - world.covers[0];
  const at = world.applications.enterprise.subarray(first, endRow).indexOf(slot);
  return at < 0 ? -1 : first + at;
}

/** The guarantor's answer, or the bank's own when it no longer asks. Call after the phase `guarantee`. */
export function coverAnswered(world: World, slot: number): CoverAnswer | undefined {
  const row = rowOf(world, slot);
  if (row < 0) return undefined;
  const { applications: a } = world;
  return {
    kind: 'cover-answered',
    ...lenderNames(world, a.lender[row]),
    amount: a.amount[row],
    pd: tidy(a.pd[row]),
    review: reasonAt(world, row) === 'tooRisky' ? null : reviewOf(world, row),
  };
}
