/** What counties set aside in January to compensate their guarantors, told in yuan of claims it is good for. */
import { roundYuan } from '../../sim/arithmetic.ts';
import { courtMonths, filingMonths } from './claim-times.ts';
import { atPrefecture } from './in-force.ts';
import type { Guarantor } from './institutions.ts';
import { arriving } from './treasury.ts';
import type { SlowWorld } from './world.ts';

/** Counties budget from 2026 on; before, a year says nothing of the next. */
const FIRST_BUDGET = 36;

const hasBudgets = ({ month }: SlowWorld): boolean => month >= FIRST_BUDGET;

/** A new year: what the last one brought becomes the plan, and counting starts over. */
export function planYear(world: SlowWorld): void {
  if (world.month % 12 !== 0) return;
  for (const g of world.guarantors) {
    g.reach = hasBudgets(world) ? expected(world, g) : 0;
    g.claimable = 0;
  }
}

/** Claims with the county now, and those to come of last year's rulings and of this year's payouts and rulings. */
function expected(world: SlowWorld, g: Guarantor): number {
  const filing = filingMonths(world, g);
  const court = courtMonths(world, g);
  const toCourt = atPrefecture(world, 'compensation.recoverFirst', g.prefecture);
  let filed = 0;
  for (const { yuan, age } of g.owed) if (age < filing) filed += yuan;
  /** Months of this year in which a claim may still be filed to be due by December. */
  const open = 12 - filing;
  let ruled = 0;
  for (const { yuan, age } of g.waiting) if (age + open >= court) ruled += yuan;
  const months = open * (1 - toCourt) + Math.max(0, open - court) * toCourt;
  const claims = (g.claimable / 12) * months + ruled;
  return filed + roundYuan(claims * atPrefecture(world, 'compensation.rate', g.prefecture));
}

/** What a county's budget does in a month: claims it is used for, yuan lent to the pool, claims it was kept for in vain. */
export interface Use {
  readonly due: number;
  readonly met: number;
  lent: number;
  idle: number;
}

/** Each budget meets what is due first, then helps the pool; in December nothing is kept. */
export function useBudgets(world: SlowWorld, dues: readonly number[]): Use[] {
  const uses = world.guarantors.map((g, k): Use => {
    const met = hasBudgets(world) ? Math.min(g.reach, dues[k]) : dues[k];
    if (hasBudgets(world)) g.reach -= met;
    return { due: dues[k], met, lent: 0, idle: 0 };
  });
  helpOthers(world, uses);
  if (hasBudgets(world) && world.month % 12 === 11)
    for (const g of world.guarantors) {
      uses[g.index].idle = g.reach;
      g.reach = 0;
    }
  return uses;
}

/** The pooled part of what all budgets still hold pays the pooled part of what dry ones leave, in proportion. */
function helpOthers(world: SlowWorld, uses: Use[]): void {
  const common = (g: Guarantor) =>
    arriving(world, g).budgeted * atPrefecture(world, 'compensation.pooled', g.prefecture);
  let held = 0;
  let short = 0;
  for (const g of world.guarantors) {
    held += Math.floor(g.reach * common(g));
    short += Math.floor((uses[g.index].due - uses[g.index].met) * common(g));
  }
  const help = Math.min(held, short);
  if (help === 0) return;
  for (const g of world.guarantors) {
    const yuan = Math.floor((help * Math.floor(g.reach * common(g))) / held);
    uses[g.index].lent = yuan;
    if (yuan > 0) g.reach = Math.max(0, g.reach - Math.ceil(yuan / arriving(world, g).budgeted));
  }
}
