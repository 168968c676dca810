/** Phase 10: treasuries pay interest subsidies, compensation and capital. */
import { roundYuan } from '../../sim/arithmetic.ts';
import { delayMonths } from '../../sim/decisions/delay.ts';
import { monthsDue } from '../../sim/decisions/subsidy.ts';
import { fillFunds } from './backers-pay.ts';
import { chargeBudget, payablePart, refillBudgets } from './budget.ts';
import { holdInCommon } from './common-purse.ts';
import { compensate } from './compensate.ts';
import type { Enterprise } from './enterprise.ts';
import { atPrefecture, forEnterprise } from './in-force.ts';
import type { Guarantor } from './institutions.ts';
import { move, moveOf } from './ledger.ts';
import type { Loan } from './loan.ts';
import { uniformDraw } from './luck.ts';
import { greenPoints, greenSubsidy } from './pledges.ts';
import { claims, isFound } from './subsidy.ts';
import { spend } from './treasury.ts';
import type { SlowWorld } from './world.ts';

export function support(world: SlowWorld): void {
  refillBudgets(world);
  for (const e of world.enterprises) if (e.status === 'active') subsidise(world, e);
  for (const e of world.enterprises) if (e.status === 'active') supportGreen(world, e);
  compensate(world);
  fillFunds(world);
  holdInCommon(world);
  for (const guarantor of world.guarantors) inject(world, guarantor);
  for (const prefecture of world.prefectures) {
    spend(world, prefecture, prefecture.books.subsidy);
    chargeBudget(prefecture);
  }
}

/** Interest subsidy on loans in good order, where it is worth claiming or comes by itself, some time after the loan. */
function subsidise(world: SlowWorld, e: Enterprise): void {
  const { input } = world;
  if (!claims(world, e, debtInGoodOrder(e))) return;
  const prefecture = world.prefectures[e.cell.prefecture];
  const points = forEnterprise(world, 'interestSubsidy.points', e);
  const claimed = roundYuan((yuanMonthsDue(world, e) * points) / 12);
  const paid = Math.floor(claimed * payablePart(prefecture) * world.effects.treasury[prefecture.index]);
  prefecture.books.subsidyClaimed += claimed * input.scale;
  if (paid === 0) return;
  e.cash += paid;
  e.subsidy = paid;
  e.events.add('subsidised');
  moveOf(world, 'interestSubsidy', paid);
  prefecture.books.subsidy += paid * input.scale;
}

const inGoodOrder = ({ loans }: Enterprise): Loan[] =>
  loans.filter((loan): loan is Loan => loan !== null && loan.arrears === 0);

function debtInGoodOrder(e: Enterprise): number {
  let debt = 0;
  for (const { principal } of inGoodOrder(e)) debt += principal;
  return debt;
}

/** Principal times months that are paid for now: none until the papers are through, then all that has run. */
function yuanMonthsDue(world: SlowWorld, e: Enterprise): number {
  const days = world.p[isFound(world, e) ? 'smartSubsidy.automaticDays' : 'smartSubsidy.paperDays'][0];
  const delay = delayMonths(days, uniformDraw(world, 'subsidyDelay', -1, e.id));
  let due = 0;
  for (const { principal, origin } of inGoodOrder(e))
    due += principal * monthsDue(world.month - origin, delay);
  return due;
}

/** Cheap funds for loans to low emitters go to their lenders, and part of their interest is paid from the purse for subsidies. */
function supportGreen(world: SlowWorld, e: Enterprise): void {
  const { scale } = world.input;
  const prefecture = world.prefectures[e.cell.prefecture];
  for (const { principal, lender } of inGoodOrder(e)) {
    const saved = roundYuan((principal * greenPoints(world, e)) / 12);
    moveOf(world, 'greenFacility', saved);
    lender.books.feeEarned += saved * scale;
    const claimed = roundYuan((principal * greenSubsidy(world, e)) / 12);
    const paid = Math.floor(claimed * payablePart(prefecture) * world.effects.treasury[prefecture.index]);
    prefecture.books.subsidyClaimed += claimed * scale;
    if (paid > 0) e.events.add('subsidised');
    e.cash += paid;
    e.subsidy += paid;
    moveOf(world, 'interestSubsidy', paid);
    prefecture.books.subsidy += paid * scale;
  }
}

/** Fresh capital from the prefecture. */
function inject(world: SlowWorld, guarantor: Guarantor): void {
  const rate = atPrefecture(world, 'guaranteeCapital.injection', guarantor.prefecture);
  const capital = roundYuan((Math.max(0, guarantor.netAssets) * rate) / 12);
  guarantor.cash += capital;
  guarantor.paidIn += capital;
  guarantor.books.injected += capital;
  move(world, 'capitalInjection', capital);
  spend(world, world.prefectures[Math.max(0, guarantor.prefecture)], capital);
}
