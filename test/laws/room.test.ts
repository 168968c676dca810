// A world has room for all who come: entry and closures at the ends of their published ranges, levers anywhere in theirs.
import { expect, test, vi } from 'vitest';
import { createWorld, LAST_MONTH } from '../../sim/index.ts';
import { HUNAN, inputOf } from '../support/small-province.ts';
import { LIVELIEST_CHOICE, runMoved } from './moved-levers.ts';
import { runTo } from './worlds.ts';

vi.setConfig({ testTimeout: 60_000 });

test.each([
  ['most entrants and fewest closures', 0.14, 0],
  ['fewest entrants and most closures', 0.05, 0.06],
])('a province with %s runs to the end', (_, entry, exit) => {
  const parameters = { ...HUNAN.parameters, 'turnover.entry': [entry], 'turnover.exitByAge': [exit] };
  const world = createWorld(inputOf({ province: { ...HUNAN, parameters }, scale: 100 }));
  expect(runTo(world, LAST_MONTH).month).toBe(LAST_MONTH);
});

test('Hunan runs to the end with levers anywhere in their ranges', () => {
  expect(runMoved('baseline', LIVELIEST_CHOICE).month).toBe(LAST_MONTH);
});
