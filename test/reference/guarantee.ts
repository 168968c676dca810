/** Phase 6: guarantors look at what banks want covered, and serve the best as far as their room reaches. */
import { roundYuan } from '../../sim/arithmetic.ts';
import { acceptablePd, guarantorLoss } from '../../sim/decisions/guarantee.ts';
import { correlation, defaultProbability, observed } from '../../sim/decisions/signal.ts';
import type { Application } from './application.ts';
import { served } from './clearing.ts';
import { partStoodGood, standsGood } from './counter-guarantee.ts';
import type { Enterprise } from './enterprise.ts';
import { atPrefecture, forEnterprise } from './in-force.ts';
import type { Guarantor } from './institutions.ts';
import { beliefAbout, knowableIndex, publicDataWorth } from './knowing.ts';
import { moveOf } from './ledger.ts';
import { bitsDraw, pairNormalDraw, uniformDraw } from './luck.ts';
import { guarantorOf } from './market.ts';
import { episode } from './reading.ts';
import { reviewEffort } from './screening.ts';
import { lendWithoutCover, shortenDays } from './underwrite.ts';
import type { SlowWorld } from './world.ts';

type Look = 'own' | 'joint' | 'none';

export function guarantee(world: SlowWorld): void {
  for (const a of requests(world)) review(world, a);
  for (const guarantor of world.guarantors) answer(world, guarantor);
}

/** Requests for new loans and for loans that stand. */
const requests = (world: SlowWorld): Application[] =>
  [...world.applications, ...world.coverRequests.map((one) => one.application)].filter(
    (a) => a.decision === 'quotedIfGuaranteed',
  );

/** Whether a request is about a loan that stands: it adds no debt. */
const isStanding = (world: SlowWorld, a: Application): boolean =>
  world.coverRequests.some((one) => one.application === a);

function review(world: SlowWorld, a: Application): void {
  const { p, input } = world;
  const { enterprise: e } = a;
  const guarantor = guarantorOf(world, e);
  if (guarantor === null) {
    refuse(world, a, 'guarantorFull');
    return;
  }
  const look = isListed(world, a) ? 'joint' : lookAt(world, e, guarantor);
  const days = { own: p['guarantee.days'][0], joint: p['guarantorEngine.days'][0], none: 0 }[look];
  const stands = look === 'none' ? 'notAsked' : standsGood(world, e);
  a.days = Math.fround(a.days + days);
  if (stands === 'given') {
    a.counterGuaranteed = true;
    a.days = Math.fround(a.days + world.p['counterGuarantee.days'][0]);
  }
  shortenDays(world, a);
  if (!a.shadow) guarantor.books.requests += input.scale;
  if (!a.shadow && look === 'own') guarantor.books.ownLooks += input.scale;
  const unknown = e.data === 'none' && e.history === 0;
  if (look === 'own' && unknown) {
    if (!a.shadow) guarantor.books.refusedInfo += input.scale;
    refuse(world, a, 'guarantorRefused');
  } else if (stands === 'lacking') refuse(world, a, 'noCounterGuarantee');
  else if (isTooRisky(world, a, guarantor, look)) refuse(world, a, 'guarantorRefused');
  else a.guarantor = guarantor;
}

/** The guarantor's no: the application ends, unless the bank lends without cover. */
function refuse(world: SlowWorld, a: Application, reason: Application['reason']): void {
  if (a.eitherWay) lendWithoutCover(world, a);
  else a.decision = 'refused';
  a.reason = reason;
}

/** The list is served before everyone else. */
const LISTED_SCORE = 255;

/** Whether bank and guarantor have listed an applicant that never borrowed. */
const isListed = (world: SlowWorld, { enterprise: e, novice, eitherWay }: Application): boolean =>
  novice &&
  !eitherWay &&
  uniformDraw(world, 'middleLayer', -1, e.id) < forEnterprise(world, 'middleLayerList.share', e);

function lookAt(world: SlowWorld, e: Enterprise, { payoutRate }: Guarantor): Look {
  const batch = forEnterprise(world, 'batchGuarantee.share', e);
  const underCap = payoutRate <= world.p['batchGuarantee.cap'][0];
  if (underCap && uniformDraw(world, 'batchGuarantee', -1, e.id) < batch) return 'none';
  const connected = forEnterprise(world, 'guarantorEngine.connected', e);
  return uniformDraw(world, 'guarantorEngine', -1, e.id) < connected ? 'joint' : 'own';
}

/** Whether the PD is higher than the fee and the public's gain are worth, given what a default would cost. */
function isTooRisky(world: SlowWorld, a: Application, guarantor: Guarantor, look: Look): boolean {
  if (look === 'none') return false;
  const pd = look === 'joint' ? a.pd : ownReading(world, a, guarantor);
  const gain = forEnterprise(world, 'guaranteeFee.rate', a.enterprise) + world.p['guarantee.mission'][0];
  return pd > acceptablePd(gain, lossOf(world, a, guarantor));
}

/** Yuan of each guaranteed one the guarantor would lose for good in default. */
function lossOf(world: SlowWorld, a: Application, { prefecture, refund }: Guarantor): number {
  const { p } = world;
  const stoodGood = a.counterGuaranteed ? partStoodGood(world) : 0;
  const refunded = atPrefecture(world, 'compensation.rate', prefecture) * refund;
  const reguaranteed = atPrefecture(world, 'reguarantee.share', prefecture);
  const recovery = p['guarantee.recovery'][0] + stoodGood;
  return guarantorLoss(a.covered, reguaranteed * world.trust.reguarantor, recovery, refunded);
}

/** PD the guarantor reads from its own papers and the effort it makes and pays for. */
function ownReading(world: SlowWorld, a: Application, guarantor: Guarantor): number {
  const { p } = world;
  const { enterprise: e, lender } = a;
  const papers = p['guarantee.screening'][0] * (0.5 + 0.5 * publicDataWorth(world, e));
  const effort = reviewEffort(world, lossOf(world, a, guarantor), papers, a.amount);
  const cost = roundYuan(effort * p['guarantee.effortCost'][0]);
  if (!a.shadow) {
    moveOf(world, 'guarantorCost', cost);
    guarantor.books.reviewCost += cost * world.input.scale;
  }
  const belief = beliefAbout(world, e, lender.class);
  const r = correlation(papers + effort);
  const index = knowableIndex(world, e, isStanding(world, a) ? 0 : a.amount, a.rate);
  const noise = pairNormalDraw(world, 'guarantorSignal', -2, e.id, episode(guarantor.index, e.vintage));
  return defaultProbability(observed((index - belief.mean) / belief.spread, r, noise), r, belief);
}

/** Requests that passed the review are served as far as room reaches, to the nearest loan. */
function answer(world: SlowWorld, guarantor: Guarantor): void {
  const mine = requests(world).filter((a) => a.guarantor === guarantor);
  const claims = mine
    .filter((a) => !a.shadow)
    .map((a) => ({
      of: a,
      amount: a.amount,
      score: isListed(world, a) ? LISTED_SCORE : a.score,
      priority: bitsDraw(world, 'guarantorPriority', world.month, a.enterprise.id),
    }));
  const first = served(claims, Math.floor(Math.max(0, guarantor.roomThisMonth) / world.input.scale), 0.5);
  const isOpen = !guarantor.suspended && guarantor.roomThisMonth > 0;
  for (const a of mine) {
    if (isOpen && (a.shadow || first.has(a))) a.decision = 'quoted';
    else refuse(world, a, 'guarantorFull');
  }
}
