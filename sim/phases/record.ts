import { DATA, EVENT, STATUS } from '../agents/enterprises.ts';
import { DECISION } from '../contracts/applications.ts';
import { DEFAULT_ARREARS, LOAN, NO_LENDER } from '../contracts/loans.ts';
import { COUNT, COUNTERS } from '../indicators/counters.ts';
import { type Grouping, groupingsOf } from '../indicators/grouping.ts';
import { recordInstitutions } from '../indicators/institutions.ts';
import type { World } from '../world.ts';
import type { Phase, Span } from './phase.ts';

/** A line up to this many yuan is inclusive finance. */
const INCLUSIVE_LINE = 10_000_000;

const WIDTH = COUNTERS.length;

function count(world: World, span: Span): void {
  const counts = world.partCounts[span.worker];
  counts.fill(0);
  for (const grouping of groupingsOf(world)) {
    grouping.label(span.from, span.to, world.labels);
    countEnterprises(world, span, counts);
    countLoans(world, span, counts, grouping);
    countApplications(world, span, counts, grouping);
  }
}

/** Stocks and events of the enterprises of each group; `world.labels` holds the groups, 65535 for none. */
function countEnterprises(world: World, { from, to }: Span, counts: Float64Array): void {
  const { enterprises, loans, shape, now, labels } = world;
  const { status, vintage, founded, data, privateDebt } = enterprises;
  const { lender } = loans;
  const { events } = now;
  const { capacity } = shape;
  const longAgo = world.month + 1 - 36;
  for (let i = from; i < to; i++) {
    if (status[i] === STATUS.empty || labels[i] === NO_GROUP) continue;
    const at = labels[i] * WIDTH;
    if (events[i] !== 0) countEvents(world, counts, at, i, events[i]);
    if (status[i] !== STATUS.active) continue;
    const borrows = lender[i] !== NO_LENDER || lender[capacity + i] !== NO_LENDER;
    const owesPrivately = privateDebt[i] > 0;
    counts[at + COUNT.active]++;
    if (borrows) counts[at + COUNT.borrowers]++;
    if (owesPrivately) counts[at + COUNT.privateUsers]++;
    if (borrows || owesPrivately) counts[at + COUNT.financed]++;
    if (vintage[i] > 0) counts[at + COUNT.recorded]++;
    if (founded[i] <= longAgo) counts[at + COUNT.older]++;
    if (data[i] !== DATA.none) counts[at + COUNT.dataUsable]++;
  }
}

/** Label of an enterprise that belongs to no group of a dimension. */
export const NO_GROUP = 65535;

function countEvents(world: World, counts: Float64Array, at: number, i: number, events: number): void {
  const { now } = world;
  if (events & EVENT.wanted) counts[at + COUNT.wanted]++;
  if (events & EVENT.discouraged) counts[at + COUNT.discouraged] += world.input.scale < 100 ? 16 : 1;
  if (events & EVENT.firstLoan) counts[at + COUNT.firstLoans]++;
  if (events & EVENT.defaulted) counts[at + COUNT.newDefaults]++;
  if (events & EVENT.entered) counts[at + COUNT.entries]++;
  if (events & EVENT.exited) counts[at + COUNT.exits]++;
  if (events & EVENT.matured) counts[at + COUNT.maturedYuan] += now.matured[i];
  if (events & EVENT.renewed) counts[at + COUNT.renewedYuan] += now.renewed[i];
}

function countLoans(world: World, { from, to }: Span, counts: Float64Array, grouping: Grouping): void {
  const { loans, shape, enterprises, labels } = world;
  const { lender, principal } = loans;
  const { privateDebt, status } = enterprises;
  const { capacity } = shape;
  for (let i = from; i < to; i++) {
    if (status[i] === STATUS.empty) continue;
    const second = capacity + i;
    const hasFirst = lender[i] !== NO_LENDER;
    const hasSecond = lender[second] !== NO_LENDER;
    if (hasFirst || hasSecond) {
      const formal = (hasFirst ? principal[i] : 0) + (hasSecond ? principal[second] : 0);
      if (hasFirst) countLoan(world, counts, grouping.byLoan ? grouping.loan(i) : labels[i], i, i, formal);
      if (hasSecond)
        countLoan(world, counts, grouping.byLoan ? grouping.loan(second) : labels[i], i, second, formal);
    }
    if (privateDebt[i] > 0) {
      const group = grouping.byLoan ? grouping.privateGroup : labels[i];
      if (group !== NO_GROUP) counts[group * WIDTH + COUNT.private] += privateDebt[i];
    }
  }
}

/** One loan of enterprise `i`, which owes `formal` yuan in all. */
function countLoan(
  world: World,
  counts: Float64Array,
  group: number,
  i: number,
  row: number,
  formal: number,
): void {
  if (group === NO_GROUP) return;
  const { loans, now, input } = world;
  const at = group * WIDTH;
  const principal = loans.principal[row];
  const arrears = loans.arrears[row];
  const rate = Math.round(principal * loans.rate[row]);
  let cost = rate;
  counts[at + COUNT.lines]++;
  counts[at + COUNT.balance] += principal;
  if (formal <= INCLUSIVE_LINE) counts[at + COUNT.inclusive] += principal;
  if (loans.guarantor[row] > 0) {
    counts[at + COUNT.guaranteed] += principal;
    cost += Math.round(principal * input.province.parameters['guarantee.fee'][0]);
  } else if ((loans.flags[row] & LOAN.secured) === 0) counts[at + COUNT.unsecured] += principal;
  if (now.subsidy[i] > 0) cost -= Math.round((12 * now.subsidy[i] * principal) / formal);
  counts[at + COUNT.rateYuan] += rate;
  counts[at + COUNT.costYuan] += cost;
  if (arrears > 0) counts[at + COUNT.overdue] += principal;
  if (arrears >= DEFAULT_ARREARS) counts[at + COUNT.nonPerforming] += principal;
}

function countApplications(
  world: World,
  { from, worker }: Span,
  counts: Float64Array,
  grouping: Grouping,
): void {
  const { applications: a, input, labels } = world;
  const shadowWeight = input.scale < 100 ? 16 : 1;
  for (let row = from; row < from + world.applied[worker]; row++) {
    const group = grouping.byLoan ? grouping.application(row) : labels[a.enterprise[row]];
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
