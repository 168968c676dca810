// Counties compensate guarantors out of a budget of the year: what happens when more is claimed than it was made for.
import { describe, expect, test, vi } from 'vitest';
import { CLAIM_AGES, sumFrom } from '../../sim/contracts/claims.ts';
import { auditLedger, FORK_MONTH, type Patch, stepMonth, type World } from '../../sim/index.ts';
import { FLOW, GUARANTOR_ENTRIES, GUARANTOR_ENTRY } from '../../sim/ledger.ts';
import { arrivalShares } from '../../sim/treasury.ts';
import { fromFork } from '../laws/worlds.ts';
import { patch } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 120_000 });

const JANUARY = FORK_MONTH + 1;
const DECEMBER = FORK_MONTH + 12;
/** More in a month than any county of the small province budgets for a year. */
const SURGE = 50_000_000;
/** The guarantor whose county budgets least of those that budget at all. */
const SMALLEST = 8;

/** Adds claims of some age to what a guarantor is owed, as if they had been filed so long ago. */
function plant({ claims, guarantors }: World, g: number, age: number, yuan: number): void {
  claims.owed[g * CLAIM_AGES + age] += yuan;
  guarantors.receivable[g] += yuan;
}

interface Month {
  readonly month: number;
  readonly due: readonly number[];
  readonly paid: readonly number[];
  readonly reach: readonly number[];
}

interface Year {
  readonly patches?: readonly Patch[];
  /** Yuan that fall due each month from February on beyond what happens, by guarantor. */
  readonly surge?: (g: number) => number;
  readonly old?: number;
  readonly until?: number;
}

/** Months after the fork, with claims planted whose papers are through; books are checked after each. */
function lived({ patches = [], surge = () => 0, old = 0, until = DECEMBER }: Year) {
  const world = fromFork({ patches });
  const every = Array.from({ length: world.shape.guarantors }, (_, g) => g);
  for (const g of every) plant(world, g, 40, old);
  const months: Month[] = [];
  const books = (name: keyof typeof GUARANTOR_ENTRY) =>
    every.map((g) => world.closed.guarantors[g * GUARANTOR_ENTRIES.length + GUARANTOR_ENTRY[name]]);
  let shares: number[] = [];
  while (world.month < until) {
    if (world.month >= JANUARY) for (const g of every) plant(world, g, 2, surge(g));
    stepMonth(world);
    const { promised, budgeted } = arrivalShares(world);
    shares = every.map((g) => promised[g] + budgeted[g]);
    months.push({
      month: world.month,
      due: books('compensationDue'),
      paid: books('compensation'),
      reach: [...world.guarantors.reach],
    });
    expect(auditLedger(world).breaches).toEqual([]);
  }
  return { world, months, shares, every };
}

const total = (months: readonly Month[], g: number) => months.reduce((sum, { paid }) => sum + paid[g], 0);
const inAll = (months: readonly Month[], every: readonly number[]) =>
  every.reduce((sum, g) => sum + total(months, g), 0);

