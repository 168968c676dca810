/** How a shared loss is split among layers. Every split rounds once; what a fund pays rounds down, so that it never overdraws. */
import { shareOf } from '../arithmetic.ts';

export interface Layers {
  readonly fund: number;
  readonly guarantee: number;
  readonly insurer: number;
}

/**
 * Splits `claim` yuan: the fund owes the part `fund` of it, of which it pays `means` (its money over what all ask), the
 * guarantee layer pays `guarantee` of it, insurers the rest. What the fund cannot pay falls back on the bank.
 */
export function splitClaim(claim: number, fund: number, guarantee: number, means: number): Layers {
  const owed = shareOf(claim, fund);
  const guaranteed = Math.min(claim - owed, shareOf(claim, guarantee));
  return { fund: Math.floor(owed * means), guarantee: guaranteed, insurer: claim - owed - guaranteed };
}

/**
 * Part of the tolerated loss a lender allows itself: all with collateral; `bare` with nothing; in between it rises with
 * the part others bear, bare + (1 - bare) x min(1, covered / half).
 */
export function toleratedPart(secured: boolean, covered: number, bare: number): number {
  return secured ? 1 : bare + (1 - bare) * Math.min(1, 2 * covered);
}
