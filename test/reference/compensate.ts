/** Guarantors file claims; counties pay the oldest first as far as their money goes. */
import { roundYuan } from '../../sim/arithmetic.ts';
import { courtMonths, filingMonths } from './claim-times.ts';
import { addBatch, aged, payOldest, releaseAfterCourt } from './claims.ts';
import { planYear, type Use, useBudgets } from './county-budget.ts';
import { atPrefecture } from './in-force.ts';
import type { Guarantor } from './institutions.ts';
import { move } from './ledger.ts';
import { arriving, spend } from './treasury.ts';
import type { SlowWorld } from './world.ts';

export function compensate(world: SlowWorld): void {
  planYear(world);
  for (const g of world.guarantors) fileClaims(world, g);
  const uses = useBudgets(
    world,
    world.guarantors.map((g) => aged(g.owed, filingMonths(world, g))),
  );
  const purses = sharedOut(
    world,
    world.guarantors.map((g) => purseOf(world, g, uses[g.index])),
    uses.map((use) => use.lent),
  );
  for (const g of world.guarantors) payClaims(world, g, purses[g.index]);
}

/** Of what neither courts nor anybody else will bring back, a part has to wait for the court; the rest is owed now. */
function fileClaims(world: SlowWorld, g: Guarantor): void {
  const own = g.books.payout - g.books.reguaranteed;
  const lasting = roundYuan(own * (1 - world.p['guarantee.recovery'][0]));
  const base = Math.max(0, lasting - g.books.counterGuaranteed);
  g.claimable += base;
  const waits = roundYuan(base * atPrefecture(world, 'compensation.recoverFirst', g.prefecture));
  addBatch(g.waiting, waits);
  const ruled = releaseAfterCourt(g.waiting, courtMonths(world, g));
  const owed = roundYuan((base - waits + ruled) * atPrefecture(world, 'compensation.rate', g.prefecture));
  addBatch(g.owed, owed);
  g.receivable += owed;
}

/** Money a county pays out: for claims that fall due, for part of the old ones, and what it has kept in vain. */
function purseOf(world: SlowWorld, g: Guarantor, { due, met, idle }: Use): number {
  const { surely, budgeted } = arriving(world, g);
  const old = Math.max(0, g.receivable - due);
  const clearing = atPrefecture(world, 'compensation.clearing', g.prefecture);
  const treasury = world.effects.treasury[Math.max(0, g.prefecture)];
  return Math.floor(due * surely + (met + idle) * budgeted + (old * clearing * treasury) / 12);
}

/** Part of every purse, and what is lent, goes into one pot, shared out by what is owed; the rest of a division to the last. */
function sharedOut(world: SlowWorld, purses: readonly number[], lent: readonly number[]): number[] {
  const pooled = world.guarantors.map((g) => atPrefecture(world, 'compensation.pooled', g.prefecture));
  const weights = world.guarantors.map((g) => g.receivable * pooled[g.index]);
  const given = purses.map((purse, k) => Math.floor(purse * pooled[k]));
  let pot = 0;
  let weight = 0;
  for (const yuan of [...given, ...lent]) pot += yuan;
  for (const one of weights) weight += one;
  return purses.map((purse, k) => {
    if (!(weight > 0)) return purse - given[k];
    const part = Math.floor((pot * weights[k]) / weight);
    pot -= part;
    weight -= weights[k];
    return purse - given[k] + part;
  });
}

function payClaims(world: SlowWorld, g: Guarantor, purse: number): void {
  const filing = filingMonths(world, g);
  const due = aged(g.owed, filing);
  const paid = payOldest(g.owed, filing, purse);
  if (due > 0) g.refund += (1 / 12) * (Math.min(1, paid / due) - g.refund);
  g.books.compensationDue += due;
  g.receivable -= paid;
  g.cash += paid;
  g.books.compensation += paid;
  move(world, 'compensation', paid);
  spend(world, world.prefectures[Math.max(0, g.prefecture)], paid);
}
