/** What insurers and risk funds take in, owe and pay. */
import { roundYuan, shareOf } from '../arithmetic.ts';
import { backedSteps, layersOf, premiumOf } from '../backing.ts';
import { lever } from '../conditions.ts';
import { BACKED_STEPS, BACKER, FUND, fundOf, isFund, isInsurer } from '../contracts/backing.ts';
import { paidForTerm } from '../contracts/charges.ts';
import { changePrincipal, closeLoan } from '../contracts/lending.ts';
import { DEFAULT_ARREARS, LOAN } from '../contracts/loans.ts';
import { AMPLE, splitClaim } from '../decisions/backing.ts';
import {
  CALL,
  FLOW,
  FUND_ENTRIES,
  FUND_ENTRY,
  LENDER_ENTRY,
  noteCall,
  noteFund,
  noteLender,
  PREFECTURE_ENTRY,
  post,
  postPrefecture,
  type Tally,
} from '../ledger.ts';
import { whileLeversStand } from '../standing.ts';
import { spend } from '../treasury.ts';
import type { World } from '../world.ts';

/** The enterprise pays its insurer's premium for all months of the term that begins, or its park's contribution for the term. */
export function payForBacking(world: World, tally: Tally, i: number, row: number): void {
  const { loans, enterprises: e, atlas } = world;
  const backer = loans.backer[row];
  if (!isInsurer(backer) && backer !== BACKER.parkFund) return;
  const cell = e.cell[i];
  const paid = isInsurer(backer)
    ? paidForTerm(loans.principal[row], premiumOf(world, backer, cell), loans.left[row])
    : roundYuan(loans.principal[row] * lever(world, 'parkRiskFund.contribution')[cell]);
  e.cash[i] -= paid;
  post(tally, isInsurer(backer) ? FLOW.loanInsurancePremium : FLOW.parkContribution, paid);
  if (backer === BACKER.parkFund)
    noteFund(tally, fundOf(backer, atlas.prefecture[cell]), FUND_ENTRY.contributed, paid);
}

/** Part of what a lender loses on a loan that its backer owes, whole yuan. */
const claimOn = (world: World, row: number): number =>
  shareOf(world.loans.principal[row], backedSteps(world, row) / BACKED_STEPS);

/** Months after default at which a loan is written off in each prefecture: when the court has ruled and time is up. */
export const writeOffMonths = whileLeversStand((world): Float64Array => {
  const months = world.input.province.parameters['lend.writeOffMonths'][0];
  return lever(world, 'courtSpeed.months').map((court) => (court > months ? court : months));
});

/** Adds what the fund behind a loan that is written off this month has to pay, and the layers beside it. */
export function callFund(world: World, tally: Tally, row: number, i: number, writeOff: Float64Array): void {
  const { loans, enterprises, atlas } = world;
  const backer = loans.backer[row];
  if (!isFund(backer)) return;
  const place = atlas.prefecture[enterprises.cell[i]];
  if ((loans.flags[row] & LOAN.judged) === 0 || loans.arrears[row] - DEFAULT_ARREARS < writeOff[place])
    return;
  const { fiscal, guarantee } = layersOf(world, backer);
  const owed = splitClaim(claimOn(world, row), fiscal, guarantee, AMPLE);
  noteFund(tally, fundOf(backer, place), FUND_ENTRY.called, owed.fund);
  noteCall(tally, CALL.reguarantor, owed.guarantee);
  noteCall(tally, CALL.insuredLoans, owed.insurer);
}

/** Adds what the insurer of a loan that has waited so many months is asked; what a court brings this month is not yet known. */
export function callInsurer(world: World, tally: Tally, row: number, wait: number): void {
  const { backer, arrears } = world.loans;
  if (!isInsurer(backer[row]) || arrears[row] - DEFAULT_ARREARS < wait) return;
  noteCall(tally, CALL.insuredLoans, claimOn(world, row));
}

/** What part of what is asked each fund can pay: min(1, money / asked). Lenders remember it. */
export function measureFunds(world: World): void {
  const { funds, fundMeans, open, shape, input } = world;
  const memory = input.province.parameters['guarantee.trustMemory'][0];
  for (let k = 0; k < shape.funds; k++) {
    const called = open.funds[k * FUND_ENTRIES.length + FUND_ENTRY.called];
    const cash = funds.cash[k] + open.funds[k * FUND_ENTRIES.length + FUND_ENTRY.contributed];
    fundMeans[k] = called > 0 ? Math.max(0, Math.min(1, cash / called)) : 1;
    if (called > 0) funds.trust[k] += memory * (fundMeans[k] - funds.trust[k]);
  }
}

