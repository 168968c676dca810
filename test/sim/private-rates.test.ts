// What private lenders ask of whom: the going rate of the place moved by the borrower's own risk, agreed when it borrows.
import { expect, test, vi } from 'vitest';
import { normalCdf } from '../../sim/arithmetic.ts';
import {
  COUNTERS,
  createWorld,
  EVENT,
  FORK_MONTH,
  NO_LENDER,
  stepMonth,
  type World,
} from '../../sim/index.ts';
import { fromFork, runTo } from '../laws/worlds.ts';
import { indexOf } from '../support/index-of.ts';
import { inputOf, patch } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 120_000 });

const PRIVATE = 7;
const NEWCOMER_BELIEFS = 8;

/** A private loan as it was taken: what was agreed, what the place pays, and the PD of who knows all there is to know. */
interface Taken {
  readonly rate: number;
  readonly setting: number;
  readonly going: number;
  readonly pd: number;
}

/** PD read off an index without noise, by the beliefs of private lenders. */
function pdAt({ province, enterprises, input }: World, slot: number, index: number): number {
  const newcomer = enterprises.history[slot] < input.province.parameters['lend.newcomerMonths'][0];
  const k = PRIVATE + (newcomer ? NEWCOMER_BELIEFS : 0);
  const eta = province.fitCeiling[k];
  return normalCdf((province.fitIntercept[k] - eta * index) / Math.sqrt(1 - eta * eta));
}

/** What owners who were short of cash and got no loan borrowed privately in some months after the fork. */
function taken(world: World, months: number, cap = 1): Taken[] {
  const { enterprises: e, atlas, input, now } = world;
  const p = input.province.parameters;
  const found: Taken[] = [];
  let [debt, rate] = [e.privateDebt.slice(), e.privateRate.slice()];
  const until = world.month + months;
  while (world.month < until)
    stepMonth(world, (phase) => {
      if (phase === 'guarantee') [debt, rate] = [e.privateDebt.slice(), e.privateRate.slice()];
      if (phase !== 'ration and disburse') return;
      for (let i = 0; i < world.used; i++) {
        const more = e.privateDebt[i] - debt[i];
        if (e.status[i] !== 1 || more <= 0 || (now.events[i] & EVENT.approved) !== 0) continue;
        const agreed = e.privateRate[i];
        const setting = atlas.setting[e.cell[i]];
        const going = p['private.rate'][setting];
        e.cash[i] -= more;
        e.privateDebt[i] = debt[i];
        e.privateRate[i] = rate[i];
        const pd = pdAt(world, i, indexOf(world, i, more, Math.min(cap, going)));
        e.cash[i] += more;
        e.privateDebt[i] = debt[i] + more;
        e.privateRate[i] = agreed;
        found.push({ rate: agreed / 500, setting, going, pd });
      }
    });
  return found;
}

test('a private lender asks the going rate of the place moved by the risk of the borrower, within its bounds', () => {
  const world = fromFork({});
  const p = world.input.province.parameters;
  const [least, most] = [p['lend.funding'][PRIVATE], p['lend.rateCap'][PRIVATE]];
  const loans = taken(world, 6);
  const odds = (pd: number) => pd / (1 - pd);
  const lost = least + p['lend.lgdUnsecured'][PRIVATE];
  for (const { rate, going, pd } of loans) {
    const asked = going + lost * (odds(pd) - odds(p['private.ordinaryDefault'][0]));
    expect(Math.abs(rate - Math.min(most, Math.max(least, asked)))).toBeLessThan(0.001 + 1e-9);
  }
  const inside = loans.filter(({ rate }) => rate > least && rate < most);
  expect(inside.length).toBeGreaterThan(100);
  expect(new Set(inside.map(({ setting }) => setting)).size).toBe(3);
  const urban = inside.filter(({ setting }) => setting === 0).toSorted((a, b) => a.pd - b.pd);
  const [safe, risky] = [urban[0], urban[urban.length - 1]];
  expect(risky.rate).toBeGreaterThan(safe.rate);
});

test('whoever owes privately at the start pays the going rate of its place', () => {
  const world = createWorld(inputOf({}));
  const { enterprises: e, atlas, input, used } = world;
  const owing = [...e.id.keys()].filter((i) => i < used && e.privateDebt[i] > 0);
  expect(owing.length).toBeGreaterThan(100);
  for (const i of owing)
    expect(e.privateRate[i] / 500).toBe(input.province.parameters['private.rate'][atlas.setting[e.cell[i]]]);
});

