/** What each shock does in its month of age `age` (0 is the first) to one cell. */
import { SECTORS, type Shock } from '../../sim/input.ts';
import type { CellEffects, Effects } from './conditions.ts';
import type { Cell } from './place.ts';
import type { SlowWorld } from './world.ts';

type Act = (world: SlowWorld, effects: CellEffects, cell: Cell, shock: Shock, age: number) => void;

/** Sales lost at a severity, never more than 95 in a hundred. */
const lost = (depth: number, severity: number): number => Math.min(0.95, depth * severity);

/** Full while the shock lasts, then fading over its recovery. */
const strength = (age: number, months: number, recovery: number): number =>
  age < months ? 1 : 1 - (age - months + 1) / (recovery + 1);

export const ACTS: Readonly<Record<string, Act>> = {
  flood({ p }, effects, { sector }, { months, severity }, age) {
    const fade = strength(age, months, p['flood.recoveryMonths'][0]);
    effects.floodSales *= 1 - lost(p['flood.salesLoss'][sector], severity) * fade;
    if (age < months) effects.floodStanding = true;
    if (age === 0) effects.floodDamage += p['flood.damage'][sector] * severity;
  },
  demandFall({ p }, effects, { sector }, { severity }) {
    effects.sales *= 1 - lost(p['demandFall.depth'][sector], severity);
  },
  exportFall({ p }, effects, { sector }, { severity }, age) {
    effects.sales *= 1 - lost(p['exportFall.depth'][sector], severity);
    if (age === 0) effects.exportLoss += p['exportFall.unpaid'][0] * severity;
  },
  inputPrice({ p }, effects, { sector }, { severity }) {
    effects.cost += p['inputPrice.rise'][sector] * severity;
  },
  lockdown({ p }, effects, { sector }, { months, severity }, age) {
    const fade = strength(age, months, p['lockdown.recoveryMonths'][0]);
    effects.sales *= 1 - lost(p['lockdown.depth'][sector], severity) * fade;
  },
  coreEnterpriseBreak({ p }, effects, { sector }, { severity }, age) {
    if (SECTORS[sector] !== 'manufacturing') return;
    effects.supplierSales *= 1 - lost(p['coreEnterpriseBreak.salesLoss'][0], severity);
    if (age === 0) effects.supplierLoss += p['coreEnterpriseBreak.unpaid'][0] * severity;
  },
  platformExit(_world, effects, _cell, { severity }) {
    effects.platforms *= Math.max(0, 1 - severity);
  },
};

/** Shocks that do not act on a cell's enterprises but on a treasury or on all lenders. */
export const ACTS_ELSEWHERE: Readonly<
  Record<string, (world: SlowWorld, effects: Effects, shock: Shock, hit: ReadonlySet<number>) => void>
> = {
  fundingCost({ p }, effects, { severity }) {
    effects.funding += p['fundingCost.points'][0] * severity;
  },
  treasuryArrears(_world, effects, { severity }, prefectures) {
    for (const k of prefectures)
      effects.treasury[k] = Math.min(effects.treasury[k], Math.max(0, 1 - severity));
  },
};

/** Months after its last one in which a shock still acts. */
export function tailOf({ p }: SlowWorld, kind: string): number {
  if (kind === 'flood') return p['flood.recoveryMonths'][0];
  return kind === 'lockdown' ? p['lockdown.recoveryMonths'][0] : 0;
}
