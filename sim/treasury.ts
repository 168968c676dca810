/** What treasuries can pay this month: the fund's allocation over the province, and arrears. */
import { lever } from './conditions.ts';
import type { World } from './world.ts';

/** Money each prefecture's treasury is given for a yuan it was given in 2025. */
export function fundFactor(world: World): Float64Array {
  const { prefectures, parameters } = world.input.province;
  const standard = parameters['fundAllocation.west'][0];
  const west = lever(world, 'fundAllocation.west')[0];
  return Float64Array.from(prefectures, ({ periphery }) =>
    periphery === 1 ? west / standard : (1 - west) / (1 - standard),
  );
}

/** Interest subsidy of each cell, annual ratio: claims are paid in proportion to the money given. */
export function subsidyPoints(world: World): Float64Array {
  const points = lever(world, 'interestSubsidy.points');
  const factor = fundFactor(world);
  return points.map((one, cell) => one * factor[world.atlas.prefecture[cell]]);
}
