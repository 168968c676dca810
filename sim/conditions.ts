/**
 * The conditions of a month, computed afresh from base values, patches and shocks: nothing is ever applied and undone.
 * Levers hold one number for each cell, lender or prefecture; effects hold what shocks do to each cell.
 */
import { FORK_MONTH, LENDER_CLASSES, type Patch, type Scope, type Shock } from './input.ts';
import type { Instrument, InstrumentParameter } from './policies/instrument.ts';
import { INSTRUMENTS } from './policies/registry.ts';
import { SHOCKS } from './shocks/registry.ts';
import { STANDING, whileLeversStand } from './standing.ts';
import type { Allocator } from './table.ts';
import type { Shape, World } from './world.ts';

/** What shocks do to the enterprises of each cell this month. */
export interface Effects {
  /** Factor on sales of everyone. */
  readonly sales: Float64Array;
  /** Factor on sales of enterprises in the flooded area. */
  readonly floodSales: Float64Array;
  /** Repair costs of enterprises in the flooded area, months of normal sales. */
  readonly floodDamage: Float64Array;
  /** Rise of variable costs of everyone, ratio of sales. */
  readonly cost: Float64Array;
  /** Rise of lenders' funding cost, annual ratio; one number. */
  readonly funding: Float64Array;
  /** Factor on sales of those who supply a broken core enterprise. */
  readonly supplierSales: Float64Array;
  /** Receivables such suppliers lose, months of normal sales. */
  readonly supplierLoss: Float64Array;
  /** 1 while flood water stands, 0 when it has gone. */
  readonly floodStanding: Float64Array;
  /** Receivables exporters lose, months of normal sales. */
  readonly exportLoss: Float64Array;
  /** Part of the enterprises whose commercial platforms can still be read. */
  readonly platforms: Float64Array;
  /** Part of what it owes that the treasury of each prefecture pays. */
  readonly treasury: Float64Array;
}

export function effectSpace(space: Allocator, shape: Shape): Effects {
  return {
    sales: space.column('f64', shape.cells),
    floodSales: space.column('f64', shape.cells),
    floodDamage: space.column('f64', shape.cells),
    cost: space.column('f64', shape.cells),
    funding: space.column('f64', 1),
    supplierSales: space.column('f64', shape.cells),
    supplierLoss: space.column('f64', shape.cells),
    floodStanding: space.column('f64', shape.cells),
    exportLoss: space.column('f64', shape.cells),
    platforms: space.column('f64', shape.cells),
    treasury: space.column('f64', shape.prefectures),
  };
}

/** Values in force by `instrument.parameter`. */
export type LeverViews = Readonly<Record<string, Float64Array>>;

const lengthOver = (parameter: InstrumentParameter, shape: Shape): number =>
  ({ cell: shape.cells, lender: shape.licensed, prefecture: shape.prefectures, province: 1 })[parameter.over];

export function leverSpace(space: Allocator, shape: Shape): LeverViews {
  const views: Record<string, Float64Array> = {};
  for (const instrument of INSTRUMENTS)
    for (const [name, parameter] of Object.entries(instrument.parameters))
      views[`${instrument.id}.${name}`] = space.column('f64', lengthOver(parameter, shape));
  return views;
}

/** Values in force of one lever's parameter; the name is checked once a phase, not once an enterprise. */
export function lever(world: World, name: string): Float64Array {
  const values = world.levers[name];
  if (!values) throw new Error(`unknown lever parameter ${name}`);
  return values;
}

/** Whether values are above 0 anywhere. Plain loops: `some` would call a function a cell. */
export function isUsed(values: Float64Array): boolean {
  for (let k = 0; k < values.length; k++) if (values[k] > 0) return true;
  return false;
}

const looked = whileLeversStand(() => new Map<string, Float64Array | null>());

/** Values of a lever that stands above 0 somewhere; null while it does not, so that a lever nobody has set costs nothing. */
export function leverInUse(world: World, name: string): Float64Array | null {
  const known = looked(world);
  const before = known.get(name);
  if (before !== undefined) return before;
  const values = lever(world, name);
  const used = isUsed(values) ? values : null;
  known.set(name, used);
  return used;
}

/** Whether values differ from a status quo anywhere. */
export function isMoved(values: Float64Array, standard: number): boolean {
  for (let k = 0; k < values.length; k++) if (values[k] !== standard) return true;
  return false;
}

/** Every lever's name and the record of its base value. */
const BASES = INSTRUMENTS.flatMap(({ id, parameters }) =>
  Object.entries(parameters).map(([name, { record }]) => ({ name: `${id}.${name}`, record })),
);

/**
 * Phase 1: fills levers and effects for `month`, from base values, whenever one of the few numbers they depend on is not
 * what it was last month: how far each patch is phased in, how old each shock is, how far the dashboard has tilted.
 */
export function computeConditions(world: World, month: number): void {
  const { standing, signs, input } = world;
  const { patches, shocks } = input;
  const patched = note(signs.patches, (k) => phaseOf(patches[k], month));
  const tilted = note(signs.tilts, (k) => world.province.tilt[k]);
  if (patched || tilted || standing[STANDING.levers] === 0) {
    setLevers(world, month);
    standing[STANDING.levers]++;
  }
  const struck = note(signs.shocks, (k) => ageOf(world, shocks[k], month));
  if (struck || standing[STANDING.effects] === 0) {
    setEffects(world, month);
    standing[STANDING.effects]++;
  }
}

