/** Whom the market regulator's cultivation pool nominates: a noisy view of quality, one draw an enterprise. */
import { normalQuantile } from './arithmetic.ts';
import { lever } from './conditions.ts';
import { drawKey, normal, STREAMS } from './random.ts';
import type { World } from './world.ts';

/**
 * Whether an enterprise is among the best `share` of its cell by a q + sqrt(1 - a^2) e: q its quality, a how well the
 * department knows it, e the department's error.
 */
export function inPool(world: World, i: number): boolean {
  const { enterprises: e, input } = world;
  const share = lever(world, 'cultivationPool.members')[e.cell[i]];
  if (share === 0) return false;
  const { k0, k1 } = drawKey(input.seed, STREAMS.cultivation, -1);
  const a = input.province.parameters['cultivationPool.accuracy'][0];
  const view = a * e.quality[i] + Math.sqrt(1 - a * a) * normal(k0, k1, e.id[i]);
  return view > normalQuantile(share < 1 ? 1 - share : 1e-12);
}
