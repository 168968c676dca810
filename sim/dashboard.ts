/** A feedback on published figures: each quarter compensation is tilted to the places whose guarantors pay out less. */
import { clamp } from './arithmetic.ts';
import { leverInUse } from './conditions.ts';
import { steppedTilt } from './decisions/dashboard.ts';
import type { World } from './world.ts';

/** At the end of each quarter, moves every prefecture's tilt by its distance to the mean payout rate. */
export function readDashboard(world: World): void {
  const gain = leverInUse(world, 'dashboard.gain');
  if ((world.month + 1) % 3 !== 2 || gain === null) return;
  const { guarantors, shape, province, input } = world;
  const bound = input.province.parameters['dashboard.bound'][0];
  const paid = new Float64Array(shape.prefectures);
  const at = new Float64Array(shape.prefectures);
  for (let g = 0; g < shape.guarantors; g++) {
    const place = Math.max(0, guarantors.prefecture[g]);
    paid[place] += guarantors.payoutRate[g] * guarantors.liability[g];
    at[place] += guarantors.liability[g];
  }
  const total = at.reduce((sum, yuan) => sum + yuan, 0);
  const mean = total > 0 ? paid.reduce((sum, yuan) => sum + yuan, 0) / total : 0;
  for (let k = 0; k < shape.prefectures; k++)
    if (at[k] > 0)
      province.tilt[k] = clamp(steppedTilt(province.tilt[k], paid[k] / at[k], mean, gain[k]), -bound, bound);
}
