// Counter-guarantees: whom guarantors ask, who is left out, and that every promised yuan is paid or still owed.
import { describe, expect, test, vi } from 'vitest';
import { STATUS } from '../../sim/agents/enterprises.ts';
import { auditLedger, auditLimits } from '../../sim/audit.ts';
import { DECISION, REASON } from '../../sim/contracts/applications.ts';
import { COUNTER_GUARANTOR } from '../../sim/contracts/backing.ts';
import { sumFrom } from '../../sim/contracts/claims.ts';
import { openCounterGuarantees, STANDING_GOOD, standsGood } from '../../sim/counter-guarantee.ts';
import { FORK_MONTH, type Patch, stepMonth, type World } from '../../sim/index.ts';
import { FLOW, GUARANTOR_ENTRIES, GUARANTOR_ENTRY } from '../../sim/ledger.ts';
import { fromFork, runTo } from '../laws/worlds.ts';
import { patch } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 60_000 });

const asking = (asked: number, more: readonly Patch[] = []): World =>
  fromFork({ patches: [patch('counterGuarantee', { asked }), ...more] });

/** Slots whose owners say so much when they are asked, of those active. */
function saying(world: World, answer: number): number[] {
  const counter = openCounterGuarantees(world);
  const { status } = world.enterprises;
  return Array.from(status.keys()).filter(
    (i) => status[i] === STATUS.active && standsGood(counter, i) === answer,
  );
}

describe('a guarantor', () => {
  const [few, many] = [0.3, 0.7].map((asked) => runTo(asking(asked), FORK_MONTH + 1));

  test('that asks more enterprises for a counter-guarantee asks those it asked before, and others', () => {
    for (const answer of [STANDING_GOOD.given, STANDING_GOOD.lacking]) {
      const asked = new Set(saying(many, answer));
      const before = saying(few, answer);
      expect(before.length).toBeGreaterThan(0);
      expect(before.filter((i) => !asked.has(i))).toEqual([]);
      expect(asked.size).toBeGreaterThan(before.length);
    }
  });

  test('finds more larger owners with something to offer, as assumed', () => {
    const { atlas, enterprises: e, input } = many;
    const bySize = input.province.parameters['counterGuarantee.offered'].map((_, size) => {
      const of = (answer: number) =>
        saying(many, answer).filter((i) => atlas.size[e.cell[i]] === size).length;
      return of(STANDING_GOOD.given) / (of(STANDING_GOOD.given) + of(STANDING_GOOD.lacking));
    });
    input.province.parameters['counterGuarantee.offered'].slice(0, 2).forEach((expected, size) => {
      expect(Math.abs(bySize[size] - expected)).toBeLessThan(0.03);
    });
  });

  test('refuses who is asked and has nothing, stands behind who gives one, and asks nobody it takes in a batch', () => {
    const world = asking(1, [patch('batchGuarantee', { share: 0.5 })]);
    const seen = { lacking: 0, given: 0, batched: 0 };
    while (world.month < FORK_MONTH + 18) {
      stepMonth(world);
      const { applications: a } = world;
      const counter = openCounterGuarantees(world);
      for (let row = 0; row < world.applied[0]; row++) {
        const said = standsGood(counter, a.enterprise[row]);
        if (a.reason[row] === REASON.noCounterGuarantee) {
          expect(said).toBe(STANDING_GOOD.lacking);
          seen.lacking++;
        }
        if (a.decision[row] !== DECISION.disbursed || a.guarantor[row] === 0) continue;
        if (a.backer[row] !== COUNTER_GUARANTOR) seen.batched++;
        else {
          expect(said).toBe(STANDING_GOOD.given);
          seen.given++;
        }
      }
    }
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
  });
});

test('every yuan owners promised is paid to the guarantor or still owed, and none beside', () => {
  const world = asking(1, [patch('courtSpeed', { months: 4 })]);
  let [promised, paid] = [0, 0];
  while (world.month < FORK_MONTH + 60) {
    stepMonth(world);
    expect(auditLedger(world).breaches).toEqual([]);
    expect(auditLimits(world)).toEqual([]);
    paid += world.closed.flows[FLOW.counterGuarantee];
    for (let g = 0; g < world.shape.guarantors; g++)
      promised += world.closed.guarantors[g * GUARANTOR_ENTRIES.length + GUARANTOR_ENTRY.counterGuaranteed];
  }
  let owed = 0;
  for (let g = 0; g < world.shape.guarantors; g++) owed += sumFrom(world.claims.counterGuaranteed, g, 0);
  expect(paid).toBeGreaterThan(0);
  expect(owed).toBeGreaterThan(0);
  expect(promised).toBe(paid + owed);
});
