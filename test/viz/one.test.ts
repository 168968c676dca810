import { scaleLinear } from 'd3';
import { expect, test } from 'vitest';
import { ticksOf } from '../../viz/charts/money-lines.ts';
import { displayOf } from '../../viz/text/numbers.ts';
import { markOf, moneyTitle, partingOf } from '../../viz/views/one-data.ts';
import { contextOf } from '../support/answer.ts';

const months = ['2030-11', '2030-12'];
const purse = (...owed: number[]) => ({ cash: owed, formal: owed, informal: owed.map((one) => one * 0) });

test('an enterprise that closed in one world is said to be off the books, not to owe a dash', () => {
  const names = ['Status quo', 'Mine'];
  const purses = [purse(1e5, 456_649), purse(1e5, Number.NaN)];
  const title = moneyTitle(contextOf({}, 'en'), { months, names }, purses).replace(/\s/g, ' ');
  expect(title).toBe(
    'In Dec 2030 it owes CNY 456,649 under “Status quo”; under “Mine” it is not on the books',
  );
  expect(moneyTitle(contextOf({}, 'zh'), { months, names }, purses)).toContain('“Mine”中不在册');
});

test('one world is told once', () => {
  const title = moneyTitle(contextOf({}, 'en'), { months, names: ['Status quo'] }, [purse(1, 2)]);
  expect(title.replace(/\s/g, ' ')).toBe('In Dec 2030 it owes CNY 2');
});

test('an offer the owner does not take is neither a refusal nor silence', () => {
  const credit = (outcome: string) => ({ kind: 'credit', outcome }) as Parameters<typeof markOf>[0];
  expect(
    ['granted', 'declined', 'refused', 'would-be-granted', 'unknown'].map((one) => markOf(credit(one))),
  ).toEqual([['granted'], ['declined'], ['refused'], ['silent'], ['silent']]);
  const month = (outcome: string) => [{ month: '2027-01', happenings: [credit(outcome)], state: {} }];
  const story = { turns: ['2027-01'], a: month('declined'), b: month('would-be-refused') };
  expect(partingOf(story as unknown as Parameters<typeof partingOf>[0])).toBe('2027-01');
});

test('a flood in one of two worlds is where they part', () => {
  const month = (...happenings: object[]) => [{ month: '2027-06', happenings, state: {} }];
  const story = { turns: ['2027-06'], a: month(), b: month({ kind: 'flooded', compensated: false }) };
  expect(partingOf(story as unknown as Parameters<typeof partingOf>[0])).toBe('2027-06');
});

test('an axis of money tells its ticks apart, also of next to nothing beside a large sum', () => {
  for (const language of ['en', 'zh'] as const)
    for (const largest of [20_000, 300_000, 4e6, 9e8])
      for (const high of [20_000, 70_000, largest]) {
        const display = displayOf('yuan', language, largest);
        const labels = ticksOf(scaleLinear([0, high], [0, 100]).nice(3), display, language).map(
          (one) => one.label,
        );
        expect(new Set(labels).size, `${largest} ${high}: ${labels}`).toBe(labels.length);
      }
});