/** What the conditions of the last month depended on; see `computeConditions`. */
export function signSpace(space: Allocator, shape: Shape) {
  return {
    patches: space.column('f64', shape.patches),
    shocks: space.column('f64', shape.shocks),
    tilts: space.column('f64', shape.prefectures),
  };
}

/** Writes the numbers down; says whether one differs from what stood there. */
function note(signs: Float64Array, now: (k: number) => number): boolean {
  let differs = false;
  for (let k = 0; k < signs.length; k++) {
    const value = now(k);
    if (signs[k] !== value) differs = true;
    signs[k] = value;
  }
  return differs;
}

function setLevers(world: World, month: number): void {
  const { levers, input } = world;
  for (const { name, record } of BASES) levers[name].fill(input.province.parameters[record][0]);
  for (const patch of input.patches) if (phaseOf(patch, month) > 0) applyPatch(world, patch, month);
  tiltCompensation(world);
}

function setEffects(world: World, month: number): void {
  calm(world.effects);
  for (const shock of world.input.shocks)
    if (ageOf(world, shock, month) !== NOT_NOW) applyShock(world, shock, month - shock.from);
}

/** Part of a patch that is in force, 0 outside its dates. */
function phaseOf({ from, until, phaseInMonths }: Patch, month: number): number {
  if (month < from || month > until) return 0;
  return phaseInMonths > 0 ? Math.min(1, (month - from + 1) / phaseInMonths) : 1;
}

const NOT_NOW = -1;

/** Months a shock and its tail have been at work, `NOT_NOW` outside. */
function ageOf({ input }: World, { kind, from, months }: Shock, month: number): number {
  const age = month - from;
  return age < 0 || age >= months + kindOf(kind).tail(input.province.parameters) ? NOT_NOW : age;
}

function kindOf(id: string): (typeof SHOCKS)[number] {
  const kind = SHOCKS.find((one) => one.id === id);
  if (!kind) throw new Error(`unknown shock ${id}`);
  return kind;
}

/** The dashboard's tilt of the compensation rate, on top of base and patches; nothing while it is zero. */
function tiltCompensation({ levers, province }: World): void {
  const rate = levers['compensation.rate'];
  const gain = levers['dashboard.gain'];
  for (let k = 0; k < rate.length; k++)
    if (gain[k] > 0 && province.tilt[k] !== 0)
      rate[k] = Math.min(MOST_COMPENSATION, Math.max(0, rate[k] + province.tilt[k]));
}

/** Highest compensation rate a dashboard may reach. */
const MOST_COMPENSATION = 0.8;

/** What every effect is without a shock. */
function calm(effects: Effects): void {
  const { sales, floodSales, floodDamage, cost, funding, supplierSales, supplierLoss, platforms, treasury } =
    effects;
  effects.exportLoss.fill(0);
  effects.floodStanding.fill(0);
  for (const factor of [sales, floodSales, supplierSales, platforms, treasury]) factor.fill(1);
  for (const addition of [floodDamage, cost, funding, supplierLoss]) addition.fill(0);
}

function applyPatch(world: World, patch: Patch, month: number): void {
  const instrument = INSTRUMENTS.find((one) => one.id === patch.instrument);
  if (!instrument) throw new Error(`unknown instrument ${patch.instrument}`);
  const phase = phaseOf(patch, month);
  for (const [name, parameter] of Object.entries(instrument.parameters)) {
    const base = world.input.province.parameters[parameter.record][0];
    const target = patch.set.enabled === 0 ? (parameter.off ?? base) : patch.set[name];
    if (target === undefined) continue;
    fillScope(world, instrument, name, patch.scope, base + (target - base) * phase);
  }
}

function fillScope(world: World, instrument: Instrument, name: string, scope: Scope, value: number): void {
  const values = world.levers[`${instrument.id}.${name}`];
  const { over } = instrument.parameters[name];
  for (let k = 0; k < values.length; k++) {
    const inside =
      over === 'cell'
        ? cellInScope(world, scope, k)
        : over === 'lender'
          ? !scope.lenders || scope.lenders.includes(world.lenders.class[k])
          : over === 'province' || !scope.prefectures || scope.prefectures.includes(k);
    if (inside) values[k] = value;
  }
}

/** Whether the enterprises of a cell are concerned. */
export function cellInScope(world: World, scope: Scope, cell: number): boolean {
  const { prefecture, setting, sector, size } = world.atlas;
  return (
    (!scope.prefectures || scope.prefectures.includes(prefecture[cell])) &&
    (!scope.settings || scope.settings.includes(setting[cell])) &&
    (!scope.sectors || scope.sectors.includes(sector[cell])) &&
    (!scope.sizes || scope.sizes.includes(size[cell]))
  );
}

function applyShock(world: World, shock: Shock, age: number): void {
  const kind = kindOf(shock.kind);
  const values = world.input.province.parameters;
  kind.actOnce?.(world.effects, shock.severity, values);
  if (!kind.act) return;
  for (let cell = 0; cell < world.shape.cells; cell++)
    if (cellInScope(world, shock.scope, cell))
      kind.act(world.effects, world.atlas, cell, age, shock.months, shock.severity, values);
}

/** Years since the fork, for trends that are flat at their 2025 values before it. */
export const yearsAfterFork = (month: number): number => Math.max(0, month - FORK_MONTH) / 12;

export const CLASS = Object.fromEntries(LENDER_CLASSES.map((id, k) => [id, k])) as {
  readonly [K in (typeof LENDER_CLASSES)[number]]: number;
};
