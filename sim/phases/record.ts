import { EVENT, STATUS } from '../agents/enterprises.ts';
import { PUBLIC_SOURCES } from '../agents/sources.ts';
import { lever } from '../conditions.ts';
import { DECISION } from '../contracts/applications.ts';
import { yearlyCharges } from '../contracts/charges.ts';
import { DEFAULT_ARREARS, LOAN, NO_LENDER } from '../contracts/loans.ts';
import { forEachMaturity } from '../contracts/maturities.ts';
import { slotOf } from '../contracts/second-loans.ts';
import { COUNT, COUNTERS } from '../indicators/counters.ts';
import { type Grouping, groupingsOf, NO_GROUP } from '../indicators/grouping.ts';
import { recordInstitutions } from '../indicators/institutions.ts';
import { privateRateOf } from '../private-rates.ts';
import type { World } from '../world.ts';
import type { Phase, Span } from './phase.ts';

/** A line up to this many yuan is inclusive finance. */
const INCLUSIVE_LINE = 10_000_000;

const WIDTH = COUNTERS.length;

function count(world: World, span: Span): void {
  const counts = world.partCounts[span.part];
  counts.fill(0);
  const charges = yearlyCharges(world);
  for (const grouping of groupingsOf(world)) {
    countEnterprises(world, span, counts, grouping, charges);
    countMaturities(world, span, counts, grouping);
    countApplications(world, span, counts, grouping);
  }
}

/** Whether an enterprise borrows, owes privately, has a record, is old, has data: a number below 32, and its bits. */
const KIND = { borrows: 1, owesPrivately: 2, recorded: 4, older: 8, dataUsable: 16 } as const;
const KINDS = 32;

/** 1 where `a` is less than `b`, both small integers; without a branch, for what no processor could foretell. */
const less = (a: number, b: number): number => (a - b) >>> 31;

/** Stocks and events of the enterprises of each group, and their debts. */
function countEnterprises(
  world: World,
  span: Span,
  counts: Float64Array,
  grouping: Grouping,
  charges: Float64Array,
): void {
  const { enterprises, loans, second, now } = world;
  const { status, cell, vintage, founded, sources, privateDebt } = enterprises;
  const { lender } = loans;
  const { events } = now;
  const kinds = world.kinds[span.part];
  const longAgo = world.month + 1 - 36;
  const cap = lever(world, 'privateRateCap.cap');
  const { cells, enterprise, byLoan } = grouping;
  kinds.fill(0);
  for (let i = span.from; i < span.to; i++) {
    if (status[i] === STATUS.empty) continue;
    const group = cells === null ? enterprise(i) : cells[cell[i]];
    if (group === NO_GROUP) continue;
    if (events[i] !== 0) countEvents(world, counts, group * WIDTH, events[i]);
    const borrows = less(lender[i] & lender[second[i]], NO_LENDER);
    if (borrows === 1) countLoans(world, counts, grouping, group, i, charges);
    const debt = privateDebt[i];
    if (debt > 0) {
      const at = (byLoan ? grouping.privateGroup : group) * WIDTH;
      counts[at + COUNT.private] += debt;
      counts[at + COUNT.privateRateYuan] += Math.round(debt * privateRateOf(enterprises, cap, i));
    }
    if (status[i] !== STATUS.active) continue;
    kinds[
      group * KINDS +
        borrows * KIND.borrows +
        (debt > 0 ? KIND.owesPrivately : 0) +
        less(0, vintage[i]) * KIND.recorded +
        less(founded[i], longAgo + 1) * KIND.older +
        less(0, sources[i] & PUBLIC_SOURCES) * KIND.dataUsable
    ]++;
  }
  countKinds(kinds, counts);
}

/** From how many enterprises there are of each kind to how many borrow, owe, and so on. */
function countKinds(kinds: Uint32Array, counts: Float64Array): void {
  for (let at = 0; at < kinds.length; at++) {
    const number = kinds[at];
    if (number === 0) continue;
    const kind = at % KINDS;
    const to = ((at - kind) / KINDS) * WIDTH;
    counts[to + COUNT.active] += number;
    if (kind & KIND.borrows) counts[to + COUNT.borrowers] += number;
    if (kind & KIND.owesPrivately) counts[to + COUNT.privateUsers] += number;
    if (kind & (KIND.borrows | KIND.owesPrivately)) counts[to + COUNT.financed] += number;
    if (kind & KIND.recorded) counts[to + COUNT.recorded] += number;
    if (kind & KIND.older) counts[to + COUNT.older] += number;
    if (kind & KIND.dataUsable) counts[to + COUNT.dataUsable] += number;
  }
}

function countEvents(world: World, counts: Float64Array, at: number, events: number): void {
  if (events & EVENT.wanted) counts[at + COUNT.wanted]++;
  if (events & EVENT.discouraged) counts[at + COUNT.discouraged] += world.input.scale < 100 ? 16 : 1;
  if (events & EVENT.firstLoan) counts[at + COUNT.firstLoans]++;
  if (events & EVENT.defaulted) counts[at + COUNT.newDefaults]++;
  if (events & EVENT.entered) counts[at + COUNT.entries]++;
  if (events & EVENT.exited) counts[at + COUNT.exits]++;
}

