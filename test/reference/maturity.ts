/** The month a loan falls due: renewed, bridged and renewed, repaid, or called. */
import { roundYuan } from '../../sim/arithmetic.ts';
import { canPay } from '../../sim/decisions/cash-flow.ts';
import { bridgesPrivately } from '../../sim/decisions/private-supply.ts';
import { priceOfBacking } from './backers-pay.ts';
import { asksForCover, endWait } from './cover.ts';
import { bankDebt, type Enterprise, isTraced } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { isOf } from './institutions.ts';
import { moveOf } from './ledger.ts';
import { close, dropGuarantor, type Loan, monthlyInterest, setPrincipal } from './loan.ts';
import { uniformDraw } from './luck.ts';
import { moves } from './moving.ts';
import { borrowFromAcquaintances } from './private-market.ts';
import { type Quote, type Request, read } from './reading.ts';
import { renew, renewalRequest } from './renewal.ts';
import { subsidyHoped } from './subsidy.ts';
import { interestBearing, yearlyCharge } from './tenor.ts';
import { tolerates, usesCentre } from './tolerance.ts';
import type { SlowWorld } from './world.ts';

const payablesOf = ({ p }: SlowWorld, e: Enterprise): number => p['trade.payablesMonths'][0] * e.scale;

/** What becomes of a loan: it goes on, as it is or without its guarantor, waits, or ends because the owner would rather not or cannot. */
type Ending =
  | 'renewed'
  | 'renewedAlone'
  | 'moved'
  | 'waiting'
  | 'unwanted'
  | 'uncovered'
  | 'refused'
  | 'unbridged';

export function mature(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  const interest = monthlyInterest(interestBearing(world, e, loan), loan.rate);
  if (!canPay(e.cash, interest, payablesOf(world, e))) {
    noteMatured(e, loan);
    endWait(world, loan, false);
    if (!defer(world, e, loan, interest)) overdue(loan);
    return;
  }
  e.cash -= interest;
  moveOf(world, 'interest', interest);
  loan.lender.books.interest += interest * world.input.scale;
  const due = loan.principal;
  const ending = endingOf(world, e, which, loan);
  if (ending === 'waiting') {
    loan.coverAsked = true;
    return;
  }
  noteMatured(e, loan, due);
  const goesOn = ending === 'renewed' || ending === 'renewedAlone';
  endWait(world, loan, goesOn);
  if (ending === 'renewedAlone') dropGuarantor(world, loan);
  if (goesOn) renew(world, e, which, loan);
  else if (ending !== 'moved' && !(isNeed(ending) && defer(world, e, loan, 0)))
    call(world, e, which, loan, ending !== 'unwanted');
}

/** Whether a loan ends because its owner cannot go on. */
const isNeed = (ending: Ending): boolean => ['uncovered', 'refused', 'unbridged'].includes(ending);

function endingOf(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): Ending {
  const fee = forEnterprise(world, 'guaranteeFee.rate', e);
  const beside = loan.guarantor === null ? priceOfBacking(world, e, loan.backer, loan.lender) : 0;
  if (!ownerGoesOn(world, e, loan, beside)) return 'unwanted';
  if (moves(world, e, which, loan)) return 'moved';
  const reading = readingThatDecides(world, e, which, loan);
  if (reading === null && loan.guarantor?.suspended) return 'uncovered';
  if (reading === null) return asksForCover(world, e, which, loan) ? 'waiting' : 'refused';
  if (loan.guarantor !== null && !reading.alone && !ownerGoesOn(world, e, loan, fee)) return 'unwanted';
  if (!principalIsFound(world, e, loan, reading.quote.pd)) return 'unbridged';
  return reading.alone ? 'renewedAlone' : 'renewed';
}

/** Counts what falls due; a loan that waits for cover falls due when the answer is there. */
function noteMatured(e: Enterprise, { principal }: Loan, due = principal): void {
  e.matured += due;
  e.events.add('matured');
}

function overdue(loan: Loan): void {
  loan.left = 0;
  loan.arrears = 1;
}

