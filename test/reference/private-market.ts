/** Private lending: what acquaintances still lend, at what rate, and whether they do where a legal cap binds. */
import { privateAsk, privateBreakEven } from '../../sim/decisions/private-supply.ts';
import { defaultProbability } from '../../sim/decisions/signal.ts';
import { LENDER_CLASSES } from '../../sim/input.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { beliefAbout, knowableIndex } from './knowing.ts';
import { moveOf } from './ledger.ts';
import { agreed, underCap } from './private-rate.ts';
import type { SlowWorld } from './world.ts';

const PRIVATE = LENDER_CLASSES.indexOf('private');

/** Borrows what is asked as far as acquaintances go and the owner puts up with the rate; returns how much that was. */
export function borrowFromAcquaintances(
  world: SlowWorld,
  e: Enterprise,
  asked: number,
  accepts: (rate: number) => boolean = () => true,
): number {
  if (!e.privateReach || e.privateArrears > 0) return 0;
  const room = world.p['private.limitMonths'][0] * e.scale - e.privateDebt;
  const yuan = Math.floor(Math.min(room, asked));
  if (yuan < 1000) return 0;
  const fifths = acquaintancesAsk(world, e, yuan);
  if (fifths === null || !accepts(underCap(world, e, fifths))) return 0;
  e.cash += yuan;
  e.privateDebt += yuan;
  e.privateRate = agreed(underCap(world, e, fifths));
  moveOf(world, 'privateLent', yuan);
  world.prefectures[e.cell.prefecture].books.privateLent += yuan * world.input.scale;
  return yuan;
}

/** Break-even of acquaintances with a borrower of such a PD. */
const breakEvenAt = ({ p }: SlowWorld, pd: number): number =>
  privateBreakEven(p['lend.funding'][PRIVATE], pd, p['lend.lgdUnsecured'][PRIVATE]);

/** PD an acquaintance sees, who knows all there is to know, if `amount` more were owed at the usual rate. */
function knownDefault(world: SlowWorld, e: Enterprise, amount: number): number {
  const usual = world.p['private.rate'][e.cell.setting];
  const legal = Math.min(usual, forEnterprise(world, 'privateRateCap.cap', e));
  const belief = beliefAbout(world, e, PRIVATE);
  const index = (knowableIndex(world, e, amount, legal) - belief.mean) / belief.spread;
  return defaultProbability(index, 1, belief);
}

/** Rate asked, in fifths of a point; null from whoever does not break even at the dearest rate, or would be held below what it asks and what it breaks even at. */
function acquaintancesAsk(world: SlowWorld, e: Enterprise, amount: number): number | null {
  const { p } = world;
  const breakEven = breakEvenAt(world, knownDefault(world, e, amount));
  if (breakEven > p['lend.rateCap'][PRIVATE]) return null;
  const rate = privateAsk(
    {
      going: p['private.rate'][e.cell.setting],
      ordinary: breakEvenAt(world, p['private.ordinaryDefault'][0]),
      least: p['lend.funding'][PRIVATE],
      most: p['lend.rateCap'][PRIVATE],
    },
    breakEven,
  );
  const cap = forEnterprise(world, 'privateRateCap.cap', e);
  return rate <= cap || breakEven <= cap ? agreed(rate) : null;
}
