import { EVENT, TRAIT } from '../agents/enterprises.ts';
import { COMMERCIAL_SOURCES } from '../agents/sources.ts';
import { objection } from '../appetite.ts';
import { declines, openAsking, ownersView } from '../asking.ts';
import { backerOf, countedBacking, stepsBacked } from '../backing.ts';
import { scoreOf } from '../clearing.ts';
import { bookedBy, coLendingOf, NOBODY } from '../co-lending.ts';
import { CLASS, lever } from '../conditions.ts';
import { DECISION, REASON } from '../contracts/applications.ts';
import { yearlyCharges } from '../contracts/charges.ts';
import { LOAN, NO_LENDER } from '../contracts/loans.ts';
import { canBeGuaranteed, countedCover, coverOf, openCover } from '../cover.ts';
import { fileDays } from '../craft.ts';
import { fileTime } from '../decisions/queue.ts';
import { LENDER_ENTRY, noteLender } from '../ledger.ts';
import { TREATMENT } from '../practice.ts';
import { fileTimes } from '../queues.ts';
import { drawKey, pairUniform, STREAMS } from '../random.ts';
import { leftToPartner } from '../restraint.ts';
import { canQuery, emptyQuote, episodeWith, openDesk, read } from '../underwriting.ts';
import type { World } from '../world.ts';
import { backingPrice } from './backing.ts';
import { readCoverRequests } from './cover.ts';
import type { Phase, Span } from './phase.ts';

function run(world: World, { firstRow, part, tally }: Span): void {
  const { applications: a, enterprises: e, loans, lenders } = world;
  const desk = openDesk(world);
  const { p } = desk;
  const { treatment } = desk.practice;
  const decisionDays = lever(world, 'coordinationMechanism.decisionDays');
  const coLending = coLendingOf(world);
  const offerDays = p['passivePreApproval.days'][0];
  const times = fileTimes(world);
  const timeKey = drawKey(world.input.seed, STREAMS.fileTime, -1);
  const quote = emptyQuote();
  const asking = openAsking(world);
  const charges = yearlyCharges(world);
  const fee = lever(world, 'guaranteeFee.rate');
  const { backing } = desk;
  const cover = openCover(world);
  for (let row = firstRow; row < firstRow + world.applied[part]; row++) {
    const i = a.enterprise[row];
    const reader = a.lender[row];
    const c = lenders.class[reader];
    const booker = coLending === null || c !== CLASS.digital ? reader : bookedBy(coLending, i, reader);
    const lender = booker === NOBODY ? reader : booker;
    a.lender[row] = lender;
    a.reader[row] = reader;
    const collateral = (e.traits[i] & TRAIT.collateral) !== 0;
    const asked = a.amount[row];
    const amount = plainAmount(world, row);
    const request = {
      slot: i,
      lender,
      reader,
      amount,
      added: amount,
      secured: collateral,
      covered: 0,
      ownClient: knows(world, i, lender, reader),
    };
    const luck = pairUniform(timeKey.k0, timeKey.k1, e.id[i], episodeWith(reader, e.vintage[i]));
    a.days[row] = fileDays(
      desk.craft,
      reader,
      fileTime(times[c], luck) + (canQuery(desk, i, reader) ? 0 : p['lend.daysMissingData'][c]),
    );
    if ((world.now.events[i] & EVENT.visited) !== 0)
      a.days[row] = Math.min(a.days[row], decisionDays[e.cell[i]]);
    if ((world.now.events[i] & EVENT.offered) !== 0) a.days[row] = Math.min(a.days[row], offerDays);
    a.secured[row] = collateral ? 1 : 0;
    if (a.shadow[row] === 0) noteLender(tally, lender, LENDER_ENTRY.applications, 1);
    if (e.bad[i] > 0) {
      a.reason[row] = REASON.badRecord;
      continue;
    }
    if (booker === NOBODY) {
      a.reason[row] = REASON.noPartner;
      continue;
    }
    const debt = owed(world, i) + amount;
    if (debt > amount && loans.lender[i] !== lender && leftToPartner(desk.restraint, i, debt)) {
      a.reason[row] = REASON.otherBank;
      continue;
    }
    const unread = treatment !== null && treatment[reader] === TREATMENT.refuse && !canQuery(desk, i, reader);
    if (unread || (c === CLASS.digital && (e.sources[i] & COMMERCIAL_SOURCES) === 0)) {
      a.reason[row] = REASON.noData;
      continue;
    }
    const backer = backerOf(backing, i, amount);
    request.covered = countedBacking(world, backer, stepsBacked(backing, backer, e.cell[i]), e.cell[i]);
    a.backer[row] = backer;
    a.counted[row] = request.covered;
    read(desk, request, quote);
    let reason = objection(desk, request, quote);
    let granted = amount;
    let decision: number = DECISION.quoted;
    if (reason !== REASON.none && !collateral && reader === lender && canBeGuaranteed(cover, lender, asked)) {
      const covered = coverOf(cover, i, lender);
      if (covered > 0) {
        const counted = countedCover(cover, i, lender, covered);
        a.counted[row] = counted;
        const guaranteed = { ...request, amount: asked, added: asked, covered: counted };
        read(desk, guaranteed, quote);
        const remaining = objection(desk, guaranteed, quote);
        if (remaining === REASON.none) {
          reason = REASON.none;
          decision = DECISION.quotedIfGuaranteed;
          a.covered[row] = covered;
          a.backer[row] = 0;
          granted = asked;
        }
      }
    }
    a.pd[row] = quote.pd;
    a.rate[row] = quote.rate;
    a.effort[row] = quote.effort;
    a.cost[row] = quote.checkCost;
    a.score[row] = scoreOf(quote.pd);
    a.reason[row] = reason;
    if (reason !== REASON.none) continue;
    const guaranteed = decision === DECISION.quotedIfGuaranteed;
    const beside = guaranteed ? fee[e.cell[i]] : backingPrice(world, backer, e.cell[i]);
    if (declines(asking, i, granted, quote.rate + charges[lender] + beside)) {
      a.reason[row] = REASON.declined;
      continue;
    }
    a.amount[row] = granted;
    a.decision[row] = decision;
  }
}

