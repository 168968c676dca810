/** The month a loan falls due: renew with or without its cover, renew after a bridge loan, move, defer, repay, or be called. */
import { ENDING, EVENT, TRAIT, withEnding } from '../agents/enterprises.ts';
import { COMMERCIAL_SOURCES } from '../agents/sources.ts';
import { roundYuan } from '../arithmetic.ts';
import { backingPrice, leftToOthers } from '../backing.ts';
import { type Claiming, formalDebt, subsidyHoped } from '../claiming.ts';
import { CLASS, lever } from '../conditions.ts';
import { type Charges, charge, paidForTerm } from '../contracts/charges.ts';
import { changePrincipal, closeLoan, dropGuarantor } from '../contracts/lending.ts';
import { LOAN } from '../contracts/loans.ts';
import { noteMaturity } from '../contracts/maturities.ts';
import { monthsOf, TENOR, tenorOf } from '../contracts/tenor.ts';
import type { CoverDesk } from '../cover.ts';
import { canPay } from '../decisions/cash-flow.ts';
import { ownFunds } from '../decisions/demand.ts';
import { bridgesPrivately } from '../decisions/private-supply.ts';
import {
  FLOW,
  GUARANTOR_ENTRY,
  LENDER_ENTRY,
  noteLender,
  PREFECTURE_ENTRY,
  post,
  postGuarantor,
  postLender,
  postPrefecture,
  type Tally,
} from '../ledger.ts';
import { LICENCE_GONE } from '../licence.ts';
import { lenderWithin } from '../market.ts';
import {
  askedPrivately,
  lendPrivately,
  type PrivateMarket,
  privateRoom,
  REFUSED,
} from '../private-market.ts';
import { type DrawKey, uniform } from '../random.ts';
import { type Desk, emptyQuote, monthlyInterest, type Quote, Request, read } from '../underwriting.ts';
import { PD_BINS, type World } from '../world.ts';
import { targetDebt } from './apply.ts';
import { payForBacking } from './backing.ts';
import { asksForCover, endWait } from './cover.ts';
import { type Deferral, defer } from './deferral.ts';
import { type Moving, moves } from './moving.ts';
import { type RenewalCentre, usesCentre } from './renewal-centre.ts';
import { interestBearing } from './revolving.ts';
import { tolerates } from './tolerance.ts';

export interface Maturity {
  readonly world: World;
  readonly tally: Tally;
  /** Number of the part. */
  readonly part: number;
  readonly desk: Desk;
  readonly month: number;
  readonly trend: number;
  readonly ratioKey: DrawKey;
  readonly renewalKey: DrawKey;
  readonly lapseKey: DrawKey;
  readonly withinKey: DrawKey;
  /** Part of maturing loans offered renewal without repayment, by cell. */
  readonly offered: Float64Array;
  readonly centre: RenewalCentre | null;
  readonly deferral: Deferral | null;
  readonly moving: Moving | null;
  readonly charges: Charges;
  /** What tied charges add to a year of a loan, by lender. */
  readonly yearlyCharges: Float64Array;
  readonly claiming: Claiming;
  readonly cover: CoverDesk;
  readonly privately: PrivateMarket;
}

/** The lender's reading of a loan as it stands, or as it is renewed. */
const quote: Quote = emptyQuote();
/** The same without the guarantor who covers it. */
const withoutCover: Quote = emptyQuote();

/** How a lender goes on with a loan: not at all, as it stands, or without the guarantor who covers it. */
const GOES_ON = { no: 0, asItStands: 1, alone: 2 } as const;

/** Settles the interest of the month, then decides what becomes of the principal. */
export function mature(m: Maturity, i: number, row: number, payables: number): void {
  const { world, tally } = m;
  const { enterprises: e, loans, now } = world;
  const lender = loans.lender[row];
  const interest = monthlyInterest(interestBearing(world, tally, i, row), loans.rate[row]);
  if (!canPay(e.cash[i], interest, payables * e.scale[i])) {
    noteMatured(m, i, row);
    endWait(world, tally, row, false);
    now.ending[i] = withEnding(now.ending[i], row !== i, ENDING.unpaid);
    if (defer(m, i, row, interest)) return;
    loans.left[row] = 0;
    loans.arrears[row] = 1;
    return;
  }
  e.cash[i] -= interest;
  postLender(tally, FLOW.interest, lender, LENDER_ENTRY.interest, interest);
  const ending = decide(m, i, row, payables);
  now.ending[i] = withEnding(now.ending[i], row !== i, ending);
  if (ending === ENDING.coverAsked) {
    loans.flags[row] |= LOAN.coverAsked;
    return;
  }
  noteMatured(m, i, row);
  endWait(world, tally, row, ending === ENDING.renewed);
  if (ending === ENDING.renewed) renew(m, i, row);
  else if (ending !== ENDING.moved && !(endedByNeed(ending) && defer(m, i, row, 0)))
    callLoan(m, i, row, payables, ending !== ENDING.owner);
}

