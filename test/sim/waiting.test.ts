// Waiting: what a queue does to a file, whom busy lenders keep waiting, and who cannot wait for money that is granted.
import { describe, expect, test, vi } from 'vitest';
import { delayMonths } from '../../sim/decisions/delay.ts';
import { fileTime, remembered, timesUsual, timeWithin } from '../../sim/decisions/queue.ts';
import { DECISION, FORK_MONTH, snapshot, stepMonth, type World } from '../../sim/index.ts';
import { engineWith } from '../laws/taken-apart.ts';
import { fromFork, runTo } from '../laws/worlds.ts';
import { evenly, simpson } from '../support/reference.ts';
import { inputOf, patch } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 120_000 });

/** A small generator for the test's own queue, apart from the engine's draws (Park and Miller). */
function* luck(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 48271) % 2147483647;
    yield state / 2147483647;
  }
}

/** Mean time in a queue with one server, by Lindley's recursion: chance gaps of mean 1 / `use`, chance work of mean 1. */
function simulatedQueue(use: number, files: number): number {
  const draws = luck(7);
  const exponential = (mean: number) => -mean * Math.log(draws.next().value as number);
  let [wait, sum] = [0, 0];
  for (let k = 0; k < files; k++) {
    const work = exponential(1);
    sum += wait + work;
    wait = Math.max(0, wait + work - exponential(1 / use));
  }
  return sum / files;
}

describe('a queue', () => {
  test('takes as long as files of chance length that come by chance do, over its time at the usual load', () => {
    const usual = simulatedQueue(0.5, 400_000);
    for (const load of [0.6, 1.2, 1.5])
      expect(timesUsual(load, 0.5, 0.95) / (simulatedQueue(0.5 * load, 400_000) / usual)).toBeCloseTo(1, 1);
  });

  test('is never longer than at its fullest, and none where nobody is busy', () => {
    expect(timesUsual(3, 0.7, 0.95)).toBeCloseTo(0.3 / 0.05, 12);
    for (const load of [0, 0.5, 1, 9]) expect(timesUsual(load, 0, 0.95)).toBe(1);
    expect(timesUsual(1, 0.7, 0.95)).toBe(1);
  });

  test('gives files times that are exponential around their mean', () => {
    const draws = evenly(0.5 / 20_000, 1 - 0.5 / 20_000, 20_000);
    const times = draws.map((u) => fileTime(9, u));
    expect(times.reduce((sum, days) => sum + days, 0) / times.length).toBeCloseTo(9, 2);
    const beyond = times.filter((days) => days > 18).length / times.length;
    expect(beyond).toBeCloseTo(Math.exp(-2), 3);
  });

  test('that has to answer within a limit takes as long in the mean as the shorter of both', () => {
    for (const [mean, limit] of [
      [9, 30],
      [9, 3],
      [4.2, 12],
    ]) {
      const density = (days: number) => (Math.min(days, limit) * Math.exp(-days / mean)) / mean;
      const reference = simpson(density, 0, limit, 4000) + simpson(density, limit, limit + 60 * mean, 40_000);
      expect(Math.abs(timeWithin(mean, limit) - reference)).toBeLessThan(1e-9);
    }
  });

  test('is remembered as a plain mean first, then with less weight on what is long ago', () => {
    let value = 0;
    for (const [k, now] of [3, 5, 10].entries()) value = remembered(value, now, k + 1, 6);
    expect(value).toBeCloseTo(6, 12);
    expect(remembered(6, 12, 40, 6)).toBeCloseTo(7, 12);
  });
});

/** Files that were asked for in a world's last month, by enterprise. */
function files({ applications: a, applied, enterprises: e }: World) {
  return Array.from({ length: applied[0] }, (_, row) => ({
    id: e.id[a.enterprise[row]],
    row,
    days: a.days[row],
    shadow: a.shadow[row] === 1,
    decision: a.decision[row],
  }));
}

