/** Phase 8: each enterprise pays its first loan, its second loan and its private debt, in that order. */
import { canPay } from '../../sim/decisions/cash-flow.ts';
import type { Enterprise } from './enterprise.ts';
import { moveOf } from './ledger.ts';
import { close, DEFAULT_ARREARS, isPaidOn, type Loan, monthlyInterest, setPrincipal } from './loan.ts';
import { mature } from './maturity.ts';
import { privateRate } from './private-rate.ts';
import { interestBearing } from './tenor.ts';
import type { SlowWorld } from './world.ts';

/** Months after default in which a borrower who earns again may catch up. */
const CURE_MONTHS = 6;
const MOST = 255;

export function service(world: SlowWorld): void {
  for (const e of world.enterprises) {
    for (const which of [0, 1] as const) {
      const loan = e.loans[which];
      if (loan !== null) serviceLoan(world, e, which, loan);
    }
    if (e.status === 'active' && e.privateDebt > 0) servicePrivateDebt(world, e);
  }
}

function serviceLoan(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  const active = e.status === 'active';
  if (!active || loan.arrears >= DEFAULT_ARREARS) {
    const arrears = loan.arrears;
    fallBehind(world, e, loan);
    if (active && arrears >= DEFAULT_ARREARS) cure(world, e, which, loan);
  } else if (loan.arrears > 0 || loan.left === 0) payArrears(world, e, which, loan);
  else if (loan.left === 1) mature(world, e, which, loan);
  else payInGoodOrder(world, e, which, loan);
}

/** Lowest liquidity to which suppliers go along. */
const floorOf = ({ p }: SlowWorld, e: Enterprise): number => -p['trade.payablesMonths'][0] * e.scale;

function payInGoodOrder(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  const interest = monthlyInterest(interestBearing(world, e, loan), loan.rate);
  const amortising = world.p['lend.amortising'][loan.lender.class];
  const instalment = Math.floor((loan.principal * amortising) / loan.left);
  const sold = Math.min(e.capital, instalment);
  loan.left--;
  if (e.cash + sold - interest - instalment < floorOf(world, e)) {
    loan.arrears = 1;
    return;
  }
  pay(world, e, loan, interest, instalment, sold);
  if (which === 1) return;
  e.history = Math.min(MOST, e.history + 1);
  e.relation = Math.min(MOST, e.relation + 1);
}

/** A month or two late: all interest missed, and the whole principal once the term is over. */
function payArrears(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  const interest = monthlyInterest(loan.principal, loan.rate) * (1 + loan.arrears);
  const instalment = loan.left > 0 ? 0 : loan.principal;
  const sold = Math.min(e.capital, instalment);
  if (e.cash + sold - interest - instalment < floorOf(world, e)) fallBehind(world, e, loan);
  else catchUp(world, e, which, loan, interest, instalment, sold);
  if (loan.left > 1) loan.left--;
  if (which === 0) e.relation = Math.min(MOST, e.relation + 1);
}

/** Pays; arrears are gone, and the loan with its last yuan. */
function catchUp(
  world: SlowWorld,
  e: Enterprise,
  which: 0 | 1,
  loan: Loan,
  interest: number,
  instalment: number,
  sold: number,
): void {
  pay(world, e, loan, interest, instalment, sold);
  loan.arrears = 0;
  if (loan.principal === 0) close(world, e, which);
}

function pay(
  world: SlowWorld,
  e: Enterprise,
  loan: Loan,
  interest: number,
  instalment: number,
  sold: number,
): void {
  const { books } = loan.lender;
  e.capital -= sold;
  e.cash += sold - interest - instalment;
  moveOf(world, 'workingCapitalSold', sold);
  moveOf(world, 'interest', interest);
  moveOf(world, 'repaid', instalment);
  books.interest += interest * world.input.scale;
  books.repaid += instalment * world.input.scale;
  setPrincipal(world, loan, loan.principal - instalment);
}

/** Another month late; the third is the month of default. */
function fallBehind(world: SlowWorld, e: Enterprise, loan: Loan): void {
  loan.arrears = Math.min(MOST, loan.arrears + 1);
  if (loan.arrears !== DEFAULT_ARREARS) return;
  e.events.add('defaulted');
  e.yearDefault = true;
  loan.lender.books.newDefaults += loan.principal * world.input.scale;
  world.defaultsNow.push({ origin: loan.origin, class: loan.lender.class, bin: loan.pdBin });
}

/** A defaulted enterprise that earns again pays what is overdue before a guarantor has paid or the court rules. */
function cure(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  if (loan.arrears - DEFAULT_ARREARS > CURE_MONTHS || loan.left <= 1 || isPaidOn(loan)) return;
  const interest = monthlyInterest(loan.principal, loan.rate) * (1 + loan.arrears);
  if (e.cash > interest + 0.5 * e.scale) catchUp(world, e, which, loan, interest, 0, 0);
}

/** Interest each month, principal from part of what is to spare. */
function servicePrivateDebt(world: SlowWorld, e: Enterprise): void {
  const { p, input } = world;
  const { books } = world.prefectures[e.cell.prefecture];
  const interest = monthlyInterest(e.privateDebt, privateRate(world, e));
  if (!canPay(e.cash, interest, -floorOf(world, e))) {
    e.privateArrears = Math.min(MOST, e.privateArrears + 1);
    return;
  }
  const keep = 0.5 * p['trade.bufferMonths'][0] * e.scale;
  const spare = Math.max(0, e.cash - interest - keep);
  const repaid = Math.min(e.privateDebt, Math.floor(spare * p['private.sweep'][0]));
  e.privateArrears = 0;
  e.cash -= interest + repaid;
  e.privateDebt -= repaid;
  moveOf(world, 'privateInterest', interest);
  moveOf(world, 'privateRepaid', repaid);
  books.privateInterest += interest * input.scale;
  books.privateRepaid += repaid * input.scale;
}