/** Notes what falls due; a loan that waits for cover falls due when the answer is there. */
function noteMatured({ world, part }: Maturity, i: number, row: number): void {
  noteMaturity(world, part, row);
  world.now.events[i] |= EVENT.matured;
}

/** Whether a loan ends because its owner cannot go on, not because the owner would rather not. */
const endedByNeed = (ending: number): boolean => ending !== ENDING.owner;

/** Who ends a loan that falls due and why, or that it goes on. The price of a guarantor's cover counts where it is kept. */
function decide(m: Maturity, i: number, row: number, payables: number): number {
  const isCovered = m.world.loans.guarantor[row] > 0;
  const price = coverPrice(m.world, i, row);
  if (!ownerGoesOn(m, i, row, isCovered ? 0 : price)) return ENDING.owner;
  if (m.moving !== null && moves(m.moving, m, i, row)) return ENDING.moved;
  const terms = lenderGoesOn(m, i, row);
  if (terms === GOES_ON.no) return asksForCover(m, i, row) ? ENDING.coverAsked : endedBy(m.world, row);
  if (isCovered && terms === GOES_ON.asItStands && !ownerGoesOn(m, i, row, price)) return ENDING.owner;
  const { pd } = terms === GOES_ON.alone ? withoutCover : quote;
  if (!principalIsFound(m, i, row, payables, pd)) return ENDING.bridge;
  if (terms === GOES_ON.alone) dropGuarantor(m.world, m.tally, row);
  return ENDING.renewed;
}

/** Whether the guarantor behind a loan writes nothing any more; no where there is none. */
function isSuspended({ loans, guarantors }: World, row: number): boolean {
  const guarantor = loans.guarantor[row] - 1;
  return guarantor >= 0 && guarantors.suspended[guarantor] === 1;
}

/** Who ends a loan its lender does not go on with: a guarantor that has stopped, or the lender. */
const endedBy = (world: World, row: number): number =>
  isSuspended(world, row) ? ENDING.guarantor : ENDING.lender;

/**
 * An owner keeps the loan while it earns more than it costs, with charges and `beside` for cover a year, less a subsidy
 * hoped for.
 */
function ownerGoesOn(
  { world, lapseKey, yearlyCharges, claiming }: Maturity,
  i: number,
  row: number,
  beside: number,
): boolean {
  const { enterprises: e, loans, input } = world;
  const lender = loans.lender[row];
  const mood =
    (uniform(lapseKey.k0, lapseKey.k1, e.id[i]) - 0.5) *
    2 *
    input.province.parameters['apply.returnSpread'][0];
  const paid = loans.rate[row] + yearlyCharges[lender] + beside;
  const costs = paid - subsidyHoped(claiming, i, formalDebt(world, i));
  return e.returnOnCredit[i] + mood > costs;
}

/** What an enterprise pays a year for what covers or backs a standing loan, ratio of the loan. */
function coverPrice(world: World, i: number, row: number): number {
  const { loans, lenders, enterprises: e } = world;
  if (loans.guarantor[row] > 0) return lever(world, 'guaranteeFee.rate')[e.cell[i]];
  return backingPrice(world, loans.backer[row], e.cell[i], lenders.class[loans.lender[row]]);
}

/**
 * The lender reads the client again, with and without the guarantor who covers the loan, and goes on while it tolerates
 * what it reads. Where it tolerates both, lender and owner take what costs the two of them less.
 */
function lenderGoesOn(m: Maturity, i: number, row: number): number {
  const { world } = m;
  const { loans, lenders } = world;
  const lender = loans.lender[row];
  const platform = lenders.class[readerOf(m, i, row)] === CLASS.digital;
  if (lenders.weak[lender] === LICENCE_GONE) return GOES_ON.no;
  if (platform && (world.enterprises.sources[i] & COMMERCIAL_SOURCES) === 0) return GOES_ON.no;
  const covered = leftToOthers(world, i, row);
  const asItStands = !isSuspended(world, row) && toleratesWith(m, i, row, covered, quote);
  if (loans.guarantor[row] === 0 || !goesOnAlone(m, i, row))
    return asItStands ? GOES_ON.asItStands : GOES_ON.no;
  const costs = quote.breakEven - quote.reward + coverPrice(world, i, row);
  const isCheaper = withoutCover.breakEven - withoutCover.reward <= costs;
  return asItStands && !isCheaper ? GOES_ON.asItStands : GOES_ON.alone;
}