/** A fund pays its part of a loss the court has left, as far as its money goes; guarantee and insurance layers pay theirs alike. */
export function payFromFund(world: World, tally: Tally, row: number, prefecture: number): void {
  const { loans, fundMeans, callMeans } = world;
  const backer = loans.backer[row];
  if (!isFund(backer)) return;
  const { fiscal, guarantee } = layersOf(world, backer);
  const fund = fundOf(backer, prefecture);
  const paid = splitClaim(claimOn(world, row), fiscal, guarantee, {
    fund: fundMeans[fund],
    guarantee: callMeans[CALL.reguarantor],
    insurer: callMeans[CALL.insuredLoans],
  });
  post(tally, FLOW.fundPayout, paid.fund);
  noteFund(tally, fund, FUND_ENTRY.paid, paid.fund);
  post(tally, FLOW.technologyGuarantee, paid.guarantee);
  post(tally, FLOW.loanInsurancePayout, paid.insurer);
  reduce(world, tally, row, paid.fund + paid.guarantee + paid.insurer);
}

/** An insurer pays its part of what is owed, once, as far as insurers' money goes; the rest stays with the bank. */
export function payFromInsurer(world: World, tally: Tally, row: number): void {
  const paid = shareOf(claimOn(world, row), world.callMeans[CALL.insuredLoans]);
  post(tally, FLOW.loanInsurancePayout, paid);
  world.loans.backer[row] = BACKER.none;
  world.loans.covered[row] = 0;
  reduce(world, tally, row, paid);
}

function reduce(world: World, tally: Tally, row: number, paid: number): void {
  const { loans } = world;
  noteLender(tally, loans.lender[row], LENDER_ENTRY.payout, paid);
  changePrincipal(world, tally, row, loans.principal[row] - paid);
  if (loans.principal[row] === 0) closeLoan(world, tally, row);
}

/** Yuan a year for the pool, yuan for the fiscal layer for technology, and prefectures whose parks have members. */
const promised = whileLeversStand((world) => {
  const { shape } = world;
  const shared = meanOf(lever(world, 'techRiskSharing.share')) > 0;
  const members = lever(world, 'parkRiskFund.members');
  const cells = shape.cells / shape.prefectures;
  return {
    topUp: meanOf(lever(world, 'riskPool.topUp')),
    budget: shared ? meanOf(lever(world, 'techRiskSharing.budget')) : 0,
    withTenants: Array.from({ length: shape.prefectures }, (_, k) =>
      members.subarray(k * cells, (k + 1) * cells).some((one) => one > 0),
    ),
  };
});

/** Treasuries add to the pools, found the fiscal layer for technology each January, and park operators found their funds. */
export function fillFunds(world: World): void {
  const { funds, shape, input, month } = world;
  const p = input.province.parameters;
  const { topUp, budget, withTenants } = promised(world);
  add(world, FUND.riskPool, roundYuan(topUp / 12));
  if ((month + 1) % 12 === 0 || funds.founded[FUND.technology] === 0) {
    const missing = Math.max(0, roundYuan(budget - funds.cash[FUND.technology]));
    add(world, FUND.technology, missing);
    funds.founded[FUND.technology] += missing;
  }
  for (let k = 0; k < shape.prefectures; k++) {
    const fund = FUND.parks + k;
    if (funds.founded[fund] > 0 || !withTenants[k]) continue;
    const put = roundYuan(p['parkRiskFund.endowment'][0]);
    funds.founded[fund] = put;
    funds.cash[fund] += put;
    post(world.open, FLOW.parkEndowment, put);
  }
}

const meanOf = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Public money for a fund: the prefectures put in equal parts, the first of them the odd yuan. */
function add(world: World, fund: number, yuan: number): void {
  if (yuan === 0) return;
  const { funds, shape, open } = world;
  funds.cash[fund] += yuan;
  const each = Math.floor(yuan / shape.prefectures);
  for (let k = 0; k < shape.prefectures; k++) {
    const part = k === 0 ? yuan - each * (shape.prefectures - 1) : each;
    postPrefecture(open, FLOW.fundEndowment, k, PREFECTURE_ENTRY.endowed, part);
    spend(world, k, part);
  }
}
