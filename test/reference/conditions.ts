/** Phase 1: levers and shocks in force, demand, and the lenders' screening tables. */
import { blockLuck, factorLoadings, nextDemand } from '../../sim/decisions/demand-factor.ts';
import { type Patch, type Scope, SECTORS, type Shock } from '../../sim/input.ts';
import { tiltCompensation } from './dashboard.ts';
import { LEVER_NAMES, LEVERS, type Lever, recordOf } from './levers.ts';
import { normalDraw } from './luck.ts';
import type { Cell } from './place.ts';
import { screeningTable } from './screening.ts';
import { ACTS, ACTS_ELSEWHERE, tailOf } from './shocks.ts';
import type { SlowWorld } from './world.ts';

/** Values in force of each lever: one a cell, lender, prefecture or one for all. */
export type Levers = Map<Lever, number[]>;

/** What shocks do to the enterprises of one cell. */
export interface CellEffects {
  sales: number;
  floodSales: number;
  floodDamage: number;
  /** Whether the water still stands. */
  floodStanding: boolean;
  cost: number;
  supplierSales: number;
  supplierLoss: number;
  platforms: number;
  /** Receivables exporters lose, months of normal sales. */
  exportLoss: number;
}

export interface Effects {
  readonly cells: CellEffects[];
  funding: number;
  readonly treasury: number[];
}

export function conditions(world: SlowWorld): void {
  setConditions(world);
  moveDemand(world);
  world.effort = screeningTable(world);
}

/** Each block's wave: the draw of its trade, that of its place and its own, by the shares of its variance. */
function moveDemand(world: SlowWorld): void {
  const { p, month } = world;
  const loadings = factorLoadings(p['trade.factorSectorShare'][0], p['trade.factorPrefectureShare'][0]);
  const trades = SECTORS.map((_, sector) => normalDraw(world, 'sectorFactor', month, sector));
  const places = world.prefectures.map(({ index }) => normalDraw(world, 'prefectureFactor', month, index));
  places.forEach((place, k) => {
    trades.forEach((trade, sector) => {
      const block = world.blocks[k * trades.length + sector];
      const luck = blockLuck(loadings, trade, place, normalDraw(world, 'factor', month, block.index));
      block.demand = nextDemand(
        block.demand,
        p['trade.factorPersistence'][0],
        p['trade.factorVolatility'][0],
        luck,
      );
    });
  });
}

/** Levers and effects of the month at work, from nothing but their standing values. */
export function setConditions(world: SlowWorld): void {
  world.levers = standing(world);
  for (const patch of world.input.patches)
    if (patch.from <= world.month && world.month <= patch.until) applyPatch(world, patch);
  tiltCompensation(world);
  world.effects = calm(world);
  for (const shock of world.input.shocks) applyShock(world, shock);
}

function standing(world: SlowWorld): Levers {
  const lengths = {
    cell: world.cells.length,
    lender: world.lenders.length,
    prefecture: world.prefectures.length,
    province: 1,
  };
  const levers: Levers = new Map();
  for (const name of LEVER_NAMES)
    levers.set(name, new Array<number>(lengths[LEVERS[name][0]]).fill(world.p[recordOf(name)][0]));
  return levers;
}

function applyPatch(world: SlowWorld, patch: Patch): void {
  const { phaseInMonths } = patch;
  const part = phaseInMonths > 0 ? Math.min(1, (world.month - patch.from + 1) / phaseInMonths) : 1;
  for (const name of LEVER_NAMES) {
    if (!name.startsWith(`${patch.instrument}.`)) continue;
    const [, parameter] = name.split('.');
    const base = world.p[recordOf(name)][0];
    const target = patch.set.enabled === 0 ? (LEVERS[name][1] ?? base) : patch.set[parameter];
    if (target === undefined) continue;
    const values = world.levers.get(name) as number[];
    for (let k = 0; k < values.length; k++)
      if (concerns(world, name, patch.scope, k)) values[k] = base + (target - base) * part;
  }
}

function concerns(world: SlowWorld, name: Lever, scope: Scope, k: number): boolean {
  switch (LEVERS[name][0]) {
    case 'cell':
      return inScope(scope, world.cells[k]);
    case 'lender':
      return listed(scope.lenders, world.lenders[k].class);
    case 'prefecture':
      return listed(scope.prefectures, k);
    default:
      return true;
  }
}

const listed = (list: readonly number[] | undefined, value: number): boolean =>
  list === undefined || list.includes(value);

const inScope = (scope: Scope, { prefecture, setting, sector, size }: Cell): boolean =>
  listed(scope.prefectures, prefecture) &&
  listed(scope.settings, setting) &&
  listed(scope.sectors, sector) &&
  listed(scope.sizes, size);

const calm = ({ cells, prefectures }: SlowWorld): Effects => ({
  cells: cells.map(() => ({
    sales: 1,
    floodSales: 1,
    floodDamage: 0,
    floodStanding: false,
    cost: 0,
    supplierSales: 1,
    supplierLoss: 0,
    platforms: 1,
    exportLoss: 0,
  })),
  funding: 0,
  treasury: prefectures.map(() => 1),
});

function applyShock(world: SlowWorld, shock: Shock): void {
  const age = world.month - shock.from;
  if (age < 0 || age >= shock.months + tailOf(world, shock.kind)) return;
  const hit = world.cells.filter((cell) => inScope(shock.scope, cell));
  const prefectures = new Set(hit.map((cell) => cell.prefecture));
  ACTS_ELSEWHERE[shock.kind]?.(world, world.effects, shock, prefectures);
  for (const cell of hit) ACTS[shock.kind]?.(world, world.effects.cells[cell.index], cell, shock, age);
}
