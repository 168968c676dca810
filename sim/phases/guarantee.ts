import { DATA, EVENT } from '../agents/enterprises.ts';
import { roundYuan } from '../arithmetic.ts';
import { clearToNearest, rankOf } from '../clearing.ts';
import { lever } from '../conditions.ts';
import { DECISION, REASON } from '../contracts/applications.ts';
import { COUNTER_GUARANTOR } from '../contracts/backing.ts';
import {
  type CounterGuarantees,
  openCounterGuarantees,
  STANDING_GOOD,
  standsGood,
} from '../counter-guarantee.ts';
import { acceptablePd } from '../decisions/guarantee.ts';
import { correlation, defaultProbability, observed } from '../decisions/signal.ts';
import {
  expectedRefunds,
  guarantorOf,
  lossOf,
  placeKeyOf,
  refreshReview,
  reviewEffort,
} from '../guarantors.ts';
import { FLOW, GUARANTOR_ENTRY, noteGuarantor, postGuarantor, type Tally } from '../ledger.ts';
import { type Answering, answerWithoutCover, openAnswering } from '../quotes.ts';
import { bits, type DrawKey, drawKey, pairNormal, STREAMS, uniform } from '../random.ts';
import { dataOf } from '../traces.ts';
import { beliefAbout, type Desk, episodeWith, indexOf, openDesk, publicDataWorth } from '../underwriting.ts';
import type { World } from '../world.ts';
import type { Phase, Span } from './phase.ts';

/** How a request is looked at: by the guarantor itself, through the bank's reading, or not again. */
const LOOK = { own: 0, joint: 1, none: 2 } as const;
type Look = (typeof LOOK)[keyof typeof LOOK];

interface Reviewer {
  readonly desk: Desk;
  readonly answering: Answering;
  readonly batched: Float64Array;
  readonly batchKey: DrawKey;
  readonly counter: CounterGuarantees | null;
  readonly connected: Float64Array;
  readonly engineKey: DrawKey;
  readonly noiseKey: DrawKey;
  readonly fee: Float64Array;
  readonly listing: Float64Array;
  readonly listKey: DrawKey;
  /** Part of a payout each guarantor expects back from its treasury. */
  readonly refunds: Float64Array;
  readonly placeKey: DrawKey;
  readonly rankKey: DrawKey;
  /** Days a review takes by way of looking, and the days within which those visited have their answer, by cell. */
  readonly days: readonly number[];
  readonly decisionDays: Float64Array;
  /** Days the papers of a counter-guarantee take. */
  readonly counterDays: number;
}

function openReview(world: World): Reviewer {
  const { seed } = world.input;
  const p = world.input.province.parameters;
  return {
    desk: openDesk(world),
    answering: openAnswering(world),
    batched: lever(world, 'batchGuarantee.share'),
    batchKey: drawKey(seed, STREAMS.batchGuarantee, -1),
    counter: openCounterGuarantees(world),
    connected: lever(world, 'guarantorEngine.connected'),
    engineKey: drawKey(seed, STREAMS.guarantorEngine, -1),
    noiseKey: drawKey(seed, STREAMS.guarantorSignal, -2),
    fee: lever(world, 'guaranteeFee.rate'),
    listing: lever(world, 'middleLayerList.share'),
    listKey: drawKey(seed, STREAMS.middleLayer, -1),
    refunds: expectedRefunds(world),
    placeKey: placeKeyOf(world),
    rankKey: drawKey(seed, STREAMS.guarantorPriority, world.month + 1),
    days: [p['guarantee.days'][0], p['guarantorEngine.days'][0], 0],
    decisionDays: lever(world, 'coordinationMechanism.decisionDays'),
    counterDays: p['counterGuarantee.days'][0],
  };
}

function lookAt(
  { desk, batched, batchKey, connected, engineKey }: Reviewer,
  i: number,
  guarantor: number,
): Look {
  const { enterprises: e, guarantors } = desk.world;
  const batch = batched[e.cell[i]];
  const within = batch > 0 && guarantors.payoutRate[guarantor] <= desk.p['batchGuarantee.cap'][0];
  if (within && uniform(batchKey.k0, batchKey.k1, e.id[i]) < batch) return LOOK.none;
  const joint = connected[e.cell[i]];
  return joint > 0 && uniform(engineKey.k0, engineKey.k1, e.id[i]) < joint ? LOOK.joint : LOOK.own;
}

