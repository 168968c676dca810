/** The month a loan falls due: renew, renew after a bridge loan, repay, or be called. */
import { EVENT, TRAIT } from '../agents/enterprises.ts';
import { COMMERCIAL_SOURCES } from '../agents/sources.ts';
import { roundYuan } from '../arithmetic.ts';
import { CLASS, lever } from '../conditions.ts';
import { changePrincipal, closeLoan } from '../contracts/lending.ts';
import { canPay } from '../decisions/cash-flow.ts';
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
import { type DrawKey, uniform } from '../random.ts';
import { type Desk, emptyQuote, monthlyInterest, type Quote, read } from '../underwriting.ts';
import { PD_BINS, type World } from '../world.ts';
import { targetDebt } from './apply.ts';

export interface Maturity {
  readonly world: World;
  readonly tally: Tally;
  readonly desk: Desk;
  readonly month: number;
  readonly trend: number;
  readonly ratioKey: DrawKey;
  readonly renewalKey: DrawKey;
  readonly lapseKey: DrawKey;
  readonly offered: Float64Array;
}

const quote: Quote = emptyQuote();

/** Settles the interest of the month, then decides what becomes of the principal. */
export function mature(m: Maturity, i: number, row: number, payables: number): void {
  const { world, tally } = m;
  const { enterprises: e, loans, now } = world;
  const principal = loans.principal[row];
  const lender = loans.lender[row];
  const interest = monthlyInterest(principal, loans.rate[row]);
  const second = (now.events[i] & EVENT.matured) !== 0;
  now.matured[i] = second ? now.matured[i] + principal : principal;
  if (!second) now.renewed[i] = 0;
  now.events[i] |= EVENT.matured;
  if (!canPay(e.cash[i], interest, payables * e.scale[i])) {
    loans.left[row] = 0;
    loans.arrears[row] = 1;
    return;
  }
  e.cash[i] -= interest;
  postLender(tally, FLOW.interest, lender, LENDER_ENTRY.interest, interest);
  if (ownerGoesOn(m, i, row) && lenderGoesOn(m, i, row) && principalIsFound(m, i, row, payables))
    renew(m, i, row);
  else callLoan(m, i, row, payables);
}

/** An owner keeps the loan while it earns more than it costs. */
function ownerGoesOn({ world, lapseKey }: Maturity, i: number, row: number): boolean {
  const { enterprises: e, loans, input } = world;
  const mood =
    (uniform(lapseKey.k0, lapseKey.k1, e.id[i]) - 0.5) *
    2 *
    input.province.parameters['apply.returnSpread'][0];
  return e.returnOnCredit[i] + mood > loans.rate[row];
}

/** The lender reads the client again; a weak lender is more lenient, so that the loss need not show. */
function lenderGoesOn({ world, desk }: Maturity, i: number, row: number): boolean {
  const { loans, lenders, input, guarantors } = world;
  const p = input.province.parameters;
  const lender = loans.lender[row];
  const c = lenders.class[lender];
  const guarantor = loans.guarantor[row] - 1;
  if (guarantor >= 0 && guarantors.suspended[guarantor] === 1) return false;
  if (c === CLASS.digital && (world.enterprises.sources[i] & COMMERCIAL_SOURCES) === 0) return false;
  const secured = (loans.flags[row] & 1) !== 0;
  const covered = loans.covered[row];
  read(
    desk,
    { slot: i, lender, amount: loans.principal[row], added: 0, secured, covered, ownClient: row === i },
    quote,
  );
  const npl = lenders.loans[lender] > 0 ? lenders.nonPerforming[lender] / lenders.loans[lender] : 0;
  const weak = npl > p['lend.nplTolerance'][c] ? 1 + p['lend.evergreening'][0] : 1;
  return (
    quote.pd * quote.lgd * (1 - covered) <= 1.5 * weak * p['lend.cutoff'][c] * p['lend.lgdUnsecured'][c] &&
    quote.pd <= 4 * weak * p['lend.cutoff'][c]
  );
}

