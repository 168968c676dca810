/** What a lender tolerates of a client in good order whose loan falls due. */
import { badLoanCost } from '../appetite.ts';
import { toleranceAt } from '../incentives.ts';
import type { Desk, Quote } from '../underwriting.ts';
import { type RenewalCentre, usesCentre } from './renewal-centre.ts';

/**
 * Whether a lender that has read its client as in `quote` goes on, `covered` of a loss being left to others: what a bad
 * loan would cost it is within `lend.renewalTolerance` of what it accepts at best and the PD within `lend.renewalPd`
 * cut-offs. A weak lender is more lenient, so that the loss need not show, unless it reports in real time or the renewal centre's
 * list decides.
 */
export function tolerates(
  desk: Desk,
  centre: RenewalCentre | null,
  i: number,
  lender: number,
  covered: number,
  quote: Quote,
): boolean {
  const { world, p } = desk;
  const c = world.lenders.class[lender];
  const weak = leniency(desk, centre, i, lender);
  const tolerance = toleranceAt(desk.incentives, world.enterprises.cell[i], lender);
  const accepted = weak * p['lend.cutoff'][c];
  const worst = badLoanCost(p, 0, p['lend.lgdUnsecured'][c]);
  return (
    quote.pd * badLoanCost(p, covered, quote.lgd) <=
      p['lend.renewalTolerance'][0] * accepted * worst * tolerance + quote.reward &&
    quote.pd <= p['lend.renewalPd'][0] * accepted
  );
}

/** How much more a lender tolerates at renewal because a bad loan would show. */
function leniency(desk: Desk, centre: RenewalCentre | null, i: number, lender: number): number {
  const { p, practice } = desk;
  const { lenders } = desk.world;
  const npl = lenders.loans[lender] > 0 ? lenders.nonPerforming[lender] / lenders.loans[lender] : 0;
  if (npl <= p['lend.nplTolerance'][lenders.class[lender]]) return 1;
  const reports = practice.models !== null && practice.models[lender] === 1;
  return reports || usesCentre(centre, i) ? 1 : 1 + p['lend.evergreening'][0];
}
