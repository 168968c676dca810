/** What a lender accepts: the most expected cost of a bad loan and the highest rate. */
import { REASON } from './contracts/applications.ts';
import { securityMissed } from './craft.ts';
import { toleratedPart } from './decisions/backing.ts';
import { toleranceAt } from './incentives.ts';
import type { ParameterValues } from './input.ts';
import { pledgeOf } from './pledges.ts';
import type { Desk, Quote, Request } from './underwriting.ts';

/**
 * What a lender reckons with in default, ratio of the loan: the part of the loss it bears, and what a bad loan costs it
 * whoever pays: courts and staff, provisions, its non-performing ratio and those who answer for it.
 */
export const badLoanCost = (p: ParameterValues, covered: number, lgd: number): number =>
  lgd * (1 - covered) + p['lend.badLoanCost'][0];

/**
 * Most expected cost of a bad loan a lender accepts, annual ratio of the loan: its cut-off x what one without collateral
 * costs it, less where there is neither collateral nor guarantee, moved by what officers answer for, plus what the loan
 * is worth besides its interest.
 */
export function hurdleOf(desk: Desk, request: Request, reward: number): number {
  const { p, world } = desk;
  const { lender, reader, slot, secured, covered } = request;
  const missing = secured ? 1 : securityMissed(desk.craft, reader, p['lend.unsecuredTolerance'][0]);
  const bare = missing + (1 - missing) * pledgeOf(desk.pledges, slot);
  const missed = toleratedPart(secured, covered, bare);
  const tolerance = toleranceAt(desk.incentives, world.enterprises.cell[slot], lender);
  const bad = badLoanCost(p, 0, p['lend.lgdUnsecured'][world.lenders.class[lender]]);
  const usual = world.lenders.cutoff[lender] * bad * missed;
  return usual * tolerance + reward;
}

/** What stands against a quote, or none: too risky for what a bad loan costs the lender, or too dear under the cap. */
export function objection(desk: Desk, request: Request, quote: Quote): number {
  const { p, world } = desk;
  const expected = quote.pd * badLoanCost(p, request.covered, quote.lgd);
  if (expected > hurdleOf(desk, request, quote.reward)) return REASON.tooRisky;
  if (quote.breakEven - quote.reward > p['lend.rateCap'][world.lenders.class[request.lender]])
    return REASON.tooDear;
  return REASON.none;
}
