import { STATUS } from '../agents/enterprises.ts';
import { normalDensity, normalQuantile, roundYuan } from '../arithmetic.ts';
import { NO_INDEX } from '../birth.ts';
import { closeBooks } from '../books.ts';
import { CLASS, lever } from '../conditions.ts';
import { CLAIM_AGES, grow, settleInCourt } from '../contracts/claims.ts';
import { DEFAULT_ARREARS, NO_LENDER } from '../contracts/loans.ts';
import { LENDER_CLASSES } from '../input.ts';
import {
  BLOCK_ENTRIES,
  BLOCK_ENTRY,
  FIT_ENTRIES,
  FIT_ENTRY,
  FLOW,
  GUARANTOR_ENTRIES,
  GUARANTOR_ENTRY,
  LENDER_ENTRIES,
  LENDER_ENTRY,
  post,
} from '../ledger.ts';
import { modelUsers } from '../practice.ts';
import { indexOf, openDesk } from '../underwriting.ts';
import { COHORTS, PD_BINS, type World } from '../world.ts';
import type { Phase, Span } from './phase.ts';

/** A small lender may grow like one with this part of its class’s mean book. */
const LEAST_SHARE = 0.25;

/** Months of growth allowance a lender may save up. */
const CARRIED_MONTHS = 6;

/** Index values are summed as whole numbers. */
const FINE = 4096;

/** In December every borrower's year is looked back on, and the next one begins; an odd index marks a newcomer. */
function reviewYear(world: World, { from, to, tally }: Span): void {
  if ((world.month + 1) % 12 !== 11) return;
  const { enterprises: e, loans } = world;
  const desk = openDesk(world);
  for (let i = from; i < to; i++) {
    if (e.yearIndex[i] !== NO_INDEX && e.status[i] !== STATUS.empty) {
      const index = e.yearIndex[i];
      const at = (index & 1) * FIT_ENTRIES.length;
      tally.fit[at + FIT_ENTRY.borrowers]++;
      tally.fit[at + FIT_ENTRY.index] += index;
      tally.fit[at + FIT_ENTRY.indexSquared] += index * index;
      tally.fit[at + FIT_ENTRY.defaults] += e.yearDefault[i];
      tally.fit[at + FIT_ENTRY.defaultIndex] += e.yearDefault[i] * index;
    }
    const borrows =
      e.status[i] === STATUS.active && loans.lender[i] !== NO_LENDER && loans.arrears[i] < DEFAULT_ARREARS;
    const newcomer = e.history[i] < desk.newcomerMonths ? 1 : 0;
    e.yearIndex[i] = borrows ? (Math.round(indexOf(desk, i, 0, 0) * FINE) & ~1) | newcomer : NO_INDEX;
    e.yearDefault[i] = 0;
  }
}

/** Lenders fit default on the index once a year, for enterprises on record and for newcomers. */
function refit(world: World): void {
  if ((world.month + 1) % 12 !== 11) return;
  const { fit } = world.open;
  const sums = (group: number): Sums =>
    fit.slice(group * FIT_ENTRIES.length, (group + 1) * FIT_ENTRIES.length);
  const all = sums(0).map((value, k) => value + sums(1)[k]);
  const n = all[FIT_ENTRY.borrowers];
  const defaults = all[FIT_ENTRY.defaults];
  if (n === 0 || defaults === 0 || defaults >= n) return;
  const weight = world.input.province.parameters['lend.fitCredibility'][0];
  const { fitIntercept, fitCeiling, fitMean, fitSpread } = world.province;
  const ceiling = fitted(all, all, 0).ceiling;
  for (let k = 0; k < fitMean.length; k++) {
    const { mean, variance, probit } = fitted(sums(Math.floor(k / LENDER_CLASSES.length)), all, weight);
    fitCeiling[k] = ceiling;
    fitMean[k] = mean;
    fitSpread[k] = Math.sqrt(variance);
    fitIntercept[k] =
      ceiling * mean + probit * Math.sqrt(1 - ceiling * ceiling + ceiling * ceiling * variance);
  }
}

