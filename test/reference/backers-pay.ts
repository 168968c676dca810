/** What insurers and risk funds take in, owe and pay. */
import { roundYuan, shareOf } from '../../sim/arithmetic.ts';
import { AMPLE, splitClaim } from '../../sim/decisions/backing.ts';
import { backedPart, fundOf, isInsurer, layersOf } from './backing.ts';
import type { Enterprise } from './enterprise.ts';
import { atPrefecture, forEnterprise, inProvince } from './in-force.ts';
import type { Fund, Lender, Prefecture } from './institutions.ts';
import { callOn } from './last-payers.ts';
import { move, moveOf } from './ledger.ts';
import { close, DEFAULT_ARREARS, type Loan, setPrincipal } from './loan.ts';
import { spend } from './treasury.ts';
import type { SlowWorld } from './world.ts';

/** Part of a loan its enterprise pays a year for what backs it; a park's fund takes its part once a term. */
export function priceOfBacking(
  world: SlowWorld,
  e: Enterprise,
  backer: Loan['backer'],
  lender: Lender,
): number {
  if (backer === 'parkFund')
    return (forEnterprise(world, 'parkRiskFund.contribution', e) * 12) / world.p['lend.term'][lender.class];
  return premium(world, e, backer);
}

function premium(world: SlowWorld, e: Enterprise, backer: Loan['backer']): number {
  if (!isInsurer(backer)) return 0;
  return backer === 'loanInsurance'
    ? forEnterprise(world, 'loanGuaranteeInsurance.premium', e)
    : world.p['exportCreditInsurance.premium'][0];
}

/** The premiums of an insured loan for its months, or the contribution to a park's fund, for the term that begins. */
export function payForBacking(world: SlowWorld, e: Enterprise, { backer, principal, left }: Loan): void {
  if (backer === 'parkFund') {
    const paid = roundYuan(principal * forEnterprise(world, 'parkRiskFund.contribution', e));
    e.cash -= paid;
    moveOf(world, 'parkContribution', paid);
    fundOf(world, e, backer).books.contributed += paid * world.input.scale;
  } else if (isInsurer(backer)) {
    const paid = roundYuan((principal * premium(world, e, backer) * left) / 12);
    e.cash -= paid;
    moveOf(world, 'loanInsurancePremium', paid);
  }
}

/** Part of what is owed that the backer takes. */
const claimOn = ({ principal, backed }: Loan): number => shareOf(principal, backedPart(backed));

/** Whether a loan is written off this month: the court has ruled before, and its time is over. */
export function isLost(world: SlowWorld, e: Enterprise, { judged, arrears }: Loan): boolean {
  const court = atPrefecture(world, 'courtSpeed.months', e.cell.prefecture);
  return judged && arrears - DEFAULT_ARREARS >= Math.max(world.p['lend.writeOffMonths'][0], court);
}

/** All a fund is asked for this month is added up before it pays; lenders remember what part it could. */
export function callFunds(world: SlowWorld, loans: readonly { e: Enterprise; loan: Loan }[]): void {
  for (const { e, loan } of loans) {
    if (loan.backer === null || isInsurer(loan.backer) || !isLost(world, e, loan)) continue;
    const { fund, guarantee } = layersOf(world, loan.backer);
    const owed = splitClaim(claimOn(loan), fund, guarantee, AMPLE);
    fundOf(world, e, loan.backer).books.called += owed.fund * world.input.scale;
    callOn(world, 'reguarantor', owed.guarantee);
    callOn(world, 'insuredLoans', owed.insurer);
  }
  for (const fund of world.funds) {
    const { called, contributed } = fund.books;
    fund.means = called > 0 ? Math.max(0, Math.min(1, (fund.cash + contributed) / called)) : 1;
    if (called > 0) fund.trust += world.p['guarantee.trustMemory'][0] * (fund.means - fund.trust);
  }
}

/** What insured loans ask whose wait is over; what a court brings this month is not yet known. */
export function callInsurers(world: SlowWorld, loans: readonly { loan: Loan }[]): void {
  const wait = world.p['loanGuaranteeInsurance.waitMonths'][0];
  for (const { loan } of loans)
    if (isInsurer(loan.backer) && loan.arrears >= DEFAULT_ARREARS && loan.arrears - DEFAULT_ARREARS >= wait)
      callOn(world, 'insuredLoans', claimOn(loan));
}

/** Fund, guarantee layer and insurers pay their parts of a loan that is lost. */
export function payFromFund(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  if (loan.backer === null || isInsurer(loan.backer)) return;
  const { fund: part, guarantee } = layersOf(world, loan.backer);
  const fund = fundOf(world, e, loan.backer);
  const paid = splitClaim(claimOn(loan), part, guarantee, {
    fund: fund.means,
    guarantee: world.means.reguarantor,
    insurer: world.means.insuredLoans,
  });
  moveOf(world, 'fundPayout', paid.fund);
  moveOf(world, 'technologyGuarantee', paid.guarantee);
  moveOf(world, 'loanInsurancePayout', paid.insurer);
  fund.books.paid += paid.fund * world.input.scale;
  reduce(world, e, which, loan, paid.fund + paid.guarantee + paid.insurer);
}

/** An insurer pays its part once, without waiting for the court, as far as insurers' money goes. */
export function payFromInsurer(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): void {
  const paid = shareOf(claimOn(loan), world.means.insuredLoans);
  moveOf(world, 'loanInsurancePayout', paid);
  loan.backer = null;
  reduce(world, e, which, loan, paid);
}

function reduce(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan, paid: number): void {
  loan.lender.books.payout += paid * world.input.scale;
  setPrincipal(world, loan, loan.principal - paid);
  if (loan.principal === 0) close(world, e, which);
}

/** Public money for the pools, the technology layer each January, and founders' money for new park funds. */
export function fillFunds(world: SlowWorld): void {
  const { funds, p, month } = world;
  const [riskPool, , , technology, ...parks] = funds;
  endow(world, riskPool, roundYuan(inProvince(world, 'riskPool.topUp') / 12));
  const isShared = (world.levers.get('techRiskSharing.share') as number[]).some((one) => one > 0);
  const budget = isShared ? inProvince(world, 'techRiskSharing.budget') : 0;
  if (month % 12 === 0 || technology.founded === 0) {
    const missing = Math.max(0, roundYuan(budget - technology.cash));
    endow(world, technology, missing);
    technology.founded += missing;
  }
  parks.forEach((fund, prefecture) => {
    if (fund.founded > 0 || !hasMembers(world, prefecture)) return;
    fund.founded = roundYuan(p['parkRiskFund.endowment'][0]);
    fund.cash += fund.founded;
    move(world, 'parkEndowment', fund.founded);
  });
}

const hasMembers = (world: SlowWorld, prefecture: number): boolean =>
  world.cells.some(
    (cell) =>
      cell.prefecture === prefecture &&
      (world.levers.get('parkRiskFund.members') as number[])[cell.index] > 0,
  );

function endow(world: SlowWorld, fund: Fund, yuan: number): void {
  if (yuan === 0) return;
  fund.cash += yuan;
  move(world, 'fundEndowment', yuan);
  const [first, ...others] = world.prefectures;
  const each = Math.floor(yuan / world.prefectures.length);
  for (const one of others) putIn(world, one, each);
  putIn(world, first, yuan - each * others.length);
}

function putIn(world: SlowWorld, prefecture: Prefecture, yuan: number): void {
  prefecture.books.endowed += yuan;
  spend(world, prefecture, yuan);
}
