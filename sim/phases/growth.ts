/** How normal sales of an enterprise grow. */
import { exp, roundYuan } from '../arithmetic.ts';
import { type DrawKey, drawKey, laplace, STREAMS } from '../random.ts';
import type { World } from '../world.ts';

export interface Growth {
  readonly world: World;
  readonly key: DrawKey;
  readonly month: number;
  readonly mean: number;
  readonly volatility: readonly number[];
}

export function openGrowth(world: World, month: number): Growth {
  const { parameters: p } = world.input.province;
  return {
    world,
    key: drawKey(world.input.seed, STREAMS.growth, month),
    month,
    mean: p['trade.growth'][0],
    volatility: p['trade.growthVolatility'],
  };
}

/** Normal sales of the month: once a year they change for good, by a draw of the month. */
export function salesNow({ world, key, mean, volatility, month }: Growth, i: number): number {
  const { scale, id, cell, founded } = world.enterprises;
  if ((month - founded[i]) % 12 !== 0) return scale[i];
  const spread = volatility[world.atlas.size[cell[i]]];
  return Math.max(100, roundYuan(scale[i] * exp(mean + spread * laplace(key.k0, key.k1, id[i]))));
}