/** Whether the lender tolerates its client with a part `covered` of the loss left to others; its reading is left in `into`. */
function toleratesWith(m: Maturity, i: number, row: number, covered: number, into: Quote): boolean {
  const { world, desk, centre } = m;
  const { loans } = world;
  read(desk, requestOf(m, i, row, loans.principal[row], 0, covered), into);
  return tolerates(desk, centre, i, loans.lender[row], covered, into);
}

/** Whether the lender would go on with a covered loan by itself: only with as much as it lends without collateral. */
function goesOnAlone(m: Maturity, i: number, row: number): boolean {
  const { loans, lenders, input } = m.world;
  const most = input.province.parameters['lend.maxLoan'][lenders.class[loans.lender[row]]];
  return loans.principal[row] <= most && toleratesWith(m, i, row, 0, withoutCover);
}

/** The loan as its lender reads it again, for `amount` yuan of which `added` are new, `covered` of a loss left to others. */
function requestOf(
  m: Maturity,
  i: number,
  row: number,
  amount: number,
  added: number,
  covered: number,
): Request {
  const { loans, input } = m.world;
  return new Request({
    slot: i,
    lender: loans.lender[row],
    reader: readerOf(m, i, row),
    amount,
    added,
    secured: (loans.flags[row] & LOAN.secured) !== 0,
    covered,
    papers: 0,
    checkPart: input.province.parameters['lend.renewalCheck'][0],
    ownClient: row === i,
  });
}

/** Who reads a client again: the lender, or the platform that brought it. */
function readerOf({ world, withinKey }: Maturity, i: number, row: number): number {
  const { loans } = world;
  if ((loans.flags[row] & LOAN.coLent) === 0) return loans.lender[row];
  const platform = lenderWithin(world, i, CLASS.digital, withinKey);
  return platform >= 0 ? platform : loans.lender[row];
}

/** Unless no repayment is asked for, the principal has to be produced for a few days at a price. */
function principalIsFound(m: Maturity, i: number, row: number, payables: number, pd: number): boolean {
  const { world, tally, renewalKey, offered, centre } = m;
  const { enterprises: e, loans, input, atlas } = world;
  const cell = e.cell[i];
  if ((loans.flags[row] & LOAN.revolving) !== 0) return true;
  const listed = usesCentre(centre, i);
  const spared = listed
    ? onPositiveList(m, row, pd)
    : uniform(renewalKey.k0, renewalKey.k1, e.id[i]) < offered[cell];
  if (spared) return true;
  const days = listed && centre !== null ? centre.daysLeft[cell] : 1;
  const cost = roundYuan(loans.principal[row] * input.province.parameters['lend.bridgeCost'][0] * days);
  if (!canPay(e.cash[i], cost, payables * e.scale[i])) return false;
  e.cash[i] -= cost;
  postPrefecture(tally, FLOW.bridgeCost, atlas.prefecture[cell], PREFECTURE_ENTRY.bridgeCost, cost);
  return true;
}

/** The list’s rule: a PD no higher than a newcomer’s cut-off. */
function onPositiveList({ world }: Maturity, row: number, pd: number): boolean {
  const { loans, lenders, input } = world;
  return pd <= input.province.parameters['lend.cutoff'][lenders.class[loans.lender[row]]];
}

/** What a renewed loan keeps of its flags: its client has a record by now, a deferral is over, its kind is settled anew. */
const KEPT_FLAGS = LOAN.secured | LOAN.pledged | LOAN.coLent;

