// What guarantors plan by: claims count when loans default, whenever banks call and guarantors pay, and from 2026 on.
import { describe, expect, test } from 'vitest';
import { seedOf } from '../../experiments/seed.ts';
import { DEFAULT_ARREARS } from '../../sim/contracts/loans.ts';
import { createWorld, FORK_MONTH, type Patch, type World } from '../../sim/index.ts';
import { GUARANTOR_ENTRIES, GUARANTOR_ENTRY } from '../../sim/ledger.ts';
import { runTo } from '../laws/worlds.ts';
import { HISTORY, HUNAN, PAST_SHOCKS, patch } from '../support/small-province.ts';

/** As published, before the part that is re-guaranteed. */
const PUBLISHED =
  HUNAN.parameters['start.payoutRate'][0] / (1 - HUNAN.parameters['guarantee.reguaranteeShare'][0]);
const sum = (values: Iterable<number>): number => [...values].reduce((total, one) => total + one, 0);

/** All of Hunan at 1:100, where every month some of the 37 guarantors pay. */
const hunanAt = (month: number, patches: readonly Patch[] = []): World =>
  runTo(
    createWorld({
      province: HUNAN,
      patches: [...HISTORY, ...patches],
      shocks: PAST_SHOCKS,
      seed: seedOf('claims'),
      scale: 100,
    }),
    month,
  );

/** Yuan of the month that guarantors pay themselves, read before the month is closed. */
function paidIn(world: World, until: number): number {
  let paid = 0;
  runTo(world, until, (phase, { open, shape }) => {
    if (phase !== 'support') return;
    for (let g = 0; g < shape.guarantors; g++) {
      const entry = (name: number) => open.guarantors[g * GUARANTOR_ENTRIES.length + name];
      paid += entry(GUARANTOR_ENTRY.payout) - entry(GUARANTOR_ENTRY.reguaranteed);
    }
  });
  return paid;
}

describe('guarantors plan', () => {
  test('by the published rate until 2025, while the books of the model fill, and by what they see afterwards', () => {
    const past = hunanAt(FORK_MONTH);
    expect(new Set(past.guarantors.claimRate)).toEqual(new Set([PUBLISHED]));
    expect(new Set(past.guarantors.payoutRate).size).toBeGreaterThan(1);
    const later = runTo(past, FORK_MONTH + 1);
    expect(new Set(later.guarantors.claimRate).size).toBeGreaterThan(1);
  });

  test('by no more claims when payouts come sooner, in the very month in which they bunch', () => {
    const first = FORK_MONTH + 1;
    const usual = hunanAt(FORK_MONTH);
    const atOnce = hunanAt(FORK_MONTH, [patch('claimsProcedure', { payoutMonths: 0 })]);
    const [paid, paidAtOnce] = [usual, atOnce].map((world) => paidIn(world, first));
    const waiting = sum(usual.guarantors.pending);
    expect(waiting).toBeGreaterThan(0);
    expect(paidAtOnce).toBe(paid + waiting);
    const moved = atOnce.guarantors.claimRate.map((rate, g) =>
      Math.abs(rate - usual.guarantors.claimRate[g]),
    );
    expect(Math.max(...moved)).toBeLessThan(1e-8);
    expect(sum(atOnce.guarantors.pending)).toBe(0);
  });

  test('from the start without claims on loans that were in default long enough to be paid out before', () => {
    const world = hunanAt(0);
    const { loans } = world;
    const arrears = [...loans.guarantor.keys()]
      .filter((row) => loans.guarantor[row] > 0)
      .map((row) => loans.arrears[row]);
    const paidOut = DEFAULT_ARREARS + HUNAN.parameters['guarantee.payoutMonths'][0];
    expect(arrears.length).toBeGreaterThan(100);
    expect(Math.max(...arrears)).toBeLessThanOrEqual(paidOut);
  });
});
