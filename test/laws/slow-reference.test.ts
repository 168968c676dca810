import { describe, expect, test, vi } from 'vitest';
import { INSTRUMENTS, MOVEMENTS, PARAMETERS, SHOCKS, type Shock } from '../../sim/index.ts';
import { sumOf } from '../reference/claims.ts';
import { parting } from '../reference/compare.ts';
import { STORM, STRONG, TINY } from '../reference/everything.ts';
import { balanceOf, MOVEMENTS as SLOW_MOVEMENTS } from '../reference/ledger.ts';
import { LEVER_NAMES, LEVERS, recordOf } from '../reference/levers.ts';
import { isPaidOn, type Loan } from '../reference/loan.ts';
import { lotOf } from '../reference/lots.ts';
import { SLOW_MONTH, type SlowPhase, slowPhases } from '../reference/month.ts';
import { ACTS, ACTS_ELSEWHERE } from '../reference/shocks.ts';
import { startWorld } from '../reference/start.ts';
import type { SlowWorld } from '../reference/world.ts';
import { type Changes, HUNAN, inputOf, patch, type Story } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 120_000 });

const EVERYTHING: Story = { province: TINY, patches: STRONG, shocks: STORM };
/** A lot in which platforms lend with banks, which they hardly do with every lever strong. */
const SHARED = 9;
const BY_LOT: Story = { province: TINY, ...lotOf(SHARED), seed: `lot ${SHARED}` };

