/** Phase 7: lenders serve the best as far as their room reaches; where no loan came, some owners borrow privately. */
import { roundYuan } from '../../sim/arithmetic.ts';
import { delayMonths } from '../../sim/decisions/delay.ts';
import { updatedBelief } from '../../sim/decisions/demand.ts';
import type { Application } from './application.ts';
import { payForBacking } from './backers-pay.ts';
import { stepsBacked } from './backing.ts';
import { served } from './clearing.ts';
import { takeCover } from './cover.ts';
import { type Enterprise, f32 } from './enterprise.ts';
import { invest, raiseEquity } from './equity.ts';
import { forEnterprise } from './in-force.ts';
import { refinancedYuan } from './incentives.ts';
import { moveOf } from './ledger.ts';
import { type Loan, open, pdBinOf } from './loan.ts';
import { bitsDraw, uniformDraw } from './luck.ts';
import { pledgeOf } from './pledges.ts';
import { borrowFromAcquaintances } from './private-market.ts';
import { charge, monthsOf, payPlatform, tenorFor } from './tenor.ts';
import type { SlowWorld } from './world.ts';

export function rationAndDisburse(world: SlowWorld): void {
  const first = servedOf(world);
  const late: Application[] = [];
  for (const a of world.applications) {
    if (a.shadow) {
      if (a.decision === 'quoted') a.enterprise.events.add('discouraged');
    } else if (disburse(world, a, first.has(a)) === 'late') late.push(a);
  }
  takeCover(world);
  for (const e of world.enterprises) if (e.status === 'active') raiseEquity(world, e);
  for (const e of world.enterprises) if (e.status === 'active' && e.privateReach) borrowPrivately(world, e);
  for (const a of late) lend(world, a);
}

/** Applications lenders have room for. */
function servedOf(world: SlowWorld): Set<Application> {
  const all = new Set<Application>();
  for (const lender of world.lenders) {
    const claims = world.applications
      .filter((a) => a.lender === lender && a.decision === 'quoted' && !a.shadow)
      .map((a) => ({
        of: a,
        amount: a.amount,
        score: a.score,
        priority: bitsDraw(world, 'priority', world.month, a.enterprise.id),
      }));
    const room = Math.floor(Math.max(0, lender.roomThisMonth) / world.input.scale);
    for (const a of served(claims, room)) all.add(a);
  }
  return all;
}

/** The answer reaches the owner; the money comes now or once the month's payments are over. A file costs its check either way. */
function disburse(world: SlowWorld, a: Application, isServed: boolean): 'done' | 'late' {
  const { enterprise: e, lender } = a;
  e.belief = f32(
    updatedBelief(e.belief, isServed || a.reason === 'declined', world.p['apply.beliefLearning'][0]),
  );
  lender.books.asked += a.amount * world.input.scale;
  if (!isServed && a.decision === 'quoted') {
    a.decision = 'refused';
    a.reason = 'lenderFull';
  }
  if (!isServed) lender.books.checkCost += roundYuan(a.cost) * world.input.scale;
  if (isServed && monthsUntilMoney(world, a) > 0) return 'late';
  if (isServed) lend(world, a);
  return 'done';
}

/** The lender's and the guarantor's days, and those of registering a pledge, as whole months. */
function monthsUntilMoney(world: SlowWorld, a: Application): number {
  const { enterprise: e } = a;
  const registered = a.secured ? forEnterprise(world, 'onlineMortgage.days', e) : 0;
  return delayMonths(a.days + registered, uniformDraw(world, 'moneyDelay', world.month, e.id));
}

function lend(world: SlowWorld, a: Application): void {
  const { p, input } = world;
  const { enterprise: e, lender, amount } = a;
  const which = e.loans[0] === null ? 0 : 1;
  const noRecord = e.vintage === 0;
  const months = book(world, a, which, noRecord);
  a.decision = 'disbursed';
  moveOf(world, 'lent', amount);
  lender.books.lent += amount * input.scale;
  lender.books.approved += input.scale;
  lender.books.checkCost += roundYuan(a.cost) * input.scale;
  e.cash += amount;
  charge(world, e, lender, amount);
  if (a.reader !== lender) payPlatform(world, lender, a.reader, amount, months);
  lender.books.refinanced += refinancedYuan(world, e, lender, amount) * input.scale;
  if (forEnterprise(world, 'loanPlusEquity.rights', e) !== 0)
    invest(world, e, roundYuan(amount * forEnterprise(world, 'loanPlusEquity.equity', e)));
  if (a.guarantor !== null) payFee(world, e, a.guarantor, amount, months);
  payForBacking(world, e, e.loans[which] as Loan);
  const kept = roundYuan(0.5 * p['trade.bufferMonths'][0] * e.scale);
  const invested = Math.min(amount, Math.max(0, e.cash - kept));
  e.cash -= invested;
  e.capital += invested;
  moveOf(world, 'workingCapitalBought', invested);
  e.events.add('approved');
  if (noRecord) e.events.add('firstLoan');
  e.vintage = Math.min(255, e.vintage + 1);
  if (which === 0) e.relation = 0;
}

/** The contract, and what the lender and the block remember of it; its months. */
function book(world: SlowWorld, a: Application, which: 0 | 1, noRecord: boolean): number {
  const { enterprise: e, lender } = a;
  const tenor = tenorFor(world, e, lender);
  const months = monthsOf(world, tenor, lender);
  const pdBin = pdBinOf(a.pd);
  open(world, e, which, {
    lender,
    guarantor: a.guarantor,
    counterGuaranteed: a.counterGuaranteed,
    principal: a.amount,
    rate: a.rate,
    covered: a.guarantor === null ? 0 : a.covered,
    left: months,
    arrears: 0,
    origin: world.month,
    pdBin,
    secured: a.secured,
    noRecord,
    pledged: pledgeOf(world, e) > 0,
    revolving: tenor === 'revolving',
    backer: a.backer,
    backed: stepsBacked(world, e, a.backer),
    coLent: a.reader !== lender,
    coverAsked: false,
    deferred: false,
    judged: false,
  });
  world.grantsNow.push({ class: lender.class, bin: pdBin });
  world.blocks[e.cell.block].books.granted += world.input.scale;
  return months;
}

/** The yearly fee on what is guaranteed, for all months of the term. */
export function payFee(
  world: SlowWorld,
  e: Enterprise,
  guarantor: Application['guarantor'],
  yuan: number,
  months: number,
): void {
  if (guarantor === null) return;
  const fee = roundYuan((yuan * forEnterprise(world, 'guaranteeFee.rate', e) * months) / 12);
  e.cash -= fee;
  moveOf(world, 'guaranteeFee', fee);
  guarantor.books.fee += fee * world.input.scale;
}

function borrowPrivately(world: SlowWorld, e: Enterprise): void {
  const { p } = world;
  const trigger = p['private.trigger'][0];
  const payables = p['trade.payablesMonths'][0];
  const short = -e.cash - trigger * payables * e.scale;
  if (e.cash >= 0 || short <= 0) return;
  borrowFromAcquaintances(world, e, short + (trigger + 0.25) * payables * e.scale);
}
