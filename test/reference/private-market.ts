/** Private lending: what acquaintances still lend, and whether they do where a legal cap binds. */
import { privateBreakEven } from '../../sim/decisions/private-supply.ts';
import { defaultProbability } from '../../sim/decisions/signal.ts';
import { LENDER_CLASSES } from '../../sim/input.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { beliefAbout, knowableIndex } from './knowing.ts';
import { moveOf } from './ledger.ts';
import type { SlowWorld } from './world.ts';

const PRIVATE = LENDER_CLASSES.indexOf('private');

/** Borrows what is asked as far as acquaintances go; returns how much that was. */
export function borrowFromAcquaintances(world: SlowWorld, e: Enterprise, asked: number): number {
  if (!e.privateReach || e.privateArrears > 0) return 0;
  const room = world.p['private.limitMonths'][0] * e.scale - e.privateDebt;
  const yuan = Math.floor(Math.min(room, asked));
  if (yuan < 1000 || !lendsPrivately(world, e, yuan)) return 0;
  e.cash += yuan;
  e.privateDebt += yuan;
  moveOf(world, 'privateLent', yuan);
  world.prefectures[e.cell.prefecture].books.privateLent += yuan * world.input.scale;
  return yuan;
}

/** Whether an acquaintance, who knows all there is to know, breaks even under a cap that binds. */
function lendsPrivately(world: SlowWorld, e: Enterprise, amount: number): boolean {
  const { p } = world;
  const cap = forEnterprise(world, 'privateRateCap.cap', e);
  if (cap >= p['private.rate'][e.cell.setting]) return true;
  const belief = beliefAbout(world, e, PRIVATE);
  const index = (knowableIndex(world, e, amount, cap) - belief.mean) / belief.spread;
  const pd = defaultProbability(index, 1, belief);
  return privateBreakEven(p['lend.funding'][PRIVATE], pd, p['lend.lgdUnsecured'][PRIVATE]) <= cap;
}
