/** What treasuries can pay this month: the fund's allocation over the province, and arrears. */
import { lever } from './conditions.ts';
import { FLOW, post } from './ledger.ts';
import { shifted } from './phases/data.ts';
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

/** Part of what a treasury owes a guarantor for a new payout that arrives this month. */
export function arrivalShares(world: World): Float64Array {
  const { guarantors, input, shape, effects } = world;
  const standard = input.province.parameters['compensation.arrival'][0];
  const arrival = lever(world, 'compensation.arrival');
  const fund = fundFactor(world);
  return Float64Array.from({ length: shape.guarantors }, (_, g) => {
    const place = Math.max(0, guarantors.prefecture[g]);
    const own = shifted(Math.min(1, standard * guarantors.arrivalFactor[g]), standard, arrival[place]);
    return Math.min(1, own * fund[place] * effects.treasury[place]);
  });
}

/** A treasury is funded for what it spends: the budget is an explicit inflow from outside the model. */
export function spend(world: World, prefecture: number, yuan: number): void {
  post(world.open, FLOW.budget, yuan);
  world.province.treasurySpent[prefecture] += yuan;
}
