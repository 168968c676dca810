import { EVENT } from '../agents/enterprises.ts';
import { roundYuan } from '../arithmetic.ts';
import { type BackingDesk, stepsBacked } from '../backing.ts';
import { clear, forEachRow, rankOf } from '../clearing.ts';
import { lever } from '../conditions.ts';
import { DECISION, REASON } from '../contracts/applications.ts';
import { BACKED_STEPS } from '../contracts/backing.ts';
import { type Charges, charge, chargesOf, paidForTerm, payPlatform } from '../contracts/charges.ts';
import { openLoan } from '../contracts/lending.ts';
import { LOAN, NO_LENDER } from '../contracts/loans.ts';
import { searchRows, takeSecondRow } from '../contracts/second-loans.ts';
import { monthsOf, TENOR, type Tenors, tenorOf, tenorsOf } from '../contracts/tenor.ts';
import { updatedBelief } from '../decisions/demand.ts';
import { type Incentives, incentivesOf, refinancedYuan } from '../incentives.ts';
import {
  BLOCK_ENTRIES,
  BLOCK_ENTRY,
  FLOW,
  GUARANTOR_ENTRY,
  LENDER_ENTRY,
  noteLender,
  post,
  postGuarantor,
  postLender,
} from '../ledger.ts';
import { openPledges, type Pledges, pledgeOf } from '../pledges.ts';
import { comesLate, type Delays, openDelays } from '../queues.ts';
import { bits, drawKey, STREAMS } from '../random.ts';
import { openDesk } from '../underwriting.ts';
import { PD_BINS, type World } from '../world.ts';
import { payForBacking } from './backing.ts';
import { takeCover } from './cover.ts';
import { raiseEquity } from './equity.ts';
import { borrowPrivately } from './fallback.ts';
import type { Phase, Span } from './phase.ts';

function rank(world: World, { firstRow, part }: Span): void {
  const { applications: a, enterprises: e, input } = world;
  const key = drawKey(input.seed, STREAMS.priority, world.month + 1);
  for (let row = firstRow; row < firstRow + world.applied[part]; row++)
    if (a.decision[row] === DECISION.quoted)
      a.key[row] = rankOf(a.score[row], bits(key.k0, key.k1, e.id[a.enterprise[row]]));
}

function ration(world: World): void {
  const { applications: a, lenders, input } = world;
  const room = Float64Array.from(lenders.roomThisMonth, (yuan) =>
    Math.floor(Math.max(0, yuan) / input.scale),
  );
  const owner = (row: number) =>
    a.decision[row] === DECISION.quoted && a.shadow[row] === 0 ? a.lender[row] : -1;
  clear(world, { owner, amount: a.amount, rank: a.key }, room, world.lenderThreshold);
  makeRoomForSecondLoans(world);
}

/** Whether the applicant in `row` is among those its lender serves. */
const isServed = ({ applications: a, lenderThreshold }: World, row: number): boolean =>
  a.decision[row] === DECISION.quoted && a.shadow[row] === 0 && a.key[row] >= lenderThreshold[a.lender[row]];

/** Gives those who are served beside a loan they have a row for the second. */
function makeRoomForSecondLoans(world: World): void {
  const { applications: a, loans } = world;
  const search = searchRows(world);
  forEachRow(world, (row) => {
    const i = a.enterprise[row];
    if (isServed(world, row) && loans.lender[i] !== NO_LENDER) takeSecondRow(world, i, search);
  });
}

/** How this month's loans run, what they cost besides interest, and who refinances or co-invests. */
interface Counter {
  readonly world: World;
  readonly span: Span;
  readonly pledges: Pledges | null;
  readonly tenors: Tenors | null;
  readonly charges: Charges;
  readonly incentives: Incentives | null;
  /** Outside equity that comes with a loan, ratio of the loan, by cell. */
  readonly equity: Float64Array;
  readonly backing: BackingDesk;
  readonly delays: Delays;
}

const openCounter = (world: World, span: Span): Counter => ({
  world,
  span,
  pledges: openPledges(world),
  tenors: tenorsOf(world),
  charges: chargesOf(world),
  incentives: incentivesOf(world),
  equity: lever(world, 'loanPlusEquity.equity'),
  backing: openDesk(world).backing,
  delays: openDelays(world),
});

function disburse(world: World, span: Span): void {
  const { firstRow, part, tally } = span;
  const { applications: a, enterprises: e, now, input } = world;
  const learning = input.province.parameters['apply.beliefLearning'][0];
  const counter = openCounter(world, span);
  for (let row = firstRow; row < firstRow + world.applied[part]; row++) {
    const i = a.enterprise[row];
    const quoted = a.decision[row] === DECISION.quoted;
    if (a.shadow[row] === 1) {
      if (quoted) now.events[i] |= EVENT.discouraged;
      continue;
    }
    const served = isServed(world, row);
    e.belief[i] = updatedBelief(e.belief[i], served || a.reason[row] === REASON.declined, learning);
    if (served) {
      if (!comesLate(counter.delays, row)) lend(counter, row);
    } else {
      noteLender(tally, a.lender[row], LENDER_ENTRY.checkCost, roundYuan(a.cost[row]));
      if (quoted) {
        a.decision[row] = DECISION.refused;
        a.reason[row] = REASON.lenderFull;
      }
    }
    noteLender(tally, a.lender[row], LENDER_ENTRY.asked, a.amount[row]);
  }
}

