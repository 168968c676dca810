import { describe, expect, test, vi } from 'vitest';
import { slotOf } from '../../sim/contracts/second-loans.ts';
import { amountRead, createWorld, REASONS, type World } from '../../sim/index.ts';
import { indexOf } from '../support/index-of.ts';
import { quantileOf } from '../support/reference.ts';
import { everywhere, HUNAN, inputOf, smallProvince } from '../support/small-province.ts';
import { fromFork, runTo, wasRead, worldAt } from './worlds.ts';

vi.setConfig({ testTimeout: 60_000 });

const P = HUNAN.parameters;
const NO_LENDER = 255;
const LENT = 4;
const FULL = REASONS.indexOf('lenderFull');

/** Rows of the loan table that hold a living contract. */
function living(world: World): number[] {
  const { loans, enterprises } = world;
  return Array.from(loans.lender.keys()).filter(
    (row) => loans.lender[row] !== NO_LENDER && enterprises.status[slotOf(world, row)] !== 0,
  );
}

/** The other loan of the same enterprise, or -1. */
function otherLoan(world: World, row: number): number {
  const { loans, second } = world;
  const i = slotOf(world, row);
  const other = row === i ? second[i] : i;
  return loans.lender[other] === NO_LENDER ? -1 : other;
}

describe('a loan', () => {
  test('is written off in time: no arrears outlive the write-off', () => {
    const oldest = 3 + P['lend.writeOffMonths'][0];
    for (const world of [worldAt({}, 30), runTo(fromFork({}), 59)])
      for (const row of living(world)) expect(world.loans.arrears[row]).toBeLessThanOrEqual(oldest);
  });

  test('has some time left, or is overdue', () => {
    const world = runTo(fromFork({}), 47);
    const { left, arrears } = world.loans;
    expect(living(world).filter((row) => left[row] === 0 && arrears[row] === 0)).toEqual([]);
  });

  /** New loans of two years to enterprises that already had one: how they stand with the old one. */
  function secondLoans(): { arrears: number; sameLender: boolean }[] {
    const all: { arrears: number; sameLender: boolean }[] = [];
    const world = fromFork({});
    runTo(world, 59, (phase) => {
      if (phase !== 'ration and disburse') return;
      for (const row of living(world)) {
        const old = otherLoan(world, row);
        if (world.loans.origin[row] !== world.month + 1 || old < 0) continue;
        const { arrears, lender } = world.loans;
        all.push({ arrears: arrears[old], sameLender: lender[old] === lender[row] });
      }
    });
    return all;
  }

  test('is not given to an enterprise behind on its other loan, nor by the lender of its other loan', () => {
    const all = secondLoans();
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(({ arrears, sameLender }) => arrears > 0 || sameLender)).toEqual([]);
  });
});

describe('a lender short of room', () => {
  const tight = smallProvince({ 'lend.growthLimit': everywhere(P['lend.growthLimit'], () => 0.06) });
  const queues: { room: number; served: number[]; ranks: number[]; refused: number[] }[] = [];
  const world = createWorld(inputOf({ province: tight }));
  runTo(world, 11, (phase) => {
    if (phase !== 'ration and disburse') return;
    const { applications: a, lenders, shape } = world;
    const rows = Array.from({ length: world.applied[0] }, (_, row) => row).filter(
      (row) => a.shadow[row] === 0,
    );
    for (let lender = 0; lender < shape.licensed; lender++) {
      const mine = rows.filter((row) => a.lender[row] === lender);
      const [served, refused] = [
        mine.filter((row) => a.decision[row] === LENT),
        mine.filter((row) => a.reason[row] === FULL),
      ];
      if (refused.length === 0) continue;
      const [amounts, ranks] = [served.map((row) => a.amount[row]), served.map((row) => a.key[row])];
      queues.push({
        room: lenders.roomThisMonth[lender],
        served: amounts,
        ranks,
        refused: refused.map((row) => a.key[row]),
      });
    }
  });

  test('serves its best applicants: nobody refused for want of room ranks above somebody served', () => {
    expect(queues.length).toBeGreaterThan(50);
    for (const { ranks, refused } of queues) expect(Math.min(...ranks)).toBeGreaterThan(Math.max(...refused));
  });

  test('passes its room by part of one loan at most, and leaves none unused while somebody waits', () => {
    for (const { room, served, ranks } of queues) {
      const total = served.reduce((sum, yuan) => sum + yuan, 0);
      const last = served[ranks.indexOf(Math.min(...ranks))] ?? 0;
      expect(total - last).toBeLessThan(Math.max(1, room));
      expect(total).toBeGreaterThanOrEqual(room);
    }
  });

  test('ranks no two applicants alike', () => {
    for (const { ranks, refused } of queues)
      expect(new Set([...ranks, ...refused]).size).toBe(ranks.length + refused.length);
  });
});

