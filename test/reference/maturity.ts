/** The month a loan falls due: renewed, bridged and renewed, repaid, or called. */
import { roundYuan } from '../../sim/arithmetic.ts';
import { canPay } from '../../sim/decisions/cash-flow.ts';
import { LENDER_CLASSES } from '../../sim/input.ts';
import { targetDebt } from './apply.ts';
import { forEnterprise } from './conditions.ts';
import { type Enterprise, f32, isTraced } from './enterprise.ts';
import { moveOf } from './ledger.ts';
import { close, type Loan, monthlyInterest, pdBinOf, setPrincipal } from './loan.ts';
import { uniformDraw } from './luck.ts';
import { payFee } from './ration.ts';
import { type Request, read } from './reading.ts';
import { badRatio } from './underwrite.ts';
import type { SlowWorld } from './world.ts';

const payablesOf = ({ p }: SlowWorld, e: Enterprise): number => p['trade.payablesMonths'][0] * e.scale;

export function mature(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  const interest = monthlyInterest(loan.principal, loan.rate);
  e.matured += loan.principal;
  e.events.add('matured');
  if (!canPay(e.cash, interest, payablesOf(world, e))) {
    overdue(loan);
    return;
  }
  e.cash -= interest;
  moveOf(world, 'interest', interest);
  loan.lender.books.interest += interest * world.input.scale;
  const goesOn =
    ownerGoesOn(world, e, loan) && lenderGoesOn(world, e, which, loan) && principalIsFound(world, e, loan);
  if (goesOn) renew(world, e, which, loan);
  else call(world, e, which, loan);
}

function overdue(loan: Loan): void {
  loan.left = 0;
  loan.arrears = 1;
}

/** An owner keeps the loan while it earns more than it costs. */
function ownerGoesOn(world: SlowWorld, e: Enterprise, loan: Loan): boolean {
  const luck = uniformDraw(world, 'restructure', world.month, e.id);
  const mood = (luck - 0.5) * 2 * world.p['apply.returnSpread'][0];
  return e.returnOnCredit + mood > loan.rate;
}

const renewalRequest = (
  e: Enterprise,
  which: 0 | 1,
  { lender, principal, secured, covered }: Loan,
  amount: number,
): Request => ({
  enterprise: e,
  lender,
  amount,
  added: amount - principal,
  secured,
  covered,
  ownClient: which === 0,
});

/** The lender reads its client again; one with too many bad loans is lenient. */
function lenderGoesOn(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): boolean {
  const { p } = world;
  const { lender, covered, principal } = loan;
  const c = lender.class;
  if (loan.guarantor?.suspended) return false;
  if (LENDER_CLASSES[c] === 'digital' && !isTraced(e)) return false;
  const { pd, lgd } = read(world, renewalRequest(e, which, loan, principal));
  const weak = badRatio(lender) > p['lend.nplTolerance'][c] ? 1 + p['lend.evergreening'][0] : 1;
  const cutoff = p['lend.cutoff'][c];
  return (
    pd * lgd * (1 - covered) <= 1.5 * weak * cutoff * p['lend.lgdUnsecured'][c] && pd <= 4 * weak * cutoff
  );
}

/** Without renewal free of repayment the principal has to be bridged, at a price. */
function principalIsFound(world: SlowWorld, e: Enterprise, loan: Loan): boolean {
  const offered = forEnterprise(world, 'renewalWithoutRepayment.share', e);
  if (uniformDraw(world, 'renewal', world.month, e.id) < offered) return true;
  const cost = roundYuan(loan.principal * world.p['lend.bridgeCost'][0]);
  if (!canPay(e.cash, cost, payablesOf(world, e))) return false;
  e.cash -= cost;
  moveOf(world, 'bridgeCost', cost);
  world.prefectures[e.cell.prefecture].books.bridgeCost += cost * world.input.scale;
  return true;
}

/** What the enterprise would owe now, within what the lender lends on such security. */
function renewedAmount(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): number {
  const { p, month } = world;
  const c = loan.lender.class;
  const other = e.loans[1 - which]?.principal ?? 0;
  const wanted = Math.floor((targetDebt(world, e, month) - other) / 1000) * 1000;
  const unsecured = loan.guarantor !== null ? p['guarantee.maxLoan'][0] : p['lend.maxLoan'][c];
  const ceiling = e.collateral ? p['lend.maxLine'][c] : unsecured;
  const growth = p['lend.amortising'][c] > 0.5 ? Number.POSITIVE_INFINITY : 1.5 * loan.principal;
  return Math.max(loan.principal, Math.min(wanted, ceiling, growth));
}

function renew(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  const { p, input } = world;
  const { lender, principal } = loan;
  const amount = renewedAmount(world, e, which, loan);
  const quote = read(world, renewalRequest(e, which, loan, amount));
  e.events.add('renewed');
  e.renewed += principal;
  lender.books.checkCost += roundYuan(quote.checkCost * 0.3) * input.scale;
  loan.rate = f32(quote.rate);
  loan.left = p['lend.term'][lender.class];
  loan.origin = world.month;
  const more = Math.floor(amount) - principal;
  if (more > 0 && loan.guarantor === null && lender.roomThisMonth > 0) topUp(world, e, loan, more);
  loan.pdBin = pdBinOf(quote.pd);
  world.grantsNow.push({ class: lender.class, bin: loan.pdBin });
  payFee(world, e, loan.guarantor, loan.principal);
}

/** More money than before, all of it working capital. */
function topUp(world: SlowWorld, e: Enterprise, loan: Loan, more: number): void {
  setPrincipal(world, loan, loan.principal + more);
  moveOf(world, 'lent', more);
  moveOf(world, 'workingCapitalBought', more);
  loan.lender.books.lent += more * world.input.scale;
  e.capital += more;
}

/** The loan ends: working capital is sold at a loss; what is missing is overdue. */
function call(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  const { principal, lender } = loan;
  const sold = Math.min(e.capital, principal);
  const proceeds = Math.floor(sold * (1 - world.p['apply.haircut'][0]));
  e.capital -= sold;
  e.cash += proceeds;
  moveOf(world, 'workingCapitalSold', proceeds);
  const able = Math.max(0, Math.floor(e.cash + payablesOf(world, e)));
  const paid = Math.min(principal, able);
  e.cash -= paid;
  moveOf(world, 'repaid', paid);
  lender.books.repaid += paid * world.input.scale;
  setPrincipal(world, loan, principal - paid);
  if (loan.principal === 0) close(world, e, which);
  else overdue(loan);
}
