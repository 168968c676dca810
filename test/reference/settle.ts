/** Phase 9: guarantors pay, courts rule, what is lost is written off. */
import { clamp, shareOf } from '../../sim/arithmetic.ts';
import { type Split, splitLoss } from '../../sim/decisions/waterfall.ts';
import { callFunds, callInsurers, isLost, payFromFund, payFromInsurer } from './backers-pay.ts';
import { isInsurer } from './backing.ts';
import { partStoodGood } from './counter-guarantee.ts';
import type { Enterprise } from './enterprise.ts';
import { atPrefecture } from './in-force.ts';
import type { Guarantor } from './institutions.ts';
import { callOn, remember, weigh } from './last-payers.ts';
import { moveOf } from './ledger.ts';
import { close, DEFAULT_ARREARS, type Loan, releaseGuarantor, setPrincipal } from './loan.ts';
import { pairNormalDraw } from './luck.ts';
import { lossGivenDefault, pledgeOf } from './pledges.ts';
import type { SlowWorld } from './world.ts';

export function settle(world: SlowWorld): void {
  const due = dueCalls(world);
  for (const { loan } of due) cede(world, loan);
  callFunds(world, [...loansOf(world)]);
  callInsurers(world, [...loansOf(world)]);
  weigh(world, 'reguarantor');
  weigh(world, 'insuredLoans');
  remember(world);
  callGuarantors(world, due);
  for (const { e, which, loan } of loansOf(world)) if (loan.arrears > 0) settleLoan(world, e, which, loan);
}

/** The guarantor pays, then the court rules, once, or what is left is written off; what stays is noted. */
function settleLoan(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  const late = loan.arrears - DEFAULT_ARREARS;
  const court = atPrefecture(world, 'courtSpeed.months', e.cell.prefecture);
  if (isDue(world, e, loan)) payOut(world, e, which, loan);
  if (late >= 0 && e.loans[which] !== null) {
    if (!loan.judged && late >= court) recover(world, e, which, loan);
    else if (isLost(world, e, loan)) {
      payFromFund(world, e, which, loan);
      writeOff(world, e, which, loan);
    }
    const isInsured = e.loans[which] !== null && isInsurer(loan.backer);
    if (isInsured && late >= world.p['loanGuaranteeInsurance.waitMonths'][0])
      payFromInsurer(world, e, which, loan);
  }
  if (e.loans[which] === null) return;
  noteLevels(world, loan);
  if (loan.guarantor !== null && late >= 0)
    loan.guarantor.books.pending += ownPart(world, loan) * world.input.scale;
}

function* loansOf({ enterprises }: SlowWorld): Generator<{ e: Enterprise; which: 0 | 1; loan: Loan }> {
  for (const e of enterprises)
    for (const which of [0, 1] as const) {
      const loan = e.loans[which];
      if (loan !== null) yield { e, which, loan };
    }
}

/** Whether the guarantor has to pay: so many months after default as its claims procedure takes. */
function isDue(world: SlowWorld, { cell }: Enterprise, { guarantor, arrears }: Loan): boolean {
  const late = arrears - DEFAULT_ARREARS;
  const wait = atPrefecture(world, 'claimsProcedure.payoutMonths', cell.prefecture);
  return guarantor !== null && late >= 0 && late >= wait;
}

/** What the guarantee side owes on a loan whatever the guarantor's means, when the re-guarantor pays such a part of what it is asked. */
const owedOn = (
  world: SlowWorld,
  { principal, covered }: Loan,
  { prefecture }: Guarantor,
  paying: number,
): Split =>
  splitLoss(
    principal,
    covered,
    atPrefecture(world, 'reguarantee.share', prefecture),
    Number.MAX_SAFE_INTEGER,
    paying,
  );

/** What falls on the guarantor itself while the re-guarantor pays all it is asked. */
export const ownPart = (world: SlowWorld, loan: Loan): number =>
  loan.guarantor === null ? 0 : owedOn(world, loan, loan.guarantor, 1).guarantor;

/** Guaranteed loans whose payout falls in this month. */
const dueCalls = (world: SlowWorld) =>
  [...loansOf(world)].filter(({ e, loan }) => isDue(world, e, loan)) as {
    loan: Loan & { guarantor: Guarantor };
  }[];

/** What the guarantor asks of the re-guarantor for a loan. */
function cede(world: SlowWorld, loan: Loan & { guarantor: Guarantor }): void {
  const asked = owedOn(world, loan, loan.guarantor, 1).reguarantor;
  loan.guarantor.books.ceded += asked * world.input.scale;
  callOn(world, 'reguarantor', asked);
}

/** All calls of the month are added up before any is paid; what the re-guarantor lacks is the guarantor's. */
function callGuarantors(world: SlowWorld, due: readonly { loan: Loan & { guarantor: Guarantor } }[]): void {
  for (const { loan } of due)
    loan.guarantor.books.called += owedOn(world, loan, loan.guarantor, 1).guarantor * world.input.scale;
  for (const guarantor of world.guarantors) {
    const { books } = guarantor;
    books.called += Math.ceil(books.ceded * (1 - world.means.reguarantor));
    guarantor.means = books.called > 0 ? clamp(guarantor.cash / books.called, 0, 1) : 1;
    if (books.called > 0)
      guarantor.trust += world.p['guarantee.trustMemory'][0] * (guarantor.means - guarantor.trust);
  }
}

/** The guarantee side pays; what the guarantor cannot pay stays with the bank, the contract ends, and the record is bad. */
function payOut(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  const { guarantor, lender, principal } = loan;
  if (guarantor === null) return;
  e.bad = 1;
  const { scale } = world.input;
  const owed = owedOn(world, loan, guarantor, world.means.reguarantor);
  const own = shareOf(owed.guarantor, guarantor.means);
  const paid = own + owed.reguarantor;
  if (loan.counterGuaranteed) guarantor.books.counterGuaranteed += shareOf(own, partStoodGood(world)) * scale;
  moveOf(world, 'reguarantee', owed.reguarantor);
  moveOf(world, 'payout', paid);
  guarantor.books.reguaranteed += owed.reguarantor * scale;
  guarantor.books.payout += paid * scale;
  lender.books.payout += paid * scale;
  releaseGuarantor(world, loan);
  setPrincipal(world, loan, principal - paid);
  if (loan.principal === 0) close(world, e, which);
}

/** The court has ruled: part of what is left comes back. */
function recover(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  const { p, input } = world;
  const { lender, secured } = loan;
  loan.judged = true;
  const lgd = lossGivenDefault(world, lender, secured, loan.pledged ? pledgeOf(world, e) : 0);
  const luck = pairNormalDraw(world, 'recovery', -1, e.id, loan.origin);
  const rate = clamp(1 - lgd + p['lend.recovery'][0] * luck, 0, 1);
  const amount = shareOf(loan.principal, rate);
  e.capital -= Math.min(e.capital, amount);
  moveOf(world, 'recovered', amount);
  lender.books.recovered += amount * input.scale;
  setPrincipal(world, loan, loan.principal - amount);
  if (loan.principal === 0) close(world, e, which);
}

function writeOff(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  e.bad = 1;
  if (e.loans[which] === null) return;
  loan.lender.books.writtenOff += loan.principal * world.input.scale;
  close(world, e, which);
}

/** Levels the lender looks at when it closes the month. */
function noteLevels(world: SlowWorld, { lender, principal, arrears }: Loan): void {
  const yuan = principal * world.input.scale;
  lender.books.overdue += yuan;
  if (arrears >= DEFAULT_ARREARS) lender.books.nonPerforming += yuan;
}
