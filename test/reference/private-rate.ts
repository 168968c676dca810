/** What private lending costs. */
import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import type { SlowWorld } from './world.ts';

/** Rate of private lending: what is usual in such a place, or the cap. */
export const privateRate = (world: SlowWorld, e: Enterprise): number =>
  Math.min(forEnterprise(world, 'privateRateCap.cap', e), world.p['private.rate'][e.cell.setting]);