describe('a slow engine of plain objects, loops and sorting', () => {
  test('knows every lever, what it varies over, what it is when switched off and where its value stands', () => {
    const levers = INSTRUMENTS.flatMap(({ id, parameters }) =>
      Object.entries(parameters).map(([name, { over, off, record }]) => [
        `${id}.${name}`,
        over,
        off ?? null,
        record,
      ]),
    );
    const known = LEVER_NAMES.map((name) => [name, LEVERS[name][0], LEVERS[name][1], recordOf(name)]);
    expect(known.sort()).toEqual(levers.sort());
  });

  test('knows every shock and every movement of money', () => {
    expect([...Object.keys(ACTS), ...Object.keys(ACTS_ELSEWHERE)].sort()).toEqual(
      SHOCKS.map((one) => one.id).sort(),
    );
    expect(Object.entries(SLOW_MOVEMENTS)).toEqual(MOVEMENTS.map(({ id, from, to }) => [id, [from, to]]));
  });

  test('gives the same bytes as the fast one for eight years as history left them', () => {
    expect(parting(inputOf({ province: TINY }))).toBeNull();
  });

  test('gives the same bytes with every lever strong and every shock at once', () => {
    expect(parting(inputOf(EVERYTHING))).toBeNull();
  });

  test('gives the same bytes with levers and shocks drawn by lot', () => {
    expect(parting(inputOf(BY_LOT), { until: 60 })).toBeNull();
  });

  test('gives the same bytes where guarantors ask everybody for a counter-guarantee, and owners pay', () => {
    const patches = [
      patch('counterGuarantee', { asked: 1 }, { from: 0 }),
      patch('compensation', { rate: 0.8, recoverFirst: 0.6 }, { from: 3 }),
      patch('courtSpeed', { months: 4 }, { from: 10 }),
    ];
    const owed: number[] = [];
    const slowMonth = withFlaw('record', ({ guarantors }) =>
      owed.push(guarantors.reduce((sum, one) => sum + sumOf(one.counterGuaranteed), 0)),
    );
    expect(parting(inputOf({ province: TINY, patches }), { until: 66, slowMonth })).toBeNull();
    expect(owed.filter((yuan, k) => yuan < owed[k - 1]).length, 'months of payment').toBeGreaterThan(0);
  });

  test('gives the same bytes where half of the lenders price alike and a model screens visits', () => {
    const patches = [
      patch('uniformPricing', { share: 0.5 }, { from: 4 }),
      patch('coordinationMechanism', { visits: 0.6, screened: 0.7 }, { from: 8 }),
    ];
    const visited: number[] = [];
    const slowMonth = withFlaw('record', ({ enterprises }) =>
      visited.push(enterprises.filter(({ events }) => events.has('visited')).length),
    );
    expect(parting(inputOf({ province: TINY, patches }), { until: 60, slowMonth })).toBeNull();
    expect(visited.filter((count) => count > 0).length, 'months with visits').toBeGreaterThan(12);
  });

  test('gives the same bytes where the re-guarantor and insurers run out of money', () => {
    const means = { 'reguarantor.means': [60_000], 'insurer.means': [40_000] };
    const province = { ...TINY, parameters: { ...TINY.parameters, ...means } };
    const held: number[] = [];
    const slowMonth = withFlaw('record', ({ means }) => held.push(...Object.values(means)));
    const story = { province, patches: STRONG, shocks: STORM };
    expect(parting(inputOf(story), { until: 60, slowMonth })).toBeNull();
    expect(held.filter((part) => part > 0 && part < 1).length, 'parts of a claim paid').toBeGreaterThan(2);
  });

  test('gives the same bytes where counties’ budgets for compensation run dry and the pool lends', () => {
    const patches = [
      patch('compensation', { pooled: 0.6, clearing: 0.2, recoverFirst: 0.5 }, { from: 30 }),
      patch('compensation', { arrival: 0.7, filingMonths: 5, rate: 0.6 }, { from: 51 }),
      patch('courtSpeed', { months: 4 }, { from: 33 }),
    ];
    const shocks: Shock[] = [{ kind: 'demandFall', from: 38, months: 12, severity: 3, scope: {} }];
    const dry: number[] = [];
    const slowMonth = withFlaw('support', ({ guarantors, month }) => {
      if (month >= 36 && month % 12 < 11) dry.push(guarantors.filter(({ reach }) => reach === 0).length);
    });
    expect(parting(inputOf({ province: TINY, patches, shocks }), { until: 74, slowMonth })).toBeNull();
    expect(Math.max(...dry), 'budgets that are spent').toBeGreaterThan(Math.min(...dry));
  });

  test('gives the same bytes where guarantors stop, cover lapses at maturity and loans they paid on stay bad', () => {
    const parameters = {
      ...TINY.parameters,
      'start.guaranteed': [0.95],
      'start.guarantorAssets': [0.1],
      'start.npl': [0.4],
      'guarantee.minLoan': [10_000],
      'claimsProcedure.payoutMonths': [0],
      'trade.bufferMonths': [0.6],
    };
    const patches = [
      patch('deferral', { share: 1 }, { from: 2 }),
      patch('counterGuarantee', { asked: 1 }, { from: 0 }),
    ];
    const seen = { lapsed: 0, putOff: 0, payable: 0 };
    let covered: Loan[] = [];
    const slowMonth = withFlaw('service', (world) => {
      const standing = world.enterprises.flatMap(({ cash, loans }) =>
        loans.flatMap((loan) => (loan === null ? [] : [{ cash, loan }])),
      );
      for (const { cash, loan } of standing) {
        const renewed = loan.origin === world.month;
        if (covered.includes(loan) && renewed && loan.guarantor === null) seen.lapsed++;
        if (loan.deferred && loan.guarantor?.suspended) seen.putOff++;
        if (isPaidOn(loan) && cash > loan.principal) seen.payable++;
      }
      covered = standing.flatMap(({ loan }) => (loan.guarantor === null ? [] : [loan]));
    });
    const story = { province: { ...TINY, parameters }, patches };
    expect(parting(inputOf(story), { until: 40, slowMonth })).toBeNull();
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(0);
  });

  test('gives the same bytes where links ask for a tax rating and the fund has another size', () => {
    const patches = [
      patch('dataSharing', { sources: 0 }, { from: 0 }),
      patch('bankTax', { coverage: 0.9, unrated: 0.1 }, { from: 3 }),
      patch('fundAllocation', { fund: 4e9 / 500 }, { from: 10 }),
    ];
    expect(parting(inputOf({ province: TINY, patches }), { until: 66 })).toBeNull();
  });

  test('gives the same bytes where one simulated enterprise stands for a thousand', () => {
    expect(parting(inputOf({ province: HUNAN, scale: 1000, shocks: STORM }), { until: 4 })).toBeNull();
  });

  test('keeps double entry by itself and reads every parameter there is', () => {
    const read = new Set<string>();
    for (const [told, until] of [
      [EVERYTHING, 47],
      [BY_LOT, 60],
    ] as const) {
      const { province, ...story } = inputOf(told);
      const parameters = new Proxy(province.parameters, {
        get(values, name) {
          read.add(String(name));
          return Reflect.get(values, name);
        },
      });
      const world = startWorld({ ...story, province: { ...province, parameters } });
      while (world.month < until)
        for (const phase of slowPhases(world, SLOW_MONTH)) expectBalance(world, phase);
    }
    expect(Object.keys(PARAMETERS).filter((name) => !read.has(name))).toEqual([]);
  });
});

