import { clamp, shareOf } from '../arithmetic.ts';
import { lever } from '../conditions.ts';
import { isInsurer } from '../contracts/backing.ts';
import { changePrincipal, closeLoan, releaseGuarantor } from '../contracts/lending.ts';
import { DEFAULT_ARREARS, LOAN, NO_LENDER } from '../contracts/loans.ts';
import { forEachOverdue } from '../contracts/overdue.ts';
import { partStoodGood } from '../counter-guarantee.ts';
import { pledgedLoss } from '../decisions/pledge.ts';
import { splitLoss } from '../decisions/waterfall.ts';
import { owedOn, reguaranteed } from '../guarantors.ts';
import {
  CALL,
  FLOW,
  GUARANTOR_ENTRIES,
  GUARANTOR_ENTRY,
  LENDER_ENTRY,
  noteCall,
  noteGuarantor,
  noteLender,
  post,
  postGuarantor,
  postLender,
  type Tally,
} from '../ledger.ts';
import { openPledges, type Pledges, pledgeOf } from '../pledges.ts';
import { type DrawKey, drawKey, pairNormal, STREAMS } from '../random.ts';
import type { World } from '../world.ts';
import {
  callFund,
  callInsurer,
  measureFunds,
  payFromFund,
  payFromInsurer,
  writeOffMonths,
} from './backing.ts';
import { measureLastPayers } from './last-payers.ts';
import type { Phase, Span } from './phase.ts';

/** What guarantors, funds and insurers have to pay this month is added up first, so that means are shared fairly. */
function callBackers(world: World, span: Span): void {
  const { tally } = span;
  const wait = lever(world, 'claimsProcedure.payoutMonths');
  const writeOff = writeOffMonths(world);
  const insurerWait = world.input.province.parameters['loanGuaranteeInsurance.waitMonths'][0];
  forEachOverdue(world, span, (row, i) => {
    if (world.loans.arrears[row] < DEFAULT_ARREARS) return;
    callGuarantor(world, tally, row, i, wait);
    callFund(world, tally, row, i, writeOff);
    callInsurer(world, tally, row, insurerWait);
  });
}

/** Adds what the guarantor of a defaulted loan owes, once its time has come. */
function callGuarantor(world: World, tally: Tally, row: number, i: number, wait: Float64Array): void {
  const { loans, enterprises, atlas } = world;
  if (loans.guarantor[row] === 0) return;
  if (loans.arrears[row] < DEFAULT_ARREARS + wait[atlas.prefecture[enterprises.cell[i]]]) return;
  const guarantor = loans.guarantor[row] - 1;
  const owed = owedOn(world, row);
  noteGuarantor(tally, guarantor, GUARANTOR_ENTRY.called, owed.guarantor);
  noteGuarantor(tally, guarantor, GUARANTOR_ENTRY.ceded, owed.reguarantor);
  noteCall(tally, CALL.reguarantor, owed.reguarantor);
}

/** What part of what is called each guarantor can pay: min(1, cash / called). Banks remember it. */
function measureMeans(world: World): void {
  const { guarantors, guarantorMeans, open, shape, input } = world;
  const memory = input.province.parameters['guarantee.trustMemory'][0];
  for (let g = 0; g < shape.guarantors; g++) {
    const called = open.guarantors[g * GUARANTOR_ENTRIES.length + GUARANTOR_ENTRY.called];
    guarantorMeans[g] = called > 0 ? clamp(guarantors.cash[g] / called, 0, 1) : 1;
    if (called > 0) guarantors.trust[g] += memory * (guarantorMeans[g] - guarantors.trust[g]);
  }
}

function measure(world: World): void {
  measureLastPayers(world);
  measureMeans(world);
  measureFunds(world);
}

/** How long what has been lost waits, and what it brings back; gathered once for the span. */
interface Settlement {
  readonly world: World;
  readonly tally: Tally;
  readonly wait: Float64Array;
  readonly court: Float64Array;
  readonly writeOff: Float64Array;
  readonly insurerWait: number;
  readonly pledges: Pledges | null;
  readonly recoveryKey: DrawKey;
}

function settleLoans(world: World, span: Span): void {
  const { tally } = span;
  const settlement = {
    world,
    tally,
    wait: lever(world, 'claimsProcedure.payoutMonths'),
    court: lever(world, 'courtSpeed.months'),
    writeOff: writeOffMonths(world),
    insurerWait: world.input.province.parameters['loanGuaranteeInsurance.waitMonths'][0],
    pledges: openPledges(world),
    recoveryKey: drawKey(world.input.seed, STREAMS.recovery, -1),
  };
  forEachOverdue(world, span, (row, i) => {
    if (world.loans.arrears[row] >= DEFAULT_ARREARS) settleDefault(settlement, row, i);
    noteLevels(world, tally, row);
    notePending(world, tally, row);
  });
}

/** A defaulted loan: the guarantor pays, the court rules, the fund pays and the bank writes off, the insurer pays. */
function settleDefault(settlement: Settlement, row: number, i: number): void {
  const { world, tally, wait, court, writeOff, insurerWait, pledges, recoveryKey } = settlement;
  const { loans, enterprises, atlas } = world;
  const place = atlas.prefecture[enterprises.cell[i]];
  const late = loans.arrears[row] - DEFAULT_ARREARS;
  if (loans.guarantor[row] > 0 && late >= wait[place]) payOut(world, tally, i, row);
  if (loans.lender[row] === NO_LENDER) return;
  if ((loans.flags[row] & LOAN.judged) === 0 && late >= court[place])
    recover(world, tally, i, row, recoveryKey, pledges);
  else if (late >= writeOff[place]) {
    payFromFund(world, tally, row, place);
    writeLoanOff(world, tally, i, row);
  }
  if (loans.lender[row] !== NO_LENDER && isInsurer(loans.backer[row]) && late >= insurerWait)
    payFromInsurer(world, tally, row);
}

