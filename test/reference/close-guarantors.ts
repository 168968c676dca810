/** A guarantor closes the month and sees how much it may write next. */
import { roundYuan } from '../../sim/arithmetic.ts';
import { FORK_MONTH } from '../../sim/input.ts';
import { courtMonths } from './claim-times.ts';
import { addBatch, settleInCourt, sumOf } from './claims.ts';
import { limitsOf } from './guarantor-limits.ts';
import { atPrefecture } from './in-force.ts';
import type { Guarantor } from './institutions.ts';
import { move } from './ledger.ts';
import type { SlowWorld } from './world.ts';

export function closeGuarantor(world: SlowWorld, g: Guarantor, claimRate: number): void {
  const { p } = world;
  const { books } = g;
  const own = books.payout - books.reguaranteed;
  chase(world, g, own);
  payCosts(world, g);
  const cash = g.cash + books.fee - own - books.reviewCost;
  const outstanding = g.outstanding + books.written - books.released;
  const liability = g.liability + books.liabilityIn - books.liabilityOut;
  const behind = Math.max(1, liability + own);
  const kept = 1 - atPrefecture(world, 'reguarantee.share', g.prefecture);
  const performing = Math.max(1, liability * kept + own - g.pending);
  const incurred = books.called + books.pending - g.pending;
  g.payoutRate += ((12 * own) / behind - g.payoutRate) / p['guarantee.payoutMemory'][0];
  if (world.month > FORK_MONTH)
    g.claimRate += ((12 * incurred) / performing - g.claimRate) / p['guarantee.payoutMemory'][0];
  g.pending = books.pending;
  const expected = Math.floor(g.receivable * g.refund);
  g.netAssets =
    cash + expected + roundYuan(g.claims * p['guarantee.recovery'][0]) + sumOf(g.counterGuaranteed);
  const { multiple, plan } = limitsOf(world, g, outstanding, liability, claimRate);
  g.roomThisMonth = Math.max(0, Math.floor(Math.min(multiple, plan) - outstanding));
  g.suspended = cash <= 0 || Math.floor(multiple - outstanding) < 1;
}

/** Earnings on cash, recoveries and counter-guarantees on what the court settles; this month’s payouts go to court. */
function chase(world: SlowWorld, g: Guarantor, own: number): void {
  const { p } = world;
  const settled = settleInCourt(g.inCourt, courtMonths(world, g));
  addBatch(g.inCourt, own);
  const recovered = roundYuan(settled * p['guarantee.recovery'][0]);
  const stoodGood = settleInCourt(g.counterGuaranteed, courtMonths(world, g));
  addBatch(g.counterGuaranteed, g.books.counterGuaranteed);
  const earned = roundYuan((Math.max(0, g.cash) * p['guarantee.earnings'][0]) / 12);
  g.claims += own - settled;
  g.cash += recovered + stoodGood + earned;
  move(world, 'claimsRecovered', recovered);
  move(world, 'counterGuarantee', stoodGood);
  move(world, 'guarantorEarnings', earned);
}

function payCosts(world: SlowWorld, g: Guarantor): void {
  const cost = roundYuan((g.outstanding * world.p['guarantee.operatingCost'][0]) / 12);
  g.cash -= cost;
  move(world, 'guarantorCost', cost);
}
