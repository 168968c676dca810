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
  const { p, input } = world;
  const prefecture = world.prefectures[e.cell.prefecture];
  const points = forEnterprise(world, 'interestSubsidy.points', e);
  const automatic = paidAutomatically(world, e);
  if (!isEligible(world, e, automatic)) return;
  const debt = debtInGoodOrder(e);
  const claimCost = automatic || usesApp(world, e) ? 0 : p['interestSubsidy.claimCost'][0];
  if (debt * points <= claimCost || debt > p['interestSubsidy.maxLine'][0]) return;
  const claimed = roundYuan((yuanMonthsDue(world, e, automatic) * points) / 12);
  const paid = Math.floor(claimed * payablePart(prefecture) * world.effects.treasury[prefecture.index]);
  prefecture.books.subsidyClaimed += claimed * input.scale;
  if (paid === 0) return;
  e.cash += paid;
  e.subsidy = paid;
  e.events.add('subsidised');
  moveOf(world, 'interestSubsidy', paid);
  prefecture.books.subsidy += paid * input.scale;
}

/** Knows of it or is paid without claiming, and shows enough tax years. */
function isEligible(world: SlowWorld, e: Enterprise, automatic: boolean): boolean {
  const knows = uniformDraw(world, 'subsidyTakeUp', -1, e.id) < world.p['interestSubsidy.takeUp'][0];
  const years = forEnterprise(world, 'interestSubsidy.taxYears', e);
  return (automatic || knows) && world.month - e.founded >= 12 * years;
}

const inGoodOrder = ({ loans }: Enterprise): Loan[] =>
  loans.filter((loan): loan is Loan => loan !== null && loan.arrears === 0);

function debtInGoodOrder(e: Enterprise): number {
  let debt = 0;
  for (const { principal } of inGoodOrder(e)) debt += principal;
  return debt;
}

/** Principal times months that are paid for now: none until the papers are through, then all that has run. */
function yuanMonthsDue(world: SlowWorld, e: Enterprise, automatic: boolean): number {
  const days = world.p[automatic ? 'smartSubsidy.automaticDays' : 'smartSubsidy.paperDays'][0];
  const delay = delayMonths(days, uniformDraw(world, 'subsidyDelay', -1, e.id));
  let due = 0;
  for (const { principal, origin } of inGoodOrder(e))
    due += principal * monthsDue(world.month - origin, delay);
  return due;
}

const paidAutomatically = (world: SlowWorld, e: Enterprise): boolean =>
  e.data !== 'none' &&
  uniformDraw(world, 'smartSubsidy', -1, e.id) < forEnterprise(world, 'smartSubsidy.automatic', e);

const usesApp = (world: SlowWorld, e: Enterprise): boolean =>
  uniformDraw(world, 'appAdoption', -1, e.id) < forEnterprise(world, 'enterpriseApp.adoption', e);

/** Cheap funds for loans to low emitters go to their lenders, and part of their interest is paid. */
function supportGreen(world: SlowWorld, e: Enterprise): void {
  const { scale } = world.input;
  const prefecture = world.prefectures[e.cell.prefecture];
  for (const { principal, lender } of inGoodOrder(e)) {
    const saved = roundYuan((principal * greenPoints(world, e)) / 12);
    moveOf(world, 'greenFacility', saved);
    lender.books.feeEarned += saved * scale;
    const claimed = roundYuan((principal * greenSubsidy(world, e)) / 12);
    const paid = Math.floor(claimed * world.effects.treasury[prefecture.index]);
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
