// A flood takes what a farm has already spent, and insurance gives part of it back.
import { describe, expect, test, vi } from 'vitest';
import { EVENT, STATUS, TRAIT } from '../../sim/agents/enterprises.ts';
import {
  FORK_MONTH,
  type Patch,
  type ProvinceInput,
  SECTORS,
  type Shock,
  stepMonth,
  type World,
} from '../../sim/index.ts';
import { fromFork } from '../laws/worlds.ts';
import { patch, smallProvince } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 60_000 });

const FARM = SECTORS.indexOf('agriculture');
const LAKE = [5, 6];
const FLOOD: Shock = { kind: 'flood', from: 41, months: 3, severity: 1, scope: { prefectures: LAKE } };

/** The world in the first flooded month. */
function flooded(
  patches: readonly Patch[],
  shocks: readonly Shock[] = [FLOOD],
  province?: ProvinceInput,
): World {
  const world = fromFork({ patches, shocks, ...(province ? { province } : {}) });
  while (world.month < 41) stepMonth(world);
  return world;
}

/** Cash of the enterprises of low ground at the lake, farms or others, over their normal sales. */
function cashOf(world: World, farms: boolean): number {
  const { enterprises: e, atlas } = world;
  let cash = 0;
  let sales = 0;
  e.status.forEach((status, i) => {
    const cell = e.cell[i];
    if (status !== STATUS.active || (e.traits[i] & TRAIT.floodplain) === 0) return;
    if (!LAKE.includes(atlas.prefecture[cell]) || (atlas.sector[cell] === FARM) !== farms) return;
    cash += e.cash[i];
    sales += e.scale[i];
  });
  return cash / sales;
}

describe('in the first month of a flood', () => {
  test('insured farms of the lake keep more cash than the uninsured', () => {
    const [without, insured] = [0, 1].map((coverage) =>
      flooded([patch('interruptionInsurance', { coverage, payout: 0.7 }, { from: 41 })]),
    );
    expect(cashOf(insured, true)).toBeGreaterThan(cashOf(without, true));
    expect(cashOf(insured, false)).toBe(cashOf(without, false));
  });

  test('insured shops and workshops of the lake keep more cash than the uninsured', () => {
    const [without, insured] = [0, 1].map((coverage) =>
      flooded([patch('partnerInsurance', { coverage, payout: 0.5 }, { from: 41 })]),
    );
    expect(cashOf(insured, false)).toBeGreaterThan(cashOf(without, false));
    expect(cashOf(insured, true)).toBe(cashOf(without, true));
  });

  test('the insured are those that were paid', () => {
    const { now, enterprises: e } = flooded([
      patch('interruptionInsurance', { coverage: 1, payout: 0.7 }, { from: 41 }),
    ]);
    const paid = (event: number) =>
      now.events.filter((events, i) => e.status[i] === STATUS.active && (events & event) !== 0).length;
    expect(paid(EVENT.compensated)).toBeGreaterThan(0);
    expect(paid(EVENT.compensated)).toBeLessThanOrEqual(paid(EVENT.flooded));
  });

  test('farms that had spent more before the water came lose more', () => {
    const [none, half, most] = [0, 0.5, 1].map((sunk) =>
      cashOf(flooded([], [FLOOD], smallProvince({ 'flood.sunk': new Array(8).fill(sunk) })), true),
    );
    expect(half).toBeLessThan(none);
    expect(most).toBeLessThan(half);
    expect(FORK_MONTH).toBeLessThan(FLOOD.from);
  });
});
