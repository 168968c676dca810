/**
 * What the books hold at a month end, sector by sector, and what moved since the last one: the rows of the balance sheet
 * and of the transaction-flow matrix. Read-only; every line counts movements not yet closed.
 */
import { STATUS } from './agents/enterprises.ts';
import { balances, lenderBook, privateChange } from './books.ts';
import { NO_LENDER } from './contracts/loans.ts';
import { type Account, LENDER_ENTRIES, LENDER_ENTRY, MOVEMENTS, SECTORS_OF_ACCOUNT } from './ledger.ts';
import type { World } from './world.ts';

/** One line of a sector's balance sheet; what is owed is negative. */
export interface Line {
  readonly id: string;
  readonly sector: Account;
  /** Lines of one instrument add up to 0 over all sectors. */
  readonly instrument: 'money' | 'loans' | 'privateLoans' | 'funding' | 'compensation';
  /** Real yuan at the end of the world's last month. */
  read(world: World): number;
}

const sum = (length: number, of: (k: number) => number): number => {
  let total = 0;
  for (let k = 0; k < length; k++) total += of(k);
  return total;
};

const money = SECTORS_OF_ACCOUNT.map(
  (sector, k): Line => ({
    id: `${sector}-money`,
    sector,
    instrument: 'money',
    read: (world) => balances(world)[k],
  }),
);

const line = (
  id: string,
  sector: Account,
  instrument: Line['instrument'],
  read: (world: World) => number,
): Line => ({ id, sector, instrument, read });

const lent = (world: World): number =>
  sum(world.shape.licensed, (l) => world.lenders.loans[l] + lenderBook(world, l));
const lentPrivately = (world: World): number =>
  sum(world.shape.prefectures, (k) => world.province.privateLoans[k] + privateChange(world, k).loans);
const raised = ({ lenders, shape }: World): number => sum(shape.licensed, (l) => lenders.funding[l]);
const owedByTreasuries = ({ guarantors, shape }: World): number =>
  sum(shape.guarantors, (g) => guarantors.receivable[g]);

/** What enterprises owe lenders, added up contract by contract. */
function owedToLenders({ enterprises, loans, second, used, input }: World): number {
  const { status } = enterprises;
  const { lender, principal } = loans;
  let total = 0;
  for (let i = 0; i < used; i++) {
    if ((lender[i] & lender[second[i]]) === NO_LENDER || status[i] === STATUS.empty) continue;
    if (lender[i] !== NO_LENDER) total += principal[i];
    if (lender[second[i]] !== NO_LENDER) total += principal[second[i]];
  }
  return input.scale * total;
}

/** What enterprises owe private lenders. */
function owedPrivately({ enterprises: { status, privateDebt }, used, input }: World): number {
  let total = 0;
  for (let i = 0; i < used; i++) if (status[i] !== STATUS.empty) total += privateDebt[i];
  return input.scale * total;
}

/** Every line. Loans stand on both sides from different records: the lenders' books, and the contracts themselves. */
export const LINES: readonly Line[] = [
  ...money,
  line('lenders-loans', 'lenders', 'loans', lent),
  line('enterprises-loans', 'enterprises', 'loans', (world) => -owedToLenders(world)),
  line('private-loans', 'private', 'privateLoans', lentPrivately),
  line('enterprises-private', 'enterprises', 'privateLoans', (world) => -owedPrivately(world)),
  line('lenders-funding', 'lenders', 'funding', (world) => -raised(world)),
  line('households-funding', 'households', 'funding', raised),
  line('guarantors-owed', 'guarantors', 'compensation', owedByTreasuries),
  line('treasuries-owing', 'treasuries', 'compensation', (world) => -owedByTreasuries(world)),
];

/** What a loan book loses without being repaid, and who bears it first. */
export const LOSSES = ['recovered', 'payout', 'writtenOff'] as const;

/** Names of the columns of one month's books: lines, then movements, then losses of lenders. */
export const BOOK_COLUMNS: readonly string[] = [
  ...LINES.map((one) => one.id),
  ...MOVEMENTS.map((one) => one.id),
  ...LOSSES.map((name) => `lost-${name}`),
];

const FLOWS_AT = LINES.length;

/** The books of one world, month by month. */
export interface Accounts {
  /** Lines when the books were opened; no movements. */
  readonly start: Float64Array;
  /** Lines at the end of the world's last month and movements since the one before. To be asked every month. */
  next(world: World): Float64Array;
}

/** Follows a world from now on. */
export function openAccounts(world: World): Accounts {
  const open = openMovements(world);
  const lines = (now: World): Float64Array => {
    const books = new Float64Array(BOOK_COLUMNS.length);
    books.set(balances(now));
    for (let k = money.length; k < LINES.length; k++) books[k] = LINES[k].read(now);
    return books;
  };
  return {
    start: lines(world),
    next(now) {
      const books = lines(now);
      const [closed, next] = [closedMovements(now), openMovements(now)];
      for (let k = 0; k < next.length; k++) books[FLOWS_AT + k] = closed[k] + next[k] - open[k];
      open.set(next);
      return books;
    },
  };
}

const losses = (world: World, entries: Float64Array): number[] =>
  LOSSES.map((name) =>
    sum(world.shape.licensed, (l) => entries[l * LENDER_ENTRIES.length + LENDER_ENTRY[name]]),
  );

const openMovements = (world: World): Float64Array =>
  Float64Array.of(...world.open.flows, ...losses(world, world.open.lenders));

const closedMovements = (world: World): Float64Array =>
  Float64Array.of(...world.closed.flows, ...losses(world, world.closed.lenders));
