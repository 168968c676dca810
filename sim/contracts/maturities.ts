/** Loans that have fallen due this month: a short list beside the enterprises, as one in thirty has such a loan. */
import { ENDING, endingOf } from '../agents/enterprises.ts';
import { partStart } from '../clearing.ts';
import type { Spec } from '../table.ts';
import type { World } from '../world.ts';
import { slotOf } from './second-loans.ts';

/** A loan by its row, and what was owed when it fell due, yuan. */
export const MATURITY = { row: 'u32', principal: 'u32' } as const satisfies Spec;

/** Loans that may fall due in one month as a share of the slots; a month with more stops with an error. */
const SHARE = 0.15;

/** Rows beyond that share, for the smallest worlds. */
const LEAST_ROWS = 512;

export const maturityRows = (capacity: number): number => Math.ceil(capacity * SHARE) + LEAST_ROWS;

/** Adds the loan in `row` to the list of a part. */
export function noteMaturity(world: World, part: number, row: number): void {
  const { maturities, matured, loans, parts } = world;
  const rows = maturities.row.length;
  const at = partStart(rows, part, parts) + matured[part]++;
  if (at >= partStart(rows, part + 1, parts))
    throw new Error(`maturities full: ${matured[part] - 1} loans fall due in month ${world.month + 1}`);
  maturities.row[at] = row;
  maturities.principal[at] = loans.principal[row];
}

/** Visits what has fallen due on a part's list: whose loan, what was owed, and whether it was renewed. */
export function forEachMaturity(
  world: World,
  part: number,
  visit: (i: number, principal: number, renewed: boolean) => void,
): void {
  const { maturities, matured, now, parts } = world;
  const first = partStart(maturities.row.length, part, parts);
  for (let at = first; at < first + matured[part]; at++) {
    const row = maturities.row[at];
    const i = slotOf(world, row);
    visit(i, maturities.principal[at], endingOf(now.ending[i], row !== i) === ENDING.renewed);
  }
}
