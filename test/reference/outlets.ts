/** Outlets and canvassing: how far an applicant travels, whom officers call on, and who pays for it. */
import { roundYuan } from '../../sim/arithmetic.ts';
import { callsEach, officersFree } from '../../sim/decisions/rounds.ts';
import { travelLeft } from '../../sim/decisions/travel.ts';
import { borrows, type Enterprise } from './enterprise.ts';
import { atCell, atPrefecture, forEnterprise } from './in-force.ts';
import { isOf, type Lender } from './institutions.ts';
import { uniformDraw } from './luck.ts';
import type { SlowWorld } from './world.ts';

/**
 * Calls of one bank's officers in a month: of a relationship bank with its licence, by those whom neither last month's
 * files nor the clients take, who are all of them when the book is as large as their capital carries.
 */
function callsOf(world: SlowWorld, lender: Lender): number {
  const { p } = world;
  const { prefecture, founded, officers, attention, loans } = lender;
  if (!isOf(lender, 'relationship') || lender.unlicensed) return 0;
  if (atPrefecture(world, 'relationshipBanks.presence', prefecture) === 0) return 0;
  const capitalEach = p['relationshipBanks.capitalPerOfficer'][0];
  const bookEach = capitalEach / p['lend.capitalRatio'][lender.class];
  const each = callsEach(
    p['relationshipBanks.files'][0],
    p['fieldLending.visitCost'][0],
    p['outlets.callCost'][0],
  );
  return each * officersFree(founded / capitalEach, officers / attention, loans, bookEach);
}

/** Chance that an officer of a relationship bank calls on an enterprise of a prefecture this month. */
function chanceOfRound(world: SlowWorld, prefecture: number): number {
  let calls = 0;
  for (const lender of world.lenders) if (lender.prefecture === prefecture) calls += callsOf(world, lender);
  let there = 0;
  for (const { index, prefecture: here } of world.cells)
    if (here === prefecture) there += world.input.province.population[index];
  return Math.min(1, calls / there);
}

/** Whose officer calls on an enterprise without a loan this month: a relationship bank's, an outlet's, or nobody's. */
export function callerOn(world: SlowWorld, e: Enterprise): 'relationship' | 'outlet' | null {
  if (borrows(e)) return null;
  const { month } = world;
  if (uniformDraw(world, 'rounds', month, e.id) < chanceOfRound(world, e.cell.prefecture))
    return 'relationship';
  const canvassed = forEnterprise(world, 'outlets.canvassed', e) / 12;
  return uniformDraw(world, 'canvass', month, e.id) < canvassed ? 'outlet' : null;
}

/** Part of the cost of asking that is left; who is called on does not travel. */
export function travelCost(world: SlowWorld, e: Enterprise): number {
  const travel = world.p['outlets.travelShare'][0];
  if (callerOn(world, e) !== null) return 1 - travel;
  return 1 + travel * (travelLeft(forEnterprise(world, 'outlets.density', e)) - 1);
}

/** Rural lenders of a prefecture pay for its outlets by their part of the book. */
const pays = (lender: Lender, prefecture: number): boolean =>
  isOf(lender, 'rural') && lender.prefecture === prefecture;

/** Yuan a month of outlets beyond those of 2025 and of officers' rounds; an enterprise of 2023 stands for a place. */
export function costOfPlace(world: SlowWorld, prefecture: number): number {
  const { p, input } = world;
  let cost = 0;
  for (const cell of world.cells) {
    if (cell.prefecture !== prefecture) continue;
    const outlets = (atCell(world, 'outlets.density', cell) - 1) * p['outlets.cost'][0];
    const calls = atCell(world, 'outlets.canvassed', cell) * p['outlets.callCost'][0];
    cost += (input.province.population[cell.index] * (outlets + calls)) / 12;
  }
  return cost;
}

/** What a lender pays of what its place costs, or for its own officers' calls. */
export function outletCost(world: SlowWorld, lender: Lender, places: readonly number[]): number {
  const { prefecture } = lender;
  if (isOf(lender, 'relationship')) return roundYuan(callsOf(world, lender) * world.p['outlets.callCost'][0]);
  if (prefecture < 0 || !pays(lender, prefecture)) return 0;
  let book = 0;
  for (const one of world.lenders) if (pays(one, prefecture)) book += one.loans;
  return book > 0 ? roundYuan((places[prefecture] * lender.loans) / book) : 0;
}
