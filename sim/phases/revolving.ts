/** Lines drawn and paid back at will: interest falls on what is drawn. */
import { LOAN } from '../contracts/loans.ts';
import { drawnPart } from '../contracts/tenor.ts';
import { LENDER_ENTRY, noteLender, type Tally } from '../ledger.ts';
import type { World } from '../world.ts';

/** Yuan of a loan that bear interest this month; what is idle costs the lender no funds. */
export function interestBearing(world: World, tally: Tally, i: number, row: number): number {
  const { loans, enterprises: e, input } = world;
  const principal = loans.principal[row];
  if ((loans.flags[row] & LOAN.revolving) === 0) return principal;
  const kept = 0.5 * input.province.parameters['trade.bufferMonths'][0] * e.scale[i];
  const drawn = drawnPart(principal, e.cash[i], kept);
  noteLender(tally, loans.lender[row], LENDER_ENTRY.idle, principal - drawn);
  return drawn;
}
