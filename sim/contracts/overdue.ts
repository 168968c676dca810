/** Loans behind with their payments: one or two in a hundred. */
import type { World } from '../world.ts';

/** The next row from `row` on with arrears; `end` when there is none before it. */
export function nextOverdue({ loans }: World, row: number, end: number): number {
  const { arrears } = loans;
  let at = row;
  while (at < end && arrears[at] === 0) at++;
  return at;
}
