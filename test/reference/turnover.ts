/** Phase 12: exits, credit repair and entries. */
import { exp } from '../../sim/arithmetic.ts';
import { countFrom } from '../../sim/random.ts';
import { born, borrows, type Enterprise, f32, firstBelief } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import type { Block } from './institutions.ts';
import { move, moveOf } from './ledger.ts';
import { close, setPrincipal } from './loan.ts';
import { uniformDraw } from './luck.ts';
import type { Cell } from './place.ts';
import type { SlowWorld } from './world.ts';

const OLDEST = 120;
/** Ids of entrants start here. */
const ENTRANTS = 0x30000000;

export function turnover(world: SlowWorld): void {
  world.enterprises = world.enterprises.filter(
    (e) => e.status === 'active' || (e.status === 'estate' && borrows(e)),
  );
  for (const e of world.enterprises) if (e.status === 'active') age(world, e);
  world.born[world.month] = [];
  for (const block of world.blocks) enter(world, block);
}

function age(world: SlowWorld, e: Enterprise): void {
  const { p, month } = world;
  if (e.bad > 0) repairRecord(world, e);
  const floor = -0.95 * p['trade.payablesMonths'][0] * e.scale;
  e.distress = e.cash < floor ? e.distress + 1 : 0;
  const chance = residualHazard(world, month - e.founded);
  const isOver = e.distress >= p['turnover.distressMonths'][0];
  if (isOver || uniformDraw(world, 'residualExit', month, e.id) < chance) leave(world, e);
}

/** Monthly chance of closing for other reasons, highest around the third year. */
function residualHazard({ p }: SlowWorld, months: number): number {
  const distance = (Math.min(OLDEST, months) / 12 - 2.5) / 2;
  return (p['turnover.exitByAge'][0] + p['turnover.exitYoung'][0] * exp(-distance * distance)) / 12;
}

/** A bad record ages and is cleared; the owner then hopes like one who never asked. */
function repairRecord(world: SlowWorld, e: Enterprise): void {
  if (e.bad > forEnterprise(world, 'creditRepair.months', e)) {
    e.bad = 0;
    e.belief = f32(firstBelief(world, e.cell, e.id));
  } else e.bad = Math.min(255, e.bad + 1);
}

/** Working capital is sold; loans, private debt and suppliers are paid in this order as far as it goes. */
function leave(world: SlowWorld, e: Enterprise): void {
  const { scale } = world.input;
  const proceeds = Math.floor(e.capital * (1 - world.p['apply.haircut'][0]));
  e.capital = 0;
  e.cash += proceeds;
  moveOf(world, 'workingCapitalSold', proceeds);
  payLenders(world, e);
  payPrivate(world, e);
  if (e.cash < 0) {
    moveOf(world, 'unpaidPayables', -e.cash);
    world.blocks[e.cell.block].books.unpaid += -e.cash * scale;
  } else moveOf(world, 'estateToOwner', e.cash);
  e.cash = 0;
  e.status = borrows(e) ? 'estate' : 'closed';
  e.events.add('exited');
}

function payLenders(world: SlowWorld, e: Enterprise): void {
  for (const which of [0, 1] as const) {
    const loan = e.loans[which];
    if (loan === null) continue;
    const paid = Math.min(loan.principal, Math.max(0, e.cash));
    e.cash -= paid;
    moveOf(world, 'repaid', paid);
    loan.lender.books.repaid += paid * world.input.scale;
    setPrincipal(world, loan, loan.principal - paid);
    if (loan.principal === 0) close(world, e, which);
  }
}

function payPrivate(world: SlowWorld, e: Enterprise): void {
  const { scale } = world.input;
  const { books } = world.prefectures[e.cell.prefecture];
  const paid = Math.min(e.privateDebt, Math.max(0, e.cash));
  e.cash -= paid;
  moveOf(world, 'privateRepaid', paid);
  books.privateRepaid += paid * scale;
  books.privateLost += (e.privateDebt - paid) * scale;
  e.privateDebt = 0;
}

/** Entrants of a sector in a prefecture, at a pace set by the starting stock and demand. */
function enter(world: SlowWorld, block: Block): void {
  const { p, month, input } = world;
  const cells = world.cells.filter((cell) => cell.block === block.index);
  let stock = 0;
  for (const { index } of cells) stock += input.province.population[index];
  const yearly = p['turnover.entry'][0] / 12;
  const pace = (yearly * exp((p['turnover.stockGrowth'][0] * month) / 12)) / input.scale;
  const expected = pace * stock * Math.max(0, 1 + block.demand);
  const count = Math.min(8191, countFrom(uniformDraw(world, 'entryCount', month, block.index), expected));
  world.born[month][block.index] = count;
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const id = ENTRANTS + (month * 128 + block.index) * 0x2000 + ordinal;
    const cell = pickCell(world, cells, uniformDraw(world, 'entrantTraits', -1, id) * stock);
    const e = born(world, id, cell, month, p['turnover.startCashMonths'][0]);
    e.events.add('entered');
    world.enterprises.push(e);
    move(world, 'startCapital', e.cash * input.scale);
  }
}

function pickCell({ input }: SlowWorld, cells: readonly Cell[], luck: number): Cell {
  let sum = 0;
  for (const cell of cells) {
    sum += input.province.population[cell.index];
    if (luck <= sum) return cell;
  }
  return cells[cells.length - 1];
}
