/** What an owner weighs before asking: what the loan would bring, the chance, the trouble and the wait. */
import { expectedChance, gainFromAsking, waitingCost } from '../../sim/decisions/demand.ts';
import { timeWithin } from '../../sim/decisions/queue.ts';
import { bankDebt, type Enterprise, f32, isTraced, probit } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { isOf, type Lender } from './institutions.ts';
import { uniformDraw } from './luck.ts';
import { isOffered } from './offers.ts';
import type { Reached } from './outreach.ts';
import { meanFileTime } from './queues.ts';
import { subsidyHoped } from './subsidy.ts';
import type { SlowWorld } from './world.ts';

/** One owner's view of one loan; rates annual, cost in yuan. */
interface View {
  readonly amount: number;
  readonly worth: number;
  readonly rate: number;
  readonly chance: number;
  readonly cost: number;
  readonly days: number;
}

/** Liquidity an owner wants to keep. */
export const safetyOf = ({ p }: SlowWorld, e: Enterprise): number =>
  p['apply.safetyShare'][0] * p['trade.bufferMonths'][0] * e.scale;

/** Posted rate, less the subsidy an owner counts on who borrows `amount` yuan more. */
export function netRate(world: SlowWorld, e: Enterprise, lender: Lender, amount: number): number {
  return world.postedRate[lender.class] - subsidyHoped(world, e, bankDebt(e) + amount);
}

/** Annual return of the money: of the enterprise's own use, more as far as it is short of cash. */
export function worthOf(world: SlowWorld, e: Enterprise, amount: number): number {
  const shortfall = Math.min(amount, Math.max(0, safetyOf(world, e) - e.cash));
  return e.returnOnCredit + (shortfall / amount) * world.p['apply.urgency'][0];
}

/** Why an owner who wants credit does not ask; null when it does. */
export type Deterrent = 'fearedRefusal' | 'tooCumbersome' | 'unaware' | null;

export function deterrentOf(
  world: SlowWorld,
  e: Enterprise,
  lender: Lender,
  amount: number,
  reached: Reached,
): Deterrent {
  learn(world, e, reached);
  const offered = isOffered(world, e, lender, amount);
  if (offered) e.events.add('offered');
  const view = viewOf(world, e, lender, amount, reached, offered);
  const told = reached.encouraged || offered || reached.informed || reached.near;
  if (!told && isUnaware(world, e)) return 'unaware';
  if (gain(world, view, view.chance) > 0) return null;
  return gain(world, view, 1) > 0 ? 'fearedRefusal' : 'tooCumbersome';
}

/** Peers pull the belief of an owner who thinks of asking; the app shows it outright what they met with. */
function learn(world: SlowWorld, e: Enterprise, { informed }: Reached): void {
  const seen = probit(world.blocks[e.cell.block].approval);
  e.belief = f32(e.belief + world.p['apply.peerWeight'][0] * (seen - e.belief));
  if (informed) e.belief = f32(seen);
}

/** Some who never borrowed do not know how. */
const isUnaware = (world: SlowWorld, e: Enterprise): boolean =>
  e.vintage === 0 &&
  e.loans[0] === null &&
  uniformDraw(world, 'awareness', -1, e.id) < world.p['apply.unaware'][e.cell.setting];

function viewOf(
  world: SlowWorld,
  e: Enterprise,
  lender: Lender,
  amount: number,
  reached: Reached,
  offered: boolean,
): View {
  const { p } = world;
  const peers = world.blocks[e.cell.block].approval;
  const own = expectedChance(e.belief);
  const chance = reached.encouraged ? Math.max(own, peers) : own;
  const cost = troubleOf(world, e, lender, amount, reached);
  const days = daysOf(world, e, lender, reached);
  return {
    amount,
    worth: worthOf(world, e, amount),
    rate: netRate(world, e, lender, amount),
    chance: offered ? Math.max(chance, p['passivePreApproval.trust'][0]) : chance,
    cost: offered ? cost * p['passivePreApproval.searchCost'][0] : cost,
    days: offered ? Math.min(days, p['passivePreApproval.days'][0]) : days,
  };
}

/** Yuan of trouble: search, travel and documents, less what is spared; registration of what is pledged. */
function troubleOf(
  world: SlowWorld,
  e: Enterprise,
  lender: Lender,
  amount: number,
  { near, cost }: Reached,
): number {
  const { p } = world;
  const away = p['apply.distance'][e.cell.prefecture];
  const distance = near ? Math.min(1, away) : away;
  const documents = e.data === 'none' ? 1 : p['apply.documentsLeft'][0];
  const channel = isOf(lender, 'digital') && isTraced(e) ? p['apply.digitalCost'][0] : 1;
  const full = p['apply.searchCost'][e.cell.setting] * distance + p['apply.searchCostShare'][0] * amount;
  const registration = e.collateral ? forEnterprise(world, 'onlineMortgage.cost', e) : 0;
  return full * documents * channel * cost + registration;
}

/** Days until the money comes, as the owner expects. */
function daysOf(world: SlowWorld, e: Enterprise, { class: c }: Lender, { visited }: Reached): number {
  const { p } = world;
  const papers = e.data === 'none' ? p['lend.daysMissingData'][c] : 0;
  const desk = meanFileTime(world, c);
  const limit = forEnterprise(world, 'coordinationMechanism.decisionDays', e);
  const clocked = limit <= papers ? limit : papers + timeWithin(desk, limit - papers);
  return (
    (visited ? clocked : papers + desk) + (e.collateral ? forEnterprise(world, 'onlineMortgage.days', e) : 0)
  );
}

function gain({ p }: SlowWorld, { amount, worth, rate, cost, days }: View, chance: number): number {
  const wait = waitingCost(amount, worth, rate, chance, days);
  return gainFromAsking(amount, worth, rate, chance, cost + wait, p['apply.fearOfRefusal'][0]);
}
