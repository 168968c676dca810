/** Outlets and canvassing: how far an applicant travels, whom officers call on, and who pays for it. */
import { roundYuan } from '../../sim/arithmetic.ts';
import { travelLeft } from '../../sim/decisions/travel.ts';
import { borrows, type Enterprise } from './enterprise.ts';
import { atCell, forEnterprise } from './in-force.ts';
import { isOf, type Lender } from './institutions.ts';
import { uniformDraw } from './luck.ts';
import type { SlowWorld } from './world.ts';

/** Whether an officer calls on an enterprise without a loan this month. */
export const isCalledOn = (world: SlowWorld, e: Enterprise): boolean =>
  !borrows(e) &&
  uniformDraw(world, 'canvass', world.month, e.id) < forEnterprise(world, 'outlets.canvassed', e) / 12;

/** Part of the cost of asking that is left; who is called on does not travel. */
export function travelCost(world: SlowWorld, e: Enterprise): number {
  const travel = world.p['outlets.travelShare'][0];
  if (isCalledOn(world, e)) return 1 - travel;
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

/** What a lender pays of what its place costs. */
export function outletCost(world: SlowWorld, lender: Lender, places: readonly number[]): number {
  const { prefecture } = lender;
  if (prefecture < 0 || !pays(lender, prefecture)) return 0;
  let book = 0;
  for (const one of world.lenders) if (pays(one, prefecture)) book += one.loans;
  return book > 0 ? roundYuan((places[prefecture] * lender.loans) / book) : 0;
}
