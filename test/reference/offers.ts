/** Lines lenders grant before anybody asks: a model reads the records alone. */
import { correlation, defaultProbability, jointPrecision, observed } from '../../sim/decisions/signal.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import type { Lender } from './institutions.ts';
import {
  beliefAbout,
  canQuery,
  historyPrecision,
  knowableIndex,
  publicDataWorth,
  reported,
  tauRecords,
} from './knowing.ts';
import { pairNormalDraw, uniformDraw } from './luck.ts';
import { episode } from './reading.ts';
import { commercialWorth } from './sources.ts';
import type { SlowWorld } from './world.ts';

/** Whether an enterprise is among those pre-scored and passes the lender's test for unsecured loans. */
export function isOffered(world: SlowWorld, e: Enterprise, lender: Lender, amount: number): boolean {
  const { p } = world;
  const share = forEnterprise(world, 'passivePreApproval.share', e);
  if (uniformDraw(world, 'preApproval', -1, e.id) >= share || e.bad > 0) return false;
  if (amount > p['lend.maxLoan'][lender.class]) return false;
  const pd = pdFromRecords(world, e, lender, amount);
  return pd !== null && pd <= lender.cutoff * p['lend.unsecuredTolerance'][0];
}

/** PD from public records, commercial traces and credit history; null when neither of the first two can be read. */
export function pdFromRecords(
  world: SlowWorld,
  e: Enterprise,
  lender: Lender,
  amount: number,
): number | null {
  const { p } = world;
  const traced = commercialWorth(world, e.sources);
  const filed = canQuery(world, e, lender);
  if (!filed && traced === 0) return null;
  const records = filed ? tauRecords(world, lender) * publicDataWorth(world, e) : 0;
  const platform = p['lend.tauPlatform'][lender.class] * traced;
  const history = historyPrecision(world, e);
  const best = Math.max(records, platform, history);
  const precision = jointPrecision(records + platform + history, best, p['lend.informationOverlap'][0]);
  if (precision === 0) return null;
  const belief = beliefAbout(world, e, lender.class);
  const index = knowableIndex(world, e, amount, world.postedRate[lender.class], reported(e));
  const noise = pairNormalDraw(world, 'signal', -1, e.id, episode(lender.index, e.vintage));
  const r = correlation(precision);
  return defaultProbability(observed((index - belief.mean) / belief.spread, r, noise), r, belief);
}
