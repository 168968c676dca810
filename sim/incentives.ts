/** What moves a lender's hurdle and price besides cost and risk: liability, targets, cheap funds, rights. Null levers cost nothing. */
import { CLASS, isMoved, lever } from './conditions.ts';
import { carelessExemption, hurdleFactor, portfolioExemption } from './decisions/liability.ts';
import { rightsWorth, shortfallReward } from './decisions/reward.ts';
import { SECTORS } from './input.ts';
import { whileLeversStand } from './standing.ts';
import type { World } from './world.ts';

const TECHNOLOGY = SECTORS.indexOf('technology');

/** Who may be lent to more willingly or more cheaply this month, gathered once a phase. */
export interface Incentives {
  readonly world: World;
  /** Exempt and verified parts by cell; null while both stand where they stood and no portfolio is judged. */
  readonly exempt: Float64Array | null;
  readonly verified: Float64Array;
  readonly judged: Float64Array;
  /** Worth of a yuan lent by lender, annual ratio; null while no target is missed. */
  readonly reward: Float64Array | null;
  /** Funds each cell's loans are given cheaper inside a lender, annual ratio; null while none are. */
  readonly tilt: Float64Array | null;
  /** Saving on refinanced loans by cell and whether each lender has quota left; null while there is none. */
  readonly refinanced: Float64Array | null;
  /** Highest of those savings: what is refinanced is counted in yuan that save as much. */
  readonly most: number;
  readonly quotaLeft: Uint8Array;
  /** Part of growth a lender gets with a loan plus equity, by cell; null while there are no such loans. */
  readonly rights: Float64Array | null;
}

/** Incentives that follow from levers alone; null where one stands at its status quo. */
const leversAt = whileLeversStand((world) => {
  const p = world.input.province.parameters;
  const exempt = lever(world, 'dueDiligenceExemption.exempt');
  const verified = lever(world, 'dueDiligenceExemption.verified');
  const judged = lever(world, 'technologyTolerance.judged');
  const moved = (name: string) => {
    const values = lever(world, name);
    return isMoved(values, 0) ? values : null;
  };
  const liable =
    isMoved(exempt, p['dueDiligenceExemption.exempt'][0]) ||
    isMoved(verified, p['dueDiligenceExemption.verified'][0]) ||
    isMoved(judged, 0);
  const [tilt, refinanced, rights] = [
    moved('transferPrice.tilt'),
    moved('refinancing.points'),
    moved('loanPlusEquity.rights'),
  ];
  return {
    any: liable || tilt !== null || refinanced !== null || rights !== null,
    exempt: liable ? exempt : null,
    verified,
    judged,
    tilt,
    refinanced,
    most: refinanced === null ? 0 : refinanced.reduce((most, one) => (one > most ? one : most), 0),
    rights,
  };
});

/** Null while every incentive stands at its status quo. */
export function incentivesOf(world: World): Incentives | null {
  const { any, exempt, verified, judged, tilt, refinanced, most, rights } = leversAt(world);
  const reward = rewards(world);
  if (!any && reward === null) return null;
  const quota = quotaLeft(world);
  return { world, exempt, verified, judged, reward, tilt, refinanced, most, quotaLeft: quota, rights };
}

/** Worth of a yuan lent to each lender that is behind a target: supervisors' evaluation and the large banks' quota. */
function rewards(world: World): Float64Array | null {
  const p = world.input.province.parameters;
  const target = lever(world, 'evaluation.target');
  const weight = lever(world, 'evaluation.weight');
  const quota = lever(world, 'largeBankQuota.growth');
  const { lenders, shape } = world;
  let any = false;
  const worth = new Float64Array(shape.licensed);
  for (let l = 0; l < shape.licensed; l++) {
    const large = isLarge(lenders.class[l]) ? quota[l] : 0;
    worth[l] =
      shortfallReward(target[l], lenders.pace[l], weight[l]) +
      shortfallReward(large, lenders.pace[l], large > 0 ? p['largeBankQuota.weight'][0] : 0);
    any ||= worth[l] > 0;
  }
  return any ? worth : null;
}

/** Whether a lender class is that of a large bank. */
export const isLarge = (lenderClass: number): boolean =>
  lenderClass === CLASS.state || lenderClass === CLASS['joint-stock'];

/** Whether what a lender has refinanced is still below its quota. */
function quotaLeft({ lenders, shape, levers }: World): Uint8Array {
  const quota = levers['refinancing.quota'];
  return Uint8Array.from({ length: shape.licensed }, (_, l) =>
    lenders.refinanced[l] < quota[l] * lenders.loans[l] ? 1 : 0,
  );
}

