/**
 * What a lender answers an application: a loan as it is, a loan if a guarantor covers part of the loss, or no. Where both
 * can be had, lender and owner take what brings the two of them more: cover takes loss off the lender, so that it lends
 * more without collateral, and costs a fee and papers.
 */

import { TRAIT } from './agents/enterprises.ts';
import { objection } from './appetite.ts';
import { type Asking, declines, jointGain, openAsking, ownersView } from './asking.ts';
import { backerOf, backingPrice, countedBacking, stepsBacked } from './backing.ts';
import { scoreOf } from './clearing.ts';
import { lever } from './conditions.ts';
import { DECISION, REASON } from './contracts/applications.ts';
import { yearlyCharges } from './contracts/charges.ts';
import { LOAN } from './contracts/loans.ts';
import { type CoverDesk, canBeGuaranteed, countedCover, coverOf, openCover } from './cover.ts';
import { type Desk, emptyQuote, openDesk, type Quote, Request, read } from './underwriting.ts';
import type { World } from './world.ts';

/** Terms on one request, what stands against them, and the yuan a year they bring lender and owner together. */
interface Terms {
  readonly quote: Quote;
  reason: number;
  gain: number;
}

/** What answers depend on, gathered once a phase; the terms are those of one application, overwritten by the next. */
export interface Answering {
  readonly world: World;
  readonly desk: Desk;
  readonly asking: Asking;
  readonly cover: CoverDesk;
  readonly charges: Float64Array;
  readonly fee: Float64Array;
  readonly papers: number;
  readonly plain: Terms;
  readonly covered: Terms;
}

const noTerms = (): Terms => ({ quote: emptyQuote(), reason: REASON.none, gain: 0 });

export const openAnswering = (world: World): Answering => ({
  world,
  desk: openDesk(world),
  asking: openAsking(world),
  cover: openCover(world),
  charges: yearlyCharges(world),
  fee: lever(world, 'guaranteeFee.rate'),
  papers: world.input.province.parameters['lend.coverPapers'][0],
  plain: noTerms(),
  covered: noTerms(),
});

/** Writes the lender's answer into `row`. */
export function answer(answering: Answering, row: number): void {
  const { world, plain, covered, fee } = answering;
  const { applications: a, enterprises: e } = world;
  const cell = e.cell[a.enterprise[row]];
  const request = plainRequest(answering, row);
  weigh(answering, request, yearlyBacking(answering, row), plain);
  const other = coveredRequest(answering, row, request);
  if (other !== null) weigh(answering, other, fee[cell], covered);
  if (other === null || !takesCover(plain, covered)) {
    write(answering, row, request, plain);
    return;
  }
  a.backer[row] = 0;
  write(answering, row, other, covered);
  if (covered.reason !== REASON.none) return;
  a.decision[row] = DECISION.quotedIfGuaranteed;
  a.covered[row] = coverOf(answering.cover, other.slot, other.lender);
  a.eitherWay[row] = plain.reason === REASON.none ? 1 : 0;
}

/** No guarantor covers it after all, and the lender lends without; the papers have been written. */
export function answerWithoutCover(answering: Answering, row: number): void {
  const { world, plain } = answering;
  const { applications: a } = world;
  a.guarantor[row] = 0;
  const request = plainRequest(answering, row);
  weigh(answering, request, yearlyBacking(answering, row), plain);
  write(answering, row, request, plain);
  a.cost[row] = plain.quote.checkCost + answering.papers;
}

/**
 * Which of two readings counts: one that both accept, the better of two such; of two that fail, the one with cover, which
 * was the last resort, unless it was the owner who did not want the loan as it is.
 */
function takesCover(plain: Terms, covered: Terms): boolean {
  if (covered.reason === REASON.none) return plain.reason !== REASON.none || covered.gain > plain.gain;
  return plain.reason !== REASON.none && plain.reason !== REASON.declined;
}

/** What an enterprise pays a year for what backs the loan in `row`, ratio of the loan. */
function yearlyBacking({ world }: Answering, row: number): number {
  const { applications: a, enterprises: e, lenders } = world;
  return backingPrice(world, a.backer[row], e.cell[a.enterprise[row]], lenders.class[a.lender[row]]);
}

/** Reads a request and holds it against what lender and owner accept; `beside` is paid for security, a year and a yuan. */
function weigh({ desk, asking, charges }: Answering, request: Request, beside: number, terms: Terms): void {
  const { slot: i, lender, amount } = request;
  const { quote } = terms;
  read(desk, request, quote);
  const paid = charges[lender] + beside;
  terms.reason = objection(desk, request, quote);
  if (terms.reason === REASON.none && declines(asking, i, amount, quote.rate + paid))
    terms.reason = REASON.declined;
  terms.gain = jointGain(asking, i, amount, quote.breakEven - quote.reward + paid);
}

