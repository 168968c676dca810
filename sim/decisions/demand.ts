/** Who wants credit, how much, and who dares to ask. */
import { normalCdf } from '../arithmetic.ts';

/** Working capital that nobody has lent, yuan: an investor's, or an owner's own. */
export function ownFunds(capital: number, owed: number): number {
  return Math.max(0, capital - owed);
}

/** Gap between the debt an enterprise would carry and what it carries, plus what its liquidity lacks to `floor`; yuan. */
export function desiredLoan(targetDebt: number, debt: number, cash: number, floor: number): number {
  return Math.max(0, targetDebt - debt) + Math.max(0, floor - cash);
}

/** What the loan would have earned in the days until it comes, by its chance: chance x loan x (return - rate) x days / 365. */
export function waitingCost(
  amount: number,
  returnOnCredit: number,
  netRate: number,
  chance: number,
  days: number,
): number {
  return (chance * amount * (returnOnCredit - netRate) * days) / 365;
}

/** Chance of approval an owner expects; `belief` is a probit. */
export function expectedChance(belief: number): number {
  return normalCdf(belief);
}

/**
 * Gain in yuan expected from asking: chance x loan x (return - net rate), less the cost of asking, less the fear of
 * being refused. An enterprise asks when it is positive.
 */
export function gainFromAsking(
  amount: number,
  returnOnCredit: number,
  netRate: number,
  chance: number,
  cost: number,
  fear: number,
): number {
  return chance * amount * (returnOnCredit - netRate) - cost - fear * amount * (1 - chance);
}

/** Belief after an experience: a step of `learning` towards certainty, for better or worse. */
export function updatedBelief(belief: number, approved: boolean, learning: number): number {
  const next = belief + (approved ? learning : -learning);
  return next < -3 ? -3 : next > 3 ? 3 : next;
}
