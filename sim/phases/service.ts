import { EVENT, STATUS } from '../agents/enterprises.ts';
import { roundYuan } from '../arithmetic.ts';
import { lever } from '../conditions.ts';
import { changePrincipal, closeLoan } from '../contracts/lending.ts';
import { DEFAULT_ARREARS, NO_LENDER } from '../contracts/loans.ts';
import { canPay } from '../decisions/cash-flow.ts';
import { FLOW, LENDER_ENTRY, noteLender, post, postLender, postPrefecture, PREFECTURE_ENTRY, type Tally } from '../ledger.ts';
import { drawKey, type DrawKey, STREAMS } from '../random.ts';
import { monthlyInterest, openDesk } from '../underwriting.ts';
import { COHORTS, PD_BINS, type World } from '../world.ts';
import { LENDER_CLASSES } from '../input.ts';
import { deepening } from './apply.ts';
import { type Maturity, mature } from './maturity.ts';
import type { Phase, Span } from './phase.ts';

/** Everything a loan's month needs, gathered once for the span. */
export interface ServiceDesk extends Maturity {
  readonly payables: number;
}

function openService(world: World, tally: Tally): ServiceDesk {
  const { input } = world;
  const month = world.month + 1;
  const key = (stream: DrawStream, at: number): DrawKey => drawKey(input.seed, stream, at);
  return {
    world,
    tally,
    desk: openDesk(world),
    month,
    trend: deepening(world, month),
    ratioKey: key(STREAMS.initialDebt, -1),
    renewalKey: key(STREAMS.renewal, month),
    lapseKey: key(STREAMS.restructure, month),
    offered: lever(world, 'renewalWithoutRepayment.share'),
    payables: input.province.parameters['trade.payablesMonths'][0],
  };
}
type DrawStream = Parameters<typeof drawKey>[1];

function run(world: World, { from, to, tally }: Span): void {
  const { enterprises: e, loans, shape } = world;
  const service = openService(world, tally);
  for (let i = from; i < to; i++) {
    const status = e.status[i];
    if (status === STATUS.empty || status === STATUS.closed) continue;
    if (loans.lender[i] !== NO_LENDER) serviceLoan(service, i, i, status === STATUS.active);
    const second = shape.capacity + i;
    if (loans.lender[second] !== NO_LENDER) serviceLoan(service, i, second, status === STATUS.active);
    if (status === STATUS.active) servicePrivateDebt(service, i);
  }
}

function serviceLoan(service: ServiceDesk, i: number, row: number, active: boolean): void {
  const { world, payables } = service;
  const { enterprises: e, loans } = world;
  const arrears = loans.arrears[row];
  if (!active || arrears >= DEFAULT_ARREARS) {
    if (arrears < 255) loans.arrears[row] = arrears + 1;
    if (arrears + 1 === DEFAULT_ARREARS) recordDefault(service, i, row);
    if (active && arrears >= DEFAULT_ARREARS) cure(service, i, row);
    return;
  }
  const left = loans.left[row];
  if (left === 1 && arrears === 0) {
    mature(service, i, row, payables);
    return;
  }
  const interest = monthlyInterest(loans.principal[row], loans.rate[row]) * (1 + arrears);
  const instalment = left > 0 ? instalmentOf(world, row, left) : loans.principal[row];
  const sold = Math.min(e.capital[i], instalment);
  if (!canPay(e.cash[i] + sold, interest + instalment, payables * e.scale[i])) {
    loans.arrears[row] = arrears + 1;
    if (arrears + 1 === DEFAULT_ARREARS) recordDefault(service, i, row);
  } else pay(service, i, row, interest, instalment, sold);
  if (loans.left[row] > 1) loans.left[row]--;
  if (e.history[i] < 255 && loans.arrears[row] === 0 && row === i) e.history[i]++;
  if (e.relation[i] < 255 && row === i) e.relation[i]++;
}

