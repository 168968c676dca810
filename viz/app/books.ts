/** Reading the books of an answer: what sectors own and owe at quarter ends, what moved in between, and what must be 0. */
import { BOOK_COLUMNS, LINES, MOVEMENTS, SECTORS_OF_ACCOUNT } from '../../sim/index.ts';
import type { BookSums } from '../../workers/api.ts';

const COLUMN = new Map(BOOK_COLUMNS.map((id, at) => [id, at]));

/** The books of one scenario; every value is a sum over runs in whole yuan, so differences are exact. */
export interface Books {
  readonly runs: number;
  readonly months: readonly string[];
  /** A column at a month. */
  at(column: string, month: number): number;
  /** A column added up over months, both ends inclusive. */
  sum(column: string, from: number, to: number): number;
}

export function booksOf({ runs, sums }: BookSums, months: readonly string[]): Books {
  const at = (column: string, month: number) => sums[month * BOOK_COLUMNS.length + COLUMN.get(column)!]!;
  return {
    runs,
    months,
    at,
    sum(column, from, to) {
      let total = 0;
      for (let month = from; month <= to; month++) total += at(column, month);
      return total;
    },
  };
}

/** A quarter: its name, `2027-Q2`, and its months. */
export interface Quarter {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Whole quarters after the first month, in order. */
export function quartersOf(months: readonly string[]): Quarter[] {
  return months.flatMap((month, at) => {
    const number = Number(month.slice(5)) / 3;
    return at >= 3 && Number.isInteger(number)
      ? [{ id: `${month.slice(0, 4)}-Q${number}`, from: at - 2, to: at }]
      : [];
  });
}

/** One row of a matrix over sectors: sums over runs; `residual` is what must be 0. */
export interface SectorRow {
  readonly id: string;
  readonly values: readonly number[];
  readonly residual: number;
}

const rowOf = (id: string, values: readonly number[]): SectorRow => ({
  id,
  values,
  residual: values.reduce((sum, yuan) => sum + yuan, 0),
});

/** What each sector owns (+) and owes (−) of each instrument at a month. */
export function balanceRows(books: Books, month: number): SectorRow[] {
  const instruments = [...new Set(LINES.map((one) => one.instrument))];
  return instruments.map((instrument) =>
    rowOf(
      instrument,
      SECTORS_OF_ACCOUNT.map((sector) =>
        LINES.filter((one) => one.sector === sector && one.instrument === instrument).reduce(
          (sum, one) => sum + books.at(one.id, month),
          0,
        ),
      ),
    ),
  );
}

/** What each movement brought to (+) and took from (−) each sector over some months; movements of nothing, or within one sector, are left out. */
export function flowRows(books: Books, from: number, to: number): SectorRow[] {
  return MOVEMENTS.flatMap((movement) => {
    const yuan = books.sum(movement.id, from, to);
    if (yuan === 0 || movement.from === movement.to) return [];
    return [
      rowOf(
        movement.id,
        SECTORS_OF_ACCOUNT.map(
          (sector) => (movement.to === sector ? yuan : 0) - (movement.from === sector ? yuan : 0),
        ),
      ),
    ];
  });
}

/** By sector, what its money changed by less what moved; 0 where the books close. */
export function moneyResiduals(books: Books, from: number, to: number): number[] {
  const rows = flowRows(books, from, to);
  return SECTORS_OF_ACCOUNT.map((sector, k) => {
    const change = books.at(`${sector}-money`, to) - books.at(`${sector}-money`, from - 1);
    return change - rows.reduce((sum, row) => sum + row.values[k]!, 0);
  });
}

/** A sector's lines, each with its instrument. */
export const linesOf = (sector: string) => LINES.filter((one) => one.sector === sector);