/** What enterprises, lenders and guarantors hold is what the ledger says, and all money sums to nothing. */
function expectBalance(world: SlowWorld, phase: string): void {
  let held = 0;
  for (const { cash } of world.enterprises) held += cash;
  expect(held - balanceOf(world, 'enterprises'), `liquidity after ${phase} of month ${world.month}`).toBe(0);
  let sum = 0;
  for (const account of Object.keys(world.ledger.accounts) as (keyof typeof world.ledger.accounts)[])
    sum += balanceOf(world, account);
  expect(sum, `money after ${phase} of month ${world.month}`).toBe(0);
}

/** The phases of the slow month with one of them followed by something that should not be, or by a look. */
const withFlaw = (phase: string, flaw: (world: SlowWorld) => void): SlowPhase[] =>
  SLOW_MONTH.map((one) =>
    one.name === phase
      ? {
          name: phase,
          run: (world) => {
            one.run(world);
            flaw(world);
          },
        }
      : one,
  );

describe('the comparison', () => {
  test('names the month, the phase, who and what differs, with both values', () => {
    const slowMonth = withFlaw('support', (world) => {
      if (world.month === 14) world.lenders[3].cash += 1;
    });
    const found = parting(inputOf({ province: TINY }), { slowMonth, until: 16 });
    expect(found).toMatchObject({
      month: '2024-03',
      phase: 'support',
      entity: `lender ${HUNAN.lenders[3].id}`,
      field: 'cash',
    });
    expect(Number(found?.slow) - Number(found?.fast)).toBe(1);
  });

  const PLANTED: readonly (readonly [string, keyof Changes, string])[] = [
    ['a drawing rate', 'trade.drawRate', 'trade'],
    ['a learning step', 'apply.beliefLearning', 'start'],
    ['a price of effort', 'lend.effortCost', 'ration and disburse'],
    ['a spread of recoveries', 'lend.recovery', 'settle'],
    ['a rate of entry', 'turnover.entry', 'turnover'],
  ];

  test.each(PLANTED)(
    'notices %s one part in twenty too high, and where it acts',
    (_what, parameter, phase) => {
      const input = inputOf({ province: TINY });
      const values = TINY.parameters[parameter].map((value) => value * 1.05);
      const parameters = { ...TINY.parameters, [parameter]: values };
      const slowInput = { ...input, province: { ...TINY, parameters } };
      expect(parting(input, { slowInput })).toMatchObject({ phase });
    },
  );

  test('notices applicants who are served without regard to their score', () => {
    const slowMonth = withFlaw('underwrite', ({ applications }) => {
      for (const one of applications) one.score = 0;
    });
    expect(parting(inputOf({ province: TINY }), { slowMonth })).toMatchObject({
      phase: 'ration and disburse',
    });
  });
});