/** Puts off what falls due, once a term; interest that cannot be paid is lent on top. */
function defer(world: SlowWorld, e: Enterprise, loan: Loan, interest: number): boolean {
  if (loan.deferred) return false;
  if (uniformDraw(world, 'deferral', -1, e.id) >= forEnterprise(world, 'deferral.share', e)) return false;
  const { books } = loan.lender;
  moveOf(world, 'lent', interest);
  moveOf(world, 'interest', interest);
  books.lent += interest * world.input.scale;
  books.interest += interest * world.input.scale;
  books.lentAtRenewal += interest * world.input.scale;
  setPrincipal(world, loan, loan.principal + interest);
  loan.left = world.p['deferral.months'][0];
  loan.deferred = true;
  return true;
}

/** An owner keeps the loan while it earns more than it costs with charges and `beside` for cover, less what a treasury pays. */
function ownerGoesOn(world: SlowWorld, e: Enterprise, loan: Loan, beside: number): boolean {
  const luck = uniformDraw(world, 'restructure', world.month, e.id);
  const mood = (luck - 0.5) * 2 * world.p['apply.returnSpread'][0];
  const cost = loan.rate + yearlyCharge(world, loan.lender) + beside - subsidyHoped(world, e, bankDebt(e));
  return e.returnOnCredit + mood > cost;
}

/** A reading of a client on which its lender would go on, with whoever stands behind the loan or without its guarantor. */
interface Reading {
  readonly quote: Quote;
  readonly alone: boolean;
}

/** The lender reads its client again, a guaranteed one with cover and alone; null when it does not go on. */
function readingThatDecides(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): Reading | null {
  const { lender, principal, guarantor } = loan;
  const request = renewalRequest(world, e, which, loan, principal);
  if (lender.unlicensed || (isOf(request.reader, 'digital') && !isTraced(e))) return null;
  const asItIs = guarantor?.suspended ? null : readIfTolerated(world, request);
  const small = principal <= world.p['lend.maxLoan'][lender.class];
  const without = guarantor !== null && small ? readIfTolerated(world, { ...request, covered: 0 }) : null;
  const alone = without !== null && (asItIs === null || isCheaper(world, e, without, asItIs));
  const quote = alone ? without : asItIs;
  return quote && { quote, alone };
}

function readIfTolerated(world: SlowWorld, request: Request): Quote | null {
  const quote = read(world, request);
  return tolerates(world, request.enterprise, request.lender, request.covered, quote) ? quote : null;
}

/** Whether lender and owner together pay no more without cover than with it and its fee. */
const isCheaper = (world: SlowWorld, e: Enterprise, without: Quote, covered: Quote): boolean =>
  without.breakEven - without.reward <=
  covered.breakEven - covered.reward + forEnterprise(world, 'guaranteeFee.rate', e);

/** Unless no repayment is asked for, the principal has to be bridged, at a price. */
function principalIsFound(world: SlowWorld, e: Enterprise, loan: Loan, pd: number): boolean {
  const { p } = world;
  if (loan.revolving || isSpared(world, e, loan, pd)) return true;
  const days = usesCentre(world, e) ? forEnterprise(world, 'renewalCentre.daysLeft', e) : 1;
  const cost = roundYuan(loan.principal * p['lend.bridgeCost'][0] * days);
  if (!canPay(e.cash, cost, payablesOf(world, e))) return false;
  e.cash -= cost;
  moveOf(world, 'bridgeCost', cost);
  world.prefectures[e.cell.prefecture].books.bridgeCost += cost * world.input.scale;
  return true;
}

/** On the centre's list with a newcomer's PD, or offered renewal without repayment. */
function isSpared(world: SlowWorld, e: Enterprise, { lender }: Loan, pd: number): boolean {
  if (usesCentre(world, e)) return pd <= world.p['lend.cutoff'][lender.class];
  const offered = forEnterprise(world, 'renewalWithoutRepayment.share', e);
  return uniformDraw(world, 'renewal', world.month, e.id) < offered;
}

/** The loan ends: an owner who is made to repay may borrow privately; working capital is sold at a loss; the rest is overdue. */
function call(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan, isMade: boolean): void {
  const { principal, lender } = loan;
  const borrowed = isMade ? bridged(world, e, principal) : 0;
  const sold = Math.min(e.capital, principal - borrowed);
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

/** Yuan a private lender puts in the place of a called loan. */
function bridged(world: SlowWorld, e: Enterprise, principal: number): number {
  const haircut = world.p['apply.haircut'][0];
  const dearerToSell = (rate: number) => bridgesPrivately(rate, e.returnOnCredit, haircut);
  return borrowFromAcquaintances(world, e, principal - Math.max(0, e.cash), dearerToSell);
}