/** What the loan quoted in `row` would cost its owner and bring, annual ratios. */
export function ownersTest(world: World, row: number) {
  const { applications: a, enterprises: e } = world;
  const i = a.enterprise[row];
  const cell = e.cell[i];
  const guaranteed = a.counted[row] > 0 && a.backer[row] === 0;
  const beside = guaranteed
    ? lever(world, 'guaranteeFee.rate')[cell]
    : backingPrice(world, a.backer[row], cell);
  const amount = guaranteed ? a.asked[row] : plainAmount(world, row);
  const price = a.rate[row] + yearlyCharges(world)[a.lender[row]] + beside;
  return ownersView(openAsking(world), i, amount, price);
}

/** Yuan a lender would lend without cover: collateral opens a line, but only to those who have borrowed before. */
export function plainAmount({ applications: a, enterprises: e, lenders, input }: World, row: number): number {
  const collateral = (e.traits[a.enterprise[row]] & TRAIT.collateral) !== 0;
  if (collateral && a.novice[row] === 0) return a.asked[row];
  return Math.min(a.asked[row], input.province.parameters['lend.maxLoan'][lenders.class[a.reader[row]]]);
}

/** Whether the reader has the applicant as a client: on its own book, or on a partner's. */
function knows({ loans }: World, i: number, lender: number, reader: number): boolean {
  if (loans.lender[i] !== lender) return false;
  return reader === lender ? (loans.flags[i] & LOAN.coLent) === 0 : (loans.flags[i] & LOAN.coLent) !== 0;
}

/** Yuan an enterprise owes on its loans. */
function owed({ loans, second: secondOf }: World, i: number): number {
  const second = secondOf[i];
  return (
    (loans.lender[i] === NO_LENDER ? 0 : loans.principal[i]) +
    (loans.lender[second] === NO_LENDER ? 0 : loans.principal[second])
  );
}

export const underwrite: Phase = {
  name: 'underwrite',
  does: {
    en: 'Each lender reads its own noisy signal, screens as far as its own loss is worth it, and quotes terms or refuses with a reason; an owner to whom the loan would bring no more than it costs says no.',
    zh: '贷款机构依据各自带噪声的信号，按自身承担的损失决定审查力度，给出报价或说明拒绝理由；收益不高于成本的业主不接受报价。',
  },
  steps: [
    { over: 'enterprises', run },
    { over: 'enterprises', run: readCoverRequests },
  ],
};
