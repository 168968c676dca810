// Cover of loans that stand: who asks, when it begins, and that it never begins without a renewed contract.
import { describe, expect, test, vi } from 'vitest';
import { DECISION, LOAN, spanOf, type World } from '../../sim/index.ts';
import { HUNAN, inputOf, patch, type Story, smallProvince } from '../support/small-province.ts';
import { fromFork, runTo, worldAt } from './worlds.ts';

vi.setConfig({ testTimeout: 60_000 });

const UNTIL = 71;
const SLUMP: Story = {
  shocks: [{ kind: 'demandFall', from: 36, months: 24, severity: 1, scope: {} }],
};

/** One request of a month. */
interface Request {
  readonly month: number;
  readonly id: number;
  readonly pd: number;
  readonly accepted: boolean;
  /** Of the loan before the guarantor has answered. */
  readonly flags: number;
  readonly guarantedBefore: boolean;
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
          guarantedBefore: world.loans.guarantor[loan] > 0,
        });
      }
    }
    if (phase === 'service')
      pending.forEach((one, k) => {
        const row = endRow - world.covers[0] + k;
        const loan = rowOf(world, a.enterprise[row], a.second[row]);
        const standing = loan >= 0 && world.loans.lender[loan] !== 255;
        requests.push({
          ...one,
          guaranteed: standing && world.loans.guarantor[loan] > 0,
          renewed: standing && world.loans.left[loan] > 1 && world.loans.arrears[loan] === 0,
        });
      });
  });
  return { requests, newcomers };
}