describe('a lender class with more files than it is staffed for', () => {
  /** The month after the fork where rural banks have had `load` times their usual files. */
  const withLoad = (load: number): World => {
    const world = fromFork({});
    const rural = 3;
    world.province.filesLately[rural] = load * world.province.filesUsually[rural];
    return runTo(world, FORK_MONTH + 1);
  };
  const [usual, busy] = [1, 1.2].map(withLoad);
  const daysOf = (world: World, lenderClass: number) =>
    new Map(
      files(world)
        .filter(({ row }) => world.lenders.class[world.applications.reader[row]] === lenderClass)
        .map(({ id, days }) => [id, days]),
    );
  const common = (lenderClass: number): [number, number][] => {
    const after = daysOf(busy, lenderClass);
    return [...daysOf(usual, lenderClass)].flatMap(([id, days]) => {
      const other = after.get(id);
      return other === undefined ? [] : [[days, other] as [number, number]];
    });
  };

  test('keeps each of its files longer, and other lenders theirs as long as before', () => {
    const rural = common(3);
    expect(rural.length).toBeGreaterThan(10);
    for (const [before, after] of rural) expect(after).toBeGreaterThan(before);
    const state = common(0);
    expect(state.length).toBeGreaterThan(5);
    for (const [before, after] of state) expect(after).toBe(before);
  });

  test('is asked by fewer, since owners count the days', () => {
    const askers = (load: number): number => {
      let asked = 0;
      for (const seed of ['law', 'levers-1', 'levers-2']) {
        const world = fromFork({ seed });
        const { filesLately, filesUsually } = world.province;
        filesUsually.forEach((usually, c) => {
          filesLately[c] = load * usually;
        });
        runTo(world, FORK_MONTH + 1);
        asked += files(world).filter(({ shadow }) => !shadow).length;
      }
      return asked;
    };
    expect(askers(1.4)).toBeLessThan(askers(1));
  });

  test('is staffed for them after some years', () => {
    const world = runTo(fromFork({ patches: [patch('firstLoanList', { contacts: 0.8 })] }), FORK_MONTH + 48);
    const load = (at: World, c: number) => at.province.filesLately[c] / at.province.filesUsually[c];
    const early = runTo(fromFork({ patches: [patch('firstLoanList', { contacts: 0.8 })] }), FORK_MONTH + 8);
    expect(load(early, 3)).toBeGreaterThan(1.04);
    expect(Math.abs(load(world, 3) - 1)).toBeLessThan(load(early, 3) - 1);
  });
});

describe('money that is granted', () => {
  /** Whose private debt rises in the month `world` is about to run, and whose loan is paid out in it. */
  function month(step: (world: World) => void, world: World) {
    const { enterprises: e } = world;
    const before = new Map(Array.from(e.id, (id, i) => [id, e.privateDebt[i]]));
    step(world);
    const more = Array.from(e.id.keys()).filter((i) => e.privateDebt[i] > (before.get(e.id[i]) ?? Infinity));
    const paid = files(world).filter(({ decision }) => decision === DECISION.disbursed);
    return { turned: new Set(more.map((i) => e.id[i])), paid: new Set(paid.map(({ id }) => id)) };
  }

  test('and comes late leaves some to private lenders who would have waited for it, and comes all the same', async () => {
    const prompt = await engineWith([
      { module: '../../sim/decisions/delay.ts', replace: () => ({ delayMonths: () => 0 }) },
    ]);
    const world = fromFork({});
    let turnedAway = 0;
    for (let k = 0; k < 24; k++) {
      const twin = prompt.restoreWorld(inputOf({}), snapshot(world), { dimensions: [] });
      const late = month(stepMonth, world);
      const inTime = month(prompt.stepMonth, twin);
      expect([...inTime.paid]).toEqual([...late.paid]);
      expect([...inTime.turned].filter((id) => !late.turned.has(id))).toEqual([]);
      const only = [...late.turned].filter((id) => !inTime.turned.has(id));
      for (const id of only) expect(late.paid.has(id)).toBe(true);
      turnedAway += only.length;
    }
    expect(turnedAway).toBeGreaterThan(2);
  });

  test('comes late for as many as the days are of a month', () => {
    const draws = evenly(0.5 / 1000, 1 - 0.5 / 1000, 1000);
    expect(draws.filter((u) => delayMonths(9, u) > 0)).toHaveLength(300);
    expect(draws.every((u) => delayMonths(31, u) > 0)).toBe(true);
  });
});
