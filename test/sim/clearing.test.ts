// Rationing by radix selection serves whom plain sorting serves, and keeps to the room it was given.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clear, clearToNearest, rankOf } from '../../sim/clearing.ts';
import type { World } from '../../sim/index.ts';
import { served } from '../reference/clearing.ts';

const OWNERS = 3;

/** An application: whom it is for, how much, its score and its keyed bits, which no two share. */
interface Asked {
  readonly owner: number;
  readonly amount: number;
  readonly score: number;
  readonly priority: number;
}

const asked = fc.record({
  owner: fc.integer({ min: 0, max: OWNERS - 1 }),
  amount: fc.integer({ min: 1, max: 1000 }),
  score: fc.integer({ min: 0, max: 5 }),
  priority: fc.integer({ min: 0, max: 0xffffffff }),
});
const month = fc.record({
  all: fc.uniqueArray(asked, { minLength: 1, maxLength: 40, selector: ({ priority }) => priority }),
  room: fc.array(fc.integer({ min: 0, max: 6000 }), { minLength: OWNERS, maxLength: OWNERS }),
});

/** Whom each institution serves, in the order of its list. */
function servedBy(way: typeof clear, all: readonly Asked[], room: readonly number[]): Asked[][] {
  const table = {
    clearing: new Float64Array(256 * OWNERS),
    clearingRoom: new Float64Array(OWNERS),
    parts: 1,
    shape: { applications: all.length },
    applied: Int32Array.of(all.length),
    covers: Int32Array.of(0),
  };
  const threshold = new Float64Array(OWNERS);
  const rank = Float64Array.from(all, ({ score, priority }) => rankOf(score, priority));
  const queue = {
    owner: (row: number) => all[row].owner,
    amount: Uint32Array.from(all, ({ amount }) => amount),
    rank,
  };
  way(table as unknown as World, queue, Float64Array.from(room), threshold);
  const rows = [...all.keys()].sort((a, b) => rank[b] - rank[a]);
  return room.map((_, owner) =>
    rows.filter((row) => all[row].owner === owner && rank[row] >= threshold[owner]).map((row) => all[row]),
  );
}

const sumOf = (all: readonly Asked[]): number => all.reduce((sum, { amount }) => sum + amount, 0);

describe.each([
  ['any part', clear, 1],
  ['at most half', clearToNearest, 0.5],
] as const)('where the last one served may pass the room by %s of its loan', (_, way, most) => {
  test('those are served whom sorting serves', () => {
    fc.assert(
      fc.property(month, ({ all, room }) => {
        for (const [owner, mine] of servedBy(way, all, room).entries()) {
          const claims = all.filter((one) => one.owner === owner).map((of) => ({ of, ...of }));
          expect(new Set(mine)).toEqual(served(claims, room[owner], most));
        }
      }),
    );
  });

  test('the room is passed by no more than that, and what is left of it would not do for the next', () => {
    fc.assert(
      fc.property(month, ({ all, room }) => {
        for (const [owner, mine] of servedBy(way, all, room).entries()) {
          const line = all
            .filter((one) => one.owner === owner)
            .sort((a, b) => rankOf(b.score, b.priority) - rankOf(a.score, a.priority));
          const [last, next] = [mine.at(-1), line[mine.length]];
          const left = room[owner] - sumOf(mine);
          if (last) expect(-left).toBeLessThanOrEqual(most * last.amount);
          if (next && left > 0) expect(next.amount - left).toBeGreaterThan(most * next.amount);
        }
      }),
    );
  });
});
