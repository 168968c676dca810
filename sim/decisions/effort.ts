/** How much a lender screens: until another unit of precision costs what it saves on the loss the lender itself bears. */
import { normalDensity } from '../arithmetic.ts';
import { type Belief, defaultProbability } from './signal.ts';

const NODES = 33;
const SPAN = 4;

/** Signals at which the expectation is taken, and their weights, which sum to one. */
const SIGNALS = Array.from({ length: NODES }, (_, k) => -SPAN + (2 * SPAN * k) / (NODES - 1));
const DENSITIES = SIGNALS.map(normalDensity);
const WEIGHTS = DENSITIES.map((density) => density / DENSITIES.reduce((sum, one) => sum + one, 0));

/** PD at each of those signals for a signal of correlation `r`. */
export function pdProfile(r: number, belief: Belief): Float64Array {
  return Float64Array.from(SIGNALS, (s) => defaultProbability(s, r, belief));
}

/** E max(0, margin (1 - PD) - ownLoss PD) over a profile of PDs, per yuan lent. */
export function expectedProfit(pds: Float64Array, margin: number, ownLoss: number): number {
  let value = 0;
  for (let k = 0; k < NODES; k++) {
    const profit = margin * (1 - pds[k]) - ownLoss * pds[k];
    if (profit > 0) value += WEIGHTS[k] * profit;
  }
  return value;
}

/**
 * Expected profit per yuan lent when the lender may refuse after reading a signal of correlation `r`; `ownLoss` is its
 * own share of the loss given default. Rises with r: a sharper signal can only help.
 */
export function valueOfInformation(r: number, margin: number, ownLoss: number, belief: Belief): number {
  return expectedProfit(pdProfile(r, belief), margin, ownLoss);
}

/**
 * Position on a rising grid of precisions where value of information on `loan` yuan, less the cost of what is added
 * to the prior precision, is greatest. `values[k]` is the value per yuan at `precisions[k]`.
 */
export function bestPrecision(
  precisions: readonly number[],
  values: readonly number[],
  prior: number,
  loan: number,
  costPerUnit: number,
): number {
  let best = 0;
  let bestNet = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < precisions.length; k++) {
    if (precisions[k] < prior && k < precisions.length - 1 && precisions[k + 1] <= prior) continue;
    const net = values[k] * loan - costPerUnit * Math.max(0, precisions[k] - prior);
    if (net > bestNet) {
      bestNet = net;
      best = k;
    }
  }
  return best;
}
