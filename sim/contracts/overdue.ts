/** Loans behind with their payments: few in a hundred, so rows are looked at four at a time. */
import type { World } from '../world.ts';

/** The column of arrears as words of four rows: a word of 0 says that all four are in good order. */
export const byFour = (arrears: Uint8Array): Uint32Array =>
  new Uint32Array(arrears.buffer, arrears.byteOffset, arrears.length >> 2);

/** The next row from `row` on with arrears; `end` when there is none before it. */
export function nextOverdue({ loans, overdueByFour }: World, row: number, end: number): number {
  const { arrears } = loans;
  let at = row;
  while (at < end) {
    if ((at & 3) === 0 && overdueByFour[at >> 2] === 0) at += 4;
    else if (arrears[at] !== 0) return at;
    else at++;
  }
  return end;
}
