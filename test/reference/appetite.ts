/** What a lender accepts. */
import { toleratedPart } from '../../sim/decisions/backing.ts';
import type { Application } from './application.ts';
import { bareTolerance } from './craft.ts';
import { toleranceFor } from './incentives.ts';
import { pledgeOf } from './pledges.ts';
import type { Quote, Request } from './reading.ts';
import type { SlowWorld } from './world.ts';

/** What a lender reckons with in default: its part of the loss, and what a bad loan costs it besides. */
export const costOfBad = ({ p }: SlowWorld, covered: number, lgd: number): number =>
  lgd * (1 - covered) + p['lend.badLoanCost'][0];

/** Too risky for what a bad loan costs, or too dear under the cap, once what the loan is worth besides counts. */
export function objection(world: SlowWorld, request: Request, quote: Quote): Application['reason'] {
  const { p } = world;
  const { lender, reader, enterprise, secured, covered } = request;
  const missing = secured ? 1 : bareTolerance(world, reader);
  const bare = missing + (1 - missing) * pledgeOf(world, enterprise);
  const part = toleratedPart(secured, covered, bare);
  const usual = lender.cutoff * costOfBad(world, 0, p['lend.lgdUnsecured'][lender.class]) * part;
  const hurdle = usual * toleranceFor(world, enterprise, lender) + quote.reward;
  if (quote.pd * costOfBad(world, covered, quote.lgd) > hurdle) return 'tooRisky';
  return quote.breakEven - quote.reward > p['lend.rateCap'][lender.class] ? 'tooDear' : 'none';
}
