/**
 * The knowable index: how many standard deviations of its own trade an enterprise is away from illiquidity within a
 * year. Everything a lender could learn about it is in here; default itself comes out of cash, not out of this number.
 */

/** What the index is built from; money in yuan, margins as ratio of sales. */
export interface Position {
  /** Normal monthly sales. */
  readonly sales: number;
  readonly cash: number;
  /** Monthly interest and instalments, the loan asked for included. */
  readonly debtService: number;
  /** Normal operating margin with the enterprise's own quality and the return of borrowed money. */
  readonly margin: number;
  /** Standardised transitory shock and the margin of one unit of it. */
  readonly shock: number;
  readonly shockMargin: number;
  /** Months of sales by which supplier payables can stretch. */
  readonly payablesMonths: number;
}

const HORIZON = 12;

/** Sum of the expected path of an AR(1) over the next twelve months, per unit of today's value. */
export function expectedPath(persistence: number): number {
  let sum = 0;
  let power = 1;
  for (let k = 0; k < HORIZON; k++) {
    power *= persistence;
    sum += power;
  }
  return sum;
}

/** Standard deviation of the sum of a unit-variance AR(1) over the next twelve months, given today's value. */
export function pathDeviation(persistence: number): number {
  const innovation = Math.sqrt(1 - persistence * persistence);
  let variance = 0;
  let weight = 0;
  let power = 1;
  for (let k = 0; k < HORIZON; k++) {
    weight += power;
    power *= persistence;
    variance += weight * innovation * (weight * innovation);
  }
  return Math.sqrt(variance);
}

/**
 * (liquidity + payables room + twelve months of expected surplus) / (twelve-month deviation of the surplus).
 * Source: distance to default as in structural credit models, with cash in place of asset value.
 */
export function distanceToIlliquidity(p: Position, path: number, deviation: number): number {
  const surplus = HORIZON * (p.sales * p.margin - p.debtService) + p.sales * p.shockMargin * p.shock * path;
  return (p.cash + p.payablesMonths * p.sales + surplus) / (p.sales * p.shockMargin * deviation);
}

/** The index on a fixed scale (constants, never the population), within four units of its centre. */
export function standardIndex(distance: number, centre: number, spread: number): number {
  const index = (distance - centre) / spread;
  return index < -4 ? -4 : index > 4 ? 4 : index;
}
