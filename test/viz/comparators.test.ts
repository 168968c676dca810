import { expect, test } from 'vitest';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import { comparatorsOf, withoutComparator } from '../../viz/app/comparators.ts';
import { keyOf } from '../../viz/app/desk.ts';
import { usualState } from '../../viz/app/start.ts';

const usual = usualState(LIBRARY, {}, ['en']);
const comparing = (comparator: string, ...others: string[]) => ({ ...usual, comparator, others });
const left = (id: string, ...ids: [string, ...string[]]) =>
  comparatorsOf(withoutComparator(comparing(...ids), id, 'baseline'));

test('a comparator that is forgotten leaves the others, no one twice, and the status quo when it was alone', () => {
  expect(left('own-a', 'own-a', 'baseline')).toEqual(['baseline']);
  expect(left('own-a', 'risk-split', 'own-a')).toEqual(['risk-split']);
  expect(left('own-a', 'own-a')).toEqual(['baseline']);
  const state = comparing('risk-split');
  expect(withoutComparator(state, 'own-a', 'baseline')).toBe(state);
});

test('a study is the same question whatever its scenarios are called and on whatever day it is asked', () => {
  const ask = (title: string, date: string, bankShare: number) =>
    keyOf({ rows: [{ id: 'a', title: { en: title }, date, policies: [{ set: { bankShare } }] }], runs: 3 });
  expect(ask('Mine', '2026-11-30', 0.5)).toBe(ask('Yours', '2026-12-01', 0.5));
  expect(ask('Mine', '2026-11-30', 0.5)).not.toBe(ask('Mine', '2026-11-30', 0.4));
});
