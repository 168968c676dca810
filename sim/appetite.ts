/** What a lender accepts: the most expected loss, the most PD and the highest rate. */
import { REASON } from './contracts/applications.ts';
import { securityMissed } from './craft.ts';
import { toleratedPart } from './decisions/backing.ts';
import { toleranceAt } from './incentives.ts';
import { pledgeOf } from './pledges.ts';
import type { Desk, Quote, Request } from './underwriting.ts';

/**
 * Most expected loss a lender accepts, annual ratio of the loan: cut-off x LGD without collateral, less where there is
 * neither collateral nor guarantee, moved by what officers answer for, plus what the loan is worth besides its interest.
 */
export function hurdleOf(desk: Desk, request: Request, reward: number): number {
  const { p, world } = desk;
  const { lender, reader, slot, secured, covered } = request;
  const missing = secured ? 1 : securityMissed(desk.craft, reader, p['lend.unsecuredTolerance'][0]);
  const bare = missing + (1 - missing) * pledgeOf(desk.pledges, slot);
  const missed = toleratedPart(secured, covered, bare);
  const tolerance = toleranceAt(desk.incentives, world.enterprises.cell[slot], lender);
  const usual = world.lenders.cutoff[lender] * p['lend.lgdUnsecured'][world.lenders.class[lender]] * missed;
  return usual * tolerance + reward;
}

/** What stands against a quote, or none: too risky for the loss the lender would bear, or too dear under the cap. */
export function objection(desk: Desk, request: Request, quote: Quote): number {
  const { p, world } = desk;
  const { lender, covered } = request;
  const tooMuch = quote.pd * quote.lgd * (1 - covered) > hurdleOf(desk, request, quote.reward);
  if (tooMuch || quote.pd > p['lend.pdCeiling'][0] * world.lenders.cutoff[lender]) return REASON.tooRisky;
  if (quote.breakEven - quote.reward > p['lend.rateCap'][world.lenders.class[lender]]) return REASON.tooDear;
  return REASON.none;
}
