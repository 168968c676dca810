/** Phase 10: treasuries pay interest subsidies, compensation and capital. */
import { roundYuan } from '../../sim/arithmetic.ts';
import { fillFunds } from './backers-pay.ts';
import { holdInCommon } from './common-purse.ts';
import { compensate } from './compensate.ts';
import { atPrefecture, forEnterprise } from './conditions.ts';
import type { Enterprise } from './enterprise.ts';
import type { Guarantor } from './institutions.ts';
import { move, moveOf } from './ledger.ts';
import { uniformDraw } from './luck.ts';
import { spend, subsidyPoints } from './treasury.ts';
import type { SlowWorld } from './world.ts';

export function support(world: SlowWorld): void {
  for (const e of world.enterprises) if (e.status === 'active') subsidise(world, e);
  compensate(world);
  fillFunds(world);
  holdInCommon(world);
  for (const guarantor of world.guarantors) inject(world, guarantor);
  for (const prefecture of world.prefectures) spend(world, prefecture, prefecture.books.subsidy);
}

/** Interest subsidy on loans in good order, where it is worth claiming or comes by itself. */
function subsidise(world: SlowWorld, e: Enterprise): void {
  const { p, month, input } = world;
  const prefecture = world.prefectures[e.cell.prefecture];
  const debt = debtInGoodOrder(e);
  const points = subsidyPoints(world, e);
  const automatic = paidAutomatically(world, e);
  if (!automatic && uniformDraw(world, 'subsidyTakeUp', -1, e.id) >= p['interestSubsidy.takeUp'][0]) return;
  if (points === 0 || month - e.founded < 12 * forEnterprise(world, 'interestSubsidy.taxYears', e)) return;
  const claimCost = automatic || usesApp(world, e) ? 0 : p['interestSubsidy.claimCost'][0];
  if (debt * points <= claimCost || debt > p['interestSubsidy.maxLine'][0]) return;
  const paid = roundYuan(((debt * points) / 12) * world.effects.treasury[prefecture.index]);
  if (paid === 0) return;
  e.cash += paid;
  e.subsidy = paid;
  e.events.add('subsidised');
  moveOf(world, 'interestSubsidy', paid);
  prefecture.books.subsidy += paid * input.scale;
}

function debtInGoodOrder({ loans }: Enterprise): number {
  let debt = 0;
  for (const loan of loans) if (loan !== null && loan.arrears === 0) debt += loan.principal;
  return debt;
}

const paidAutomatically = (world: SlowWorld, e: Enterprise): boolean =>
  e.data !== 'none' &&
  uniformDraw(world, 'smartSubsidy', -1, e.id) < forEnterprise(world, 'smartSubsidy.automatic', e);

const usesApp = (world: SlowWorld, e: Enterprise): boolean =>
  uniformDraw(world, 'appAdoption', -1, e.id) < forEnterprise(world, 'enterpriseApp.adoption', e);

/** Fresh capital from the prefecture. */
function inject(world: SlowWorld, guarantor: Guarantor): void {
  const rate = atPrefecture(world, 'guaranteeCapital.injection', guarantor.prefecture);
  const capital = roundYuan((Math.max(0, guarantor.netAssets) * rate) / 12);
  guarantor.cash += capital;
  guarantor.books.injected += capital;
  move(world, 'capitalInjection', capital);
  spend(world, world.prefectures[Math.max(0, guarantor.prefecture)], capital);
}
