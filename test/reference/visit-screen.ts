/** Officials who let a model read the records before they call on anybody. */
import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import type { Lender } from './institutions.ts';
import { uniformDraw } from './luck.ts';
import { pdFromRecords } from './offers.ts';
import type { SlowWorld } from './world.ts';

/** Whether officials first ask a model, which sends them only where the PD by the records alone is below the cut-off. */
export function isAdvisedAgainst(world: SlowWorld, e: Enterprise, lender: Lender, amount: number): boolean {
  const luck = uniformDraw(world, 'visitScreen', Math.floor(world.month / 12), e.id);
  if (luck >= forEnterprise(world, 'coordinationMechanism.screened', e)) return false;
  const pd = pdFromRecords(world, e, lender, amount);
  return e.bad > 0 || pd === null || pd > lender.cutoff;
}
