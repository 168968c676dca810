/** Loans that move at maturity: to a large bank that asks for the client, or away from a lender that has lost its licence. */

import { DATA } from '../agents/enterprises.ts';
import { objection } from '../appetite.ts';
import { roundYuan } from '../arithmetic.ts';
import { CLASS, lever, leverInUse } from '../conditions.ts';
import { REASON } from '../contracts/applications.ts';
import { changePrincipal, closeLoan, openLoan } from '../contracts/lending.ts';
import { LOAN, NO_LENDER } from '../contracts/loans.ts';
import { monthsOf, TENOR, tenorOf } from '../contracts/tenor.ts';
import { isLarge } from '../incentives.ts';
import { FLOW, LENDER_ENTRY, noteLender, postLender } from '../ledger.ts';
import { LICENCE_GONE } from '../licence.ts';
import { chooseClass, lenderWithin, type Market, marketOf } from '../market.ts';
import { TREATMENT } from '../practice.ts';
import { type DrawKey, drawKey, STREAMS, uniform } from '../random.ts';
import { dataOf } from '../traces.ts';
import { emptyQuote, type Quote, Request, read } from '../underwriting.ts';
import { PD_BINS, type World } from '../world.ts';
import type { Maturity } from './maturity.ts';

export interface Moving {
  readonly market: Market;
  /** Part of other lenders' maturing clients that a large bank asks, by cell. */
  readonly outreach: Float64Array;
  readonly approachKey: DrawKey;
  readonly searchKey: DrawKey;
}

const quote: Quote = emptyQuote();

/** Null while no large bank asks for clients and every lender has its licence. */
export function movingOf(world: World): Moving | null {
  const outreach = lever(world, 'largeBankQuota.outreach');
  const left = world.lenders.weak.some((months) => months === LICENCE_GONE);
  if (!left && leverInUse(world, 'largeBankQuota.outreach') === null) return null;
  const month = world.month + 1;
  return {
    market: marketOf(world),
    outreach,
    approachKey: drawKey(world.input.seed, STREAMS.approach, month),
    searchKey: drawKey(world.input.seed, STREAMS.moving, month),
  };
}

/** Moves the loan in `row` when somebody else takes it on; the new lender pays the old one, no bridge is needed. */
export function moves(moving: Moving, m: Maturity, i: number, row: number): boolean {
  const { world } = m;
  const { loans, lenders, enterprises: e } = world;
  const from = loans.lender[row];
  const leaving = lenders.weak[from] === LICENCE_GONE;
  const { k0, k1 } = moving.approachKey;
  const asked = !isLarge(lenders.class[from]) && uniform(k0, k1, e.id[i]) < moving.outreach[e.cell[i]];
  if (!leaving && !asked) return false;
  if (loans.guarantor[row] > 0 || (loans.flags[row] & LOAN.coLent) !== 0) return false;
  const to = asked
    ? lenderWithin(world, i, CLASS.state, m.withinKey)
    : destination(moving, m, i, loans.principal[row]);
  if (!takes(m, i, row, to)) return false;
  if (asked && !leaving && quote.rate >= loans.rate[row]) return false;
  transfer(m, i, row, to);
  return true;
}

/** Where a client without a lender goes. */
function destination({ market, searchKey }: Moving, m: Maturity, i: number, amount: number): number {
  const lenderClass = chooseClass(m.world, market, i, amount, -1, false, searchKey);
  return lenderClass < 0 ? -1 : lenderWithin(m.world, i, lenderClass, m.withinKey);
}

/** Whether a lender takes the loan as it is; its terms are left in `quote`. */
function takes({ world, desk }: Maturity, i: number, row: number, to: number): boolean {
  const { loans, lenders, input, second } = world;
  const other = row === i ? second[i] : i;
  if (to < 0 || to === loans.lender[row] || (loans.lender[other] !== NO_LENDER && loans.lender[other] === to))
    return false;
  const p = input.province.parameters;
  const c = lenders.class[to];
  const amount = loans.principal[row];
  const secured = (loans.flags[row] & LOAN.secured) !== 0;
  if (lenders.roomThisMonth[to] <= 0 || amount < p['lend.minLoan'][c]) return false;
  if (amount > (secured ? p['lend.maxLine'][c] : p['lend.maxLoan'][c])) return false;
  const { treatment } = desk.practice;
  if (treatment !== null && treatment[to] === TREATMENT.refuse && dataOf(world, i) === DATA.none)
    return false;
  const request = new Request({
    slot: i,
    lender: to,
    reader: to,
    amount,
    added: 0,
    secured,
    covered: 0,
    papers: 0,
    checkPart: 1,
    ownClient: false,
  });
  read(desk, request, quote);
  return objection(desk, request, quote) === REASON.none;
}

/** The new lender pays out the old one: nothing passes through the enterprise. */
function transfer({ world, tally, desk, month }: Maturity, i: number, row: number, to: number): void {
  const { loans, lenders, input, enterprises: e } = world;
  const p = input.province.parameters;
  const principal = loans.principal[row];
  const kept = loans.flags[row] & (LOAN.secured | LOAN.pledged);
  const c = lenders.class[to];
  const tenor = tenorOf(desk.tenors, world, i, c);
  const pdBin = Math.min(PD_BINS - 1, Math.floor(Math.sqrt(quote.pd) * PD_BINS));
  postLender(tally, FLOW.repaid, loans.lender[row], LENDER_ENTRY.repaid, principal);
  changePrincipal(world, tally, row, 0);
  closeLoan(world, tally, row);
  openLoan(world, tally, row, {
    lender: to,
    principal,
    rate: quote.rate,
    months: monthsOf(p, tenor, c),
    guarantor: 0,
    covered: 0,
    flags: kept | (tenor === TENOR.revolving ? LOAN.revolving : 0),
    pdBin,
    origin: month,
  });
  postLender(tally, FLOW.lent, to, LENDER_ENTRY.lent, principal);
  noteLender(tally, to, LENDER_ENTRY.lentAtRenewal, principal);
  noteLender(tally, to, LENDER_ENTRY.checkCost, roundYuan(quote.checkCost));
  tally.granted[c * PD_BINS + pdBin]++;
  if (row === i) e.relation[i] = 0;
}
