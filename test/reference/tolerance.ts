/** What a lender tolerates of a client in good order whose loan falls due. */
import { costOfBad } from './appetite.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { toleranceFor } from './incentives.ts';
import { badRatio, type Lender } from './institutions.ts';
import { uniformDraw } from './luck.ts';
import { decidesByModel } from './practice.ts';
import type { Quote } from './reading.ts';
import type { SlowWorld } from './world.ts';

/** Whether what a bad loan would cost the lender and the PD are within what it tolerates. */
export function tolerates(
  world: SlowWorld,
  e: Enterprise,
  lender: Lender,
  covered: number,
  { pd, lgd, reward }: Quote,
): boolean {
  const { p } = world;
  const c = lender.class;
  const cutoff = leniency(world, e, lender) * p['lend.cutoff'][c];
  const worst = costOfBad(world, 0, p['lend.lgdUnsecured'][c]);
  const tolerated = p['lend.renewalTolerance'][0] * cutoff * worst;
  return (
    pd * costOfBad(world, covered, lgd) <= tolerated * toleranceFor(world, e, lender) + reward &&
    pd <= p['lend.renewalPd'][0] * cutoff
  );
}

/** A lender with too many bad loans is lenient, unless it reports in real time or the renewal centre decides. */
function leniency(world: SlowWorld, e: Enterprise, lender: Lender): number {
  const { p } = world;
  if (badRatio(lender) <= p['lend.nplTolerance'][lender.class]) return 1;
  return decidesByModel(world, lender) || usesCentre(world, e) ? 1 : 1 + p['lend.evergreening'][0];
}

/** Whether an enterprise's loans are renewed through the common centre. */
export const usesCentre = (world: SlowWorld, e: Enterprise): boolean =>
  uniformDraw(world, 'renewalCentre', -1, e.id) < forEnterprise(world, 'renewalCentre.connected', e);
