/** The yearly money a prefecture has for interest subsidies, and what is left of it. */
import { tiltedMoney } from '../../sim/decisions/dashboard.ts';
import { atPrefecture, inProvince } from './in-force.ts';
import type { Prefecture } from './institutions.ts';
import type { SlowWorld } from './world.ts';

type Group = 'core' | 'west' | 'rest';

const groupOf = ({ core, periphery }: Prefecture): Group =>
  core === 1 ? 'core' : periphery ? 'west' : 'rest';

/** Part of the fund that a group of prefectures gets; what the west gets more, the others get less alike. */
function partOf(world: SlowWorld, group: Group): number {
  const { p } = world;
  const standard = p['fundAllocation.west'][0];
  const west = inProvince(world, 'fundAllocation.west');
  if (group === 'west') return west;
  const core = p['fundAllocation.core'][0];
  return (group === 'core' ? core : 1 - core - standard) * ((1 - west) / (1 - standard));
}

/** Enterprises a prefecture had at the start. */
function startingStock(world: SlowWorld, { index }: Prefecture): number {
  let stock = 0;
  for (const cell of world.cells)
    if (cell.prefecture === index) stock += world.input.province.population[cell.index];
  return stock;
}

function stockOf(world: SlowWorld, group: Group): number {
  let stock = 0;
  for (const one of world.prefectures) if (groupOf(one) === group) stock += startingStock(world, one);
  return stock;
}

/** Yuan a year: a group's part of what is not held back, shared by enterprises; absent groups leave theirs to the others. */
export function groupBudget(world: SlowWorld, prefecture: Prefecture): number {
  const { p } = world;
  let present = 0;
  for (const group of ['core', 'west', 'rest'] as const)
    if (stockOf(world, group) > 0) present += partOf(world, group);
  const released =
    inProvince(world, 'fundAllocation.fund') * (1 - inProvince(world, 'fundAllocation.heldBack'));
  const money = released * p['fundAllocation.subsidyPart'][0];
  const group = groupOf(prefecture);
  const share = (money * partOf(world, group) * startingStock(world, prefecture)) / stockOf(world, group);
  return share / present;
}

/** Money of a prefecture for a yuan it would have without a dashboard: all together have as much as before. */
export function fundTilted(world: SlowWorld, { index }: Prefecture): number {
  const tiltOf = (one: Prefecture) =>
    atPrefecture(world, 'dashboard.fundGain', one.index) > 0 ? one.fundTilt : 0;
  let [given, wanted] = [0, 0];
  for (const one of world.prefectures) {
    const budget = groupBudget(world, one);
    given += budget;
    wanted += budget * (1 + tiltOf(one));
  }
  return tiltedMoney(tiltOf(world.prefectures[index]), given, wanted);
}

/** In January the money of the year comes; what was overspent is taken off, what was left lapses. */
export function refillBudgets(world: SlowWorld): void {
  if (world.month % 12 !== 0) return;
  for (const one of world.prefectures)
    one.subsidyLeft =
      Math.floor(groupBudget(world, one) * fundTilted(world, one)) + Math.min(0, one.subsidyLeft);
}

/** Part of this month's claims that is paid: as much as is left for what was claimed last month. */
export function payablePart({ subsidyLeft, subsidyClaimed }: Prefecture): number {
  if (subsidyClaimed > 0) return Math.max(0, Math.min(1, subsidyLeft / subsidyClaimed));
  return subsidyLeft > 0 ? 1 : 0;
}

/** Takes the month's subsidies from the budget; what part of the claims was paid is remembered over about a year. */
export function chargeBudget(prefecture: Prefecture): void {
  const { subsidy, subsidyClaimed } = prefecture.books;
  prefecture.subsidyClaimed = subsidyClaimed;
  prefecture.subsidyLeft -= subsidy;
  if (subsidyClaimed > 0)
    prefecture.subsidyPaidShare += (subsidy / subsidyClaimed - prefecture.subsidyPaidShare) / 12;
}