/** What fell due, and what of it was renewed, with those who owed it. */
function countMaturities(
  world: World,
  { part }: Span,
  counts: Float64Array,
  { cells, enterprise }: Grouping,
): void {
  const { cell } = world.enterprises;
  forEachMaturity(world, part, (i, principal, renewed) => {
    const group = cells === null ? enterprise(i) : cells[cell[i]];
    if (group === NO_GROUP) return;
    counts[group * WIDTH + COUNT.maturedYuan] += principal;
    if (renewed) counts[group * WIDTH + COUNT.renewedYuan] += principal;
  });
}

/** The one or two loans of a borrower, each in its own group or in the borrower's. */
function countLoans(
  world: World,
  counts: Float64Array,
  grouping: Grouping,
  group: number,
  i: number,
  charges: Float64Array,
): void {
  const { loans, now } = world;
  const second = world.second[i];
  const hasFirst = loans.lender[i] !== NO_LENDER;
  const hasSecond = loans.lender[second] !== NO_LENDER;
  const formal = (hasFirst ? loans.principal[i] : 0) + (hasSecond ? loans.principal[second] : 0);
  const subsidy = (now.events[i] & EVENT.subsidised) !== 0 ? now.subsidy[i] : 0;
  if (hasFirst)
    countLoan(world, counts, grouping.byLoan ? grouping.loan(i) : group, i, formal, subsidy, charges);
  if (hasSecond)
    countLoan(
      world,
      counts,
      grouping.byLoan ? grouping.loan(second) : group,
      second,
      formal,
      subsidy,
      charges,
    );
}

/** One loan of an enterprise that owes `formal` yuan in all and was paid `subsidy` on them; `charges` come with it by lender. */
function countLoan(
  world: World,
  counts: Float64Array,
  group: number,
  row: number,
  formal: number,
  subsidy: number,
  charges: Float64Array,
): void {
  const { loans, levers, enterprises } = world;
  const at = group * WIDTH;
  const principal = loans.principal[row];
  const arrears = loans.arrears[row];
  const rate = Math.round(principal * loans.rate[row]);
  let cost = rate + Math.round(principal * charges[loans.lender[row]]);
  counts[at + COUNT.lines]++;
  counts[at + COUNT.balance] += principal;
  if (formal <= INCLUSIVE_LINE) counts[at + COUNT.inclusive] += principal;
  if (loans.guarantor[row] > 0) {
    counts[at + COUNT.guaranteed] += principal;
    cost += Math.round(principal * levers['guaranteeFee.rate'][enterprises.cell[slotOf(world, row)]]);
  } else if ((loans.flags[row] & LOAN.secured) === 0) counts[at + COUNT.unsecured] += principal;
  if (subsidy > 0) cost -= Math.round((12 * subsidy * principal) / formal);
  counts[at + COUNT.rateYuan] += rate;
  counts[at + COUNT.costYuan] += cost;
  if (arrears > 0) counts[at + COUNT.overdue] += principal;
  if (arrears >= DEFAULT_ARREARS) counts[at + COUNT.nonPerforming] += principal;
}

function countApplications(
  world: World,
  { firstRow, part }: Span,
  counts: Float64Array,
  grouping: Grouping,
): void {
  const { applications: a, input } = world;
  const shadowWeight = input.scale < 100 ? 16 : 1;
  for (let row = firstRow; row < firstRow + world.applied[part]; row++) {
    const group = grouping.byLoan ? grouping.application(row) : grouping.enterprise(a.enterprise[row]);
    if (group === NO_GROUP) continue;
    const at = group * WIDTH;
    if (a.shadow[row] === 1) {
      if (a.decision[row] === DECISION.quoted) counts[at + COUNT.wantedYuan] += a.amount[row] * shadowWeight;
      continue;
    }
    counts[at + COUNT.applications]++;
    counts[at + COUNT.decisions]++;
    counts[at + COUNT.days] += Math.round(a.days[row] * 10);
    counts[at + COUNT.wantedYuan] += a.asked[row];
    if (a.decision[row] !== DECISION.disbursed) continue;
    counts[at + COUNT.approvals]++;
    counts[at + COUNT.grantedYuan] += a.amount[row];
    counts[at + COUNT.lentYuan] += a.amount[row];
    counts[at + COUNT.checkYuan] += Math.round(a.cost[row]);
    counts[at + COUNT.checkPermille] += Math.round((1_000_000 * a.cost[row]) / a.amount[row]);
  }
}

function total(world: World): void {
  const { counts, partCounts, shape } = world;
  counts.fill(0);
  for (const part of partCounts) for (let k = 0; k < counts.length; k++) counts[k] += part[k];
  for (let group = 1; group <= shape.prefectures; group++)
    for (let k = 0; k < WIDTH; k++) counts[k] += counts[group * WIDTH + k];
  recordInstitutions(world);
}

export const record: Phase = {
  name: 'record',
  does: {
    en: 'The month is counted: indicators are read from the state and change nothing.',
    zh: '统计本月指标：只读取状态，不改变任何结果。',
  },
  steps: [
    { over: 'enterprises', run: count },
    { over: 'institutions', run: total },
  ],
};
