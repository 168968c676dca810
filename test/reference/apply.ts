/** Phase 4: who lacks money, whom they would ask, and who dares. */
import { exp, power } from '../../sim/arithmetic.ts';
import { desiredLoan, ownFunds } from '../../sim/decisions/demand.ts';
import { FORK_MONTH, LENDER_CLASSES } from '../../sim/input.ts';
import { newApplication } from './application.ts';
import { deterrentOf, netRate, safetyOf, worthOf } from './asking.ts';
import { fileCoverRequests, waitingLoan } from './cover.ts';
import { borrows, type Enterprise } from './enterprise.ts';
import type { Lender } from './institutions.ts';
import { normalDraw, uniformDraw } from './luck.ts';
import { chosenClass, lenderWithin } from './market.ts';
import { callerOn } from './outlets.ts';
import { reachedBy } from './outreach.ts';
import { isAdvisedAgainst } from './visit-screen.ts';
import type { SlowWorld } from './world.ts';

/** ln 2 / 2. */
const HALVING = 0.34657359027997264;

/** Trend of desired debt over sales; after the fork its pace halves every two years. */
export function deepening({ p }: SlowWorld, month: number): number {
  const years = (month - FORK_MONTH) / 12;
  const after = (1 - power(2, -Math.max(0, years) / 2)) / HALVING;
  return exp(p['apply.deepening'][0] * (Math.min(0, years) + after));
}

/** Debt an enterprise would carry. */
export function targetDebt(world: SlowWorld, e: Enterprise, month: number): number {
  const { p, input } = world;
  const spread = exp(p['apply.debtRatioSpread'][0] * normalDraw(world, 'initialDebt', -1, e.id));
  const ratio = p['apply.debtRatio'][e.cell.size] * spread;
  return ratio * 12 * e.scale * deepening(world, month) * input.province.debtTilt[e.cell.prefecture];
}

export function apply(world: SlowWorld): void {
  world.applications = [];
  fileCoverRequests(world);
  for (const e of world.enterprises) if (reviews(world, e)) consider(world, e);
}

/** Whether an owner reviews its finance this month: not with two loans, nor while one is late or waits for cover. */
function reviews(world: SlowWorld, e: Enterprise): boolean {
  if (e.status !== 'active') return false;
  const { p, month } = world;
  const loan = e.loans[0] ?? e.loans[1];
  const rate = callerOn(world, e) === null ? p['apply.needRate'][0] * reviewFactor(world, e) : 1;
  if (uniformDraw(world, 'need', month, e.id) >= rate) return false;
  if (loan !== null && loan.arrears > 0) return false;
  if (waitingLoan(e) !== null) return false;
  return e.loans[0] === null || e.loans[1] === null;
}

function reviewFactor({ p }: SlowWorld, e: Enterprise): number {
  if (borrows(e)) return p['apply.secondLender'][0];
  return e.vintage === 0 ? p['apply.noviceReview'][0] : 1;
}

/** Yuan an owner lacks, in whole thousands; 0 when it is not worth the trouble. */
function lacking(world: SlowWorld, e: Enterprise): number {
  const { p } = world;
  const target = targetDebt(world, e, world.month) * (e.vintage === 0 ? p['apply.firstRequest'][0] : 1);
  const owed = (e.loans[0] ?? e.loans[1])?.principal ?? 0;
  const financed = owed + ownFunds(e.capital, owed + e.privateDebt);
  const amount = Math.floor(desiredLoan(target, financed, e.cash, safetyOf(world, e)) / 1000) * 1000;
  const isWorthIt = amount >= p['apply.leastLoan'][0] && amount >= p['apply.leastRise'][0] * target;
  return isWorthIt ? amount : 0;
}

/** The class an owner would ask: that of the relationship bank whose officer called, if it lends such amounts. */
function classFor(world: SlowWorld, e: Enterprise, amount: number, matched: boolean): number | null {
  const { p, month } = world;
  const caller = LENDER_CLASSES.indexOf('relationship');
  const lends = amount >= p['lend.minLoan'][caller] && amount <= p['lend.maxLine'][caller];
  if (lends && callerOn(world, e) === 'relationship') return caller;
  const present = (e.loans[0] ?? e.loans[1])?.lender ?? null;
  return chosenClass(world, e, amount, present?.class ?? null, { stream: 'search', month, matched });
}

/** The lender an owner would ask, or null: another than the present one. */
function lenderFor(world: SlowWorld, e: Enterprise, amount: number, matched: boolean): Lender | null {
  const present = (e.loans[0] ?? e.loans[1])?.lender ?? null;
  const c = classFor(world, e, amount, matched);
  if (c === null) return null;
  const lender = lenderWithin(world, e, c);
  return lender === present ? null : lender;
}

function consider(world: SlowWorld, e: Enterprise): void {
  const { input } = world;
  const amount = lacking(world, e);
  if (amount === 0) return;
  const drawn = reachedBy(world, e);
  const lender = lenderFor(world, e, amount, drawn.matched);
  if (lender === null || worthOf(world, e, amount) <= netRate(world, e, lender, amount)) return;
  const reached = isAdvisedAgainst(world, e, lender, amount) ? reachedBy(world, e, false) : drawn;
  e.events.add('wanted');
  if (reached.contacted) e.events.add('contacted');
  if (reached.visited) e.events.add('visited');
  const deterrent = deterrentOf(world, e, lender, amount, reached);
  world.blocks[e.cell.block].books[deterrent ?? 'asked'] += input.scale;
  if (deterrent === null) e.events.add('applied');
  const looked = uniformDraw(world, 'peer', -2, e.id) < (input.scale < 100 ? 1 / 16 : 1);
  if (deterrent === null || looked)
    world.applications.push(newApplication(e, lender, amount, deterrent !== null));
}