describe('the luck of an enterprise with a lender', () => {
  const silent = ['lend.tauHistory', 'lend.tauRelation', 'lend.tauPublic', 'lend.tauPlatform'] as const;
  const province = {
    ...HUNAN,
    lenders: HUNAN.lenders.map((one) => ({ ...one, agreement: 0 as const })),
    parameters: {
      ...P,
      ...Object.fromEntries(silent.map((name) => [name, everywhere(P[name], () => 0)])),
      'lend.tauStatements': everywhere(P['lend.tauStatements'], () => 1),
      'lend.effortCost': everywhere(P['lend.effortCost'], () => 1e12),
    },
  };

  interface Luck {
    readonly id: number;
    readonly vintage: number;
    readonly lender: number;
    readonly noise: number;
  }

  /** The noise in a lender's signal, told from the PD it read, where precision is 1 for everybody. */
  function noiseOf(world: World, row: number): number {
    const { applications: a, lenders, province: beliefs } = world;
    const c = lenders.class[a.lender[row]];
    const [t, eta, r] = [beliefs.fitIntercept[c], beliefs.fitCeiling[c], Math.SQRT1_2];
    const signal = (t - quantileOf(a.pd[row]) * Math.sqrt(1 - eta * eta * r * r)) / (eta * r);
    const index = indexOf(world, a.enterprise[row], amountRead(world, row), beliefs.postedRate[c]);
    return (signal - r * index) / Math.sqrt(1 - r * r);
  }

  const lucks: Luck[] = [];
  const world = createWorld(inputOf({ province, scale: 100 }));
  runTo(world, 4, (phase) => {
    if (phase !== 'underwrite') return;
    const { applications: a, enterprises: e } = world;
    for (let row = 0; row < world.applied[0]; row++) {
      const i = a.enterprise[row];
      if (!wasRead(world, row) || a.pd[row] < 1e-5 || a.pd[row] > 0.9) continue;
      lucks.push({ id: e.id[i], vintage: e.vintage[i], lender: a.lender[row], noise: noiseOf(world, row) });
    }
  });
  /** Differences of noise between two readings by one lender. */
  const pairsOf = (alike: (a: Luck, b: Luck) => boolean) =>
    lucks.flatMap((a, k) =>
      lucks
        .slice(k + 1)
        .filter((b) => a.lender === b.lender && alike(a, b))
        .map((b) => Math.abs(a.noise - b.noise)),
    );

  test('is drawn from the standard normal', () => {
    const mean = lucks.reduce((sum, { noise }) => sum + noise, 0) / lucks.length;
    const variance = lucks.reduce((sum, { noise }) => sum + (noise - mean) ** 2, 0) / lucks.length;
    expect(lucks.length).toBeGreaterThan(300);
    expect(variance).toBeGreaterThan(0.7);
    expect(variance).toBeLessThan(1.3);
  });

  test('is met again when it returns in the same vintage', () => {
    const again = pairsOf((a, b) => a.id === b.id && a.vintage === b.vintage);
    expect(again.length).toBeGreaterThan(0);
    for (const gap of again) expect(gap).toBeLessThan(1e-3);
  });

  test('is nobody else’s: neighbours by number in different vintages do not share it', () => {
    const neighbours = pairsOf((a, b) => a.id !== b.id && (a.id ^ a.vintage) === (b.id ^ b.vintage));
    expect(neighbours.length).toBeGreaterThan(0);
    expect(neighbours.filter((gap) => gap < 1e-3)).toEqual([]);
  });
});
