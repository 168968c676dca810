/**
 * Rows of second loans. The loan table has a row for the first loan of every enterprise, numbered like its slot, and behind
 * them fewer rows for second loans, each taken when one is granted; the last row of the table stays empty and is what an
 * enterprise without a second loan points to.
 */
import type { World } from '../world.ts';
import { LOANS, NO_LENDER } from './loans.ts';

/** Share of the slots that may have a second loan at once: at most an eighth in Hunan and a sixth in Zhejiang do. */
const SHARE = 0.2;

/** Return on borrowed money that share belongs to; owners for whom money earns more borrow twice more often. */
const RETURN = 0.167;

/** Rows beyond that share, for the smallest worlds. */
const LEAST_ROWS = 512;

/**
 * Rows for the second loans of `capacity` slots, where borrowed money earns `returnOnCredit` a year and policies may raise
 * their number to `more` times as many.
 */
export const secondRows = (capacity: number, returnOnCredit: number, more: number): number =>
  Math.min(capacity, Math.ceil(capacity * SHARE * more * Math.max(1, returnOnCredit / RETURN)) + LEAST_ROWS);

/** Owner of a row that nobody has. */
const NOBODY = 0xffffffff;

/** The row that is always empty. */
const emptyRow = ({ shape }: Pick<World, 'shape'>): number => shape.loanRows - 1;

/** Rows from the first one on that are taken, or were and are still pointed at. */
export function secondRowsInUse({ loans, secondOwner, shape }: World): number {
  let count = secondOwner.length;
  while (
    count > 0 &&
    secondOwner[count - 1] === NOBODY &&
    loans.lender[shape.capacity + count - 1] === NO_LENDER
  )
    count--;
  return count;
}

/** Slot of the enterprise whose loan is in `row`. */
export const slotOf = ({ shape, secondOwner }: World, row: number): number =>
  row < shape.capacity ? row : secondOwner[row - shape.capacity];

/** The tables of loans, and their sizes. */
type Tables = Pick<World, 'loans' | 'second' | 'secondOwner' | 'shape'>;

/** No loans yet, and no rows given out. */
export function emptyLoans(world: Tables): void {
  world.loans.lender.fill(NO_LENDER);
  world.second.fill(emptyRow(world));
  world.secondOwner.fill(NOBODY);
}

/** Where the search for a free row goes on; a new one each month, as rows given out fill up before the next only. */
export interface RowSearch {
  next: number;
}

export const searchRows = ({ shape }: World): RowSearch => ({ next: shape.capacity });

/** Gives enterprise `i` the next row that holds no loan, and takes away what empty row either side had. */
export function takeSecondRow(world: World, i: number, search: RowSearch): number {
  const { loans, second, secondOwner, shape } = world;
  const none = emptyRow(world);
  let row = search.next;
  while (row < none && loans.lender[row] !== NO_LENDER) row++;
  if (row === none)
    throw new Error(`second loans full: ${none - shape.capacity} rows in month ${world.month + 1}`);
  const before = secondOwner[row - shape.capacity];
  if (before !== NOBODY) second[before] = none;
  if (second[i] !== none) secondOwner[second[i] - shape.capacity] = NOBODY;
  second[i] = row;
  secondOwner[row - shape.capacity] = i;
  search.next = row + 1;
  return row;
}

/** Copies the loans of the first `slots` slots and `seconds` rows of second ones into tables of other sizes. */
export function copyLoans(from: Tables, to: Tables, slots: number, seconds: number): void {
  const [behind, place] = [from.shape.capacity, to.shape.capacity];
  for (const name of Object.keys(LOANS) as (keyof typeof LOANS)[]) {
    to.loans[name].set(from.loans[name].subarray(0, slots));
    to.loans[name].set(from.loans[name].subarray(behind, behind + seconds), place);
  }
  to.secondOwner.set(from.secondOwner.subarray(0, seconds));
  const [none, empty] = [emptyRow(from), emptyRow(to)];
  for (let i = 0; i < slots; i++)
    to.second[i] = from.second[i] === none ? empty : from.second[i] - behind + place;
}
