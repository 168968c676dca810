/** Whom guarantors ask for a counter-guarantee, who has one to give, and what it brings. */
import { counterGuaranteed } from '../../sim/decisions/guarantee.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { uniformDraw } from './luck.ts';
import type { SlowWorld } from './world.ts';

/** What an enterprise says when its guarantor wants somebody or something to stand good. */
export function standsGood(world: SlowWorld, e: Enterprise): 'notAsked' | 'given' | 'lacking' {
  const asked = forEnterprise(world, 'counterGuarantee.asked', e);
  if (uniformDraw(world, 'counterGuarantee', -1, e.id) >= asked) return 'notAsked';
  const able = world.p['counterGuarantee.offered'][e.cell.size];
  return uniformDraw(world, 'counterGuarantor', -1, e.id) < able ? 'given' : 'lacking';
}

/** Part of a guarantor's payout that whoever stands good owes it. */
export const partStoodGood = ({ p }: SlowWorld): number =>
  counterGuaranteed(p['counterGuarantee.part'][0], p['guarantee.recovery'][0]);
