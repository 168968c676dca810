/** Partner banks: enterprises whose further banks hold back. */

import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { uniformDraw } from './luck.ts';
import type { SlowWorld } from './world.ts';

/** Whether an enterprise owing `debt` yuan in all is left to its first bank. */
export const isLeftToPartner = (world: SlowWorld, e: Enterprise, debt: number): boolean =>
  debt <= world.p['partnerBank.ceiling'][0] &&
  uniformDraw(world, 'partnerBank', -1, e.id) < forEnterprise(world, 'partnerBank.restraint', e);
