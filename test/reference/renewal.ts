/** A loan goes on: what its lender is asked again, the new term, the new rate, perhaps more money. */
import { roundYuan } from '../../sim/arithmetic.ts';
import { ownFunds } from '../../sim/decisions/demand.ts';
import { LENDER_CLASSES } from '../../sim/input.ts';
import { targetDebt } from './apply.ts';
import { payForBacking } from './backers-pay.ts';
import { leftToOthers } from './backing.ts';
import { type Enterprise, f32 } from './enterprise.ts';
import type { Lender } from './institutions.ts';
import { moveOf } from './ledger.ts';
import { type Loan, pdBinOf, setPrincipal } from './loan.ts';
import { lenderWithin } from './market.ts';
import { payFee } from './ration.ts';
import { type Request, read } from './reading.ts';
import { charge, isBullet, monthsOf, tenorFor } from './tenor.ts';
import type { SlowWorld } from './world.ts';

/** Who reads a client again: the lender, or the platform that brought it. */
const readerOf = (world: SlowWorld, e: Enterprise, { lender, coLent }: Loan): Lender =>
  coLent ? (lenderWithin(world, e, LENDER_CLASSES.indexOf('digital')) ?? lender) : lender;

export const renewalRequest = (
  world: SlowWorld,
  e: Enterprise,
  which: 0 | 1,
  loan: Loan,
  amount: number,
): Request => ({
  enterprise: e,
  lender: loan.lender,
  reader: readerOf(world, e, loan),
  amount,
  added: amount - loan.principal,
  secured: loan.secured,
  covered: leftToOthers(world, e, loan),
  papers: 0,
  checkPart: world.p['lend.renewalCheck'][0],
  ownClient: which === 0,
});

/** What the enterprise would owe now, within what the lender lends on such security; a guarantor covers what it covered. */
function renewedAmount(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): number {
  if (loan.guarantor !== null) return loan.principal;
  const { p, month } = world;
  const c = loan.lender.class;
  const other = e.loans[1 - which]?.principal ?? 0;
  const own = ownFunds(e.capital, loan.principal + other + e.privateDebt);
  const wanted = Math.floor((targetDebt(world, e, month) - other - own) / 1000) * 1000;
  const ceiling = e.collateral ? p['lend.maxLine'][c] : p['lend.maxLoan'][c];
  const growth = isBullet(world, loan.lender)
    ? p['lend.renewalGrowth'][0] * loan.principal
    : Number.POSITIVE_INFINITY;
  return Math.max(loan.principal, Math.min(wanted, ceiling, growth));
}

export function renew(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  const { input } = world;
  const { lender, principal } = loan;
  const amount = renewedAmount(world, e, which, loan);
  const quote = read(world, renewalRequest(world, e, which, loan, amount));
  e.events.add('renewed');
  e.renewed += principal;
  lender.books.checkCost += roundYuan(quote.checkCost) * input.scale;
  loan.rate = f32(quote.rate);
  const tenor = tenorFor(world, e, lender);
  loan.left = monthsOf(world, tenor, lender);
  loan.revolving = tenor === 'revolving';
  loan.noRecord = false;
  loan.deferred = false;
  loan.judged = false;
  loan.origin = world.month;
  const more = Math.floor(amount) - principal;
  if (more > 0 && lender.roomThisMonth > 0) topUp(world, e, loan, more);
  loan.pdBin = pdBinOf(quote.pd);
  world.grantsNow.push({ class: lender.class, bin: loan.pdBin });
  payForBacking(world, e, loan);
  payFee(world, e, loan.guarantor, loan.principal, loan.left);
  charge(world, e, lender, loan.principal);
}

/** More money than before, all of it working capital. */
function topUp(world: SlowWorld, e: Enterprise, loan: Loan, more: number): void {
  setPrincipal(world, loan, loan.principal + more);
  moveOf(world, 'lent', more);
  moveOf(world, 'workingCapitalBought', more);
  loan.lender.books.lent += more * world.input.scale;
  loan.lender.books.lentAtRenewal += more * world.input.scale;
  e.capital += more;
}