/** Exempt part of defaults in a cell at a lender. */
function exemptAt({ world, exempt, judged }: Incentives, cell: number, lender: number): number {
  const { lenders, input, atlas } = world;
  const base = (exempt as Float64Array)[cell];
  if (judged[cell] === 0 || atlas.sector[cell] !== TECHNOLOGY) return base;
  const bad = lenders.loans[lender] > 0 ? lenders.nonPerforming[lender] / lenders.loans[lender] : 0;
  const strain = bad / input.province.parameters['lend.nplTolerance'][lenders.class[lender]];
  return portfolioExemption(base, judged[cell], strain);
}

/** Factor on the expected loss a lender accepts in a cell. */
export function toleranceAt(inc: Incentives | null, cell: number, lender: number): number {
  if (inc === null || inc.exempt === null) return 1;
  const p = inc.world.input.province.parameters;
  return hurdleFactor(
    p['dueDiligenceExemption.liability'][0],
    p['dueDiligenceExemption.exempt'][0],
    exemptAt(inc, cell, lender),
  );
}

/** Factor on the own loss an officer has in mind when deciding how much to check. */
export function careAt(inc: Incentives | null, cell: number, lender: number): number {
  if (inc === null || inc.exempt === null) return 1;
  const p = inc.world.input.province.parameters;
  const cost = p['dueDiligenceExemption.liability'][0];
  const standard = carelessExemption(
    p['dueDiligenceExemption.exempt'][0],
    p['dueDiligenceExemption.verified'][0],
  );
  const now = carelessExemption(exemptAt(inc, cell, lender), inc.verified[cell]);
  return hurdleFactor(cost, now, standard);
}

/** Cheaper funds for a loan of `amount` yuan to cell `cell`, annual ratio. */
export function fundsSaved(inc: Incentives | null, cell: number, lender: number, amount: number): number {
  if (inc === null) return 0;
  const tilt = inc.tilt === null ? 0 : inc.tilt[cell];
  if (!refinances(inc, lender, amount)) return tilt;
  return tilt + (inc.refinanced as Float64Array)[cell];
}

/** Whether a loan of `amount` yuan can be refinanced. */
function refinances(inc: Incentives | null, lender: number, amount: number): boolean {
  if (inc === null || inc.refinanced === null || inc.quotaLeft[lender] === 0) return false;
  return amount <= inc.world.input.province.parameters['refinancing.maxLoan'][0];
}

/** Yuan of a loan that count as refinanced at the highest saving; 0 where it is not. */
export function refinancedYuan(inc: Incentives | null, cell: number, lender: number, amount: number): number {
  if (inc === null || inc.refinanced === null || !refinances(inc, lender, amount)) return 0;
  return Math.floor((amount * inc.refinanced[cell]) / inc.most);
}

/** Worth of a yuan lent to an enterprise besides interest, annual ratio. */
export function rewardAt(inc: Incentives | null, slot: number, lender: number, amount: number): number {
  if (inc === null) return 0;
  const { world, reward, rights } = inc;
  const target = reward === null ? 0 : reward[lender];
  if (rights === null) return target;
  const { enterprises: e, atlas, input } = world;
  const cell = e.cell[slot];
  const volatility = input.province.parameters['trade.growthVolatility'][atlas.size[cell]];
  return target + rightsWorth(rights[cell], volatility, 12 * e.scale[slot], amount);
}

/** Mean remembered growth of all lenders' books, weighted by loans. */
export function meanPace({ lenders, shape }: World): number {
  let loans = 0;
  let grown = 0;
  for (let l = 0; l < shape.licensed; l++) {
    loans += lenders.loans[l];
    grown += lenders.loans[l] * lenders.pace[l];
  }
  return loans > 0 ? grown / loans : 0;
}

/** Classes the assessment of local banks concerns: city, rural, village banks and relationship banks. */
const ASSESSED: ReadonlySet<number> = new Set([
  CLASS.city,
  CLASS.rural,
  CLASS['village-microcredit'],
  CLASS.relationship,
]);

/**
 * Funding cost each lender saves, annual ratio: the reserve discount and public deposits reward local lenders whose book
 * has grown no slower than all books together.
 */
export function fundingSaved(world: World): Float64Array {
  const discount = lever(world, 'reserveDiscount.points');
  const deposits = lever(world, 'governmentDeposits.points');
  const { lenders } = world;
  const mean = meanPace(world);
  return discount.map((points, l) =>
    ASSESSED.has(lenders.class[l]) && lenders.pace[l] >= mean ? points + deposits[l] : 0,
  );
}
