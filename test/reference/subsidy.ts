/** Who claims interest subsidies, and what part of the interest an owner expects a treasury to pay. */
import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { uniformDraw } from './luck.ts';
import { greenSubsidy } from './pledges.ts';
import { subsidyPoints } from './treasury.ts';
import type { SlowWorld } from './world.ts';

/** Whether a treasury finds an enterprise by its data and pays without being asked. */
export const isFound = (world: SlowWorld, e: Enterprise): boolean =>
  e.data !== 'none' &&
  uniformDraw(world, 'smartSubsidy', -1, e.id) < forEnterprise(world, 'smartSubsidy.automatic', e);

const usesApp = (world: SlowWorld, e: Enterprise): boolean =>
  uniformDraw(world, 'appAdoption', -1, e.id) < forEnterprise(world, 'enterpriseApp.adoption', e);

/** Is found or knows of it, and shows enough tax years. */
function isEligible(world: SlowWorld, e: Enterprise): boolean {
  const knows = uniformDraw(world, 'subsidyTakeUp', -1, e.id) < world.p['interestSubsidy.takeUp'][0];
  const years = forEnterprise(world, 'interestSubsidy.taxYears', e);
  return (isFound(world, e) || knows) && world.month - e.founded >= 12 * years;
}

/** Whether an enterprise owing `debt` yuan is paid a subsidy: small enough a debt, and worth the trouble of claiming. */
export function claims(world: SlowWorld, e: Enterprise, debt: number): boolean {
  const { p } = world;
  const trouble = isFound(world, e) || usesApp(world, e) ? 0 : p['interestSubsidy.claimCost'][0];
  const points = forEnterprise(world, 'interestSubsidy.points', e);
  return isEligible(world, e) && debt <= p['interestSubsidy.maxLine'][0] && debt * points > trouble;
}

/** Part of the interest the owner of an enterprise that would owe `debt` yuan counts on, as far as treasuries have been paying. */
export function subsidyHoped(world: SlowWorld, e: Enterprise, debt: number): number {
  const { subsidyPaidShare } = world.prefectures[e.cell.prefecture];
  const usual = claims(world, e, debt) ? subsidyPoints(world, e) : 0;
  return usual + greenSubsidy(world, e) * subsidyPaidShare;
}
