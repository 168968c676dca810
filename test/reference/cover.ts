/** Cover for loans that stand: what a bank counts on, whom it asks, and when it begins. */
import { clamp } from '../../sim/arithmetic.ts';
import { type Application, newApplication } from './application.ts';
import { countedPart } from './backing.ts';
import { type Enterprise, f32 } from './enterprise.ts';
import { forEnterprise, forLender } from './in-force.ts';
import { badRatio, type Lender } from './institutions.ts';
import { dropGuarantor, type Loan, setPrincipal } from './loan.ts';
import { uniformDraw } from './luck.ts';
import { guarantorOf } from './market.ts';
import { type Request, read } from './reading.ts';
import { tolerates } from './tolerance.ts';
import type { SlowWorld } from './world.ts';

/** A bank's request that a guarantor join a loan that stands. */
export interface CoverRequest {
  readonly application: Application;
  readonly loan: Loan;
}

const MOST_COVER = 0.9;

/** Whether a lender may bring requests for cover: by its own agreement or through one of head offices. */
export const agrees = (world: SlowWorld, lender: Lender): boolean =>
  lender.agreement ||
  uniformDraw(world, 'headToHead', -1, lender.index) < forLender(world, 'headToHead.share', lender);

export const isGuaranteeable = (world: SlowWorld, lender: Lender, amount: number): boolean =>
  agrees(world, lender) &&
  amount >= world.p['guarantee.minLoan'][0] &&
  amount <= world.p['guarantee.maxLoan'][0];

/** Covered part of a loss, moved by how far the lender's bad loans are from its tolerance. */
export function coverOf(world: SlowWorld, e: Enterprise, lender: Lender): number {
  const agreed = 1 - forEnterprise(world, 'riskSplit.bankShare', e);
  const slope = forEnterprise(world, 'dynamicRiskShare.slope', e);
  if (slope === 0 || agreed === 0) return agreed;
  const distance = 1 - badRatio(lender) / world.p['lend.nplTolerance'][lender.class];
  return clamp(agreed + slope * distance, 0, MOST_COVER);
}

/** What cover by the enterprise's guarantor would be worth to the lender. */
export function countedCover(world: SlowWorld, e: Enterprise, lender: Lender, covered: number): number {
  const guarantor = guarantorOf(world, e);
  return guarantor === null ? 0 : countedPart(world, e, lender, guarantor, covered);
}

/** PD at which the lender would go on with a covered loan; null when it would not even then. */
function pdIfCovered(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): number | null {
  const { lender, principal } = loan;
  const part = coverOf(world, e, lender);
  if (part <= 0) return null;
  const covered = countedCover(world, e, lender, part);
  const request: Request = {
    enterprise: e,
    lender,
    reader: lender,
    amount: principal,
    added: 0,
    secured: false,
    covered,
    papers: 0,
    checkPart: world.p['lend.renewalCheck'][0],
    ownClient: which === 0,
  };
  const quote = read(world, request);
  return tolerates(world, e, lender, covered, quote) ? quote.pd : null;
}

/** Whether the bank asks for cover of a loan it would otherwise end. */
export function asksForCover(world: SlowWorld, e: Enterprise, which: 0 | 1, loan: Loan): boolean {
  const { lender } = loan;
  if (loan.coverAsked || loan.secured || loan.coLent || lender.unlicensed) return false;
  if (loan.guarantor !== null || loan.backer !== null) return false;
  return isGuaranteeable(world, lender, loan.principal) && pdIfCovered(world, e, which, loan) !== null;
}

/** The loan of an enterprise whose bank waits for an answer; the first of two. */
export function waitingLoan({ loans }: Enterprise): 0 | 1 | null {
  for (const which of [0, 1] as const) {
    const loan = loans[which];
    if (loan?.coverAsked && loan.left === 1 && loan.arrears === 0) return which;
  }
  return null;
}

/** The month's requests, read again by the banks before they go to the guarantors. */
export function fileCoverRequests(world: SlowWorld): void {
  world.coverRequests = [];
  for (const e of world.enterprises) {
    const which = e.status === 'active' ? waitingLoan(e) : null;
    const loan = which === null ? null : e.loans[which];
    if (which === null || loan === null) continue;
    world.coverRequests.push({ application: newApplication(e, loan.lender, loan.principal, false), loan });
  }
}

export function readCoverRequests(world: SlowWorld): void {
  for (const { application: a, loan } of world.coverRequests) {
    const { enterprise: e } = a;
    const pd = pdIfCovered(world, e, e.loans[0] === loan ? 0 : 1, loan);
    if (pd === null) continue;
    a.pd = f32(pd);
    a.rate = loan.rate;
    a.score = Math.max(0, Math.floor(255 * (1 - Math.sqrt(Math.min(1, pd)))));
    a.covered = f32(coverOf(world, e, loan.lender));
    a.decision = 'quotedIfGuaranteed';
  }
}

/** Guarantors join the loans they have accepted. */
export function takeCover(world: SlowWorld): void {
  for (const { application: a, loan } of world.coverRequests) {
    if (a.decision !== 'quoted') continue;
    const { principal } = loan;
    loan.principal = 0;
    loan.guarantor = a.guarantor;
    loan.counterGuaranteed = a.counterGuaranteed;
    loan.covered = a.covered;
    setPrincipal(world, loan, principal);
  }
}

/** The answer has been used; a loan that is not renewed is not covered. */
export function endWait(world: SlowWorld, loan: Loan, renewed: boolean): void {
  if (!loan.coverAsked) return;
  loan.coverAsked = false;
  if (renewed || loan.guarantor === null) return;
  dropGuarantor(world, loan);
}
