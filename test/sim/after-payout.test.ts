// What a guarantor's payout leaves: a bad record, a loan that is not cured, and a loss no treasury pays twice.
import { describe, expect, test, vi } from 'vitest';
import { FORK_MONTH, NO_LENDER, type Patch, underGuarantee, type World } from '../../sim/index.ts';
import { GUARANTOR_ENTRIES, GUARANTOR_ENTRY } from '../../sim/ledger.ts';
import { fromFork, runTo } from '../laws/worlds.ts';
import { patch } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 60_000 });

const UNTIL = FORK_MONTH + 36;
/** By then courts have ruled on what guarantors paid before the fork. */
const SETTLED = FORK_MONTH + 14;

const slotOf = ({ second }: World, row: number): number => (row < second.length ? row : second.indexOf(row));

/** Rows of loans on which a guarantor has paid and something is left. */
const paidOn = ({ loans }: World): number[] =>
  [...loans.lender.keys()].filter(
    (row) => loans.lender[row] !== NO_LENDER && loans.guarantor[row] === 0 && underGuarantee(loans, row),
  );

describe('after a payout', () => {
  const world = fromFork({});
  const cured: number[] = [];
  const clean: number[] = [];
  let paid: number[] = [];
  let seen = 0;
  runTo(world, UNTIL, (phase) => {
    const { loans, enterprises: e } = world;
    if (phase === 'service')
      cured.push(...paid.filter((row) => loans.lender[row] !== NO_LENDER && loans.arrears[row] === 0));
    if (phase !== 'settle') return;
    const before = new Set(paid);
    paid = paidOn(world);
    const fresh = paid.filter((row) => !before.has(row));
    seen += fresh.length;
    clean.push(...fresh.filter((row) => e.bad[slotOf(world, row)] === 0));
  });

  test('happens often enough to tell', () => expect(seen).toBeGreaterThan(20));

  test('the record of the borrower is bad', () => expect(clean).toEqual([]));

  test('what is left of the loan is never cured', () => expect(cured).toEqual([]));
});

describe('a treasury that pays everything at once', () => {
  /** What guarantors paid out themselves, and what treasuries were asked for, yuan over the years. */
  function sums(patches: readonly Patch[]): { paidOut: number; due: number; stoodGood: number } {
    const world = fromFork({ patches });
    const sum = { paidOut: 0, due: 0, stoodGood: 0 };
    runTo(world, UNTIL, (phase) => {
      if (phase !== 'support' || world.month + 1 < SETTLED) return;
      for (let g = 0; g < world.shape.guarantors; g++) {
        const entry = (name: number) => world.open.guarantors[g * GUARANTOR_ENTRIES.length + name];
        sum.paidOut += entry(GUARANTOR_ENTRY.payout) - entry(GUARANTOR_ENTRY.reguaranteed);
        sum.due += entry(GUARANTOR_ENTRY.compensationDue);
        sum.stoodGood += entry(GUARANTOR_ENTRY.counterGuaranteed);
      }
    });
    return sum;
  }
  const atOnce = patch('compensation', { rate: 1, arrival: 1, recoverFirst: 0, filingMonths: 0 });
  const recovery = fromFork({}).input.province.parameters['guarantee.recovery'][0];

  test('owes what courts will not bring back, and no more', () => {
    const { paidOut, due } = sums([atOnce]);
    expect(paidOut).toBeGreaterThan(0);
    expect(due / (paidOut * (1 - recovery))).toBeCloseTo(1, 1);
  });

  test('owes nothing that a counter-guarantor owes', () => {
    const { paidOut, due, stoodGood } = sums([atOnce, patch('counterGuarantee', { asked: 1 })]);
    expect(stoodGood).toBeGreaterThan(0);
    expect((due + stoodGood) / (paidOut * (1 - recovery))).toBeCloseTo(1, 1);
  });
});
