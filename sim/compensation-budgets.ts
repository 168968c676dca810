/**
 * The money each guarantor's treasury puts up in January for the claims of the year: the part that arrives of what they
 * are expected to come to. Budgets are counted in the claims they still reach, so that the money for them follows a
 * lever, the fund and arrears at once (`arrivalShares`); a budget is spent when as many claims as expected have fallen due.
 */
import { roundYuan } from './arithmetic.ts';
import { lever } from './conditions.ts';
import { sumFrom } from './contracts/claims.ts';
import { FORK_MONTH } from './input.ts';
import type { ArrivalShares } from './treasury.ts';
import type { World } from './world.ts';

/** Budgets are made from here on. In the years before, books are still filling and the year past says too little. */
const FIRST_BUDGET = FORK_MONTH + 1;

/** What budgets do this month, index guarantor. */
export interface Draws {
  /** Yuan of the claims due that the treasury's own budget reaches. */
  readonly reached: Float64Array;
  /** Yuan it lends out of its budget to others of the pool that have spent theirs. */
  readonly lent: Float64Array;
  /** Yuan of claims its budget was made for that did not come by the end of the year. */
  readonly idle: Float64Array;
}

/** In January, before new claims are filed, the budget of the year is made and the payouts of a new year are counted. */
export function makeBudgets(world: World, place: (g: number) => number): void {
  const { guarantors, shape } = world;
  const month = world.month + 1;
  if (month % 12 !== 0) return;
  for (let g = 0; g < shape.guarantors; g++) {
    guarantors.reach[g] = month < FIRST_BUDGET ? 0 : expectedClaims(world, g, place(g));
    guarantors.claimable[g] = 0;
  }
}

/**
 * Yuan of claims that should fall due within the year: those whose papers are being looked at; those on which the court
 * will have ruled in time; and, at the rate in force, those on payouts of the months whose papers get through by December,
 * if a month brings a twelfth of what the last year brought.
 */
function expectedClaims(world: World, g: number, place: number): number {
  const { guarantors, claims } = world;
  const waits = lever(world, 'compensation.recoverFirst')[place];
  const filing = Math.round(lever(world, 'compensation.filingMonths')[place]);
  const court = Math.round(lever(world, 'courtSpeed.months')[place]);
  const months = 12 - filing;
  const onFile = sumFrom(claims.owed, g, 0) - sumFrom(claims.owed, g, filing);
  const ruled = sumFrom(claims.waiting, g, Math.max(0, court - months));
  const atOnce = months * (1 - waits);
  const afterCourt = Math.max(0, months - court) * waits;
  const fresh = (guarantors.claimable[g] / 12) * (atOnce + afterCourt);
  return onFile + roundYuan((fresh + ruled) * lever(world, 'compensation.rate')[place]);
}

/** Takes the claims due this month from the budgets, then what the pool lends; in December whatever is left. */
export function drawBudgets(
  world: World,
  dues: Float64Array,
  shares: ArrivalShares,
  place: (g: number) => number,
): Draws {
  const { reach } = world.guarantors;
  const none = new Float64Array(dues.length);
  if (world.month + 1 < FIRST_BUDGET) return { reached: dues, lent: none, idle: none };
  const reached = dues.map((due, g) => Math.min(due, reach[g]));
  for (let g = 0; g < dues.length; g++) reach[g] -= reached[g];
  const lent = lendToDry(world, dues, reached, shares, place);
  for (let g = 0; g < dues.length; g++)
    if (lent[g] > 0) reach[g] -= Math.min(reach[g], Math.ceil(lent[g] / shares.budgeted[g]));
  if ((world.month + 1) % 12 !== 11) return { reached, lent, idle: none };
  const idle = reach.slice();
  reach.fill(0);
  return { reached, lent, idle };
}

/** Counties that have put money together lend what is left of it, each alike, for the due of those whose own is spent. */
function lendToDry(
  world: World,
  dues: Float64Array,
  reached: Float64Array,
  { budgeted }: ArrivalShares,
  place: (g: number) => number,
): Float64Array {
  const pooled = lever(world, 'compensation.pooled');
  const { reach } = world.guarantors;
  const common = budgeted.map((share, g) => share * pooled[place(g)]);
  const left = common.map((share, g) => Math.floor(reach[g] * share));
  const missing = common.map((share, g) => Math.floor((dues[g] - reached[g]) * share));
  const money = left.reduce((sum, yuan) => sum + yuan, 0);
  const wanted = Math.min(
    money,
    missing.reduce((sum, yuan) => sum + yuan, 0),
  );
  return left.map((yuan) => (wanted > 0 ? Math.floor((wanted * yuan) / money) : 0));
}
