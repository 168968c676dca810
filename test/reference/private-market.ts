/** Private lending where a legal cap may bind. */
import { privateBreakEven } from '../../sim/decisions/private-supply.ts';
import { defaultProbability } from '../../sim/decisions/signal.ts';
import { LENDER_CLASSES } from '../../sim/input.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { beliefAbout, knowableIndex } from './knowing.ts';
import type { SlowWorld } from './world.ts';

const PRIVATE = LENDER_CLASSES.indexOf('private');

/** Whether an acquaintance, who knows all there is to know, breaks even under a cap that binds. */
export function lendsPrivately(world: SlowWorld, e: Enterprise, amount: number): boolean {
  const { p } = world;
  const cap = forEnterprise(world, 'privateRateCap.cap', e);
  if (cap >= p['private.rate'][e.cell.setting]) return true;
  const belief = beliefAbout(world, e, PRIVATE);
  const index = (knowableIndex(world, e, amount, cap) - belief.mean) / belief.spread;
  const pd = defaultProbability(index, 1, belief);
  return privateBreakEven(p['lend.funding'][PRIVATE], pd, p['lend.lgdUnsecured'][PRIVATE]) <= cap;
}
