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

function count(world: World, span: Span): void {
  const counts = world.partCounts[span.worker];
  counts.fill(0);
  for (const grouping of groupingsOf(world)) {
    countEnterprises(world, span, counts, grouping);
    countApplications(world, span, counts, grouping);
  }
}

function countEnterprises(world: World, { from, to }: Span, counts: Float64Array, grouping: Grouping): void {
  const { enterprises: e, now } = world;
  const longAgo = world.month + 1 - 36;
  for (let i = from; i < to; i++) {
    const status = e.status[i];
    if (status === STATUS.empty) continue;
    countLoans(world, counts, grouping, i);
    const group = grouping.enterprise(i);
    if (group < 0) continue;
    const at = group * COUNTERS.length;
    const events = now.events[i];
    if (events !== 0) countEvents(world, counts, at, i, events);
    if (status !== STATUS.active) continue;
    const borrows = borrowing(world, i);
    counts[at + COUNT.active]++;
    if (borrows) counts[at + COUNT.borrowers]++;
    if (e.privateDebt[i] > 0) {
      counts[at + COUNT.privateUsers]++;
    }
    if (borrows || e.privateDebt[i] > 0) counts[at + COUNT.financed]++;
    if (e.vintage[i] > 0) counts[at + COUNT.recorded]++;
    if (e.founded[i] <= longAgo) counts[at + COUNT.older]++;
    if (e.data[i] !== DATA.none) counts[at + COUNT.dataUsable]++;
  }
}

const borrowing = ({ loans, shape }: World, i: number): boolean =>
  loans.lender[i] !== NO_LENDER || loans.lender[shape.capacity + i] !== NO_LENDER;

function countEvents(world: World, counts: Float64Array, at: number, i: number, events: number): void {
  const { now } = world;
  if (events & EVENT.wanted) counts[at + COUNT.wanted]++;
  if (events & EVENT.discouraged) counts[at + COUNT.discouraged] += world.input.scale < 100 ? 16 : 1;
  if (events & EVENT.firstLoan) counts[at + COUNT.firstLoans]++;
  if (events & EVENT.defaulted) counts[at + COUNT.newDefaults]++;
  if (events & EVENT.entered) counts[at + COUNT.entries]++;
  if (events & EVENT.exited) counts[at + COUNT.exits]++;
  if (events & EVENT.matured) counts[at + COUNT.maturedYuan] += now.matured[i];
  if (events & EVENT.renewed) counts[at + COUNT.renewedYuan] += now.matured[i];
}

function countLoans(world: World, counts: Float64Array, grouping: Grouping, i: number): void {
  const { loans, shape, now, enterprises: e, input } = world;
  const fee = input.province.parameters['guarantee.fee'][0];
  let formal = 0;
  for (let row = i; row <= shape.capacity + i; row += shape.capacity) if (loans.lender[row] !== NO_LENDER) formal += loans.principal[row];
  for (let row = i; row <= shape.capacity + i; row += shape.capacity) {
    if (loans.lender[row] === NO_LENDER) continue;
    const group = grouping.loan(i, row);
    if (group < 0) continue;
    const at = group * COUNTERS.length;
    const principal = loans.principal[row];
    const guaranteed = loans.guarantor[row] > 0;
    counts[at + COUNT.lines]++;
    counts[at + COUNT.balance] += principal;
    if (formal <= INCLUSIVE_LINE) counts[at + COUNT.inclusive] += principal;
    if (guaranteed) counts[at + COUNT.guaranteed] += principal;
    else if ((loans.flags[row] & LOAN.secured) === 0) counts[at + COUNT.unsecured] += principal;
    const rate = Math.round(principal * loans.rate[row]);
    counts[at + COUNT.rateYuan] += rate;
    const subsidy = formal > 0 ? Math.round((12 * now.subsidy[i] * principal) / formal) : 0;
    counts[at + COUNT.costYuan] += rate + (guaranteed ? Math.round(principal * fee) : 0) - subsidy;
    if (loans.arrears[row] > 0) counts[at + COUNT.overdue] += principal;
    if (loans.arrears[row] >= DEFAULT_ARREARS) counts[at + COUNT.nonPerforming] += principal;
  }
  if (e.privateDebt[i] > 0) {
    const group = grouping.privateDebt(i);
    if (group >= 0) counts[group * COUNTERS.length + COUNT.private] += e.privateDebt[i];
  }
}

function countApplications(world: World, { from, worker }: Span, counts: Float64Array, grouping: Grouping): void {
  const { applications: a, input } = world;
  const shadowWeight = input.scale < 100 ? 16 : 1;
  for (let row = from; row < from + world.applied[worker]; row++) {
    const i = a.enterprise[row];
    const group = grouping.application(i, row);
    if (group < 0) continue;
    const at = group * COUNTERS.length;
    if (a.shadow[row] === 1) {
      if (a.decision[row] === DECISION.quoted) counts[at + COUNT.wantedYuan] += a.amount[row] * shadowWeight;
      continue;
    }
    counts[at + COUNT.applications]++;
    counts[at + COUNT.decisions]++;
    counts[at + COUNT.days] += Math.round(a.days[row] * 10);
    counts[at + COUNT.wantedYuan] += a.amount[row];
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
    for (let k = 0; k < COUNTERS.length; k++) counts[k] += counts[group * COUNTERS.length + k];
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
