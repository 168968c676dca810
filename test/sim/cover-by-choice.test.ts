// Cover of new loans: who takes it, for what, and what a guarantor's no leaves.
import { describe, expect, test, vi } from 'vitest';
import {
  DECISION,
  FORK_MONTH,
  MOVEMENTS,
  type Patch,
  REASONS,
  stepMonth,
  type World,
} from '../../sim/index.ts';
import { fromFork, runTo } from '../laws/worlds.ts';
import { type Changes, HUNAN, patch, smallProvince } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 120_000 });

const UNTIL = FORK_MONTH + 18;

/** What became of an application for which its bank asked cover. */
interface Brought {
  readonly eitherWay: boolean;
  readonly pd: number;
  readonly asked: number;
  readonly quoted: number;
  /** Part of a loss the bank leaves to others, and the most it lends without collateral or cover. */
  readonly counted: number;
  readonly most: number;
  readonly taken: boolean;
  readonly reason: string;
  readonly amount: number;
  readonly guaranteed: boolean;
}

interface Setting {
  readonly patches?: readonly Patch[];
  readonly values?: Changes;
}

function watched({ patches = [], values = {} }: Setting): Brought[] {
  const world: World = fromFork({ patches, province: smallProvince(values) });
  const all: Brought[] = [];
  const limits = world.input.province.parameters['lend.maxLoan'];
  let brought: { row: number; pd: number; quoted: number; counted: number }[] = [];
  runTo(world, UNTIL, (phase) => {
    const { applications: a } = world;
    if (phase === 'underwrite') {
      brought = [];
      for (let row = 0; row < world.applied[0]; row++)
        if (a.decision[row] === DECISION.quotedIfGuaranteed && a.shadow[row] === 0)
          brought.push({ row, pd: a.pd[row], quoted: a.amount[row], counted: a.counted[row] });
    }
    if (phase === 'guarantee')
      for (const { row, pd, quoted, counted } of brought)
        all.push({
          eitherWay: a.eitherWay[row] === 1,
          pd,
          asked: a.asked[row],
          quoted,
          counted,
          most: limits[world.lenders.class[a.lender[row]]],
          taken: a.decision[row] === DECISION.quoted,
          reason: REASONS[a.reason[row]],
          amount: a.amount[row],
          guaranteed: a.decision[row] === DECISION.quoted && a.guarantor[row] > 0,
        });
  });
  return all;
}

const usual = watched({});
const safe = usual.filter((one) => one.eitherWay);
const doubtful = usual.filter((one) => !one.eitherWay);
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

describe('cover of new loans', () => {
  test('is asked for clients the bank would lend to anyway, and for others', () => {
    expect(safe.length).toBeGreaterThan(20);
    expect(doubtful.length).toBeGreaterThan(20);
  });

  test('is asked for safer clients where the bank would lend anyway', () => {
    expect(mean(safe.map(({ pd }) => pd))).toBeLessThan(mean(doubtful.map(({ pd }) => pd)));
  });

  test('opens as much as leaves the bank no more to bear than a loan without it', () => {
    for (const { asked, quoted, counted, most } of usual)
      expect(Math.abs(quoted - Math.min(asked, most / (1 - counted)))).toBeLessThan(2);
    const cut = usual.filter((one) => one.quoted < one.asked);
    expect(cut.length).toBeGreaterThan(0);
    expect(cut.length).toBeLessThan(usual.length);
  });

  test('leaves those whom the bank lends to anyway their loan where the guarantor says no', () => {
    const refused = safe.filter(({ guaranteed }) => !guaranteed);
    expect(refused.length).toBeGreaterThan(5);
    for (const { taken, reason, amount, asked } of refused) {
      expect(taken).toBe(true);
      expect(reason).not.toBe('none');
      expect(amount).toBeLessThanOrEqual(asked);
    }
    for (const { taken, guaranteed } of doubtful) expect(taken).toBe(guaranteed);
  });

  test('is asked less where papers cost more, and hardly then for those the bank lends to anyway', () => {
    const dear = watched({ values: { 'lend.coverPapers': [15_000] } });
    const part = (all: readonly Brought[]) => all.filter((one) => one.eitherWay).length / all.length;
    expect(dear.length).toBeLessThan(usual.length);
    expect(part(dear)).toBeLessThan(part(usual));
  });

  test('is asked for fewer clients the bank lends to anyway where little is covered', () => {
    const little = watched({ patches: [patch('riskSplit', { bankShare: 0.8 })] });
    expect(little.filter((one) => one.eitherWay).length).toBeLessThan(safe.length);
  });

  test('even in full takes in nobody whose bad loan would cost more, whoever pays, than the bank accepts', () => {
    const full = patch('riskSplit', { bankShare: 0 });
    const highest = (cost: number) =>
      Math.max(...watched({ patches: [full], values: { 'lend.badLoanCost': [cost] } }).map(({ pd }) => pd));
    const cutoff = Math.max(...HUNAN.parameters['lend.cutoff']);
    const [low, high] = [highest(0.3), highest(0.02)];
    expect(low).toBeLessThan(high);
    expect(low).toBeLessThanOrEqual((cutoff * (0.7 + 0.3)) / 0.3);
  });
});

test('a guarantee costs its yearly fee for every month of the term that begins, on the day', () => {
  const world = fromFork({});
  const { loans, input } = world;
  const [yearly] = input.province.parameters['guarantee.fee'];
  const flow = MOVEMENTS.findIndex(({ id }) => id === 'guaranteeFee');
  const terms = new Set<number>();
  let [due, paid] = [0, 0];
  let before = loans.origin.slice();
  const begun = () => {
    for (const [row, origin] of loans.origin.entries())
      if (origin === world.month + 1 && origin !== before[row] && loans.guarantor[row] > 0) {
        due += Math.round((loans.principal[row] * yearly * loans.left[row]) / 12);
        terms.add(loans.left[row]);
      }
    before = loans.origin.slice();
  };
  while (world.month < FORK_MONTH + 6) {
    stepMonth(world, (phase) => {
      if (phase === 'ration and disburse' || phase === 'service') begun();
    });
    paid += world.closed.flows[flow];
  }
  expect(paid).toBe(due);
  expect(terms.size).toBeGreaterThan(1);
});
