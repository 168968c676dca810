// Links that ask for a tax rating: whom they serve, from when on, and that asking for none serves everybody.
import { describe, expect, test, vi } from 'vitest';
import { STATUS } from '../../sim/agents/enterprises.ts';
import { SOURCE } from '../../sim/agents/sources.ts';
import { servedShare } from '../../sim/decisions/tax-rating.ts';
import { FORK_MONTH, type Patch, SIZES, stepMonth, type World } from '../../sim/index.ts';
import { fromFork, runTo } from '../laws/worlds.ts';
import { patch } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 60_000 });

const RATED_MONTHS = 36;
const BY_LINK = SOURCE.tax | SOURCE.invoices;

describe('the share a link serves', () => {
  test('is everybody, exactly, where no rating is asked for', () => {
    for (const rated of [0, 0.1, 0.3, 1]) expect(servedShare(rated, 100, RATED_MONTHS, 1)).toBe(1);
  });

  test('is those with an A where others are left out, and nobody who is too young for one', () => {
    expect(servedShare(0.25, RATED_MONTHS, RATED_MONTHS, 0)).toBe(0.25);
    expect(servedShare(0.25, RATED_MONTHS - 1, RATED_MONTHS, 0)).toBe(0);
  });

  test('grows by the part of all others that it takes in', () => {
    expect(servedShare(0.2, 40, RATED_MONTHS, 0.5)).toBeCloseTo(0.6, 12);
    expect(servedShare(0.2, 3, RATED_MONTHS, 0.5)).toBeCloseTo(0.5, 12);
  });
});

describe('a link to tax records', () => {
  /** No other record reaches lenders, so that what can be read came over the link. */
  const linked = (set: Patch['set']): World =>
    runTo(
      fromFork({ patches: [patch('dataSharing', { sources: 0 }), patch('bankTax', set)] }),
      FORK_MONTH + 1,
    );
  const served = ({ enterprises: e }: World): number[] =>
    Array.from(e.status.keys()).filter(
      (i) => e.status[i] === STATUS.active && (e.sources[i] & BY_LINK) !== 0,
    );
  const everybody = linked({ coverage: 1, unrated: 1 });
  const rated = linked({ coverage: 1, unrated: 0 });

  test('that asks for an A serves, of those it would serve else, the part of each size that has one', () => {
    const { atlas, enterprises: e, input, month } = everybody;
    const those = new Set(served(rated));
    const bySize = SIZES.map((_, size) => {
      const old = served(everybody).filter(
        (i) => atlas.size[e.cell[i]] === size && month - e.founded[i] >= RATED_MONTHS,
      );
      return { share: old.filter((i) => those.has(i)).length / old.length, count: old.length };
    });
    input.province.parameters['bankTax.rated'].forEach((expected, size) => {
      const { share, count } = bySize[size];
      expect(count).toBeGreaterThan(0);
      expect(Math.abs(share - expected)).toBeLessThanOrEqual(
        4 * Math.sqrt((expected * (1 - expected)) / count),
      );
    });
    const before = new Set(served(everybody));
    expect([...those].filter((i) => !before.has(i))).toEqual([]);
  });

  test('serves nobody younger than three years, and those who come of age from that month on', () => {
    const world = linked({ coverage: 1, unrated: 0 });
    const { enterprises: e } = world;
    const ageOf = (i: number): number => world.month - e.founded[i];
    let cameOfAge = 0;
    for (let k = 0; k < 24; k++) {
      const before = new Map(served(world).map((i) => [i, e.id[i]]));
      stepMonth(world);
      const now = served(world);
      expect(now.filter((i) => ageOf(i) < RATED_MONTHS)).toEqual([]);
      const fresh = now.filter((i) => before.get(i) !== e.id[i]);
      expect(fresh.map(ageOf).filter((age) => age !== RATED_MONTHS)).toEqual([]);
      cameOfAge += fresh.length;
    }
    expect(cameOfAge).toBeGreaterThan(0);
  });
});