/** Unless renewal without repayment is offered, the principal has to be produced for a few days at a price. */
function principalIsFound(
  { world, tally, renewalKey, offered }: Maturity,
  i: number,
  row: number,
  payables: number,
): boolean {
  const { enterprises: e, loans, input, atlas } = world;
  const cell = e.cell[i];
  if (uniform(renewalKey.k0, renewalKey.k1, e.id[i]) < offered[cell]) return true;
  const cost = roundYuan(loans.principal[row] * input.province.parameters['lend.bridgeCost'][0]);
  if (!canPay(e.cash[i], cost, payables * e.scale[i])) return false;
  e.cash[i] -= cost;
  postPrefecture(tally, FLOW.bridgeCost, atlas.prefecture[cell], PREFECTURE_ENTRY.bridgeCost, cost);
  return true;
}

/** A new term at a new rate, and more money when the enterprise has grown into it. */
function renew(m: Maturity, i: number, row: number): void {
  const { world, tally, desk, trend, ratioKey, month } = m;
  const { enterprises: e, loans, lenders, input, now, shape } = world;
  const p = input.province.parameters;
  const lender = loans.lender[row];
  const c = lenders.class[lender];
  const principal = loans.principal[row];
  const other = row === i ? shape.capacity + i : i;
  const otherDebt = loans.lender[other] === 255 ? 0 : loans.principal[other];
  const wanted = Math.floor((targetDebt(world, i, ratioKey, trend) - otherDebt) / 1000) * 1000;
  const collateral = (e.traits[i] & TRAIT.collateral) !== 0;
  const ceiling = collateral
    ? p['lend.maxLine'][c]
    : loans.guarantor[row] > 0
      ? p['guarantee.maxLoan'][0]
      : p['lend.maxLoan'][c];
  const growth = p['lend.amortising'][c] > 0.5 ? Number.POSITIVE_INFINITY : 1.5 * principal;
  const next = Math.max(principal, Math.min(wanted, ceiling, growth));
  const covered = loans.covered[row];
  read(
    desk,
    {
      slot: i,
      lender,
      amount: next,
      added: next - principal,
      secured: (loans.flags[row] & 1) !== 0,
      covered,
      ownClient: row === i,
    },
    quote,
  );
  now.events[i] |= EVENT.renewed;
  now.renewed[i] += principal;
  noteLender(tally, lender, LENDER_ENTRY.checkCost, roundYuan(quote.checkCost * 0.3));
  loans.rate[row] = quote.rate;
  loans.left[row] = p['lend.term'][c];
  loans.origin[row] = month;
  const more =
    loans.guarantor[row] > 0 || lenders.roomThisMonth[lender] <= 0 ? 0 : Math.floor(next) - principal;
  if (more > 0) {
    changePrincipal(world, tally, row, principal + more);
    postLender(tally, FLOW.lent, lender, LENDER_ENTRY.lent, more);
    post(tally, FLOW.workingCapitalBought, more);
    e.capital[i] += more;
  }
  loans.pdBin[row] = Math.min(PD_BINS - 1, Math.floor(Math.sqrt(quote.pd) * PD_BINS));
  tally.granted[c * PD_BINS + loans.pdBin[row]]++;
  payFee(m, i, row);
}

function payFee({ world, tally }: Maturity, i: number, row: number): void {
  const { loans, enterprises: e } = world;
  if (loans.guarantor[row] === 0) return;
  const fee = roundYuan(loans.principal[row] * lever(world, 'guaranteeFee.rate')[e.cell[i]]);
  e.cash[i] -= fee;
  postGuarantor(tally, FLOW.guaranteeFee, loans.guarantor[row] - 1, GUARANTOR_ENTRY.fee, fee);
}

/** The loan ends: working capital is sold at a loss to pay it; what is missing is overdue. */
function callLoan(m: Maturity, i: number, row: number, payables: number): void {
  const { world, tally } = m;
  const { enterprises: e, loans, input } = world;
  const principal = loans.principal[row];
  const sold = Math.min(e.capital[i], principal);
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