type Sums = Float64Array;

/**
 * Probit of default with a normal index, by moments: mean, variance and default rate of a group, each drawn towards that
 * of all by `weight` borrowers' worth (Bühlmann credibility n / (n + weight)); ceiling from the gap of defaulters' index.
 */
function fitted(group: Sums, all: Sums, weight: number) {
  const n = all[FIT_ENTRY.borrowers];
  const pull = weight / n;
  const total = (entry: number) => group[entry] + pull * all[entry];
  const borrowers = total(FIT_ENTRY.borrowers);
  const defaults = total(FIT_ENTRY.defaults);
  const mean = total(FIT_ENTRY.index) / borrowers / FINE;
  const variance = Math.max(0.01, total(FIT_ENTRY.indexSquared) / borrowers / FINE / FINE - mean * mean);
  const rate = defaults / borrowers;
  const probit = normalQuantile(rate);
  const gap =
    ((mean - total(FIT_ENTRY.defaultIndex) / defaults / FINE) * rate) / normalDensity(probit) / variance;
  const ceiling = Math.min(0.98, Math.max(0.05, gap / Math.sqrt(1 + gap * gap * Math.max(0, 1 - variance))));
  return { mean, variance, probit, ceiling };
}

/** A lender pays for funds, staff and checks, provides for bad loans, keeps its till level and pays out excess capital. */
function closeLenders(world: World): void {
  const { lenders, open, shape, input } = world;
  const p = input.province.parameters;
  const discount = lever(world, 'reserveDiscount.points');
  const classMeans = meanLoans(world);
  const models = modelUsers(world);
  found(world);
  for (let l = 0; l < shape.licensed; l++) {
    const c = lenders.class[l];
    const entry = (name: number) => open.lenders[l * LENDER_ENTRIES.length + name];
    const loans =
      lenders.loans[l] +
      entry(LENDER_ENTRY.lent) -
      entry(LENDER_ENTRY.repaid) -
      entry(LENDER_ENTRY.recovered) -
      entry(LENDER_ENTRY.payout) -
      entry(LENDER_ENTRY.writtenOff);
    const funding = roundYuan(
      (lenders.funding[l] * (p['lend.funding'][c] + world.effects.funding[0] - discount[l])) / 12,
    );
    const running = roundYuan((loans * p['lend.variableCost'][c]) / 12) + entry(LENDER_ENTRY.checkCost);
    pay(world, FLOW.fundingCost, l, funding);
    pay(world, FLOW.lenderCost, l, running);
    lenders.nonPerforming[l] = entry(LENDER_ENTRY.nonPerforming);
    lenders.provisions[l] = roundYuan(lenders.nonPerforming[l] * p['lend.provisionCover'][0]);
    const till =
      lenders.cash[l] +
      entry(LENDER_ENTRY.repaid) +
      entry(LENDER_ENTRY.interest) +
      entry(LENDER_ENTRY.recovered) +
      entry(LENDER_ENTRY.payout) -
      entry(LENDER_ENTRY.lent);
    const wanted = roundYuan(0.02 * loans);
    const raised = wanted - till;
    lenders.funding[l] += raised;
    pay(world, FLOW.fundsRaised, l, -raised);
    const equity = loans + wanted - lenders.funding[l] - lenders.provisions[l];
    const excess = equity - Math.max(lenders.founded[l], p['lend.capitalRatio'][c] * loans);
    const dividend = excess > 0 ? roundYuan(excess * 0.1) : 0;
    lenders.funding[l] += dividend;
    post(open, FLOW.fundsRaised, dividend);
    post(open, FLOW.dividends, dividend);
    const byCapital = (equity - dividend) / p['lend.capitalFloor'][c] - loans;
    const settled = lenders.founded[l] / p['lend.capitalRatio'][c];
    const allowance = (Math.max(loans, LEAST_SHARE * classMeans[c], settled) * p['lend.growthLimit'][c]) / 12;
    const used = loans - lenders.loans[l];
    lenders.growthRoom[l] = Math.min(
      CARRIED_MONTHS * allowance,
      Math.floor(lenders.growthRoom[l] + allowance - used),
    );
    lenders.roomThisMonth[l] = Math.floor(Math.min(byCapital, lenders.growthRoom[l]));
    const ratio = loans > 0 ? lenders.nonPerforming[l] / loans : 0;
    const early = models !== null && models[l] === 1 ? p['supervisionModelSwitch.tolerance'][0] : 1;
    const strain = ratio / (p['lend.nplTolerance'][c] * early) - 1;
    lenders.cutoff[l] = p['lend.cutoff'][c] * (strain > 0 ? Math.max(0.3, 1 - 0.5 * strain) : 1);
  }
}

