/** Loans behind with their payments: one or two in a hundred. */
import type { World } from '../world.ts';
import { slotOf } from './second-loans.ts';

/** The next row from `row` on with arrears; `end` when there is none before it. */
function nextOverdue({ loans }: World, row: number, end: number): number {
  const { arrears } = loans;
  let at = row;
  while (at < end && arrears[at] === 0) at++;
  return at;
}

/** Visits the overdue loans of the enterprises in a span: first loans, then second ones, with row and slot. */
export function forEachOverdue(
  world: World,
  { from, to }: { readonly from: number; readonly to: number },
  visit: (row: number, i: number) => void,
): void {
  const { capacity, loanRows } = world.shape;
  for (let row = nextOverdue(world, from, to); row < to; row = nextOverdue(world, row + 1, to))
    visit(row, row);
  for (
    let row = nextOverdue(world, capacity, loanRows);
    row < loanRows;
    row = nextOverdue(world, row + 1, loanRows)
  ) {
    const i = slotOf(world, row);
    if (i >= from && i < to) visit(row, i);
  }
}