/** What the loan quoted in `row` would cost its owner and bring, annual ratios. */
export function ownersTest(answering: Answering, row: number) {
  const { world, asking, charges, fee } = answering;
  const { applications: a, enterprises: e } = world;
  const i = a.enterprise[row];
  const cell = e.cell[i];
  const beside = readWithCover(world, row) ? fee[cell] : yearlyBacking(answering, row);
  return ownersView(asking, i, amountRead(world, row), a.rate[row] + charges[a.lender[row]] + beside);
}

/** Whether the reading that decided was one with a guarantor's cover. */
const readWithCover = ({ applications: a }: World, row: number): boolean =>
  a.counted[row] > 0 && a.backer[row] === 0;

/** What a bank refuses by itself, before it asks anybody for cover. */
const REFUSED_AT_HOME = new Set<number>([REASON.tooRisky, REASON.tooDear, REASON.declined]);

/**
 * Yuan the reading that decided in `row` cost the lender: its check, and the papers it would have been with cover, whether
 * or not they came to be written.
 */
export function costRead(world: World, row: number): { readonly check: number; readonly papers: number } {
  const { applications: a, input } = world;
  const papers = input.province.parameters['lend.coverPapers'][0];
  const covered = readWithCover(world, row);
  const written = covered ? !REFUSED_AT_HOME.has(a.reason[row]) : a.eitherWay[row] === 1;
  return { check: a.cost[row] - (written ? papers : 0), papers: covered ? papers : 0 };
}

/** Yuan of the reading that decided. */
export const amountRead = (world: World, row: number): number =>
  readWithCover(world, row)
    ? coveredAmount(world, row, world.applications.counted[row])
    : plainAmount(world, row);

function write({ world }: Answering, row: number, request: Request, { quote, reason }: Terms): void {
  const { applications: a } = world;
  a.counted[row] = request.covered;
  a.pd[row] = quote.pd;
  a.rate[row] = quote.rate;
  a.effort[row] = quote.effort;
  a.cost[row] = quote.checkCost + (reason === REASON.none ? request.papers : 0);
  a.score[row] = scoreOf(quote.pd);
  a.reason[row] = reason;
  if (reason !== REASON.none) return;
  a.amount[row] = request.amount;
  a.decision[row] = DECISION.quoted;
}

/** The request as it is, with what a fund or an insurer would bear; who that is stands in `row` afterwards. */
function plainRequest({ world, desk }: Answering, row: number): Request {
  const { applications: a, enterprises: e } = world;
  const i = a.enterprise[row];
  const lender = a.lender[row];
  const reader = a.reader[row];
  const cell = e.cell[i];
  const amount = plainAmount(world, row);
  const backer = backerOf(desk.backing, i, amount);
  a.backer[row] = backer;
  return new Request({
    slot: i,
    lender,
    reader,
    amount,
    added: amount,
    secured: (e.traits[i] & TRAIT.collateral) !== 0,
    covered: countedBacking(world, backer, stepsBacked(desk.backing, backer, cell), cell),
    papers: 0,
    checkPart: 1,
    ownClient: knows(world, i, lender, reader),
  });
}

/** The same with a part of the loss covered by a guarantor; null where there is collateral or nobody who would. */
function coveredRequest({ world, cover, papers }: Answering, row: number, plain: Request): Request | null {
  const { slot: i, lender, reader, secured } = plain;
  if (secured || reader !== lender) return null;
  const agreed = coverOf(cover, i, lender);
  if (agreed <= 0) return null;
  const covered = countedCover(cover, i, lender, agreed);
  const amount = coveredAmount(world, row, covered);
  if (!canBeGuaranteed(cover, lender, amount)) return null;
  return new Request({ ...plain, amount, added: amount, covered, papers });
}

/** Yuan a lender would lend without cover: collateral opens a line, but only to those who have borrowed before. */
export function plainAmount({ applications: a, enterprises: e, lenders, input }: World, row: number): number {
  const collateral = (e.traits[a.enterprise[row]] & TRAIT.collateral) !== 0;
  if (collateral && a.novice[row] === 0) return a.asked[row];
  return Math.min(a.asked[row], input.province.parameters['lend.maxLoan'][lenders.class[a.reader[row]]]);
}

/** Yuan it would lend with a part `covered`, without collateral: what it bears itself may be as much as a loan without cover. */
function coveredAmount({ applications: a, lenders, input }: World, row: number, covered: number): number {
  const most = input.province.parameters['lend.maxLoan'][lenders.class[a.reader[row]]];
  return covered < 1 ? Math.min(a.asked[row], Math.floor(most / (1 - covered))) : a.asked[row];
}

/** Whether the reader has the applicant as a client: on its own book, or on a partner's. */
function knows({ loans }: World, i: number, lender: number, reader: number): boolean {
  if (loans.lender[i] !== lender) return false;
  return reader === lender ? (loans.flags[i] & LOAN.coLent) === 0 : (loans.flags[i] & LOAN.coLent) !== 0;
}