/** Founders put in a relationship bank's capital when its presence grows; until it has borrowers it is placed with others. */
function found(world: World): void {
  const { lenders, shape, open, input } = world;
  const presence = lever(world, 'relationshipBanks.presence');
  for (let l = 0; l < shape.licensed; l++) {
    if (lenders.class[l] !== CLASS.relationship) continue;
    const full = input.province.parameters['relationshipBanks.capital'][0];
    const added = Math.max(
      0,
      roundYuan(full * presence[Math.max(0, lenders.prefecture[l])]) - lenders.founded[l],
    );
    lenders.founded[l] += added;
    lenders.cash[l] += added;
    post(open, FLOW.foundingCapital, added);
  }
}

/** Mean loans of a lender by class, yuan. */
function meanLoans({ lenders, shape }: World): Float64Array {
  const loans = new Float64Array(LENDER_CLASSES.length);
  const count = new Float64Array(LENDER_CLASSES.length);
  for (let l = 0; l < shape.licensed; l++) {
    loans[lenders.class[l]] += lenders.loans[l];
    count[lenders.class[l]]++;
  }
  return loans.map((sum, c) => (count[c] > 0 ? sum / count[c] : 0));
}

/** Money that leaves a lender's till. */
function pay(world: World, flow: number, lender: number, yuan: number): void {
  world.lenders.cash[lender] -= yuan;
  post(world.open, flow, flow === FLOW.fundsRaised ? -yuan : yuan);
}

/**
 * A guarantor books fees, earnings, costs and recoveries; how much it may write next month follows. What treasuries owe
 * counts at the part that has been arriving: arrears nobody pays are no assets.
 */
function closeGuarantors(world: World): void {
  const { guarantors, open, shape, input, claims } = world;
  const p = input.province.parameters;
  const multiple = lever(world, 'guaranteeCapital.multiple');
  const court = lever(world, 'courtSpeed.months');
  for (let g = 0; g < shape.guarantors; g++) {
    const entry = (name: number) => open.guarantors[g * GUARANTOR_ENTRIES.length + name];
    const own = entry(GUARANTOR_ENTRY.payout) - entry(GUARANTOR_ENTRY.reguaranteed);
    const place = Math.max(0, guarantors.prefecture[g]);
    const settled = settleInCourt(claims.inCourt, g, Math.round(court[place]));
    grow(claims.inCourt, g);
    claims.inCourt[g * CLAIM_AGES] += own;
    const recovered = roundYuan(settled * p['guarantee.recovery'][0]);
    const cost = roundYuan((guarantors.outstanding[g] * p['guarantee.operatingCost'][0]) / 12);
    const earned = roundYuan((Math.max(0, guarantors.cash[g]) * p['guarantee.earnings'][0]) / 12);
    guarantors.claims[g] += own - settled;
    guarantors.cash[g] += recovered + earned - cost;
    post(open, FLOW.claimsRecovered, recovered);
    post(open, FLOW.guarantorEarnings, earned);
    post(open, FLOW.guarantorCost, cost);
    const cash = guarantors.cash[g] + entry(GUARANTOR_ENTRY.fee) - own - entry(GUARANTOR_ENTRY.reviewCost);
    const outstanding =
      guarantors.outstanding[g] + entry(GUARANTOR_ENTRY.written) - entry(GUARANTOR_ENTRY.released);
    const liability =
      guarantors.liability[g] + entry(GUARANTOR_ENTRY.liabilityIn) - entry(GUARANTOR_ENTRY.liabilityOut);
    guarantors.payoutRate[g] += ((12 * own) / Math.max(1, liability + own) - guarantors.payoutRate[g]) / 12;
    guarantors.netAssets[g] =
      cash +
      Math.floor(guarantors.receivable[g] * guarantors.refund[g]) +
      roundYuan(guarantors.claims[g] * p['guarantee.recovery'][0]);
    guarantors.roomThisMonth[g] = Math.max(
      0,
      Math.floor(guarantors.netAssets[g] * multiple[place] - outstanding),
    );
    guarantors.suspended[g] = guarantors.roomThisMonth[g] === 0 || cash <= 0 ? 1 : 0;
  }
}

