/** How a shared loss is split among layers. Every split rounds once; what a layer pays rounds down, so that it never overdraws. */
import { shareOf } from '../arithmetic.ts';

export interface Layers {
  readonly fund: number;
  readonly guarantee: number;
  readonly insurer: number;
}

/** Every layer has the money for all that is asked of it. */
export const AMPLE: Layers = { fund: 1, guarantee: 1, insurer: 1 };

/**
 * Splits `claim` yuan: the fund owes the part `fund` of it, the guarantee layer `guarantee` of it, insurers the rest. Each
 * pays the part `means` of what it owes (its money over what all ask); what it cannot pay falls back on the bank.
 */
export function splitClaim(claim: number, fund: number, guarantee: number, means: Layers): Layers {
  const owed = shareOf(claim, fund);
  const guaranteed = Math.min(claim - owed, shareOf(claim, guarantee));
  return {
    fund: shareOf(owed, means.fund),
    guarantee: shareOf(guaranteed, means.guarantee),
    insurer: shareOf(claim - owed - guaranteed, means.insurer),
  };
}

/**
 * Part of the tolerated loss a lender allows itself: all with collateral; else the part others bear counts as secured and
 * the rest as bare, covered + (1 - covered) x bare.
 */
export function toleratedPart(secured: boolean, covered: number, bare: number): number {
  return secured ? 1 : covered + (1 - covered) * bare;
}
