/** The books of one run, month by month from 2025-12 on. */
import { type Accounts, BOOK_COLUMNS, openAccounts, type World } from '../sim/index.ts';

/** Listens to one run (`steering.onWorld`) and hands over its books, `[month][column]`. */
export function bookFollower(): { onWorld: (world: World) => void; books: () => Float64Array<ArrayBuffer> } {
  const months: Float64Array[] = [];
  let accounts: Accounts | undefined;
  return {
    onWorld(world) {
      if (accounts) months.push(accounts.next(world));
      else {
        accounts = openAccounts(world);
        months.push(accounts.start);
      }
    },
    books() {
      const all = new Float64Array(months.length * BOOK_COLUMNS.length);
      for (const [at, month] of months.entries()) all.set(month, at * BOOK_COLUMNS.length);
      return all;
    },
  };
}
