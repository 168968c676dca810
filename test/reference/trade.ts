/** Phase 2: a month of trade. */
import { exp, roundYuan, shareOf } from '../../sim/arithmetic.ts';
import { operatingSurplus, ownerDrawing } from '../../sim/decisions/cash-flow.ts';
import { SECTORS } from '../../sim/input.ts';
import type { CellEffects } from './conditions.ts';
import { type Enterprise, f32 } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { callOn, weigh } from './last-payers.ts';
import { moveOf } from './ledger.ts';
import { laplaceDraw, normalDraw, uniformDraw } from './luck.ts';
import type { Cell } from './place.ts';
import type { SlowWorld } from './world.ts';

export function trade(world: SlowWorld): void {
  for (const e of world.enterprises) {
    e.events.clear();
    e.matured = 0;
    e.renewed = 0;
    e.subsidy = 0;
    if (e.status !== 'active') continue;
    grow(world, e);
    callOn(world, 'interruption', floodClaim(world, e) + exportClaim(world, e));
  }
  weigh(world, 'interruption');
  for (const e of world.enterprises) {
    if (e.status !== 'active') continue;
    const effects = world.effects.cells[e.cell.index];
    const sales = sell(world, e, effects);
    if (suppliesBroken(e, effects) && effects.supplierLoss > 0)
      repair(world, e, roundYuan(e.scale * effects.supplierLoss));
    if (isFlooded(e, effects)) sufferFlood(world, e);
    if (isInsured(world, e)) payPremium(world, e, sales);
    sellCapital(world, e);
    drawProfit(world, e);
    loseBuyers(world, e);
  }
}

/** Once a year normal sales grow; every month the shock moves on. */
function grow(world: SlowWorld, e: Enterprise): void {
  const { p, month } = world;
  if ((month - e.founded) % 12 === 0) {
    const spread = p['trade.growthVolatility'][e.cell.size] * laplaceDraw(world, 'growth', month, e.id);
    e.scale = Math.max(100, roundYuan(e.scale * exp(p['trade.growth'][0] + spread)));
  }
  const persistence = p['trade.shockPersistence'][0];
  const innovation = Math.sqrt(1 - persistence * persistence);
  e.shock = f32(persistence * e.shock + innovation * normalDraw(world, 'shock', month, e.id));
}

const isFlooded = (e: Enterprise, effects: CellEffects): boolean =>
  e.floodplain && (effects.floodSales !== 1 || effects.floodDamage !== 0);

const suppliesBroken = (e: Enterprise, effects: CellEffects): boolean =>
  e.supplier && effects.supplierSales !== 1;

/** Normal margin of a cell, dearer inputs taken off. */
const cellMargin = ({ p, effects }: SlowWorld, { index, sector, setting, prefecture }: Cell): number =>
  p['trade.margin'][sector] +
  p['trade.marginBySetting'][setting] +
  p['trade.marginByPrefecture'][prefecture] -
  effects.cells[index].cost;

/** Sales of the month and what is left of them. */
function sell(world: SlowWorld, e: Enterprise, effects: CellEffects): number {
  const { p } = world;
  const block = world.blocks[e.cell.block];
  let demand = effects.sales * (1 + block.demand);
  if (isFlooded(e, effects)) demand *= effects.floodSales;
  if (suppliesBroken(e, effects)) demand *= effects.supplierSales;
  const sales = roundYuan(e.scale * demand * (1 - block.lossRate));
  const margin =
    cellMargin(world, e.cell) +
    p['trade.qualityMargin'][0] * e.quality +
    p['trade.shockMargin'][e.cell.size] * e.shock;
  const fromCapital = (e.capital * e.returnOnCredit * demand) / 12;
  const fixedShare = p['trade.fixedCostShare'][e.cell.sector];
  const surplus = roundYuan(operatingSurplus(e.scale, sales, margin, fixedShare) + fromCapital);
  e.cash += surplus;
  moveOf(world, 'sales', sales);
  moveOf(world, 'costs', sales - surplus);
  block.books.sales += sales * world.input.scale;
  return sales;
}

function repair(world: SlowWorld, e: Enterprise, cost: number): void {
  e.cash -= cost;
  moveOf(world, 'damage', cost);
}

const isFarm = ({ cell }: Enterprise): boolean => SECTORS[cell.sector] === 'agriculture';

