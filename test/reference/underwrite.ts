/** Phase 5: each lender reads and quotes or refuses. */
import { fileTime } from '../../sim/decisions/queue.ts';
import { objection } from './appetite.ts';
import type { Application } from './application.ts';
import { worthOf } from './asking.ts';
import { priceOfBacking } from './backers-pay.ts';
import { backerOf, countedBacking, stepsBacked } from './backing.ts';
import { bookedBy } from './co-lending.ts';
import { countedCover, coverOf, isGuaranteeable, readCoverRequests } from './cover.ts';
import { fileDays } from './craft.ts';
import { bankDebt, f32, isTraced } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { isOf, type Lender } from './institutions.ts';
import { canQuery } from './knowing.ts';
import { pairUniformDraw } from './luck.ts';
import { treatmentOf } from './practice.ts';
import { meanFileTime } from './queues.ts';
import { episode, type Quote, type Request, read } from './reading.ts';
import { isLeftToPartner } from './restraint.ts';
import { subsidyHoped } from './subsidy.ts';
import { yearlyCharge } from './tenor.ts';
import type { SlowWorld } from './world.ts';

export function underwrite(world: SlowWorld): void {
  for (const a of world.applications) {
    const booker = bookerOf(world, a);
    if (booker !== null) a.lender = booker;
    receive(world, a);
    if (a.enterprise.bad > 0) a.reason = 'badRecord';
    else if (booker === null) a.reason = 'noPartner';
    else if (holdsBack(world, a)) a.reason = 'otherBank';
    else if (cannotRead(world, a)) a.reason = 'noData';
    else decide(world, a);
  }
  readCoverRequests(world);
}

/** Who books what is read: the reader, or for a platform a bank, or nobody. */
const bookerOf = (world: SlowWorld, { enterprise, reader }: Application): Lender | null =>
  isOf(reader, 'digital') ? bookedBy(world, enterprise, reader) : reader;

/** The file is opened; the clock starts. */
function receive(world: SlowWorld, a: Application): void {
  const { p, input } = world;
  const { enterprise: e, reader } = a;
  const missing = canQuery(world, e, reader) ? 0 : p['lend.daysMissingData'][reader.class];
  const luck = pairUniformDraw(world, 'fileTime', -1, e.id, episode(reader.index, e.vintage));
  const atDesk = fileTime(meanFileTime(world, reader.class), luck);
  a.days = f32(fileDays(world, reader, atDesk + missing));
  shortenDays(world, a);
  if (e.events.has('offered')) a.days = f32(Math.min(a.days, p['passivePreApproval.days'][0]));
  a.secured = e.collateral;
  if (!a.shadow) a.lender.books.applications += input.scale;
}

/** What a lender would lend without cover; collateral opens a line to those with a record. */
const plainAmount = ({ p }: SlowWorld, { secured, enterprise, asked, reader }: Application): number =>
  secured && enterprise.vintage > 0 ? asked : Math.min(asked, p['lend.maxLoan'][reader.class]);

/** The part it bears of what it lends with cover is no more than it would lend without. */
function amountWithCover({ p }: SlowWorld, { asked, reader }: Application, covered: number): number {
  const own = 1 - covered;
  return own > 0 ? Math.min(asked, Math.floor(p['lend.maxLoan'][reader.class] / own)) : asked;
}

/** Whether a further bank leaves a borrower to its first one. */
function holdsBack(world: SlowWorld, a: Application): boolean {
  const { loans } = a.enterprise;
  const owed = bankDebt(a.enterprise);
  if (owed === 0 || loans[0]?.lender === a.lender) return false;
  return isLeftToPartner(world, a.enterprise, owed + plainAmount(world, a));
}

/** A visited enterprise has its answer within set days. */
export function shortenDays(world: SlowWorld, a: Application): void {
  const days = forEnterprise(world, 'coordinationMechanism.decisionDays', a.enterprise);
  if (a.enterprise.events.has('visited')) a.days = f32(Math.min(a.days, days));
}

function cannotRead(world: SlowWorld, { enterprise: e, reader }: Application): boolean {
  if (!canQuery(world, e, reader) && treatmentOf(world, reader) === 'refuse') return true;
  return isOf(reader, 'digital') && !isTraced(e);
}

