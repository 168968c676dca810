// Owners count on the subsidies they will have, and on no others.
import { describe, expect, test } from 'vitest';
import { formalDebt, openClaiming, subsidyHoped } from '../../sim/claiming.ts';
import { EVENT, FORK_MONTH, STATUS, type World } from '../../sim/index.ts';
import { fromFork, runTo } from '../laws/worlds.ts';
import { patch } from '../support/small-province.ts';

/** Money for the year arrives with the month's claims. */
const JANUARY = FORK_MONTH + 1;

/** Enterprises in order with their month's luck: who is paid, and what each counts on for what it owes. */
function month(world: World): { paid: boolean; counted: number; owes: number }[] {
  const claiming = openClaiming(world);
  const { enterprises: e, loans, second } = world;
  const slots = [...e.status.keys()].filter(
    (i) => e.status[i] === STATUS.active && loans.arrears[i] === 0 && loans.arrears[second[i]] === 0,
  );
  const hoped = slots.map((i) => [i, formalDebt(world, i)] as const);
  const counted = new Map(hoped.map(([i, debt]) => [i, subsidyHoped(claiming, i, debt)]));
  return slots.map((i) => ({
    paid: (world.now.events[i] & EVENT.subsidised) !== 0,
    counted: counted.get(i) ?? 0,
    owes: formalDebt(world, i),
  }));
}

/** The month after a year, seen when treasuries have paid. */
function seen(patches: Parameters<typeof fromFork>[0]['patches'] = []) {
  const world = fromFork({ patches });
  let found: ReturnType<typeof month> = [];
  runTo(world, FORK_MONTH + 6, (phase) => {
    if (phase === 'support') found = month(world);
  });
  return found;
}

describe('an owner counts on a subsidy', () => {
  const all = seen();

  test('whenever one is paid', () => {
    const paid = all.filter((one) => one.paid);
    expect(paid.length).toBeGreaterThan(50);
    for (const { counted } of paid) expect(counted).toBeGreaterThan(0);
  });

  test('only if it will claim one: most do not', () => {
    const borrowers = all.filter(({ owes }) => owes > 0);
    const counting = borrowers.filter(({ counted }) => counted > 0);
    expect(counting.length / borrowers.length).toBeLessThan(0.5);
    expect(counting.length).toBeGreaterThan(0);
  });

  test('more often where treasuries find who is owed one by themselves', () => {
    const part = (answers: typeof all) =>
      answers.filter(({ counted }) => counted > 0).length / answers.length;
    const found = seen([patch('smartSubsidy', { automatic: 1 })]);
    expect(part(found)).toBeGreaterThan(2 * part(all));
  });

  test('not at all without one', () => {
    const none = seen([patch('interestSubsidy', { points: 0 })]);
    expect(none.every(({ counted }) => counted === 0)).toBe(true);
  });
});

describe('green subsidies', () => {
  test('come out of the purse all subsidies are paid from: an empty one pays nothing', () => {
    const world = fromFork({ patches: [patch('carbonPricing', { share: 1, subsidy: 0.02 })] });
    let paid = 0;
    let claimed = 0;
    runTo(world, FORK_MONTH + 6, (phase) => {
      if (phase === 'settle') world.province.subsidyLeft.fill(0);
      if (phase !== 'support' || world.month + 1 === JANUARY) return;
      paid += world.now.events.filter((events) => (events & EVENT.subsidised) !== 0).length;
      claimed += world.province.subsidyClaimed.reduce((sum, yuan) => sum + yuan, 0);
    });
    expect(claimed).toBeGreaterThan(0);
    expect(paid).toBe(0);
  });
});
