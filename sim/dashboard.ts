/** A feedback on published figures: each quarter support is tilted to the places whose guarantors pay out less. */
import { clamp } from './arithmetic.ts';
import { leverInUse } from './conditions.ts';
import { steppedTilt, tiltedMoney } from './decisions/dashboard.ts';
import type { World } from './world.ts';

/** What a dashboard shows: payout rates of prefectures with guarantees (NaN without), and their mean. */
interface Figures {
  readonly own: Float64Array;
  readonly mean: number;
}

/** At the end of each quarter, moves every prefecture's tilts by its distance to the mean payout rate. */
export function readDashboard(world: World): void {
  if ((world.month + 1) % 3 !== 2) return;
  const gain = leverInUse(world, 'dashboard.gain');
  const fundGain = leverInUse(world, 'dashboard.fundGain');
  if (gain === null && fundGain === null) return;
  const { province, input } = world;
  const { parameters: p } = input.province;
  const figures = payoutRates(world);
  if (gain !== null) step(province.tilt, figures, gain, p['dashboard.bound'][0]);
  if (fundGain !== null) step(province.fundTilt, figures, fundGain, p['dashboard.fundBound'][0]);
}

function payoutRates({ guarantors, shape }: World): Figures {
  const paid = new Float64Array(shape.prefectures);
  const at = new Float64Array(shape.prefectures);
  for (let g = 0; g < shape.guarantors; g++) {
    const place = Math.max(0, guarantors.prefecture[g]);
    paid[place] += guarantors.payoutRate[g] * guarantors.liability[g];
    at[place] += guarantors.liability[g];
  }
  const total = at.reduce((sum, yuan) => sum + yuan, 0);
  const mean = total > 0 ? paid.reduce((sum, yuan) => sum + yuan, 0) / total : 0;
  return { own: paid.map((yuan, k) => (at[k] > 0 ? yuan / at[k] : Number.NaN)), mean };
}

function step(tilt: Float64Array, { own, mean }: Figures, gain: Float64Array, bound: number): void {
  for (let k = 0; k < tilt.length; k++)
    if (own[k] >= 0) tilt[k] = clamp(steppedTilt(tilt[k], own[k], mean, gain[k]), -bound, bound);
}

/** Money of each prefecture for a yuan it would have without a dashboard, by `budgetsOf`; null while nobody reads one. */
export function fundTilts(world: World, budgetsOf: (world: World) => Float64Array): Float64Array | null {
  const gain = leverInUse(world, 'dashboard.fundGain');
  if (gain === null) return null;
  const budgets = budgetsOf(world);
  const tilts = world.province.fundTilt.map((tilt, k) => (gain[k] > 0 ? tilt : 0));
  let [given, wanted] = [0, 0];
  for (let k = 0; k < budgets.length; k++) {
    given += budgets[k];
    wanted += budgets[k] * (1 + tilts[k]);
  }
  return tilts.map((tilt) => tiltedMoney(tilt, given, wanted));
}