/**
 * The guarantee side pays its part, and the borrower's record is bad. What the re-guarantor cannot pay falls on the
 * guarantor, what the guarantor cannot pay stays with the bank, and the contract ends. Whoever stands good for the loan
 * owes the guarantor part of what it paid itself; the rest is the guarantor's.
 */
function payOut(world: World, tally: Tally, i: number, row: number): void {
  const { loans, guarantorMeans, callMeans } = world;
  const guarantor = loans.guarantor[row] - 1;
  const principal = loans.principal[row];
  const share = reguaranteed(world, guarantor);
  const full = splitLoss(
    principal,
    loans.covered[row],
    share,
    Number.MAX_SAFE_INTEGER,
    callMeans[CALL.reguarantor],
  );
  const own = shareOf(full.guarantor, guarantorMeans[guarantor]);
  const paid = own + full.reguarantor;
  const stoodGood = shareOf(own, partStoodGood(world, loans.backer[row]));
  post(tally, FLOW.reguarantee, full.reguarantor);
  noteGuarantor(tally, guarantor, GUARANTOR_ENTRY.reguaranteed, full.reguarantor);
  noteGuarantor(tally, guarantor, GUARANTOR_ENTRY.counterGuaranteed, stoodGood);
  postGuarantor(tally, FLOW.payout, guarantor, GUARANTOR_ENTRY.payout, paid);
  noteLender(tally, loans.lender[row], LENDER_ENTRY.payout, paid);
  world.enterprises.bad[i] = 1;
  releaseGuarantor(world, tally, row);
  changePrincipal(world, tally, row, principal - paid);
  if (loans.principal[row] === 0) closeLoan(world, tally, row);
}

/** Loss given default on a loan by what secures it. */
function lossOf({ loans, lenders, input }: World, i: number, row: number, pledges: Pledges | null): number {
  const p = input.province.parameters;
  const c = lenders.class[loans.lender[row]];
  const flags = loans.flags[row];
  if ((flags & LOAN.secured) !== 0) return p['lend.lgdSecured'][c];
  const worth = (flags & LOAN.pledged) !== 0 ? pledgeOf(pledges, i) : 0;
  return pledgedLoss(p['lend.lgdUnsecured'][c], p['lend.lgdSecured'][c], worth);
}

/** The court has ruled: part of what is left comes back from what the enterprise owned. */
function recover(
  world: World,
  tally: Tally,
  i: number,
  row: number,
  key: DrawKey,
  pledges: Pledges | null,
): void {
  const { loans, input, enterprises: e } = world;
  const p = input.province.parameters;
  const mean = 1 - lossOf(world, i, row, pledges);
  loans.flags[row] |= LOAN.judged;
  const rate = clamp(
    mean + p['lend.recovery'][0] * pairNormal(key.k0, key.k1, e.id[i], loans.origin[row]),
    0,
    1,
  );
  const amount = shareOf(loans.principal[row], rate);
  e.capital[i] -= Math.min(e.capital[i], amount);
  postLender(tally, FLOW.recovered, loans.lender[row], LENDER_ENTRY.recovered, amount);
  changePrincipal(world, tally, row, loans.principal[row] - amount);
  if (loans.principal[row] === 0) closeLoan(world, tally, row);
}

function writeLoanOff(world: World, tally: Tally, i: number, row: number): void {
  const { loans, enterprises: e } = world;
  e.bad[i] = 1;
  if (loans.lender[row] === NO_LENDER) return;
  noteLender(tally, loans.lender[row], LENDER_ENTRY.writtenOff, loans.principal[row]);
  closeLoan(world, tally, row);
}

/** Levels lenders look at when they close the month. */
function noteLevels({ loans }: World, tally: Tally, row: number): void {
  const lender = loans.lender[row];
  if (lender === NO_LENDER) return;
  noteLender(tally, lender, LENDER_ENTRY.overdue, loans.principal[row]);
  if (loans.arrears[row] >= DEFAULT_ARREARS)
    noteLender(tally, lender, LENDER_ENTRY.nonPerforming, loans.principal[row]);
}

/** What is in default and not called for yet is a claim its guarantor has incurred; it plans by those. */
function notePending(world: World, tally: Tally, row: number): void {
  const { loans } = world;
  if (loans.guarantor[row] === 0 || loans.arrears[row] < DEFAULT_ARREARS) return;
  noteGuarantor(tally, loans.guarantor[row] - 1, GUARANTOR_ENTRY.pending, owedOn(world, row).guarantor);
}

export const settle: Phase = {
  name: 'settle',
  does: {
    en: 'Guarantors pay what they owe as far as their means reach, courts bring back part of the rest, and what is lost is written off.',
    zh: '担保机构在财力范围内代偿，法院追回部分剩余债权，其余核销。',
  },
  steps: [
    { over: 'enterprises', run: callBackers },
    { over: 'institutions', readsSums: true, run: measure },
    { over: 'enterprises', run: settleLoans },
  ],
};
