/** What a lender accepts. */
import { toleratedPart } from '../../sim/decisions/backing.ts';
import type { Application } from './application.ts';
import { bareTolerance } from './craft.ts';
import { toleranceFor } from './incentives.ts';
import { pledgeOf } from './pledges.ts';
import type { Quote, Request } from './reading.ts';
import type { SlowWorld } from './world.ts';

/** Too risky for the loss the lender would bear, or too dear under the cap, once what the loan is worth besides counts. */
export function objection(world: SlowWorld, request: Request, quote: Quote): Application['reason'] {
  const { p } = world;
  const { lender, reader, enterprise, secured, covered } = request;
  const missing = secured ? 1 : bareTolerance(world, reader);
  const bare = missing + (1 - missing) * pledgeOf(world, enterprise);
  const part = toleratedPart(secured, covered, bare);
  const usual = lender.cutoff * p['lend.lgdUnsecured'][lender.class] * part;
  const hurdle = usual * toleranceFor(world, enterprise, lender) + quote.reward;
  if (quote.pd * quote.lgd * (1 - covered) > hurdle) return 'tooRisky';
  if (quote.pd > p['lend.pdCeiling'][0] * lender.cutoff) return 'tooRisky';
  return quote.breakEven - quote.reward > p['lend.rateCap'][lender.class] ? 'tooDear' : 'none';
}
