/** What treasuries can pay this month: the fund's allocation over the province, yearly budgets, and arrears. */
import { lever } from './conditions.ts';
import { fundTilts } from './dashboard.ts';
import { grownMoney } from './decisions/subsidy.ts';
import { FLOW, PREFECTURE_ENTRY, post } from './ledger.ts';
import { shifted } from './phases/data.ts';
import type { World } from './world.ts';

/** Money each prefecture's treasury is given for a yuan it was given in 2025. */
export function fundFactor(world: World): Float64Array {
  const { prefectures, parameters } = world.input.province;
  const standard = parameters['fundAllocation.west'][0];
  const west = lever(world, 'fundAllocation.west')[0];
  const grown = grownMoney(lever(world, 'fundAllocation.fund')[0], parameters['fundAllocation.fund'][0]);
  const factors = Float64Array.from(
    prefectures,
    ({ periphery }) => grown * (periphery === 1 ? west / standard : (1 - west) / (1 - standard)),
  );
  const tilts = fundTilts(world, groupBudgets);
  return tilts === null ? factors : factors.map((factor, k) => factor * tilts[k]);
}

/** Interest subsidy an enterprise of each cell may count on, annual ratio: what is owed x the part that has been paid. */
export function subsidyPoints(world: World): Float64Array {
  const points = lever(world, 'interestSubsidy.points');
  const { subsidyPaidShare } = world.province;
  const { prefecture } = world.atlas;
  const counted = new Float64Array(points.length);
  for (let cell = 0; cell < counted.length; cell++)
    counted[cell] = points[cell] * subsidyPaidShare[prefecture[cell]];
  return counted;
}

/** Part of each group of prefectures in the fund: core, west and south, the rest; the west's lever takes from the others alike. */
function fundParts(world: World): { core: number; west: number; rest: number } {
  const { parameters: p } = world.input.province;
  const standard = p['fundAllocation.west'][0];
  const west = lever(world, 'fundAllocation.west')[0];
  const left = (1 - west) / (1 - standard);
  const core = p['fundAllocation.core'][0];
  return { core: core * left, west, rest: (1 - core - standard) * left };
}

/** Yuan each prefecture may pay in interest subsidies in a year: by its group, and moved by the dashboard. */
export function subsidyBudgets(world: World): Float64Array {
  const budgets = groupBudgets(world);
  const tilts = fundTilts(world, groupBudgets);
  return tilts === null ? budgets : budgets.map((yuan, k) => yuan * tilts[k]);
}

/**
 * Yuan of each prefecture by its group alone: fund x (1 - held back) x part for subsidies x its group's part x its
 * enterprises over its group's. A group that the province does not have leaves its part to the others.
 */
function groupBudgets(world: World): Float64Array {
  const { prefectures, parameters: p, population } = world.input.province;
  const parts = fundParts(world);
  const width = population.length / prefectures.length;
  const enterprises = prefectures.map((_, k) =>
    population.subarray(k * width, (k + 1) * width).reduce((sum, count) => sum + count, 0),
  );
  const groups = prefectures.map(({ core, periphery }) =>
    core === 1 ? 'core' : periphery === 1 ? 'west' : 'rest',
  );
  const inGroup = (name: string) =>
    enterprises.reduce((sum, count, k) => (groups[k] === name ? sum + count : sum), 0);
  const totals = { core: inGroup('core'), west: inGroup('west'), rest: inGroup('rest') };
  const present = (['core', 'west', 'rest'] as const).reduce(
    (sum, name) => (totals[name] > 0 ? sum + parts[name] : sum),
    0,
  );
  const money =
    lever(world, 'fundAllocation.fund')[0] *
    (1 - lever(world, 'fundAllocation.heldBack')[0]) *
    p['fundAllocation.subsidyPart'][0];
  return Float64Array.from(
    groups,
    (name, k) => (money * parts[name] * enterprises[k]) / totals[name] / present,
  );
}

/** Part of this month's claims each prefecture pays: all while money is left for what was claimed last month, then less. */
export function payableParts(world: World): Float64Array {
  const { subsidyLeft, subsidyClaimed } = world.province;
  return Float64Array.from(subsidyLeft, (left, k) => {
    const claimed = subsidyClaimed[k];
    return claimed > 0 ? Math.max(0, Math.min(1, left / claimed)) : left > 0 ? 1 : 0;
  });
}

/** In January every prefecture gets its money for the year; what was overspent is taken off, what was left lapses. */
export function refillBudgets(world: World): void {
  if ((world.month + 1) % 12 !== 0) return;
  const budgets = subsidyBudgets(world);
  const { subsidyLeft } = world.province;
  for (let k = 0; k < budgets.length; k++)
    subsidyLeft[k] = Math.floor(budgets[k]) + Math.min(0, subsidyLeft[k]);
}

/** Takes this month's subsidies from each budget, and lets enterprises and lenders remember what part of claims was paid. */
export function chargeBudgets(world: World): void {
  const { province, open, shape } = world;
  const width = open.prefectures.length / shape.prefectures;
  for (let k = 0; k < shape.prefectures; k++) {
    const paid = open.prefectures[k * width + PREFECTURE_ENTRY.subsidy];
    const claimed = open.prefectures[k * width + PREFECTURE_ENTRY.subsidyClaimed];
    province.subsidyClaimed[k] = claimed;
    province.subsidyLeft[k] -= paid;
    if (claimed > 0) province.subsidyPaidShare[k] += (paid / claimed - province.subsidyPaidShare[k]) / 12;
  }
}

/** Parts of the claims falling due that each guarantor's treasury pays; together the part that arrives, at most 1. */
export interface ArrivalShares {
  /** Paid whatever claims come to. */
  readonly promised: Float64Array;
  /** Paid out of the budget of the year, as far as it reaches. */
  readonly budgeted: Float64Array;
}

/**
 * What arrives. A treasury that does not pay in full lacks the money, so as things stand all of it comes out of the
 * budget. A lever that raises arrival promises part of what is owed whatever that comes to: as far as the lever goes from
 * the status quo towards 1. At 1 everything is promised, and nothing is left to a budget.
 */
export function arrivalShares(world: World): ArrivalShares {
  const { guarantors, input, shape, effects } = world;
  const standard = input.province.parameters['compensation.arrival'][0];
  const arrival = lever(world, 'compensation.arrival');
  const fund = fundFactor(world);
  const promised = new Float64Array(shape.guarantors);
  const budgeted = new Float64Array(shape.guarantors);
  for (let g = 0; g < shape.guarantors; g++) {
    const place = Math.max(0, guarantors.prefecture[g]);
    const own = shifted(Math.min(1, standard * guarantors.arrivalFactor[g]), standard, arrival[place]);
    const sure = arrival[place] >= 1 ? own : shifted(0, standard, arrival[place]);
    const share = Math.min(1, own * fund[place] * effects.treasury[place]);
    promised[g] = Math.min(share, sure * fund[place] * effects.treasury[place]);
    budgeted[g] = share - promised[g];
  }
  return { promised, budgeted };
}

/** A treasury is funded for what it spends: the budget is an explicit inflow from outside the model. */
export function spend(world: World, prefecture: number, yuan: number): void {
  post(world.open, FLOW.budget, yuan);
  world.province.treasurySpent[prefecture] += yuan;
}
