/** The table of screening effort, built once per regime: what lenders believe, earn and would lose has to change first. */

import { normalCdf } from './arithmetic.ts';
import { bestPrecision, expectedProfit, pdProfile } from './decisions/effort.ts';
import { type Belief, correlation } from './decisions/signal.ts';
import { LENDER_CLASSES } from './input.ts';
import { effortCosts } from './practice.ts';
import { PRIOR_AT, SIZE_AT } from './underwriting.ts';
import { EFFORT_NODES, type World } from './world.ts';

/** Precisions a lender can end with. */
export const PRECISION_AT = [0.01, 0.05, 0.1, 0.15, 0.2, 0.27, 0.35, 0.45, 0.6, 0.8, 1.1, 1.6] as const;

/** Fills `world.effort` when the regime differs from the one it was built for. */
export function refreshScreening(world: World): void {
  const costs = effortCosts(world);
  const regime = regimeOf(world, costs);
  if (regime.every((value, k) => world.effortRegime[k] === value)) return;
  world.effortRegime.set(regime);
  let shared: Profiles | undefined;
  for (let c = 0; c < LENDER_CLASSES.length; c++) {
    shared = profilesOf(beliefOf(world, c), shared);
    fillClass(world, c, costs[c], shared);
  }
}

/** What a lender that believes this expects of each signal, at every precision. */
interface Profiles {
  readonly belief: Belief;
  readonly pds: readonly Float64Array[];
}

/** Classes mostly believe the same: then what was worked out for the last one holds. */
function profilesOf(belief: Belief, last: Profiles | undefined): Profiles {
  const { intercept, ceiling, mean, spread } = belief;
  const same =
    last !== undefined &&
    last.belief.intercept === intercept &&
    last.belief.ceiling === ceiling &&
    last.belief.mean === mean &&
    last.belief.spread === spread;
  return same ? last : { belief, pds: PRECISION_AT.map((tau) => pdProfile(correlation(tau), belief)) };
}

/** What a class believes about enterprises on record. */
function beliefOf({ province }: World, c: number): Belief {
  const { fitIntercept, fitCeiling, fitMean, fitSpread } = province;
  return {
    intercept: fitIntercept[c],
    ceiling: fitCeiling[c],
    mean: fitMean[c],
    spread: fitSpread[c],
  };
}

function regimeOf(world: World, costs: Float64Array): number[] {
  const { fitIntercept, fitCeiling, fitMean, fitSpread } = world.province;
  const p = world.input.province.parameters;
  return [
    1,
    ...LENDER_CLASSES.flatMap((_, c) => [
      fitIntercept[c], fitCeiling[c], fitMean[c], fitSpread[c],
      costs[c], p['lend.margin'][c], p['lend.lgdUnsecured'][c],
    ]), // biome-ignore format: one line a topic
  ];
}

function fillClass(world: World, c: number, effortCost: number, { belief, pds }: Profiles): void {
  const p = world.input.province.parameters;
  const lgd = p['lend.lgdUnsecured'][c];
  const margin = p['lend.margin'][c] + normalCdf(belief.intercept) * lgd;
  const { share, prior, size } = EFFORT_NODES;
  for (let s = 0; s < share; s++) {
    const ownLoss = (s / (share - 1)) * lgd;
    const values = pds.map((one) => expectedProfit(one, margin, ownLoss));
    for (let t = 0; t < prior; t++)
      for (let z = 0; z < size; z++) {
        const best = bestPrecision(PRECISION_AT, values, PRIOR_AT[t], SIZE_AT[z], effortCost);
        world.effort[((c * share + s) * prior + t) * size + z] = Math.max(
          0,
          PRECISION_AT[best] - PRIOR_AT[t],
        );
      }
  }
}