/** A new term at a new rate, and more money when the enterprise has grown into it; a guarantor covers what it covered. */
function renew(m: Maturity, i: number, row: number): void {
  const { world, tally, desk, trend, ratioKey, month } = m;
  const { enterprises: e, loans, lenders, input, now, second } = world;
  const p = input.province.parameters;
  const lender = loans.lender[row];
  const c = lenders.class[lender];
  const principal = loans.principal[row];
  const other = row === i ? second[i] : i;
  const otherDebt = loans.lender[other] === 255 ? 0 : loans.principal[other];
  const own = ownFunds(e.capital[i], principal + otherDebt + e.privateDebt[i]);
  const wanted = Math.floor((targetDebt(world, i, ratioKey, trend) - otherDebt - own) / 1000) * 1000;
  const collateral = (e.traits[i] & TRAIT.collateral) !== 0;
  const ceiling = collateral ? p['lend.maxLine'][c] : p['lend.maxLoan'][c];
  const growth =
    p['lend.amortising'][c] > 0.5 ? Number.POSITIVE_INFINITY : p['lend.renewalGrowth'][0] * principal;
  const covered = loans.guarantor[row] > 0;
  const next = covered ? principal : Math.max(principal, Math.min(wanted, ceiling, growth));
  read(desk, requestOf(m, i, row, next, next - principal, leftToOthers(world, i, row)), quote);
  now.events[i] |= EVENT.renewed;
  noteLender(tally, lender, LENDER_ENTRY.checkCost, roundYuan(quote.checkCost));
  loans.rate[row] = quote.rate;
  const tenor = tenorOf(desk.tenors, world, i, c);
  loans.left[row] = monthsOf(p, tenor, c);
  loans.flags[row] = (loans.flags[row] & KEPT_FLAGS) | (tenor === TENOR.revolving ? LOAN.revolving : 0);
  loans.origin[row] = month;
  const more = lenders.roomThisMonth[lender] <= 0 ? 0 : Math.floor(next) - principal;
  if (more > 0) {
    changePrincipal(world, tally, row, principal + more);
    postLender(tally, FLOW.lent, lender, LENDER_ENTRY.lent, more);
    noteLender(tally, lender, LENDER_ENTRY.lentAtRenewal, more);
    post(tally, FLOW.workingCapitalBought, more);
    e.capital[i] += more;
  }
  loans.pdBin[row] = Math.min(PD_BINS - 1, Math.floor(Math.sqrt(quote.pd) * PD_BINS));
  tally.granted[c * PD_BINS + loans.pdBin[row]]++;
  payFee(m, i, row);
  charge(m.charges, tally, i, lender, loans.principal[row]);
}

function payFee({ world, tally }: Maturity, i: number, row: number): void {
  payForBacking(world, tally, i, row);
  const { loans, enterprises: e } = world;
  if (loans.guarantor[row] === 0) return;
  const yearly = lever(world, 'guaranteeFee.rate')[e.cell[i]];
  const fee = paidForTerm(loans.principal[row], yearly, loans.left[row]);
  e.cash[i] -= fee;
  postGuarantor(tally, FLOW.guaranteeFee, loans.guarantor[row] - 1, GUARANTOR_ENTRY.fee, fee);
}

/**
 * The loan ends: who did not want that may owe a private lender instead; then working capital is sold at a loss, and
 * what is missing is overdue.
 */
function callLoan(m: Maturity, i: number, row: number, payables: number, unwanted: boolean): void {
  const { world, tally } = m;
  const { enterprises: e, loans, input } = world;
  const principal = loans.principal[row];
  const bridged = unwanted ? bridge(m, i, principal) : 0;
  const sold = Math.min(e.capital[i], principal - bridged);
  const proceeds = Math.floor(sold * (1 - input.province.parameters['apply.haircut'][0]));
  e.capital[i] -= sold;
  e.cash[i] += proceeds;
  post(tally, FLOW.workingCapitalSold, proceeds);
  const able = Math.floor(e.cash[i] + payables * e.scale[i]);
  const paid = Math.min(principal, Math.max(0, able));
  e.cash[i] -= paid;
  postLender(tally, FLOW.repaid, loans.lender[row], LENDER_ENTRY.repaid, paid);
  changePrincipal(world, tally, row, principal - paid);
  if (paid === principal) closeLoan(world, tally, row);
  else {
    loans.left[row] = 0;
    loans.arrears[row] = 1;
  }
}

/** Borrows what is missing of `principal` yuan privately, as far as that goes and costs less than selling; returns how much. */
function bridge({ world, tally, privately }: Maturity, i: number, principal: number): number {
  const { enterprises: e, input } = world;
  const haircut = input.province.parameters['apply.haircut'][0];
  const amount = Math.floor(Math.min(privateRoom(world, i), principal - Math.max(0, e.cash[i])));
  const rate = askedPrivately(privately, i, amount);
  if (rate === REFUSED || !bridgesPrivately(rate, e.returnOnCredit[i], haircut)) return 0;
  lendPrivately(privately, tally, i, amount, rate);
  return amount;
}
