/** How much a lender screens: until another unit of precision costs what it saves on the loss the lender itself bears. */
import { normalDensity } from '../arithmetic.ts';
import { type Belief, defaultProbability } from './signal.ts';

const NODES = 33;
const SPAN = 4;

/**
 * Expected profit per yuan lent when the lender may refuse after reading a signal of correlation `r`:
 * E max(0, margin (1 - PD) - ownShare LGD PD). Rises with r: a sharper signal can only help.
 */
export function valueOfInformation(r: number, margin: number, ownLoss: number, belief: Belief): number {
  let value = 0;
  let weight = 0;
  for (let k = 0; k < NODES; k++) {
    const s = -SPAN + (2 * SPAN * k) / (NODES - 1);
    const w = normalDensity(s);
    const pd = defaultProbability(s, r, belief);
    const profit = margin * (1 - pd) - ownLoss * pd;
    weight += w;
    if (profit > 0) value += w * profit;
  }
  return value / weight;
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
