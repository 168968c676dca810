/** Phase 5: each lender reads and quotes or refuses. */
import { clamp } from '../../sim/arithmetic.ts';
import { worthOfCover } from '../../sim/decisions/guarantee.ts';
import { LENDER_CLASSES } from '../../sim/input.ts';
import type { Application } from './application.ts';
import { atPrefecture, forEnterprise } from './conditions.ts';
import { f32, isTraced } from './enterprise.ts';
import type { Lender } from './institutions.ts';
import { guarantorOf } from './market.ts';
import { treatmentOf } from './practice.ts';
import { type Quote, type Request, read } from './reading.ts';
import type { SlowWorld } from './world.ts';

const MOST_COVER = 0.9;

export function underwrite(world: SlowWorld): void {
  for (const a of world.applications) {
    receive(world, a);
    if (a.enterprise.bad > 0) a.reason = 'badRecord';
    else if (cannotRead(world, a)) a.reason = 'noData';
    else decide(world, a);
  }
}

/** The file is opened; the clock starts. */
function receive(world: SlowWorld, a: Application): void {
  const { p, input } = world;
  const { enterprise: e, lender } = a;
  const missing = e.data === 'none' ? p['lend.daysMissingData'][lender.class] : 0;
  a.days = f32(p['lend.days'][lender.class] + missing);
  shortenDays(world, a);
  a.secured = e.collateral;
  if (!a.shadow) lender.books.applications += input.scale;
}

/** A visited enterprise has its answer within set days. */
export function shortenDays(world: SlowWorld, a: Application): void {
  const days = forEnterprise(world, 'coordinationMechanism.decisionDays', a.enterprise);
  if (a.enterprise.events.has('visited')) a.days = f32(Math.min(a.days, days));
}

function cannotRead(world: SlowWorld, { enterprise: e, lender }: Application): boolean {
  if (e.data === 'none' && treatmentOf(world, lender) === 'refuse') return true;
  return LENDER_CLASSES[lender.class] === 'digital' && !isTraced(e);
}

function decide(world: SlowWorld, a: Application): void {
  const { p } = world;
  const { enterprise: e, lender, asked } = a;
  const amount = a.secured ? asked : Math.min(asked, p['lend.maxLoan'][lender.class]);
  const plain: Request = {
    enterprise: e,
    lender,
    amount,
    added: amount,
    secured: a.secured,
    covered: 0,
    ownClient: e.loans[0]?.lender === lender,
  };
  let quote = read(world, plain);
  a.reason = objection(world, plain, quote);
  if (a.reason === 'none') {
    a.decision = 'quoted';
    a.amount = amount;
  } else if (!a.secured && isGuaranteeable(world, lender, asked))
    quote = tryGuaranteed(world, a, plain) ?? quote;
  a.pd = f32(quote.pd);
  a.rate = f32(quote.rate);
  a.cost = f32(quote.checkCost);
  a.score = Math.max(0, Math.floor(255 * (1 - Math.sqrt(Math.min(1, quote.pd)))));
}

/** Reads again as if the loan were guaranteed; the quote, unless nobody would cover anything. */
function tryGuaranteed(world: SlowWorld, a: Application, plain: Request): Quote | null {
  const covered = coverOf(world, a);
  if (covered <= 0) return null;
  const request: Request = {
    ...plain,
    amount: a.asked,
    added: a.asked,
    covered: countedCover(world, a, covered),
  };
  const quote = read(world, request);
  if (objection(world, request, quote) === 'none') {
    a.reason = 'none';
    a.decision = 'quotedIfGuaranteed';
    a.amount = a.asked;
    a.covered = f32(covered);
  }
  return quote;
}

/** Too risky for the loss the lender would bear, or too dear under the cap. */
function objection(
  { p }: SlowWorld,
  { lender, secured, covered }: Request,
  quote: Quote,
): Application['reason'] {
  const c = lender.class;
  const bare = !secured && covered === 0;
  const tolerated = lender.cutoff * p['lend.lgdUnsecured'][c] * (bare ? p['lend.unsecuredTolerance'][0] : 1);
  if (quote.pd * quote.lgd * (1 - covered) > tolerated) return 'tooRisky';
  if (quote.pd > 2.5 * lender.cutoff) return 'tooRisky';
  return quote.breakEven > p['lend.rateCap'][c] ? 'tooDear' : 'none';
}

function isGuaranteeable({ p }: SlowWorld, lender: Lender, amount: number): boolean {
  return lender.agreement && amount >= p['guarantee.minLoan'][0] && amount <= p['guarantee.maxLoan'][0];
}

/** Covered part of a loss, moved by how far the lender's bad loans are from its tolerance. */
function coverOf(world: SlowWorld, { enterprise: e, lender }: Application): number {
  const agreed = 1 - forEnterprise(world, 'riskSplit.bankShare', e);
  const slope = forEnterprise(world, 'dynamicRiskShare.slope', e);
  if (slope === 0 || agreed === 0) return agreed;
  const distance = 1 - badRatio(lender) / world.p['lend.nplTolerance'][lender.class];
  return clamp(agreed + slope * distance, 0, MOST_COVER);
}

/** What the cover is worth to the lender: as far as the guarantor has been paying, less the wait. */
function countedCover(world: SlowWorld, { enterprise: e, lender }: Application, covered: number): number {
  const guarantor = guarantorOf(world, e);
  if (guarantor === null) return 0;
  const wait = atPrefecture(world, 'claimsProcedure.payoutMonths', e.cell.prefecture);
  return worthOfCover(covered, guarantor.trust, world.p['lend.funding'][lender.class], wait);
}

/** Non-performing loans over loans. */
export const badRatio = ({ loans, nonPerforming }: Lender): number => (loans > 0 ? nonPerforming / loans : 0);
