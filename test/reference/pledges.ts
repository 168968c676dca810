/** What enterprises without real estate can pledge instead, and who has a good carbon account. */
import { pledgedLoss, pledgeWorth } from '../../sim/decisions/pledge.ts';
import { SECTORS } from '../../sim/input.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import type { Lender } from './institutions.ts';
import { isLinked } from './links.ts';
import { uniformDraw } from './luck.ts';
import type { SlowWorld } from './world.ts';

/** Suppliers have receivables, others patents, orders, herds or stock. */
const hasOther = (e: Enterprise): boolean =>
  e.supplier ||
  e.segments.has('patents') ||
  e.segments.has('exporter') ||
  e.segments.has('cooperative') ||
  SECTORS[e.cell.sector] === 'trade';

/** Worth of what an enterprise pledges, beside real estate of the same value; a confirmed claim waits for no court. */
export function pledgeOf(world: SlowWorld, e: Enterprise): number {
  if (e.collateral || !hasOther(e)) return 0;
  if (uniformDraw(world, 'pledge', -1, e.id) >= forEnterprise(world, 'collateralSubstitutes.share', e))
    return 0;
  return pledgeWorth(
    forEnterprise(world, 'collateralSubstitutes.haircut', e),
    e.supplier && isLinked(world, e, 'supplyChainData.coverage')
      ? 0
      : forEnterprise(world, 'collateralSubstitutes.lagMonths', e),
    world.p['collateralSubstitutes.decay'][0],
  );
}

/** Loss given default by what secures the loan: real estate, a pledge of some worth, or nothing. */
export function lossGivenDefault(
  { p }: SlowWorld,
  { class: c }: Lender,
  secured: boolean,
  pledge: number,
): number {
  if (secured) return p['lend.lgdSecured'][c];
  return pledgedLoss(p['lend.lgdUnsecured'][c], p['lend.lgdSecured'][c], pledge);
}

/** Whether an enterprise emits little and has the account that says so. */
const isGreen = (world: SlowWorld, e: Enterprise): boolean =>
  e.segments.has('green') &&
  uniformDraw(world, 'carbonAccount', -1, e.id) < forEnterprise(world, 'carbonPricing.share', e);

/** Funding cost a lender saves on a loan to it, and interest the treasury pays for it. */
export const greenPoints = (world: SlowWorld, e: Enterprise): number =>
  isGreen(world, e) ? forEnterprise(world, 'carbonPricing.points', e) : 0;
export const greenSubsidy = (world: SlowWorld, e: Enterprise): number =>
  isGreen(world, e) ? forEnterprise(world, 'carbonPricing.subsidy', e) : 0;