/** The list is served before everyone else. */
const LISTED_SCORE = 255;

/** Whether bank and guarantor have listed an applicant that never borrowed and has nothing without cover: a keyed draw. */
function isListed({ desk, listing, listKey }: Reviewer, row: number): boolean {
  const { applications: a, enterprises: e } = desk.world;
  const i = a.enterprise[row];
  const likely = listing[e.cell[i]];
  if (likely === 0 || a.novice[row] === 0 || a.eitherWay[row] === 1) return false;
  return uniform(listKey.k0, listKey.k1, e.id[i]) < likely;
}

/**
 * PD a guarantor reads from its own papers and its own effort: precision = papers x (1/2 + 1/2 worth of the public
 * record) + effort, with its own noise; the effort is paid for. A loan that stands adds no debt.
 */
function ownReading(
  { desk, noiseKey, refunds }: Reviewer,
  tally: Tally,
  row: number,
  guarantor: number,
  standing: boolean,
): number {
  const { world, p } = desk;
  const { applications: a, enterprises: e, lenders } = world;
  const i = a.enterprise[row];
  const papers = p['guarantee.screening'][0] * (0.5 + 0.5 * publicDataWorth(desk, i));
  const effort = reviewEffort(
    world,
    lossOf(world, guarantor, row, refunds[guarantor]),
    papers,
    a.amount[row],
  );
  if (a.shadow[row] === 0) {
    const cost = roundYuan(effort * p['guarantee.effortCost'][0]);
    postGuarantor(tally, FLOW.guarantorCost, guarantor, GUARANTOR_ENTRY.reviewCost, cost);
  }
  const r = correlation(papers + effort);
  const belief = beliefAbout(desk, i, lenders.class[a.lender[row]]);
  const index = indexOf(desk, i, standing ? 0 : a.amount[row], a.rate[row]);
  const noise = pairNormal(noiseKey.k0, noiseKey.k1, e.id[i], episodeWith(guarantor, e.vintage[i]));
  return defaultProbability(observed((index - belief.mean) / belief.spread, r, noise), r, belief);
}

/** Whether a guarantor that reads `pd` finds the request worth its capital. */
function acceptable({ desk, fee, refunds }: Reviewer, row: number, guarantor: number, pd: number): boolean {
  const { world, p } = desk;
  const { applications: a, enterprises: e } = world;
  const gain = fee[e.cell[a.enterprise[row]]] + p['guarantee.mission'][0];
  return pd <= acceptablePd(gain, lossOf(world, guarantor, row, refunds[guarantor]));
}

/** Each guarantor reviews the requests banks send it, for new loans and for loans that stand. */
function review(world: World, { firstRow, endRow, part, tally }: Span): void {
  const reviewer = openReview(world);
  for (let row = firstRow; row < firstRow + world.applied[part]; row++)
    reviewRequest(reviewer, tally, row, false);
  for (let row = endRow - world.covers[part]; row < endRow; row++) reviewRequest(reviewer, tally, row, true);
}

/**
 * A guarantor asks some whom it looks at for a counter-guarantee, reads with its own information, and refuses whom it
 * cannot read, who has nothing to offer, or who is not worth its capital. A batch is taken as it comes.
 */
