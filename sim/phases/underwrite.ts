import { EVENT, TRAIT } from '../agents/enterprises.ts';
import { COMMERCIAL_SOURCES } from '../agents/sources.ts';
import { bookedBy, coLendingOf, NOBODY } from '../co-lending.ts';
import { CLASS, lever } from '../conditions.ts';
import { REASON } from '../contracts/applications.ts';
import { NO_LENDER } from '../contracts/loans.ts';
import { fileDays } from '../craft.ts';
import { fileTime } from '../decisions/queue.ts';
import { LENDER_ENTRY, noteLender } from '../ledger.ts';
import { TREATMENT } from '../practice.ts';
import { fileTimes } from '../queues.ts';
import { answer, openAnswering, plainAmount } from '../quotes.ts';
import { drawKey, pairUniform, STREAMS } from '../random.ts';
import { leftToPartner } from '../restraint.ts';
import { canQuery, episodeWith, openDesk } from '../underwriting.ts';
import type { World } from '../world.ts';
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
  const answering = openAnswering(world);
  for (let row = firstRow; row < firstRow + world.applied[part]; row++) {
    const i = a.enterprise[row];
    const reader = a.lender[row];
    const c = lenders.class[reader];
    const booker = coLending === null || c !== CLASS.digital ? reader : bookedBy(coLending, i, reader);
    const lender = booker === NOBODY ? reader : booker;
    a.lender[row] = lender;
    a.reader[row] = reader;
    const amount = plainAmount(world, row);
    const luck = pairUniform(timeKey.k0, timeKey.k1, e.id[i], episodeWith(reader, e.vintage[i]));
    a.days[row] = fileDays(
      desk.craft,
      reader,
      fileTime(times[c], luck) + (canQuery(desk, i, reader) ? 0 : p['lend.daysMissingData'][c]),
    );
    if ((world.now.events[i] & EVENT.visited) !== 0)
      a.days[row] = Math.min(a.days[row], decisionDays[e.cell[i]]);
    if ((world.now.events[i] & EVENT.offered) !== 0) a.days[row] = Math.min(a.days[row], offerDays);
    a.secured[row] = (e.traits[i] & TRAIT.collateral) !== 0 ? 1 : 0;
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
    answer(answering, row);
  }
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
    en: 'Each lender reads its own noisy signal, screens as far as its own loss is worth it, and quotes terms, with a guarantor’s cover where that brings the two more, or refuses with a reason; an owner to whom the loan would bring no more than it costs says no.',
    zh: '贷款机构依据各自带噪声的信号，按自身承担的损失决定审查力度，给出报价（由担保分险对双方更有利时附担保条件）或说明拒绝理由；收益不高于成本的业主不接受报价。',
  },
  steps: [
    { over: 'enterprises', run },
    { over: 'enterprises', run: readCoverRequests },
  ],
};
