import { EVENT, STATUS } from '../agents/enterprises.ts';
import { openClaiming } from '../claiming.ts';
import { lever } from '../conditions.ts';
import { chargesOf, yearlyCharges } from '../contracts/charges.ts';
import { changePrincipal, closeLoan } from '../contracts/lending.ts';
import { DEFAULT_ARREARS, LOAN, NO_LENDER, underGuarantee } from '../contracts/loans.ts';
import { openCover } from '../cover.ts';
import { LENDER_CLASSES } from '../input.ts';
import {
  FLOW,
  LENDER_ENTRY,
  noteLender,
  PREFECTURE_ENTRY,
  post,
  postLender,
  postPrefecture,
  type Tally,
} from '../ledger.ts';
import { openPrivateMarket } from '../private-market.ts';
import { privateRateOf } from '../private-rates.ts';
import { drawKey, STREAMS } from '../random.ts';
import { whileLeversStand } from '../standing.ts';
import { monthlyInterest, openDesk } from '../underwriting.ts';
import { COHORTS, PD_BINS, type World } from '../world.ts';
import { deepening } from './apply.ts';
import { deferralOf } from './deferral.ts';
import { type Maturity, mature } from './maturity.ts';
import { movingOf } from './moving.ts';
import { BLOCK, type Phase, type Span } from './phase.ts';
import { renewalCentreOf } from './renewal-centre.ts';
import { interestBearing } from './revolving.ts';

/** Everything a loan's month needs, gathered once for the span. */
interface ServiceDesk extends Maturity {
  readonly payables: number;
  /** Part of a loan repaid in instalments, by lender. */
  readonly amortising: Float64Array;
  /** Whether any loan of this world may be a line drawn at will. */
  readonly revolving: boolean;
  /** Months of sales a private debtor keeps, and part of the rest that is repaid. */
  readonly keep: number;
  readonly sweep: number;
}

const amortising = whileLeversStand(
  ({ input, lenders, shape }): Float64Array =>
    Float64Array.from(
      { length: shape.licensed },
      (_, l) => input.province.parameters['lend.amortising'][lenders.class[l]],
    ),
);

function openService(world: World, tally: Tally, part: number): ServiceDesk {
  const { input } = world;
  const p = input.province.parameters;
  const month = world.month + 1;
  return {
    world,
    tally,
    part,
    desk: openDesk(world),
    month,
    trend: deepening(world, month),
    ratioKey: drawKey(input.seed, STREAMS.initialDebt, -1),
    renewalKey: drawKey(input.seed, STREAMS.renewal, month),
    lapseKey: drawKey(input.seed, STREAMS.restructure, month),
    withinKey: drawKey(input.seed, STREAMS.searchWithinClass, -1),
    offered: lever(world, 'renewalWithoutRepayment.share'),
    centre: renewalCentreOf(world),
    deferral: deferralOf(world),
    moving: movingOf(world),
    charges: chargesOf(world),
    yearlyCharges: yearlyCharges(world),
    claiming: openClaiming(world),
    cover: openCover(world),
    revolving:
      p['revolvingCredit.share'][0] > 0 || input.patches.some((one) => one.instrument === 'revolvingCredit'),
    payables: p['trade.payablesMonths'][0],
    amortising: amortising(world),
    privately: openPrivateMarket(world),
    keep: 0.5 * p['trade.bufferMonths'][0],
    sweep: p['private.sweep'][0],
  };
}

/** Every enterprise pays its first loan, then its second, then its private debt. */
function run(world: World, { from, to, part, tally }: Span): void {
  const service = openService(world, tally, part);
  world.matured[part] = 0;
  for (let at = from; at < to; at += BLOCK) serviceBlock(service, at, at + BLOCK < to ? at + BLOCK : to);
}

/** A loan in good order takes interest and an instalment, for which working capital is sold; others have their own ways. */
function serviceBlock(service: ServiceDesk, from: number, to: number): void {
  const { world, tally, payables, amortising, revolving } = service;
  const { status, privateDebt, cash, capital, scale, history, relation } = world.enterprises;
  const { lender, arrears, left, principal, rate, guarantor, flags } = world.loans;
  const { second } = world;
  let soldAll = 0;
  let interestAll = 0;
  let repaidAll = 0;
  for (let i = from; i < to; i++) {
    const other = second[i];
    if ((lender[i] & lender[other]) === NO_LENDER && privateDebt[i] === 0) continue;
    const active = status[i] === STATUS.active;
    for (let row = i, k = 0; k < 2; k++, row = other) {
      const l = lender[row];
      if (l === NO_LENDER) continue;
      if (arrears[row] !== 0 || left[row] <= 1 || !active) {
        serviceOther(service, i, row, active);
        continue;
      }
      const owed = principal[row];
      const drawn =
        revolving && (flags[row] & LOAN.revolving) !== 0 ? interestBearing(world, tally, i, row) : owed;
      const interest = Math.floor((drawn * rate[row]) / 12 + 0.5);
      const instalment = Math.floor((owed * amortising[l]) / left[row]);
      const sold = capital[i] < instalment ? capital[i] : instalment;
      left[row]--;
      const rest = cash[i] + sold - interest - instalment;
      if (rest < -payables * scale[i]) {
        arrears[row] = 1;
        continue;
      }
      capital[i] -= sold;
      cash[i] = rest;
      soldAll += sold;
      interestAll += interest;
      repaidAll += instalment;
      noteLender(tally, l, LENDER_ENTRY.interest, interest);
      noteLender(tally, l, LENDER_ENTRY.repaid, instalment);
      if (guarantor[row] === 0) principal[row] = owed - instalment;
      else changePrincipal(world, tally, row, owed - instalment);
      if (row !== i) continue;
      if (history[i] < 255) history[i]++;
      if (relation[i] < 255) relation[i]++;
    }
    if (active && privateDebt[i] > 0) servicePrivateDebt(service, i);
  }
  post(tally, FLOW.workingCapitalSold, soldAll);
  post(tally, FLOW.interest, interestAll);
  post(tally, FLOW.repaid, repaidAll);
}