/** Farms by interruption insurance, others in a package with their bank. */
function isInsured(world: SlowWorld, e: Enterprise): boolean {
  const lever = isFarm(e) ? 'interruptionInsurance.coverage' : 'partnerInsurance.coverage';
  return uniformDraw(world, 'insurance', -1, e.id) < forEnterprise(world, lever, e);
}

/** Damage, and what had been spent on sales that are lost. */
function floodDamage(world: SlowWorld, e: Enterprise): number {
  const { p, effects } = world;
  const { floodSales, floodStanding, floodDamage } = effects.cells[e.cell.index];
  const variable = 1 - cellMargin(world, e.cell) - p['trade.fixedCostShare'][e.cell.sector];
  const unsold = e.scale * (1 - floodSales) * Number(floodStanding);
  const spent = unsold * Math.max(0, variable) * p['flood.sunk'][e.cell.sector];
  return roundYuan(e.scale * floodDamage + spent);
}

/** The insured ask for part of the damage and of margin and fixed costs of what they cannot sell. */
function floodClaim(world: SlowWorld, e: Enterprise): number {
  const effects = world.effects.cells[e.cell.index];
  if (!isFlooded(e, effects) || !isInsured(world, e)) return 0;
  const kept = world.p['trade.fixedCostShare'][e.cell.sector] + cellMargin(world, e.cell);
  const lost = e.scale * (1 - effects.floodSales) * kept + floodDamage(world, e);
  const lever = isFarm(e) ? 'interruptionInsurance.payout' : 'partnerInsurance.payout';
  return roundYuan(forEnterprise(world, lever, e) * Math.max(0, lost));
}

/** The water costs; insurers pay as far as their money goes, and the enterprise bears the rest. */
function sufferFlood(world: SlowWorld, e: Enterprise): void {
  e.events.add('flooded');
  repair(world, e, floodDamage(world, e));
  if (!isInsured(world, e)) return;
  const paid = shareOf(floodClaim(world, e), world.means.interruption);
  e.cash += paid;
  if (world.means.interruption > 0) e.events.add('compensated');
  moveOf(world, 'insurancePayout', paid);
  world.prefectures[e.cell.prefecture].books.insurancePayout += paid * world.input.scale;
}

function payPremium(world: SlowWorld, e: Enterprise, sales: number): void {
  const rate = isFarm(e) ? 'interruptionInsurance.premium' : 'partnerInsurance.premium';
  const fee = roundYuan(world.p[rate][0] * sales);
  e.cash -= fee;
  moveOf(world, 'premium', fee);
  world.prefectures[e.cell.prefecture].books.premium += fee * world.input.scale;
}

/** Short of half the supplier credit, working capital is sold at a loss. */
function sellCapital(world: SlowWorld, e: Enterprise): void {
  const { p } = world;
  const haircut = p['apply.haircut'][0];
  const needed = -e.cash - 0.5 * p['trade.payablesMonths'][0] * e.scale;
  if (needed <= 0 || e.capital <= 0) return;
  const sold = Math.min(e.capital, roundYuan(needed / (1 - haircut)));
  const proceeds = Math.floor(sold * (1 - haircut));
  e.capital -= sold;
  e.cash += proceeds;
  moveOf(world, 'workingCapitalSold', proceeds);
}

function drawProfit(world: SlowWorld, e: Enterprise): void {
  const { p } = world;
  const drawing = roundYuan(
    ownerDrawing(e.cash, p['trade.bufferMonths'][0] * e.scale, p['trade.drawRate'][0]),
  );
  e.cash -= drawing;
  moveOf(world, 'ownerDrawings', drawing);
}

/** What exporters lose when foreign buyers fail. */
const lostToBuyers = ({ effects }: SlowWorld, e: Enterprise): number =>
  e.segments.has('exporter') ? roundYuan(e.scale * effects.cells[e.cell.index].exportLoss) : 0;

/** Part of it is insured where a policy is pledged with a lender. */
function exportClaim(world: SlowWorld, e: Enterprise): number {
  if (e.loans.every((loan) => loan?.backer !== 'exportInsurance')) return 0;
  return roundYuan(lostToBuyers(world, e) * forEnterprise(world, 'exportCreditInsurance.share', e));
}

/** Insurers pay as far as their money goes, and the exporter bears the rest. */
function loseBuyers(world: SlowWorld, e: Enterprise): void {
  const paid = shareOf(exportClaim(world, e), world.means.interruption);
  repair(world, e, lostToBuyers(world, e));
  e.cash += paid;
  moveOf(world, 'exportPayout', paid);
}