/** What the market remembers: approval by block, losses on failed customers, posted rates, cohorts of granted loans. */
function remember(world: World): void {
  const { blocks, open, shape, input, province } = world;
  const lossShare = input.province.parameters['trade.supplierLossShare'][0];
  for (let b = 0; b < shape.blocks; b++) {
    const entry = (name: number) => open.blocks[b * BLOCK_ENTRIES.length + name];
    const asked = entry(BLOCK_ENTRY.asked);
    if (asked > 0) blocks.approval[b] += 0.1 * (entry(BLOCK_ENTRY.granted) / asked - blocks.approval[b]);
    const sales = entry(BLOCK_ENTRY.sales);
    blocks.lossRate[b] = sales > 0 ? Math.min(0.05, (lossShare * blocks.unpaid[b]) / sales) : 0;
    blocks.unpaid[b] = entry(BLOCK_ENTRY.unpaid);
  }
  rememberRates(world);
  const width = LENDER_CLASSES.length * PD_BINS;
  const month = world.month + 1;
  province.cohortGranted.set(open.granted, (month % COHORTS) * width);
  province.cohortDefaulted.fill(0, (month % COHORTS) * width, ((month % COHORTS) + 1) * width);
  for (let lag = 0; lag < COHORTS; lag++) {
    const at = ((month - lag + COHORTS * 100) % COHORTS) * width;
    for (let k = 0; k < width; k++) province.cohortDefaulted[at + k] += open.defaulted[lag * width + k];
  }
}

/** Posted rate of a class: what its book earned this month, remembered slowly. */
function rememberRates(world: World): void {
  const { lenders, open, shape, province } = world;
  const interest = new Float64Array(LENDER_CLASSES.length);
  const book = new Float64Array(LENDER_CLASSES.length);
  for (let l = 0; l < shape.licensed; l++) {
    interest[lenders.class[l]] += open.lenders[l * LENDER_ENTRIES.length + LENDER_ENTRY.interest];
    book[lenders.class[l]] += lenders.loans[l] - lenders.nonPerforming[l];
  }
  for (let c = 0; c < interest.length; c++)
    if (book[c] > 0) province.postedRate[c] += 0.1 * ((12 * interest[c]) / book[c] - province.postedRate[c]);
}

function run(world: World): void {
  refit(world);
  closeGuarantors(world);
  closeLenders(world);
  remember(world);
  closeBooks(world);
}

export const closeMonth: Phase = {
  name: 'lenders and guarantors close the month',
  does: {
    en: 'Lenders and guarantors book the month, provide for losses, learn from the year, and see how much they may write next.',
    zh: '贷款与担保机构结账、计提、总结全年经验，并据此确定下月可投放规模。',
  },
  steps: [
    { over: 'enterprises', run: reviewYear },
    { over: 'institutions', run },
  ],
};
