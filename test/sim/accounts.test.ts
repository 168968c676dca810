import { describe, expect, test } from 'vitest';
import {
  BOOK_COLUMNS,
  createWorld,
  LINES,
  LOSSES,
  MOVEMENTS,
  openAccounts,
  SECTORS_OF_ACCOUNT,
  stepMonth,
} from '../../sim/index.ts';
import { everywhere, inputOf, patch, smallProvince } from '../support/small-province.ts';

const MONTHS = 48;
const province = smallProvince({});
const input = inputOf({
  province: {
    ...province,
    parameters: {
      ...province.parameters,
      'turnover.exitByAge': everywhere(province.parameters['turnover.exitByAge'], (one) => 2 * one),
    },
  },
  patches: [patch('interestSubsidy', { points: 0.01 })],
  shocks: [{ kind: 'flood', from: 38, months: 3, severity: 2, scope: {} }],
});

const world = createWorld(input, {});
const accounts = openAccounts(world);
const books = [accounts.start];
for (let month = 0; month < MONTHS; month++) {
  stepMonth(world);
  books.push(accounts.next(world));
}
const at = (name: string) => BOOK_COLUMNS.indexOf(name);
const months = books.map((_, k) => k).slice(1);

describe('the books of a world, read at month ends', () => {
  test('name every column once', () => {
    expect(new Set(BOOK_COLUMNS).size).toBe(LINES.length + MOVEMENTS.length + LOSSES.length);
  });

  test.each(['money', 'loans', 'privateLoans', 'funding', 'compensation'])(
    'what one sector owns of %s another owes, to the yuan',
    (instrument) => {
      const lines = LINES.flatMap((one, k) => (one.instrument === instrument ? [k] : []));
      for (const book of books) expect(lines.reduce((sum, k) => sum + book[k]!, 0)).toBe(0);
    },
  );

  test.each(SECTORS_OF_ACCOUNT)('money of %s changes by what moved in and out, to the yuan', (sector) => {
    for (const k of months) {
      const moved = MOVEMENTS.reduce((sum, { id, from, to }) => {
        const yuan = books[k]![at(id)]!;
        return sum + (to === sector ? yuan : 0) - (from === sector ? yuan : 0);
      }, 0);
      expect(books[k]![at(`${sector}-money`)]! - books[k - 1]![at(`${sector}-money`)]!).toBe(moved);
    }
  });

  test('a loan is repaid or lost: books of lenders lose nothing else', () => {
    let lost = 0;
    for (const k of months) {
      const book = books[k]!;
      const gone = LOSSES.reduce((sum, name) => sum + book[at(`lost-${name}`)]!, 0);
      const change = book[at('lenders-loans')]! - books[k - 1]![at('lenders-loans')]!;
      expect(change).toBe(book[at('lent')]! - book[at('repaid')]! - gone);
      lost += gone;
    }
    expect(lost).toBeGreaterThan(0);
  });

  test('funds raised are what households come to own of lenders', () => {
    for (const k of months)
      expect(books[k]![at('lenders-funding')]! - books[k - 1]![at('lenders-funding')]!).toBe(
        -books[k]![at('fundsRaised')]!,
      );
  });
});
