/** Phase 13: counts of the month for the province and each prefecture; reads only. */
import type { Application } from './application.ts';
import { add, type Counts } from './counts.ts';
import { borrows, type Enterprise, type Event } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import type { Loan } from './loan.ts';
import { DEFAULT_ARREARS } from './loan.ts';
import { privateRate } from './private-rate.ts';
import { recordInstitutions } from './record-institutions.ts';
import { yearlyCharge } from './tenor.ts';
import type { SlowWorld } from './world.ts';

const INCLUSIVE_LINE = 10_000_000;
const SURVIVAL_MONTHS = 36;

/** The start is counted like the month after it. */
export function record(world: SlowWorld): void {
  const month = Math.max(0, world.month);
  world.counts = [new Map(), ...world.prefectures.map(() => new Map<string, number>())];
  for (const e of world.enterprises)
    for (const counts of groupsOf(world, e)) {
      countEvents(world, counts, e);
      if (e.status === 'active') countEnterprise(counts, e, month);
      for (const loan of e.loans) if (loan !== null) countLoan(world, counts, e, loan);
      if (e.privateDebt > 0) {
        add(counts, 'private', e.privateDebt);
        add(counts, 'privateRateYuan', Math.round(e.privateDebt * privateRate(world, e)));
      }
    }
  for (const a of world.applications)
    for (const counts of groupsOf(world, a.enterprise)) countApplication(world, counts, a);
  recordInstitutions(world, month);
}

/** The province and the enterprise's prefecture. */
const groupsOf = ({ counts }: SlowWorld, { cell }: Enterprise): Counts[] => [
  counts[0],
  counts[1 + cell.prefecture],
];

const COUNTED: readonly (readonly [Event, string])[] = [
  ['wanted', 'wanted'],
  ['firstLoan', 'firstLoans'],
  ['defaulted', 'newDefaults'],
  ['entered', 'entries'],
  ['exited', 'exits'],
];

/** Owners who did not ask stand for as many as were not looked at. */
const shadowWeight = ({ input }: SlowWorld): number => (input.scale < 100 ? 16 : 1);

function countEvents(world: SlowWorld, counts: Counts, e: Enterprise): void {
  for (const [event, name] of COUNTED) if (e.events.has(event)) add(counts, name, 1);
  if (e.events.has('discouraged')) add(counts, 'discouraged', shadowWeight(world));
  add(counts, 'maturedYuan', e.matured);
  add(counts, 'renewedYuan', e.renewed);
}

function countEnterprise(counts: Counts, e: Enterprise, month: number): void {
  const formal = borrows(e);
  const informal = e.privateDebt > 0;
  const is: readonly (readonly [string, boolean])[] = [
    ['active', true],
    ['borrowers', formal],
    ['privateUsers', informal],
    ['financed', formal || informal],
    ['recorded', e.vintage > 0],
    ['older', e.founded <= month - SURVIVAL_MONTHS],
    ['dataUsable', e.data !== 'none'],
  ];
  for (const [name, counted] of is) if (counted) add(counts, name, 1);
}

function countLoan(world: SlowWorld, counts: Counts, e: Enterprise, loan: Loan): void {
  const { principal } = loan;
  const formal = (e.loans[0]?.principal ?? 0) + (e.loans[1]?.principal ?? 0);
  const interest = Math.round(principal * loan.rate);
  const fee =
    loan.guarantor === null ? 0 : Math.round(principal * forEnterprise(world, 'guaranteeFee.rate', e));
  const subsidy = e.subsidy > 0 ? Math.round((12 * e.subsidy * principal) / formal) : 0;
  add(counts, 'lines', 1);
  add(counts, 'balance', principal);
  add(counts, 'rateYuan', interest);
  const charges = Math.round(principal * yearlyCharge(world, loan.lender));
  add(counts, 'costYuan', interest + charges + fee - subsidy);
  if (formal <= INCLUSIVE_LINE) add(counts, 'inclusive', principal);
  if (loan.guarantor !== null) add(counts, 'guaranteed', principal);
  else if (!loan.secured) add(counts, 'unsecured', principal);
  if (loan.arrears > 0) add(counts, 'overdue', principal);
  if (loan.arrears >= DEFAULT_ARREARS) add(counts, 'nonPerforming', principal);
}

function countApplication(world: SlowWorld, counts: Counts, a: Application): void {
  if (a.shadow) {
    if (a.decision === 'quoted') add(counts, 'wantedYuan', a.amount * shadowWeight(world));
    return;
  }
  add(counts, 'applications', 1);
  add(counts, 'decisions', 1);
  add(counts, 'days', Math.round(a.days * 10));
  add(counts, 'wantedYuan', a.asked);
  if (a.decision !== 'disbursed') return;
  add(counts, 'approvals', 1);
  add(counts, 'grantedYuan', a.amount);
  add(counts, 'lentYuan', a.amount);
  add(counts, 'checkYuan', Math.round(a.cost));
  add(counts, 'checkPermille', Math.round((1_000_000 * a.cost) / a.amount));
}
