/** Phase 5: each lender reads and quotes or refuses. */
import { fileTime } from '../../sim/decisions/queue.ts';
import { objection } from './appetite.ts';
import type { Application } from './application.ts';
import { subsidyHoped, worthOf } from './asking.ts';
import { priceOfBacking } from './backers-pay.ts';
import { backerOf, countedBacking, stepsBacked } from './backing.ts';
import { bookedBy } from './co-lending.ts';
import { countedCover, coverOf, isGuaranteeable, readCoverRequests } from './cover.ts';
import { fileDays } from './craft.ts';
import { f32, isTraced } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { isOf, type Lender } from './institutions.ts';
import { canQuery } from './knowing.ts';
import { pairUniformDraw } from './luck.ts';
import { treatmentOf } from './practice.ts';
import { meanFileTime } from './queues.ts';
import { episode, type Quote, type Request, read } from './reading.ts';
import { isLeftToPartner } from './restraint.ts';
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

/** Whether a further bank leaves a borrower to its first one. */
function holdsBack(world: SlowWorld, a: Application): boolean {
  const { loans } = a.enterprise;
  const owed = (loans[0]?.principal ?? 0) + (loans[1]?.principal ?? 0);
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

function decide(world: SlowWorld, a: Application): void {
  const { enterprise, lender, reader, secured } = a;
  const amount = plainAmount(world, a);
  const ownClient = isClient(a);
  a.backer = backerOf(world, enterprise, amount);
  const covered = countedBacking(world, enterprise, a.backer, stepsBacked(world, enterprise, a.backer));
  const plain: Request = {
    enterprise,
    lender,
    reader,
    amount,
    added: amount,
    secured,
    covered,
    ownClient,
  };
  let quote = read(world, plain);
  a.reason = objection(world, plain, quote);
  if (a.reason === 'none') {
    a.decision = 'quoted';
    a.amount = amount;
  } else if (!secured && reader === lender && isGuaranteeable(world, lender, a.asked))
    quote = tryGuaranteed(world, a, plain) ?? quote;
  a.pd = f32(quote.pd);
  a.rate = f32(quote.rate);
  a.cost = f32(quote.checkCost);
  a.score = Math.max(0, Math.floor(255 * (1 - Math.sqrt(Math.min(1, quote.pd)))));
  if (a.decision !== 'refused' && saysNo(world, a, quote.rate)) {
    a.decision = 'refused';
    a.reason = 'declined';
    a.amount = a.asked;
  }
}

/** An owner does not take a loan that costs, with all that is paid beside interest, what it would bring. */
function saysNo(world: SlowWorld, a: Application, rate: number): boolean {
  const { enterprise: e, lender, amount, backer } = a;
  const beside =
    a.decision === 'quotedIfGuaranteed'
      ? forEnterprise(world, 'guaranteeFee.rate', e)
      : priceOfBacking(world, e, backer);
  const price = rate + yearlyCharge(world, lender) + beside;
  return price - subsidyHoped(world, e) >= worthOf(world, e, amount);
}

/** Reads again as if the loan were guaranteed; the quote, unless nobody would cover anything. */
function tryGuaranteed(world: SlowWorld, a: Application, plain: Request): Quote | null {
  const covered = coverOf(world, a.enterprise, a.lender);
  if (covered <= 0) return null;
  const request: Request = {
    ...plain,
    amount: a.asked,
    added: a.asked,
    covered: countedCover(world, a.enterprise, a.lender, covered),
  };
  const quote = read(world, request);
  if (objection(world, request, quote) === 'none') {
    a.reason = 'none';
    a.decision = 'quotedIfGuaranteed';
    a.amount = a.asked;
    a.covered = f32(covered);
    a.backer = null;
  }
  return quote;
}