/** Whether the reader has the applicant as a client: on its own book, or on a partner's. */
function isClient({ enterprise: e, lender, reader }: Application): boolean {
  const [main] = e.loans;
  return main !== null && main.lender === lender && main.coLent === (reader !== lender);
}

/** A request with what was read of it, what stands against it, and what it brings lender and owner together. */
interface Terms {
  readonly request: Request;
  readonly quote: Quote;
  readonly reason: Application['reason'];
  readonly gain: number;
}

/** The loan as it is, or with cover, whichever both accept and brings them more. */
function decide(world: SlowWorld, a: Application): void {
  const plain = plainTerms(world, a);
  const covered = coveredTerms(world, a, plain.request);
  const best = covered === null ? plain : preferred(plain, covered);
  record(a, best);
  if (best === plain) return;
  a.backer = null;
  if (best.reason !== 'none') return;
  a.decision = 'quotedIfGuaranteed';
  a.covered = f32(coverOf(world, a.enterprise, a.lender));
  a.eitherWay = plain.reason === 'none';
}

/** What both accept, and of two such what brings more; if neither, what was tried last, or what the owner turned down. */
function preferred(plain: Terms, covered: Terms): Terms {
  const taken = [plain, covered].filter((one) => one.reason === 'none');
  if (taken.length === 2) return covered.gain > plain.gain ? covered : plain;
  return taken[0] ?? (plain.reason === 'declined' ? plain : covered);
}

/** No guarantor stands behind it after all: the loan as it is, the papers for nothing. */
export function lendWithoutCover(world: SlowWorld, a: Application): void {
  const plain = plainTerms(world, a);
  record(a, plain);
  a.cost = f32(plain.quote.checkCost + world.p['lend.coverPapers'][0]);
  a.guarantor = null;
  a.counterGuaranteed = false;
}

function record(a: Application, { request, quote, reason }: Terms): void {
  a.pd = f32(quote.pd);
  a.rate = f32(quote.rate);
  a.cost = f32(quote.checkCost + (reason === 'none' ? request.papers : 0));
  a.score = Math.max(0, Math.floor(255 * (1 - Math.sqrt(Math.min(1, quote.pd)))));
  a.reason = reason;
  if (reason !== 'none') return;
  a.decision = 'quoted';
  a.amount = request.amount;
}

function plainTerms(world: SlowWorld, a: Application): Terms {
  const { enterprise, lender, reader, secured } = a;
  const amount = plainAmount(world, a);
  a.backer = backerOf(world, enterprise, amount);
  const request: Request = {
    enterprise,
    lender,
    reader,
    amount,
    added: amount,
    secured,
    covered: countedBacking(world, enterprise, a.backer, stepsBacked(world, enterprise, a.backer)),
    papers: 0,
    checkPart: 1,
    ownClient: isClient(a),
  };
  return weigh(world, request, priceOfBacking(world, enterprise, a.backer, lender));
}

/** Null where there is collateral, or nobody would cover anything. */
function coveredTerms(world: SlowWorld, a: Application, plain: Request): Terms | null {
  const { enterprise, lender, reader, secured } = a;
  if (secured || reader !== lender) return null;
  const agreed = coverOf(world, enterprise, lender);
  if (agreed <= 0) return null;
  const covered = countedCover(world, enterprise, lender, agreed);
  const amount = amountWithCover(world, a, covered);
  if (!isGuaranteeable(world, lender, amount)) return null;
  const papers = world.p['lend.coverPapers'][0];
  const request: Request = { ...plain, amount, added: amount, covered, papers };
  return weigh(world, request, forEnterprise(world, 'guaranteeFee.rate', enterprise));
}

/** An owner does not take a loan that costs, with all that is paid beside interest, what it would bring. */
function weigh(world: SlowWorld, request: Request, beside: number): Terms {
  const { enterprise: e, lender, amount } = request;
  const quote = read(world, request);
  const paid = yearlyCharge(world, lender) + beside;
  const worth = worthOf(world, e, amount);
  const hoped = subsidyHoped(world, e, bankDebt(e) + amount);
  const objected = objection(world, request, quote);
  const declined = objected === 'none' && quote.rate + paid - hoped >= worth;
  return {
    request,
    quote,
    reason: declined ? 'declined' : objected,
    gain: amount * (worth + hoped - (quote.breakEven - quote.reward + paid)),
  };
}