test('a rate holds until the enterprise borrows privately again', () => {
  const world = fromFork({});
  const { enterprises: e } = world;
  const before = new Map(Array.from(e.id, (id, i) => [id, [e.privateDebt[i], e.privateRate[i]]]));
  stepMonth(world);
  let held = 0;
  for (const [i, id] of e.id.entries()) {
    const [debt, rate] = before.get(id) ?? [0, 0];
    if (debt === 0 || e.privateDebt[i] > debt || e.privateDebt[i] === 0) continue;
    expect(e.privateRate[i]).toBe(rate);
    held++;
  }
  expect(held).toBeGreaterThan(100);
});

/** Interest of a month on private debt, for those who owe nobody else and could pay: debt, own rate and yuan paid. */
function interestPaid(world: World) {
  const { enterprises: e, loans, second } = world;
  let [debt, cash] = [e.privateDebt.slice(), e.cash.slice()];
  let lender = loans.lender.slice();
  const paid: { debt: number; own: number; interest: number }[] = [];
  stepMonth(world, (phase) => {
    if (phase === 'ration and disburse') {
      [debt, cash] = [e.privateDebt.slice(), e.cash.slice()];
      lender = loans.lender.slice();
    }
    if (phase !== 'service') return;
    for (let i = 0; i < world.used; i++) {
      if (e.status[i] !== 1 || debt[i] === 0 || e.privateArrears[i] > 0) continue;
      if (lender[i] !== NO_LENDER || lender[second[i]] !== NO_LENDER) continue;
      const interest = cash[i] - e.cash[i] - (debt[i] - e.privateDebt[i]);
      paid.push({ debt: debt[i], own: e.privateRate[i] / 500, interest });
    }
  });
  return paid;
}

test('a cap binds on standing debt while it stands: nobody pays more, and who agreed to less pays what was agreed', () => {
  const cap = 0.25;
  const world = fromFork({ patches: [patch('privateRateCap', { cap }, { until: FORK_MONTH + 1 })] });
  const monthly = (debt: number, rate: number) => Math.round((debt * rate) / 12);
  const under = interestPaid(world);
  expect(under.filter(({ own }) => own > cap).length).toBeGreaterThan(50);
  expect(under.filter(({ own }) => own < cap).length).toBeGreaterThan(50);
  for (const { debt, own, interest } of under) expect(interest).toBe(monthly(debt, Math.min(own, cap)));
  const free = interestPaid(world);
  expect(free.filter(({ own }) => own > cap).length).toBeGreaterThan(50);
  for (const { debt, own, interest } of free) expect(interest).toBe(monthly(debt, own));
});

/** Rate at which a private lender breaks even with a borrower of such a PD. */
function breakEvenAt({ input }: World, pd: number): number {
  const p = input.province.parameters;
  return (p['lend.funding'][PRIVATE] + pd * p['lend.lgdUnsecured'][PRIVATE]) / (1 - pd);
}

test('nobody lends privately to who could not carry the dearest rate', () => {
  const world = fromFork({});
  const most = world.input.province.parameters['lend.rateCap'][PRIVATE];
  const loans = taken(world, 6);
  const dearest = Math.max(...loans.map(({ pd }) => breakEvenAt(world, pd)));
  expect(dearest).toBeLessThan(most + 0.001);
  expect(dearest).toBeGreaterThan(most - 0.03);
});

test('under a cap private lenders lend at no more than it, and only where it covers the risk', () => {
  const cap = 0.25;
  const world = fromFork({ patches: [patch('privateRateCap', { cap })] });
  const { 'private.ordinaryDefault': ordinary } = world.input.province.parameters;
  const loans = taken(world, 6, cap);
  for (const { rate, pd } of loans) {
    expect(rate).toBeLessThanOrEqual(cap);
    expect(breakEvenAt(world, pd)).toBeLessThan(cap + 0.001);
  }
  const held = loans.filter(
    ({ going, pd }) => going + breakEvenAt(world, pd) - breakEvenAt(world, ordinary[0]) > cap + 0.001,
  );
  expect(held.length).toBeGreaterThan(20);
  expect(held.length).toBeLessThan(loans.length - 20);
  for (const { rate } of held) expect(rate).toBe(cap);
});

test('the private rate of a place is the mean by yuan of what each pays', () => {
  const world = runTo(fromFork({}), FORK_MONTH + 1);
  const { enterprises: e, counts, used } = world;
  let [yuan, interest] = [0, 0];
  for (let i = 0; i < used; i++) {
    yuan += e.privateDebt[i];
    interest += (e.privateDebt[i] * e.privateRate[i]) / 500;
  }
  const [told, owed] = [counts[COUNTERS.indexOf('privateRateYuan')], counts[COUNTERS.indexOf('private')]];
  expect(owed).toBe(yuan);
  expect(told / owed).toBeCloseTo(interest / yuan, 5);
});