function instalmentOf(world: World, row: number, left: number): number {
  const part = world.input.province.parameters['lend.amortising'][world.lenders.class[world.loans.lender[row]]];
  return part > 0 && left > 1 ? Math.floor((world.loans.principal[row] * part) / left) : 0;
}

/** Pays interest and instalment, selling working capital for the instalment; arrears are gone. */
function pay(service: ServiceDesk, i: number, row: number, interest: number, instalment: number, sold: number): void {
  const { world, tally } = service;
  const { enterprises: e, loans } = world;
  const lender = loans.lender[row];
  e.capital[i] -= sold;
  e.cash[i] += sold - interest - instalment;
  post(tally, FLOW.workingCapitalSold, sold);
  postLender(tally, FLOW.interest, lender, LENDER_ENTRY.interest, interest);
  postLender(tally, FLOW.repaid, lender, LENDER_ENTRY.repaid, instalment);
  changePrincipal(world, tally, row, loans.principal[row] - instalment);
  loans.arrears[row] = 0;
  if (loans.principal[row] === 0) closeLoan(world, tally, row);
}

/** Ninety days late: the month of default. */
function recordDefault(service: ServiceDesk, i: number, row: number): void {
  const { world, tally, month } = service;
  const { enterprises: e, loans, now, lenders } = world;
  now.events[i] |= EVENT.defaulted;
  e.yearDefault[i] = 1;
  const lender = loans.lender[row];
  noteLender(tally, lender, LENDER_ENTRY.newDefaults, loans.principal[row]);
  const age = month - loans.origin[row];
  if (age >= 0 && age < COHORTS) tally.defaulted[(age * LENDER_CLASSES.length + lenders.class[lender]) * PD_BINS + loans.pdBin[row]]++;
}

/** A defaulted enterprise that earns again pays what is overdue before the court does. */
function cure(service: ServiceDesk, i: number, row: number): void {
  const { world } = service;
  const { enterprises: e, loans } = world;
  const months = loans.arrears[row] - DEFAULT_ARREARS;
  if (months > 6 || loans.left[row] <= 1) return;
  const interest = monthlyInterest(loans.principal[row], loans.rate[row]) * (1 + loans.arrears[row]);
  if (e.cash[i] > interest + 0.5 * e.scale[i]) pay(service, i, row, interest, 0, 0);
}

/** Private debt: interest each month, principal from what is to spare. */
function servicePrivateDebt({ world, tally, payables }: ServiceDesk, i: number): void {
  const { enterprises: e, atlas, input } = world;
  const debt = e.privateDebt[i];
  if (debt === 0) return;
  const p = input.province.parameters;
  const prefecture = atlas.prefecture[e.cell[i]];
  const interest = roundYuan((debt * p['private.rate'][atlas.setting[e.cell[i]]]) / 12);
  if (!canPay(e.cash[i], interest, payables * e.scale[i])) {
    e.privateArrears[i] = Math.min(255, e.privateArrears[i] + 1);
    return;
  }
  const spare = Math.max(0, e.cash[i] - interest - 0.5 * p['trade.bufferMonths'][0] * e.scale[i]);
  const repaid = Math.min(debt, Math.floor(spare * p['private.sweep'][0]));
  e.privateArrears[i] = 0;
  e.cash[i] -= interest + repaid;
  e.privateDebt[i] -= repaid;
  postPrefecture(tally, FLOW.privateInterest, prefecture, PREFECTURE_ENTRY.privateInterest, interest);
  postPrefecture(tally, FLOW.privateRepaid, prefecture, PREFECTURE_ENTRY.privateRepaid, repaid);
}

export const service: Phase = {
  name: 'service',
  does: {
    en: 'Borrowers pay interest and instalments or fall behind; maturing loans are renewed, bridged, repaid or called.',
    zh: '借款企业付息还本或发生逾期；到期贷款续贷、过桥、归还或被收回。',
  },
  steps: [{ over: 'enterprises', run }],
};
