/** Phase 4: who lacks money, whom they would ask, and who dares. */
import { exp, power } from '../../sim/arithmetic.ts';
import { desiredLoan, expectedChance, gainFromAsking } from '../../sim/decisions/demand.ts';
import { FORK_MONTH, LENDER_CLASSES } from '../../sim/input.ts';
import { newApplication } from './application.ts';
import { forEnterprise } from './conditions.ts';
import { borrows, type Enterprise, f32, isTraced, probit } from './enterprise.ts';
import type { Lender } from './institutions.ts';
import { normalDraw, uniformDraw } from './luck.ts';
import { chosenClass, lenderWithin } from './market.ts';
import { isCalledOn, travelCost } from './outlets.ts';
import { subsidyPoints } from './treasury.ts';
import type { SlowWorld } from './world.ts';

const LEAST_LOAN = 20_000;
const LEAST_RISE = 0.2;
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
  for (const e of world.enterprises) if (reviews(world, e)) consider(world, e);
}

/** Whether an owner reviews its finance this month: not with two loans, nor while one is late. */
function reviews(world: SlowWorld, e: Enterprise): boolean {
  if (e.status !== 'active') return false;
  const { p, month } = world;
  const loan = e.loans[0] ?? e.loans[1];
  const rate = isCalledOn(world, e) ? 1 : p['apply.needRate'][0] * reviewFactor(world, e);
  if (uniformDraw(world, 'need', month, e.id) >= rate) return false;
  if (loan !== null && loan.arrears > 0) return false;
  return e.loans[0] === null || e.loans[1] === null;
}

function reviewFactor({ p }: SlowWorld, e: Enterprise): number {
  if (borrows(e)) return p['apply.secondLender'][0];
  return e.vintage === 0 ? p['apply.noviceReview'][0] : 1;
}

/** Yuan an owner lacks, in whole thousands; 0 when it is not worth the trouble. */
function lacking(world: SlowWorld, e: Enterprise): number {
  const target = targetDebt(world, e, world.month);
  const owed = (e.loans[0] ?? e.loans[1])?.principal ?? 0;
  const wish = desiredLoan(target, owed, e.cash, bufferOf(world, e));
  const amount = Math.floor(wish / 1000) * 1000;
  return amount < LEAST_LOAN || amount < LEAST_RISE * target ? 0 : amount;
}

const bufferOf = ({ p }: SlowWorld, e: Enterprise): number => p['trade.bufferMonths'][0] * e.scale;

/** The lender an owner would ask, or null: another than the present one. */
function lenderFor(world: SlowWorld, e: Enterprise, amount: number): Lender | null {
  const present = (e.loans[0] ?? e.loans[1])?.lender ?? null;
  const luck = { stream: 'search', month: world.month } as const;
  const c = chosenClass(world, e, amount, present?.class ?? null, luck);
  if (c === null) return null;
  const lender = lenderWithin(world, e, c);
  return lender === present ? null : lender;
}

/** Contacts that reach an enterprise this year. */
function contactsOf(world: SlowWorld, e: Enterprise): { contacted: boolean; visited: boolean } {
  const year = Math.floor(world.month / 12);
  const listed = forEnterprise(world, 'firstLoanList.contacts', e);
  const visits = forEnterprise(world, 'coordinationMechanism.visits', e);
  return {
    contacted: !borrows(e) && e.vintage === 0 && uniformDraw(world, 'contact', year, e.id) < listed,
    visited: !borrows(e) && uniformDraw(world, 'visit', year, e.id) < visits,
  };
}

const usesApp = (world: SlowWorld, e: Enterprise): boolean =>
  uniformDraw(world, 'appAdoption', -1, e.id) < forEnterprise(world, 'enterpriseApp.adoption', e);

function consider(world: SlowWorld, e: Enterprise): void {
  const { p, input } = world;
  const amount = lacking(world, e);
  if (amount === 0) return;
  const lender = lenderFor(world, e, amount);
  if (lender === null) return;
  const rate = netRate(world, e, lender);
  const shortfall = Math.min(amount, Math.max(0, 0.5 * bufferOf(world, e) - e.cash));
  const worth = e.returnOnCredit + (shortfall / amount) * 0.3;
  if (worth <= rate) return;
  e.events.add('wanted');
  const { contacted, visited } = contactsOf(world, e);
  const chance = hope(world, e, contacted || visited || isCalledOn(world, e));
  const cost = costOfAsking(world, e, lender, amount);
  const asks = gainFromAsking(amount, worth, rate, chance, cost, p['apply.fearOfRefusal'][0]) > 0;
  if (contacted) e.events.add('contacted');
  if (visited) e.events.add('visited');
  if (asks) {
    e.events.add('applied');
    world.blocks[e.cell.block].books.asked += input.scale;
  }
  const looked = uniformDraw(world, 'peer', -2, e.id) < (input.scale < 100 ? 1 / 16 : 1);
  if (asks || looked) world.applications.push(newApplication(e, lender, amount, !asks));
}

/** Posted rate, less the subsidy an owner could show enough tax years for. */
function netRate(world: SlowWorld, e: Enterprise, lender: Lender): number {
  const years = forEnterprise(world, 'interestSubsidy.taxYears', e);
  const eligible = world.month - e.founded >= 12 * years;
  return world.postedRate[lender.class] - (eligible ? subsidyPoints(world, e) : 0);
}

/** Chance an owner expects after hearing from peers; whoever is called on expects no less than they get. */
function hope(world: SlowWorld, e: Enterprise, calledOn: boolean): number {
  const peers = world.blocks[e.cell.block].approval;
  e.belief = f32(e.belief + world.p['apply.peerWeight'][0] * (probit(peers) - e.belief));
  if (usesApp(world, e)) e.belief = f32(probit(peers));
  const own = expectedChance(e.belief);
  return calledOn ? Math.max(own, peers) : own;
}

/** Time, travel and documents, less what data, digital lenders, contacts and the app spare. */
function costOfAsking(world: SlowWorld, e: Enterprise, lender: Lender, amount: number): number {
  const { p } = world;
  const { setting, prefecture } = e.cell;
  const { contacted, visited } = contactsOf(world, e);
  const full =
    p['apply.searchCost'][setting] * p['apply.distance'][prefecture] + p['apply.searchCostShare'][0] * amount;
  const documents = e.data === 'none' ? 1 : 0.7;
  const digital = LENDER_CLASSES[lender.class] === 'digital' && isTraced(e) ? 0.2 : 1;
  const guided = contacted
    ? forEnterprise(world, 'firstLoanList.searchCost', e)
    : visited
      ? p['coordinationMechanism.searchCost'][0]
      : 1;
  const help = guided * (usesApp(world, e) ? p['enterpriseApp.searchCost'][0] : 1);
  return full * documents * digital * help * travelCost(world, e);
}
