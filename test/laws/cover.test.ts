// Cover of loans that stand: who asks, when it begins, and that it never begins without a renewed contract.
import { describe, expect, test, vi } from 'vitest';
import { createWorld, DECISION, LOAN, NO_LENDER, spanOf, type World } from '../../sim/index.ts';
import { HUNAN, inputOf, patch, smallProvince } from '../support/small-province.ts';
import { fromFork, runTo } from './worlds.ts';

vi.setConfig({ testTimeout: 60_000 });

const UNTIL = 71;

/** Row of the loan a request is about. */
const rowOf = ({ second }: World, slot: number, isSecond: number): number =>
  isSecond === 1 ? second[slot] : slot;

/** One request of a month. */
interface Request {
  readonly month: number;
  readonly id: number;
  readonly pd: number;
  readonly accepted: boolean;
  /** Of the loan before the guarantor has answered. */
  readonly flags: number;
  readonly coveredBefore: boolean;
  /** Of the enterprise after its loans were serviced. */
  readonly guaranteed: boolean;
  readonly renewed: boolean;
}

/** Requests for cover of standing loans, with the PD of all clients that were read for a new loan against cover. */
function watched(world: World, until: number): { requests: Request[]; newcomers: number[] } {
  const requests: Request[] = [];
  const newcomers: number[] = [];
  let pending: Omit<Request, 'guaranteed' | 'renewed'>[] = [];
  runTo(world, until, (phase) => {
    const { applications: a, enterprises: e } = world;
    const { firstRow, endRow } = spanOf(world, 0);
    if (phase === 'underwrite') {
      for (let row = firstRow; row < firstRow + world.applied[0]; row++)
        if (a.decision[row] === DECISION.quotedIfGuaranteed) newcomers.push(a.pd[row]);
    }
    if (phase === 'guarantee') {
      pending = [];
      for (let row = endRow - world.covers[0]; row < endRow; row++) {
        const loan = rowOf(world, a.enterprise[row], a.second[row]);
        pending.push({
          month: world.month + 1,
          id: e.id[a.enterprise[row]],
          pd: a.pd[row],
          accepted: a.decision[row] === DECISION.approved,
          flags: world.loans.flags[loan],
          coveredBefore: world.loans.guarantor[loan] > 0,
        });
      }
    }
    if (phase === 'service')
      pending.forEach((one, k) => {
        const row = endRow - world.covers[0] + k;
        const loan = rowOf(world, a.enterprise[row], a.second[row]);
        const standing = world.loans.lender[loan] !== NO_LENDER;
        requests.push({
          ...one,
          guaranteed: standing && world.loans.guarantor[loan] > 0,
          renewed: standing && world.loans.left[loan] > 1 && world.loans.arrears[loan] === 0,
        });
      });
  });
  return { requests, newcomers };
}

const { requests, newcomers } = watched(fromFork({}), UNTIL);
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

describe('cover asked for a loan that stands', () => {
  test('is asked for every year, accepted for some and refused to others', () => {
    expect(requests.length).toBeGreaterThan(20);
    expect(new Set(requests.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
  });

  test('concerns loans that are neither secured, shared with a platform nor covered already', () => {
    for (const { flags, coveredBefore } of requests) {
      expect(flags & (LOAN.secured | LOAN.coLent)).toBe(0);
      expect(coveredBefore).toBe(false);
    }
  });

  test('begins with the renewed contract: accepted and renewed is covered, everything else is not', () => {
    for (const { accepted, renewed, guaranteed, id, month } of requests)
      expect({ id, month, guaranteed }).toEqual({ id, month, guaranteed: accepted && renewed });
    expect(requests.filter(({ guaranteed }) => guaranteed).length).toBeGreaterThan(0);
  });

  test('moves weaker clients to guarantors than those who ask for a new loan', () => {
    const moved = requests.filter(({ accepted }) => accepted).map(({ pd }) => pd);
    expect(mean(moved)).toBeGreaterThan(mean(newcomers));
  });

  test('is asked by nobody where no bank may, or where cover is of no part of a loss', () => {
    const lenders = HUNAN.lenders.map((one) => ({ ...one, agreement: 0 as const }));
    const without = watched(createWorld(inputOf({ province: smallProvince({}, { lenders }) })), UNTIL);
    const ofNothing = watched(fromFork({ patches: [patch('riskSplit', { bankShare: 1 })] }), UNTIL);
    expect(without.requests).toEqual([]);
    expect(ofNothing.requests.filter(({ month }) => month > 36)).toEqual([]);
  });
});
