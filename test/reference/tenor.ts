/** Kinds of loan by how they run, and what they cost besides interest. */
import { roundYuan } from '../../sim/arithmetic.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise, forLender } from './in-force.ts';
import type { Lender } from './institutions.ts';
import { move, moveOf } from './ledger.ts';
import type { Loan } from './loan.ts';
import { pairUniformDraw, uniformDraw } from './luck.ts';
import type { SlowWorld } from './world.ts';

export type Tenor = 'usual' | 'medium' | 'revolving';

/** A loan repaid in instalments by more than half can be neither lengthened nor drawn at will. */
export const isBullet = ({ p }: SlowWorld, { class: c }: Lender): boolean => p['lend.amortising'][c] <= 0.5;

/** Kind of loan a lender offers an enterprise for its next loan. */
export function tenorFor(world: SlowWorld, e: Enterprise, lender: Lender): Tenor {
  if (!isBullet(world, lender)) return 'usual';
  const luck = (stream: 'revolving' | 'mediumTerm') => pairUniformDraw(world, stream, -1, e.id, e.vintage);
  if (luck('revolving') < forEnterprise(world, 'revolvingCredit.share', e)) return 'revolving';
  return luck('mediumTerm') < forEnterprise(world, 'mediumTermLoans.share', e) ? 'medium' : 'usual';
}

/** Months until a loan falls due; a line is reviewed once a year. */
export const monthsOf = ({ p }: SlowWorld, tenor: Tenor, lender: Lender): number =>
  Math.floor(
    { usual: p['lend.term'][lender.class], medium: p['mediumTermLoans.months'][0], revolving: 12 }[tenor],
  );

/** What is asked more for it: for the longer term, or because a line is drawn for a part only. */
export function tenorPremium({ p }: SlowWorld, tenor: Tenor, breakEven: number, funds: number): number {
  if (tenor === 'medium') return p['mediumTermLoans.premium'][0];
  return tenor === 'revolving' ? (breakEven - funds) * (1 / p['revolvingCredit.utilisation'][0] - 1) : 0;
}

/** Yuan that bear interest this month: of a line, what its owner does not have idle; that costs the lender no funds. */
export function interestBearing(
  world: SlowWorld,
  e: Enterprise,
  { revolving, principal, lender }: Loan,
): number {
  if (!revolving) return principal;
  const kept = 0.5 * world.p['trade.bufferMonths'][0] * e.scale;
  const idle = Math.min(principal, Math.max(0, Math.floor(e.cash - kept)));
  lender.books.idle += idle * world.input.scale;
  return principal - idle;
}

/** A lender ties charges to its loans while its scruples are weaker than what it expects to lose when found out. */
function tiesCharges(world: SlowWorld, lender: Lender): boolean {
  const expected =
    forLender(world, 'feeDiscipline.detection', lender) * (1 + world.p['feeDiscipline.penalty'][0]);
  return expected < uniformDraw(world, 'tiedFee', -1, lender.index);
}

/** A charge on what is newly lent; one that is detected is paid back at once. */
export function charge(world: SlowWorld, e: Enterprise, lender: Lender, amount: number): void {
  const { p, month } = world;
  const detection = forLender(world, 'feeDiscipline.detection', lender);
  if (!tiesCharges(world, lender)) return;
  if (pairUniformDraw(world, 'feeDetected', month, e.id, lender.index) < detection) return;
  const fee = roundYuan(amount * p['feeDiscipline.charge'][lender.class]);
  e.cash -= fee;
  moveOf(world, 'tiedFee', fee);
  lender.books.tiedFee += fee * world.input.scale;
}

/** What charges add to a year of a loan, where they are not found out. */
export function yearlyCharge(world: SlowWorld, lender: Lender): number {
  const { p } = world;
  const kept = 1 - forLender(world, 'feeDiscipline.detection', lender);
  const yearly = kept * p['feeDiscipline.charge'][lender.class] * 12;
  return tiesCharges(world, lender) ? yearly / p['lend.term'][lender.class] : 0;
}

/** A bank pays the platform that read its client. */
export function payPlatform(
  world: SlowWorld,
  bank: Lender,
  platform: Lender,
  amount: number,
  months: number,
): void {
  const fee = roundYuan((amount * world.p['coLending.fee'][0] * months) / 12) * world.input.scale;
  move(world, 'platformFee', fee);
  bank.books.feePaid += fee;
  platform.books.feeEarned += fee;
}
