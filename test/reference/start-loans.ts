/** A loan an enterprise already has at the start: from whom, how much, on what security, how far into its term. */
import { normalCdf, normalQuantile, shareOf } from '../../sim/arithmetic.ts';
import { targetDebt } from './apply.ts';
import { type Enterprise, f32 } from './enterprise.ts';
import { atPrefecture } from './in-force.ts';
import type { Guarantor, Lender } from './institutions.ts';
import { DEFAULT_ARREARS, type Loan } from './loan.ts';
import { pairUniformDraw } from './luck.ts';
import { chosenClass, guarantorsAt, lenderWithin } from './market.ts';
import type { SlowWorld } from './world.ts';

const LEAST_LOAN = 20_000;
/** Part of the debt wanted that a first and a second lender gave. */
const PARTS = [0.85, 0.35] as const;
const START_BIN = 4;

type Luck = (partner: number) => number;

export function endowLoan(world: SlowWorld, e: Enterprise, which: 0 | 1): void {
  const { p } = world;
  const wanted = Math.floor((targetDebt(world, e, -1) * PARTS[which]) / 1000) * 1000;
  const lender = lenderOf(world, e, which, Math.max(LEAST_LOAN, wanted));
  if (lender === null) return;
  const luck: Luck = (partner) =>
    pairUniformDraw(world, 'initialCash', -3, e.id, partner + (which === 1 ? 10 : 0));
  const loan = termsOf(world, e, which, lender, wanted, luck);
  e.capital += loan.principal;
  if (hasPaid(world, e, loan)) leavePaid(e, loan);
  if (loan.principal > 0) e.loans[which] = loan;
  e.vintage = 1;
  if (which === 0) e.belief = f32(e.belief + 2 * p['apply.beliefLearning'][0]);
  e.history = Math.floor(luck(7) * 60);
  e.relation = Math.floor(luck(8) * 60);
}

/** Whether the guarantor of a loan has paid for it before the start. */
function hasPaid(world: SlowWorld, { cell }: Enterprise, { guarantor, arrears }: Loan): boolean {
  const wait = atPrefecture(world, 'claimsProcedure.payoutMonths', cell.prefecture);
  return guarantor !== null && arrears - DEFAULT_ARREARS >= wait;
}

/** What a payout leaves: the bank’s part, and a bad record. */
function leavePaid(e: Enterprise, loan: Loan): void {
  loan.principal -= shareOf(loan.principal, loan.covered);
  loan.guarantor = null;
  e.bad = 1;
}

/** Chance of a share of all for one whose `trait` a signal of correlation `r` has sorted. */
export const sortedShare = (share: number, r: number, trait: number): number =>
  normalCdf((normalQuantile(share) + r * trait) / Math.sqrt(1 - r * r));

/** A second loan comes from another lender than the first, or not at all. */
function lenderOf(world: SlowWorld, e: Enterprise, which: 0 | 1, amount: number): Lender | null {
  const c = chosenClass(world, e, amount, null, { stream: 'initialLender', month: which === 1 ? -2 : -1 });
  if (c === null) return null;
  const lender = lenderWithin(world, e, c);
  return which === 1 && e.loans[0]?.lender === lender ? null : lender;
}

/** Guarantor of a first loan without collateral, for some. */
function guarantorOf(
  world: SlowWorld,
  e: Enterprise,
  which: 0 | 1,
  lender: Lender,
  wanted: number,
  luck: Luck,
): Guarantor | null {
  const { p } = world;
  const eligible =
    !e.collateral &&
    which === 0 &&
    lender.agreement &&
    wanted >= p['guarantee.minLoan'][0] &&
    wanted <= p['guarantee.maxLoan'][0];
  if (!eligible || luck(1) >= sortedShare(p['start.guaranteed'][0], p['start.guaranteedLean'][0], -e.quality))
    return null;
  const local = guarantorsAt(world, e.cell.prefecture);
  return local[Math.floor(luck(5) * local.length)] ?? null;
}

function termsOf(
  world: SlowWorld,
  e: Enterprise,
  which: 0 | 1,
  lender: Lender,
  wanted: number,
  luck: Luck,
): Loan {
  const { p } = world;
  const c = lender.class;
  const guarantor = guarantorOf(world, e, which, lender, wanted, luck);
  const ceiling = e.collateral || guarantor !== null ? p['lend.maxLine'][c] : p['lend.maxLoan'][c];
  const bad = luck(2) < p['start.npl'][0];
  return {
    lender,
    guarantor,
    counterGuaranteed: false,
    principal: Math.max(LEAST_LOAN, Math.min(wanted, ceiling)),
    rate: f32(Math.min(p['lend.rateCap'][c], world.postedRate[c] + 0.01 * (luck(3) - 0.5))),
    covered: guarantor === null ? 0 : f32(1 - p['riskSplit.bankShare'][0]),
    left: 1 + Math.floor(luck(4) * p['lend.term'][c]),
    arrears: bad ? DEFAULT_ARREARS + Math.floor(luck(6) * p['lend.writeOffMonths'][0]) : 0,
    origin: 0,
    pdBin: START_BIN,
    secured: e.collateral,
    noRecord: false,
    pledged: false,
    revolving: false,
    backer: null,
    backed: 0,
    coLent: false,
    coverAsked: false,
    deferred: false,
    judged: false,
  };
}
