/** Deferral: what falls due and cannot be paid waits some months, once, at the old rate and without a new check. */
import { ENDING, withEnding } from '../agents/enterprises.ts';
import { leverInUse } from '../conditions.ts';
import { changePrincipal } from '../contracts/lending.ts';
import { LOAN } from '../contracts/loans.ts';
import { FLOW, LENDER_ENTRY, noteLender, postLender } from '../ledger.ts';
import { type DrawKey, drawKey, STREAMS, uniform } from '../random.ts';
import type { World } from '../world.ts';
import type { Maturity } from './maturity.ts';

export interface Deferral {
  /** Part of borrowers that may defer, by cell. */
  readonly share: Float64Array;
  readonly key: DrawKey;
}

/** Null while nothing may be deferred. */
export function deferralOf(world: World): Deferral | null {
  const share = leverInUse(world, 'deferral.share');
  if (share === null) return null;
  return { share, key: drawKey(world.input.seed, STREAMS.deferral, -1) };
}

/**
 * Defers a loan that falls due; false where that is not allowed or has been done before. `interest` yuan that cannot be
 * paid either are lent on top, so that no money moves and the books show what is owed.
 */
export function defer(
  { world, tally, deferral }: Maturity,
  i: number,
  row: number,
  interest: number,
): boolean {
  const { loans, enterprises: e, now, input } = world;
  if (deferral === null || (loans.flags[row] & LOAN.restructured) !== 0) return false;
  const { share, key } = deferral;
  if (uniform(key.k0, key.k1, e.id[i]) >= share[e.cell[i]]) return false;
  const lender = loans.lender[row];
  if (interest > 0) {
    postLender(tally, FLOW.lent, lender, LENDER_ENTRY.lent, interest);
    postLender(tally, FLOW.interest, lender, LENDER_ENTRY.interest, interest);
    noteLender(tally, lender, LENDER_ENTRY.lentAtRenewal, interest);
    changePrincipal(world, tally, row, loans.principal[row] + interest);
  }
  loans.left[row] = input.province.parameters['deferral.months'][0];
  loans.flags[row] |= LOAN.restructured;
  now.ending[i] = withEnding(now.ending[i], row !== i, ENDING.deferred);
  return true;
}
