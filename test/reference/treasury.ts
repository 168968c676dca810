/** What treasuries pay. */

import { grownMoney } from '../../sim/decisions/subsidy.ts';
import { fundTilted } from './budget.ts';
import type { Enterprise } from './enterprise.ts';
import { atPrefecture, forEnterprise, inProvince } from './in-force.ts';
import type { Guarantor, Prefecture } from './institutions.ts';
import { move } from './ledger.ts';
import type { SlowWorld } from './world.ts';

/** Money a prefecture is given for a yuan it was given in 2025. */
export function fundFactor(world: SlowWorld, prefecture: number): number {
  const standard = world.p['fundAllocation.west'][0];
  const west = inProvince(world, 'fundAllocation.west');
  const grown = grownMoney(inProvince(world, 'fundAllocation.fund'), world.p['fundAllocation.fund'][0]);
  const one = world.prefectures[prefecture];
  return grown * (one.periphery ? west / standard : (1 - west) / (1 - standard)) * fundTilted(world, one);
}

/** Interest subsidy an enterprise may count on, annual ratio: what is owed, as far as it has been paid. */
export const subsidyPoints = (world: SlowWorld, e: Enterprise): number =>
  forEnterprise(world, 'interestSubsidy.points', e) * world.prefectures[e.cell.prefecture].subsidyPaidShare;

/** Parts of what falls due to a guarantor that arrive in any case, and as far as the budget of the year reaches. */
export function arriving(world: SlowWorld, g: Guarantor): { surely: number; budgeted: number } {
  const standard = world.p['compensation.arrival'][0];
  const place = Math.max(0, g.prefecture);
  const lever = atPrefecture(world, 'compensation.arrival', place);
  const part = shifted(Math.min(1, standard * g.arrivalFactor), standard, lever);
  const promise = lever < 1 ? shifted(0, standard, lever) : part;
  const [fund, treasury] = [fundFactor(world, place), world.effects.treasury[place]];
  const all = Math.min(1, part * fund * treasury);
  const surely = Math.min(all, promise * fund * treasury);
  return { surely, budgeted: all - surely };
}

/** A local status quo, moved as far towards 0 or 1 as a lever is from its own status quo. */
export function shifted(base: number, standard: number, value: number): number {
  if (value < standard) return base + (base * (value - standard)) / standard;
  return standard < 1 ? base + ((1 - base) * (value - standard)) / (1 - standard) : base;
}

/** A treasury gets from outside what it spends. */
export function spend(world: SlowWorld, prefecture: Prefecture, yuan: number): void {
  move(world, 'budget', yuan);
  prefecture.treasurySpent += yuan;
}
