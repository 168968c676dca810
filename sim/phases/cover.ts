/**
 * Cover for loans that stand. A bank that would not go on with a client by itself, but would if part of the loss were
 * covered, asks the client's guarantor and waits a month for the answer; the cover begins with the renewed contract.
 */
import { STATUS } from '../agents/enterprises.ts';
import { scoreOf } from '../clearing.ts';
import { DECISION, openRow, REASON } from '../contracts/applications.ts';
import { addGuarantor, dropGuarantor } from '../contracts/lending.ts';
import { LOAN } from '../contracts/loans.ts';
import { type CoverDesk, canBeGuaranteed, countedCover, coverOf, openCover } from '../cover.ts';
import type { Tally } from '../ledger.ts';
import { LICENCE_GONE } from '../licence.ts';
import { type Desk, emptyQuote, openDesk, type Quote, Request, read } from '../underwriting.ts';
import type { World } from '../world.ts';
import type { Span } from './phase.ts';
import { type RenewalCentre, renewalCentreOf } from './renewal-centre.ts';
import { tolerates } from './tolerance.ts';

/** Loans no cover is asked for: secured by real estate, or shared with a platform. */
const UNCOVERABLE = LOAN.secured | LOAN.coLent;

const quote: Quote = emptyQuote();

/** What a bank weighs when it thinks of asking for cover. */
interface Asking {
  readonly desk: Desk;
  readonly cover: CoverDesk;
  readonly centre: RenewalCentre | null;
}

/** Whether the bank waits for a guarantor's answer on the loan in `row`. */
const waits = ({ loans }: World, row: number): boolean =>
  (loans.flags[row] & LOAN.coverAsked) !== 0 && loans.left[row] === 1 && loans.arrears[row] === 0;

/** Whether an enterprise waits for an answer on one of its loans: it asks for no other meanwhile. */
export const waitsForCover = (world: World, i: number): boolean =>
  waits(world, i) || waits(world, world.second[i]);

/** The lender's reading of a standing loan as if it were covered. */
function requestFor({ loans, input }: World, i: number, row: number, covered: number): Request {
  const lender = loans.lender[row];
  return new Request({
    slot: i,
    lender,
    reader: lender,
    amount: loans.principal[row],
    added: 0,
    secured: false,
    covered,
    papers: 0,
    checkPart: input.province.parameters['lend.renewalCheck'][0],
    ownClient: row === i,
  });
}

/** Whether the bank would go on with the loan in `row` if it were covered; its reading is left in `quote`. */
function goesOnIfCovered({ desk, cover, centre }: Asking, i: number, row: number): boolean {
  const { world } = desk;
  const lender = world.loans.lender[row];
  const covered = coverOf(cover, i, lender);
  if (covered <= 0) return false;
  const counted = countedCover(cover, i, lender, covered);
  read(desk, requestFor(world, i, row, counted), quote);
  return tolerates(desk, centre, i, lender, counted, quote);
}

/** Whether the bank asks for cover of a loan it would otherwise end: once a term, and only where it can be had. */
export function asksForCover(asking: Asking, i: number, row: number): boolean {
  const { cover } = asking;
  const { loans, lenders } = cover.world;
  const lender = loans.lender[row];
  if ((loans.flags[row] & (UNCOVERABLE | LOAN.coverAsked)) !== 0) return false;
  if (loans.guarantor[row] > 0 || loans.backer[row] > 0 || lenders.weak[lender] === LICENCE_GONE)
    return false;
  if (!canBeGuaranteed(cover, lender, loans.principal[row])) return false;
  return goesOnIfCovered(asking, i, row);
}

/** Puts the month's requests on the table, from the end of the part's rows; one an enterprise, the first loan first. */
export function fileCoverRequests(world: World, { from, to, firstRow, endRow, part }: Span): void {
  const { enterprises: e, loans, second } = world;
  let row = endRow;
  for (let i = from; i < to; i++) {
    if (((loans.flags[i] | loans.flags[second[i]]) & LOAN.coverAsked) === 0) continue;
    if (e.status[i] !== STATUS.active || !waitsForCover(world, i)) continue;
    if (--row < firstRow)
      throw new Error(`applications full: ${endRow - firstRow} rows of requests for cover`);
    fileRequest(world, row, i, !waits(world, i));
  }
  world.covers[part] = endRow - row;
}

function fileRequest(world: World, row: number, i: number, isSecond: boolean): void {
  const { applications: a, loans, second } = world;
  const loan = isSecond ? second[i] : i;
  openRow(a, row, i, loans.lender[loan], loans.principal[loan]);
  a.second[row] = isSecond ? 1 : 0;
}

/** Row of the loan a request is about. */
const loanOf = ({ applications: a, second }: World, row: number): number =>
  a.second[row] === 1 ? second[a.enterprise[row]] : a.enterprise[row];

/** A month has passed since the bank decided to ask, so it reads the client again: one too weak for any cover is not sent on. */
export function readCoverRequests(world: World, { endRow, part }: Span): void {
  const { applications: a, loans } = world;
  const cover = openCover(world);
  const asking = { desk: openDesk(world), cover, centre: renewalCentreOf(world) };
  for (let row = endRow - world.covers[part]; row < endRow; row++) {
    const i = a.enterprise[row];
    const loan = loanOf(world, row);
    if (!goesOnIfCovered(asking, i, loan)) {
      a.reason[row] = REASON.tooRisky;
      continue;
    }
    a.pd[row] = quote.pd;
    a.rate[row] = loans.rate[loan];
    a.score[row] = scoreOf(quote.pd);
    a.covered[row] = coverOf(cover, i, a.lender[row]);
    a.decision[row] = DECISION.quotedIfGuaranteed;
  }
}

/** Accepted requests: the guarantor stands behind the loan from its renewal on. */
export function takeCover(world: World, { endRow, part, tally }: Span): void {
  const { applications: a } = world;
  for (let row = endRow - world.covers[part]; row < endRow; row++)
    if (a.decision[row] === DECISION.approved)
      addGuarantor(world, tally, loanOf(world, row), {
        guarantor: a.guarantor[row],
        covered: a.covered[row],
        backer: a.backer[row],
      });
}

/** The answer has been used, or the loan is not renewed after all: then no cover begins. */
export function endWait(world: World, tally: Tally, row: number, renewed: boolean): void {
  const { loans } = world;
  if ((loans.flags[row] & LOAN.coverAsked) === 0) return;
  loans.flags[row] &= ~LOAN.coverAsked;
  if (!renewed && loans.guarantor[row] > 0) dropGuarantor(world, tally, row);
}
