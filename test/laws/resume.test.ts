import { describe, expect, test, vi } from 'vitest';
import {
  createWorld,
  FORK_MONTH,
  INSTRUMENTS,
  LAYOUT_VERSION,
  restoreWorld,
  type Shock,
  snapshot,
  stepMonth,
} from '../../sim/index.ts';
import { HISTORY, inputOf, patch, smallProvince } from '../support/small-province.ts';
import { differences, forkOf, runTo, sameBytes } from './worlds.ts';

vi.setConfig({ testTimeout: 60_000 });

const END = FORK_MONTH + 14;
const FLOOD: Shock = { kind: 'flood', from: 41, months: 3, severity: 1, scope: { prefectures: [5, 6] } };
const STORY = {
  patches: INSTRUMENTS.map(({ id, pair }) => patch(id, pair.strong, { phaseInMonths: 6 })),
  shocks: [FLOOD],
};

const STOPS = [-1, 0, 10, 11, 12, FORK_MONTH, 42, 47, END - 1];
const straight = createWorld(inputOf(STORY));
const states = new Map([[-1, snapshot(straight)]]);
const counts: Float64Array[] = [];
while (straight.month < END) {
  stepMonth(straight);
  counts.push(straight.counts.slice());
  if (STOPS.includes(straight.month)) states.set(straight.month, snapshot(straight));
}

describe('stopping and resuming equals not stopping', () => {
  test.each(STOPS)('after month %d, in fresh memory', (month) => {
    const resumed = restoreWorld(inputOf(STORY), states.get(month) as Uint8Array);
    expect(resumed.month).toBe(month);
    while (resumed.month < END) {
      stepMonth(resumed);
      expect({ month: resumed.month, same: sameBytes(resumed.counts, counts[resumed.month]) }).toEqual({
        month: resumed.month,
        same: true,
      });
    }
    expect(differences(resumed, straight)).toEqual([]);
  });

  test('after month 12, into a world cut into three', () => {
    const resumed = runTo(restoreWorld(inputOf(STORY), states.get(12) as Uint8Array, { parts: 3 }), END);
    expect(differences(resumed, straight)).toEqual([]);
  });

  test('after every single month of a year', () => {
    let world = restoreWorld(inputOf(STORY), states.get(FORK_MONTH) as Uint8Array);
    while (world.month < 47) world = runTo(restoreWorld(inputOf(STORY), snapshot(world)), world.month + 1);
    expect(sameBytes(snapshot(world), states.get(47) as Uint8Array)).toBe(true);
  });

  test('and the snapshot is a copy: the world that goes on does not reach into it', () => {
    const world = restoreWorld(inputOf(STORY), states.get(10) as Uint8Array);
    const taken = snapshot(world);
    const before = taken.slice();
    stepMonth(world);
    expect(sameBytes(taken, before)).toBe(true);
    expect(sameBytes(snapshot(world), before)).toBe(false);
  });
});

describe('a fork', () => {
  test('equals a straight run with the same policies and shocks', () => {
    const forked = runTo(restoreWorld(inputOf(STORY), forkOf()), END);
    expect(differences(forked, straight)).toEqual([]);
  });

  test('shares the past whatever comes after: the state at 2025-12 is the same in every scenario', () => {
    expect(sameBytes(states.get(FORK_MONTH) as Uint8Array, forkOf())).toBe(true);
  });

  test('does not depend on the policies that history had ended', () => {
    const input = inputOf(STORY);
    const living = input.patches.filter(({ until }) => until > FORK_MONTH);
    expect(HISTORY.every(({ until }) => until <= FORK_MONTH)).toBe(true);
    const forgetful = runTo(restoreWorld({ ...input, patches: living }, forkOf()), END);
    expect(differences(forgetful, runTo(restoreWorld(input, forkOf()), END))).toEqual([]);
  });
});

test('a past is the same, whether its world had room for a scenario or not', () => {
  const roomy = runTo(createWorld(inputOf(STORY)), FORK_MONTH);
  expect(roomy.shape.capacity).toBeGreaterThan(createWorld(inputOf()).shape.capacity);
  expect(sameBytes(snapshot(roomy), forkOf())).toBe(true);
  expect(sameBytes(snapshot(restoreWorld(inputOf(), snapshot(roomy))), forkOf())).toBe(true);
});

describe('a snapshot is refused', () => {
  const bytes = forkOf();

  test('when bytes are missing', () => {
    const half = bytes.slice(0, 1000);
    expect(() => restoreWorld(inputOf(), half)).toThrow(
      new Error(`snapshot does not fit: 1000 bytes, expected ${bytes.length}`),
    );
    expect(() => restoreWorld(inputOf(), new Uint8Array(0))).toThrow(
      new Error('snapshot does not fit: 0 bytes, expected at least 64'),
    );
  });

  test('when it is of another scale', () => {
    const coarse = snapshot(createWorld(inputOf({ scale: 10 })));
    expect(() => restoreWorld(inputOf(), coarse)).toThrow(
      new Error('snapshot of another world: scale 10, expected 1'),
    );
  });

  test('when it holds more than the world has room for', () => {
    const population = inputOf().province.population.map((count) => Math.floor(count / 10));
    expect(() => restoreWorld(inputOf({ province: smallProvince({}, { population }) }), bytes)).toThrow(
      /^snapshot of a larger world: \d+ slots, expected at most \d+$/,
    );
  });

  test('when it is of another scale but as long', () => {
    const tenfold = smallProvince(
      {},
      { population: inputOf().province.population.map((count) => 10 * count) },
    );
    expect(() => restoreWorld(inputOf({ province: tenfold, scale: 10 }), bytes)).toThrow(
      new Error('snapshot of another world: scale 1, expected 10'),
    );
  });

  test('when its layout is another version’s, or it is no snapshot at all', () => {
    const other = bytes.slice();
    other[4] = 77;
    expect(() => restoreWorld(inputOf(), other)).toThrow(
      new Error(`snapshot of another layout: version 77, expected ${LAYOUT_VERSION}`),
    );
    expect(() => restoreWorld(inputOf(), new Uint8Array(bytes.length))).toThrow(
      new Error(`snapshot of another layout: version 0, expected ${LAYOUT_VERSION}`),
    );
  });
});
