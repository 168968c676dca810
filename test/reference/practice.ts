/** How a lender goes about reading, beyond its class: each does what a share of lenders does, by its own lasting draw. */
import { forLender } from './in-force.ts';
import { isOf, type Lender } from './institutions.ts';
import { uniformDraw } from './luck.ts';
import type { SlowWorld } from './world.ts';

const hasFiled = (world: SlowWorld, lender: Lender): boolean =>
  uniformDraw(world, 'algorithmFiling', -1, lender.index) < forLender(world, 'algorithmFiling.filed', lender);

/** What a lender makes of a missing record; a filed one cannot take it for no risk. */
export function treatmentOf(world: SlowWorld, lender: Lender): 'average' | 'refuse' | 'zeroRisk' {
  const luck = uniformDraw(world, 'missingData', -1, lender.index);
  if (luck < forLender(world, 'missingDataTreatment.refuse', lender)) return 'refuse';
  const careless = luck >= 1 - forLender(world, 'missingDataTreatment.zeroRisk', lender);
  return careless && !hasFiled(world, lender) ? 'zeroRisk' : 'average';
}

/** Yuan that filing adds to a check; those who had filed by 2025 have it in their books. */
export function complianceCost(world: SlowWorld, lender: Lender): number {
  const { p } = world;
  const before = uniformDraw(world, 'algorithmFiling', -1, lender.index) < p['algorithmFiling.filed'][0];
  return p['algorithmFiling.cost'][0] * (Number(hasFiled(world, lender)) - Number(before));
}

/** Whether a small lender decides by models. */
export const decidesByModel = (world: SlowWorld, lender: Lender): boolean =>
  isOf(lender, 'village-microcredit') &&
  uniformDraw(world, 'modelSwitch', -1, lender.index) <
    forLender(world, 'supervisionModelSwitch.share', lender);

/** Whether a lender can query public records. */
export const isConnected = (world: SlowWorld, lender: Lender): boolean =>
  uniformDraw(world, 'platformConnection', -1, lender.index) <
  forLender(world, 'platformConnection.share', lender);

/** Whether a lender charges whomever it accepts for the same risk. */
export const pricesAlike = (world: SlowWorld, lender: Lender): boolean =>
  uniformDraw(world, 'uniformPrice', -1, lender.index) < forLender(world, 'uniformPricing.share', lender);

/** Whether a lender has sector engines. */
export const hasEngine = (world: SlowWorld, lender: Lender): boolean =>
  uniformDraw(world, 'sectorEngine', -1, lender.index) <
  forLender(world, 'sectorRiskEngines.lenders', lender);