describe('a county’s budget for compensation', () => {
  test('is made for the first time in January 2026: the past knows none', () => {
    const world = fromFork({});
    expect(Math.max(...world.guarantors.reach)).toBe(0);
    expect(Math.max(...world.guarantors.claimable)).toBeGreaterThan(0);
    stepMonth(world);
    expect(Math.max(...world.guarantors.reach)).toBeGreaterThan(0);
  });

  test('does not double when claims do', () => {
    const once = lived({ surge: () => SURGE });
    const twice = lived({ surge: () => 2 * SURGE });
    for (const g of once.every)
      expect(Math.abs(total(twice.months, g) - total(once.months, g))).toBeLessThanOrEqual(12);
    expect(inAll(once.months, once.every)).toBeGreaterThan(0);
  });

  test('is the part that arrives of what should fall due, and all of it is paid out by December if enough is owed', () => {
    const { months, shares, every } = lived({ old: SURGE });
    const [first] = months;
    for (const g of every) {
      const plan = first.reach[g] + Math.min(first.due[g], first.reach[g] + first.due[g]);
      expect(Math.abs(total(months, g) - plan * shares[g])).toBeLessThanOrEqual(12);
    }
  });

  test('that is spent pays nothing until January', () => {
    const { months, shares, every } = lived({ surge: () => SURGE, until: DECEMBER + 1 });
    for (const g of every.filter((one) => months[0].reach[one] * shares[one] > 1)) {
      const [, february, ...rest] = months.map(({ paid }) => paid[g]);
      expect(february).toBeGreaterThan(0);
      expect(rest.slice(0, -1)).toEqual(rest.slice(0, -1).fill(0));
      expect(rest.at(-1)).toBeGreaterThan(0);
    }
  });

  test('does not bind where arrival is 1: whatever falls due is paid', () => {
    const patches = [patch('compensation', { arrival: 1 })];
    const { months, every } = lived({ patches, surge: () => SURGE });
    for (const { due, paid } of months) expect(paid).toEqual(due);
    expect(inAll(months, every)).toBeGreaterThan(11 * SURGE);
  });

  test('is topped up at once by a promise in mid-year, as far as it goes', () => {
    const from = JANUARY + 6;
    const arrival = 0.7;
    const { world, months, every } = lived({
      patches: [patch('compensation', { arrival }, { from })],
      surge: () => SURGE,
    });
    const standard = world.input.province.parameters['compensation.arrival'][0];
    const promised = (arrival - standard) / (1 - standard);
    for (const { month, due, paid } of months.slice(2))
      for (const g of every) {
        const wanted = month < from ? 0 : due[g] * promised;
        expect(Math.abs(paid[g] - wanted)).toBeLessThanOrEqual(1);
      }
  });

  test('has its money for old claims beside it where counties clear them', () => {
    const { months, shares, every } = lived({
      patches: [patch('compensation', { clearing: 0.5 })],
      surge: () => SURGE,
    });
    for (const g of every.filter((one) => shares[one] > 0))
      expect(Math.min(...months.slice(2).map(({ paid }) => paid[g]))).toBeGreaterThan(0);
  });

  test('is shared in a pool: a dry county’s guarantor is paid from what the others have left, and no more than that', () => {
    const surge = (g: number) => (g === SMALLEST ? SURGE : 0);
    const alone = lived({ surge });
    const pooled = lived({ surge, patches: [patch('compensation', { pooled: 1 })] });
    expect(alone.months.slice(2, 12).map(({ paid }) => paid[SMALLEST])).toEqual(new Array(10).fill(0));
    expect(total(pooled.months, SMALLEST)).toBeGreaterThan(10 * total(alone.months, SMALLEST));
    const budgets = pooled.every.reduce(
      (sum, g) => sum + (pooled.months[0].reach[g] + pooled.months[0].due[g]) * pooled.shares[g],
      0,
    );
    expect(inAll(pooled.months, pooled.every)).toBeLessThanOrEqual(budgets + 12 * pooled.every.length);
    expect(inAll(pooled.months, pooled.every)).toBeGreaterThan(0.98 * budgets);
  });

  test('counts claims on file as they are and those to come at the rate in force', () => {
    const onFile = fromFork({});
    const reachAt = (rate: number) => {
      const { months, every } = lived({ patches: [patch('compensation', { rate })], until: JANUARY });
      return every.map((g) => months[0].reach[g] + Math.min(months[0].due[g], months[0].reach[g]));
    };
    const [none, some, twice] = [0, 0.4, 0.8].map(reachAt);
    none.forEach((claims, g) => {
      expect(claims).toBeLessThanOrEqual(
        sumFrom(onFile.claims.owed, g, 0) - sumFrom(onFile.claims.owed, g, 3),
      );
      expect(twice[g]).toBeGreaterThanOrEqual(some[g]);
    });
    expect(Math.max(...twice.map((claims, g) => claims - some[g]))).toBeGreaterThan(0);
  });

  test('is used up by what falls due while a treasury is in arrears, though nothing is paid', () => {
    const arrears = { kind: 'treasuryArrears', from: JANUARY, months: 6, severity: 1, scope: {} };
    const stopped = fromFork({ shocks: [arrears] });
    const plain = fromFork({});
    while (plain.month < JANUARY + 2) {
      for (const world of [stopped, plain]) stepMonth(world);
      expect(stopped.guarantors.reach).toEqual(plain.guarantors.reach);
      expect(stopped.closed.flows[FLOW.compensation]).toBe(0);
    }
    expect(plain.province.treasurySpent).not.toEqual(stopped.province.treasurySpent);
  });
});