/** Pays out the loans that were granted and not paid yet; those who could not wait have turned elsewhere by now. */
function payLate(world: World, span: Span): void {
  const { firstRow, part } = span;
  const { applications: a } = world;
  const counter = openCounter(world, span);
  for (let row = firstRow; row < firstRow + world.applied[part]; row++)
    if (a.decision[row] === DECISION.quoted && a.shadow[row] === 0) lend(counter, row);
}

/** Money changes hands: the loan is booked, and what does not fill the till buys working capital. */
function lend(counter: Counter, row: number): void {
  const { world, span, tenors } = counter;
  const { tally } = span;
  const { applications: a, enterprises: e, loans, second, now, atlas, input, lenders } = world;
  const p = input.province.parameters;
  const i = a.enterprise[row];
  const lender = a.lender[row];
  const lenderClass = lenders.class[lender];
  const amount = a.amount[row];
  const slot = loans.lender[i] === NO_LENDER ? i : second[i];
  const pdBin = Math.min(PD_BINS - 1, Math.floor(Math.sqrt(a.pd[row]) * PD_BINS));
  const noRecord = e.vintage[i] === 0;
  const tenor = tenorOf(tenors, world, i, lenderClass);
  const months = monthsOf(p, tenor, lenderClass);
  const coLent = a.reader[row] !== lender;
  openLoan(world, tally, slot, {
    lender,
    principal: amount,
    rate: a.rate[row],
    months,
    guarantor: a.guarantor[row],
    covered:
      a.guarantor[row] > 0
        ? a.covered[row]
        : stepsBacked(counter.backing, a.backer[row], e.cell[i]) / BACKED_STEPS,
    flags:
      (a.secured[row] === 1 ? LOAN.secured : 0) |
      (noRecord ? LOAN.noRecord : 0) |
      (pledgeOf(counter.pledges, i) > 0 ? LOAN.pledged : 0) |
      (tenor === TENOR.revolving ? LOAN.revolving : 0) |
      (coLent ? LOAN.coLent : 0),
    pdBin,
    origin: world.month + 1,
    backer: a.backer[row],
  });
  a.decision[row] = DECISION.disbursed;
  tally.granted[lenderClass * PD_BINS + pdBin]++;
  tally.blocks[atlas.block[e.cell[i]] * BLOCK_ENTRIES.length + BLOCK_ENTRY.granted]++;
  postLender(tally, FLOW.lent, lender, LENDER_ENTRY.lent, amount);
  noteLender(tally, lender, LENDER_ENTRY.approved, 1);
  noteLender(tally, lender, LENDER_ENTRY.checkCost, roundYuan(a.cost[row]));
  e.cash[i] += amount;
  charge(counter.charges, tally, i, lender, amount);
  if (coLent) payPlatform(world, tally, lender, a.reader[row], amount, months);
  const cheap = refinancedYuan(counter.incentives, e.cell[i], lender, amount);
  if (cheap > 0) noteLender(tally, lender, LENDER_ENTRY.refinanced, cheap);
  coInvest(counter, i, amount);
  if (a.guarantor[row] > 0) {
    const fee = paidForTerm(amount, lever(world, 'guaranteeFee.rate')[e.cell[i]], months);
    e.cash[i] -= fee;
    postGuarantor(tally, FLOW.guaranteeFee, a.guarantor[row] - 1, GUARANTOR_ENTRY.fee, fee);
  }
  payForBacking(world, tally, i, slot);
  const invested = Math.min(
    amount,
    Math.max(0, e.cash[i] - roundYuan(0.5 * p['trade.bufferMonths'][0] * e.scale[i])),
  );
  e.cash[i] -= invested;
  e.capital[i] += invested;
  post(tally, FLOW.workingCapitalBought, invested);
  now.events[i] |= EVENT.approved | (noRecord ? EVENT.firstLoan : 0);
  e.vintage[i] = Math.min(255, e.vintage[i] + 1);
  if (slot === i) e.relation[i] = 0;
}

/** Equity that comes with the loan buys working capital beside it: a cushion the lender does not have to lend. */
function coInvest({ world, span, equity, incentives }: Counter, i: number, amount: number): void {
  const { enterprises: e } = world;
  if (incentives === null || incentives.rights === null || incentives.rights[e.cell[i]] === 0) return;
  const invested = roundYuan(amount * equity[e.cell[i]]);
  post(span.tally, FLOW.equityInvested, invested);
  post(span.tally, FLOW.workingCapitalBought, invested);
  e.capital[i] += invested;
}

export const rationAndDisburse: Phase = {
  name: 'ration and disburse',
  does: {
    en: 'Lenders serve approved applicants by score as far as capital, quota and funds reach, and pay out the loans.',
    zh: '贷款机构在资本、额度与资金范围内按评分高低满足获批申请并放款。',
  },
  steps: [
    { over: 'enterprises', run: rank },
    { over: 'institutions', run: ration },
    { over: 'enterprises', run: disburse },
    { over: 'enterprises', run: takeCover },
    { over: 'enterprises', run: raiseEquity },
    { over: 'enterprises', run: borrowPrivately },
    { over: 'enterprises', run: payLate },
  ],
};