function reviewRequest(reviewer: Reviewer, tally: Tally, row: number, standing: boolean): void {
  const { answering } = reviewer;
  const { world } = answering;
  const { applications: a, enterprises: e, now } = world;
  if (a.decision[row] !== DECISION.quotedIfGuaranteed) return;
  const i = a.enterprise[row];
  const guarantor = guarantorOf(world, i, reviewer.placeKey);
  const asked = a.shadow[row] === 0;
  if (guarantor < 0) {
    refuse(answering, row, REASON.guarantorFull);
    return;
  }
  const listed = isListed(reviewer, row);
  const look = listed ? LOOK.joint : lookAt(reviewer, i, guarantor);
  const stands = look === LOOK.none ? STANDING_GOOD.notAsked : standsGood(reviewer.counter, i);
  a.days[row] += reviewer.days[look];
  if (stands === STANDING_GOOD.given) {
    a.days[row] += reviewer.counterDays;
    a.backer[row] = COUNTER_GUARANTOR;
  }
  if ((now.events[i] & EVENT.visited) !== 0)
    a.days[row] = Math.min(a.days[row], reviewer.decisionDays[e.cell[i]]);
  if (asked) {
    noteGuarantor(tally, guarantor, GUARANTOR_ENTRY.requests, 1);
    if (look === LOOK.own) noteGuarantor(tally, guarantor, GUARANTOR_ENTRY.ownLooks, 1);
  }
  if (look === LOOK.own && dataOf(world, i) === DATA.none && e.history[i] === 0) {
    if (asked) noteGuarantor(tally, guarantor, GUARANTOR_ENTRY.refusedInfo, 1);
    refuse(answering, row, REASON.guarantorRefused);
    return;
  }
  if (stands === STANDING_GOOD.lacking) {
    refuse(answering, row, REASON.noCounterGuarantee);
    return;
  }
  if (look !== LOOK.none) {
    const pd = look === LOOK.own ? ownReading(reviewer, tally, row, guarantor, standing) : a.pd[row];
    if (!acceptable(reviewer, row, guarantor, pd)) {
      refuse(answering, row, REASON.guarantorRefused);
      return;
    }
  }
  const { rankKey } = reviewer;
  a.guarantor[row] = guarantor + 1;
  a.key[row] = rankOf(listed ? LISTED_SCORE : a.score[row], bits(rankKey.k0, rankKey.k1, e.id[i]));
}

/** The guarantor's no, for `reason`: the application ends, unless the bank lends without cover. */
function refuse(answering: Answering, row: number, reason: number): void {
  const { applications: a } = answering.world;
  if (a.eitherWay[row] === 1) answerWithoutCover(answering, row);
  else a.decision[row] = DECISION.refused;
  a.reason[row] = reason;
}

/** Capacity: outstanding guarantees may not pass the multiple of net assets, nor the balance the guarantor plans for. */
function ration(world: World): void {
  const { applications: a, guarantors, input } = world;
  world.guarantorRoom.set(guarantors.roomThisMonth);
  const room = Float64Array.from(guarantors.roomThisMonth, (yuan) =>
    Math.floor(Math.max(0, yuan) / input.scale),
  );
  const owner = (row: number) => (takesPart(a, row) ? a.guarantor[row] - 1 : -1);
  clearToNearest(world, { owner, amount: a.amount, rank: a.key }, room, world.guarantorThreshold);
}

const takesPart = (a: World['applications'], row: number): boolean =>
  a.decision[row] === DECISION.quotedIfGuaranteed && a.guarantor[row] > 0 && a.shadow[row] === 0;

/** Requests that passed the review are served as far as room reaches: a new loan is quoted, a standing one covered. */
function answer(world: World, { firstRow, endRow, part }: Span): void {
  const answering = openAnswering(world);
  for (let row = firstRow; row < firstRow + world.applied[part]; row++)
    answerRequest(answering, row, DECISION.quoted);
  for (let row = endRow - world.covers[part]; row < endRow; row++)
    answerRequest(answering, row, DECISION.approved);
}

function answerRequest(answering: Answering, row: number, granted: number): void {
  const { applications: a, guarantorThreshold, guarantors } = answering.world;
  if (a.decision[row] !== DECISION.quotedIfGuaranteed) return;
  const guarantor = a.guarantor[row] - 1;
  const open = guarantors.suspended[guarantor] === 0 && guarantors.roomThisMonth[guarantor] > 0;
  const served = open && (a.shadow[row] === 1 || a.key[row] >= guarantorThreshold[guarantor]);
  if (served) a.decision[row] = granted;
  else refuse(answering, row, REASON.guarantorFull);
}

export const guarantee: Phase = {
  name: 'guarantee',
  does: {
    en: 'Where a bank wants cover for a new loan, or for one it would not renew without, the guarantor reviews the enterprise and accepts within its multiple and the loss it plans for; a bank that would lend without does so where the guarantor says no.',
    zh: '银行对新贷款或无增信则不续贷的到期贷款要求担保时，担保机构审查企业，并在放大倍数与计划损失范围内承保；无担保也愿放贷的银行在拒保时照样放贷。',
  },
  steps: [
    { over: 'institutions', run: refreshReview },
    { over: 'enterprises', run: review },
    { over: 'institutions', run: ration },
    { over: 'enterprises', run: answer },
  ],
};