/** A loan that matures, is late, is lost, or whose enterprise has closed. */
function serviceOther(service: ServiceDesk, i: number, row: number, active: boolean): void {
  const { world, payables } = service;
  const { enterprises: e, loans } = world;
  const arrears = loans.arrears[row];
  if (!active || arrears >= DEFAULT_ARREARS) {
    fallBehind(service, i, row);
    if (active && arrears >= DEFAULT_ARREARS) cure(service, i, row);
    return;
  }
  if (loans.left[row] === 1 && arrears === 0) {
    mature(service, i, row, payables);
    return;
  }
  const interest = monthlyInterest(loans.principal[row], loans.rate[row]) * (1 + arrears);
  const instalment = loans.left[row] > 0 ? 0 : loans.principal[row];
  const sold = Math.min(e.capital[i], instalment);
  if (e.cash[i] + sold - interest - instalment < -payables * e.scale[i]) fallBehind(service, i, row);
  else pay(service, i, row, interest, instalment, sold);
  if (loans.left[row] > 1) loans.left[row]--;
  if (row === i && e.relation[i] < 255) e.relation[i]++;
}

/** Another month late; the third is the month of default. */
function fallBehind(service: ServiceDesk, i: number, row: number): void {
  const { loans } = service.world;
  if (loans.arrears[row] < 255) loans.arrears[row]++;
  if (loans.arrears[row] === DEFAULT_ARREARS) recordDefault(service, i, row);
}

/** Pays interest and instalment, selling working capital for the instalment; arrears are gone. */
function pay(
  service: ServiceDesk,
  i: number,
  row: number,
  interest: number,
  instalment: number,
  sold: number,
): void {
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
function recordDefault({ world, tally, month }: ServiceDesk, i: number, row: number): void {
  const { enterprises: e, loans, now, lenders } = world;
  now.events[i] |= EVENT.defaulted;
  e.yearDefault[i] = 1;
  const lender = loans.lender[row];
  noteLender(tally, lender, LENDER_ENTRY.newDefaults, loans.principal[row]);
  const age = month - loans.origin[row];
  if (age >= 0 && age < COHORTS)
    tally.defaulted[(age * LENDER_CLASSES.length + lenders.class[lender]) * PD_BINS + loans.pdBin[row]]++;
}

/** Months after default in which a borrower who earns again may still catch up. */
const CURE_MONTHS = 6;

/** A defaulted enterprise that earns again pays what is overdue before the court does, unless a guarantor has paid for it. */
function cure(service: ServiceDesk, i: number, row: number): void {
  const { enterprises: e, loans } = service.world;
  if (loans.arrears[row] - DEFAULT_ARREARS > CURE_MONTHS || loans.left[row] <= 1) return;
  if (loans.guarantor[row] === 0 && underGuarantee(loans, row)) return;
  const interest = monthlyInterest(loans.principal[row], loans.rate[row]) * (1 + loans.arrears[row]);
  if (e.cash[i] > interest + 0.5 * e.scale[i]) pay(service, i, row, interest, 0, 0);
}

/** Private debt: interest each month, principal from what is to spare. */
function servicePrivateDebt({ world, tally, payables, privately, keep, sweep }: ServiceDesk, i: number) {
  const { enterprises: e, atlas } = world;
  const debt = e.privateDebt[i];
  const cell = e.cell[i];
  const interest = monthlyInterest(debt, privateRateOf(e, privately.cap, i));
  if (e.cash[i] - interest < -payables * e.scale[i]) {
    if (e.privateArrears[i] < 255) e.privateArrears[i]++;
    return;
  }
  const spare = Math.max(0, e.cash[i] - interest - keep * e.scale[i]);
  const repaid = Math.min(debt, Math.floor(spare * sweep));
  const prefecture = atlas.prefecture[cell];
  e.privateArrears[i] = 0;
  e.cash[i] -= interest + repaid;
  e.privateDebt[i] -= repaid;
  postPrefecture(tally, FLOW.privateInterest, prefecture, PREFECTURE_ENTRY.privateInterest, interest);
  postPrefecture(tally, FLOW.privateRepaid, prefecture, PREFECTURE_ENTRY.privateRepaid, repaid);
}

export const service: Phase = {
  name: 'service',
  does: {
    en: 'Borrowers pay interest and instalments or fall behind; maturing loans are renewed, with their cover or without, bridged, repaid or called, and who is called may owe a private lender instead.',
    zh: '借款企业付息还本或发生逾期；到期贷款续贷（担保延续或解除）、过桥、归还或被收回，被收回者可能转借民间资金。',
  },
  steps: [{ over: 'enterprises', run }],
};
