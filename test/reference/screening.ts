/** How much each class of lender screens, worked out anew every month. */
import { normalCdf } from '../../sim/arithmetic.ts';
import { bestPrecision, expectedProfit, pdProfile } from '../../sim/decisions/effort.ts';
import { type Belief, correlation } from '../../sim/decisions/signal.ts';
import { LENDER_CLASSES } from '../../sim/input.ts';
import { forLender, meanEverywhere } from './in-force.ts';
import type { Lender } from './institutions.ts';
import type { SlowWorld } from './world.ts';

/** Precisions a lender can end with. */
const PRECISIONS = [0.01, 0.05, 0.1, 0.15, 0.2, 0.27, 0.35, 0.45, 0.6, 0.8, 1.1, 1.6];
/** Own shares, prior precisions and loans (yuan) at which the best effort is worked out. */
const SHARES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((tenth) => tenth / 10);
const PRIORS = [0.01, 0.05, 0.1, 0.15, 0.22, 0.32, 0.5, 0.8];
const AMOUNTS = [1.5e5, 6e5, 2.5e6, 1.2e7];

/** Effort by own share of the loss, prior precision and amount. */
export type EffortTable = number[][][];

export const screeningTable = (world: SlowWorld): EffortTable[] =>
  LENDER_CLASSES.map((_, c) => {
    const { p, beliefs } = world;
    const lgd = p['lend.lgdUnsecured'][c];
    const margin = p['lend.margin'][c] + normalCdf(beliefs.recorded[c].intercept) * lgd;
    return tableOf(beliefs.recorded[c], margin, lgd, effortCost(world, c));
  });

/** The same for guarantors, who lose up to a whole yuan and gain a fee and what they are there for. */
export function reviewTable(world: SlowWorld): EffortTable {
  const { p, beliefs } = world;
  const gain = meanEverywhere(world, 'guaranteeFee.rate') + p['guarantee.mission'][0];
  return tableOf(beliefs.recorded[0], gain, 1, p['guarantee.effortCost'][0]);
}

function tableOf(belief: Belief, margin: number, lgd: number, cost: number): EffortTable {
  const profiles = PRECISIONS.map((tau) => pdProfile(correlation(tau), belief));
  return SHARES.map((share) => {
    const values = profiles.map((pds) => expectedProfit(pds, margin, share * lgd));
    return PRIORS.map((prior) =>
      AMOUNTS.map((amount) => {
        const best = bestPrecision(PRECISIONS, values, prior, amount, cost);
        return Math.max(0, PRECISIONS[best] - prior);
      }),
    );
  });
}

/** Yuan per unit of precision: members of a data alliance share the cost. The first lender of a class speaks for it. */
export function effortCost(world: SlowWorld, c: number): number {
  const cost = world.p['lend.effortCost'][c];
  const member = world.lenders.find((one) => one.class === c);
  if (member === undefined) return cost;
  return (
    cost * (1 - world.p['dataAlliance.effortSaved'][0] * forLender(world, 'dataAlliance.portability', member))
  );
}

/** Effort of a lender on one request. */
export const chosenEffort = (
  { effort }: SlowWorld,
  lender: Lender,
  ownShare: number,
  prior: number,
  amount: number,
): number => Math.max(0, lookUp(effort[lender.class], ownShare, prior, amount));

/** Effort of a guarantor that would lose `loss` of each yuan in default. */
export const reviewEffort = (world: SlowWorld, loss: number, prior: number, amount: number): number =>
  lookUp(reviewTable(world), loss, prior, amount);

/** Between two own shares in proportion, else at the nearest prior and amount. */
function lookUp(table: EffortTable, ownShare: number, prior: number, amount: number): number {
  const at = ownShare * (SHARES.length - 1);
  const low = Math.min(SHARES.length - 2, Math.floor(at));
  const of = (share: number) => table[share][nearest(PRIORS, prior)][nearest(AMOUNTS, amount)];
  return of(low) + (at - low) * (of(low + 1) - of(low));
}

/** Position of the nearest node; the lower one half-way between two. */
function nearest(nodes: readonly number[], value: number): number {
  let best = 0;
  while (best + 1 < nodes.length && value > (nodes[best] + nodes[best + 1]) / 2) best++;
  return best;
}
