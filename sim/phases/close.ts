import { STATUS } from '../agents/enterprises.ts';
import { normalDensity, normalQuantile, roundYuan } from '../arithmetic.ts';
import { NO_INDEX } from '../birth.ts';
import { closeBooks } from '../books.ts';
import { lever } from '../conditions.ts';
import { CLAIM_AGES, grow, settleInCourt, sumFrom } from '../contracts/claims.ts';
import { DEFAULT_ARREARS, NO_LENDER } from '../contracts/loans.ts';
import { readDashboard } from '../dashboard.ts';
import { provincialClaimRate, reguaranteed, roomOf } from '../guarantors.ts';
import { FORK_MONTH, LENDER_CLASSES } from '../input.ts';
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
import { rememberFiles } from '../queues.ts';
import { indexOf, openDesk } from '../underwriting.ts';
import { COHORTS, PD_BINS, type World } from '../world.ts';
import { closeLenders } from './close-lenders.ts';
import type { Phase, Span } from './phase.ts';

/** Guarantors learn from claims from here on: in the years before, books are still filling and show too few. */
const FIRST_LESSON = FORK_MONTH + 1;

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

/**
 * A guarantor books fees, earnings, costs, recoveries and what counter-guarantors pay; how much it may write next month
 * follows. What treasuries owe counts at the part that has been arriving: arrears nobody pays are no assets. One that has
 * used up its plan waits; one that has used up its multiple or its cash has stopped.
 */
function closeGuarantors(world: World): void {
  const { guarantors, open, shape, input, claims } = world;
  const p = input.province.parameters;
  const claimRate = provincialClaimRate(world);
  const memory = p['guarantee.payoutMemory'][0];
  const court = lever(world, 'courtSpeed.months');
  for (let g = 0; g < shape.guarantors; g++) {
    const entry = (name: number) => open.guarantors[g * GUARANTOR_ENTRIES.length + name];
    const own = entry(GUARANTOR_ENTRY.payout) - entry(GUARANTOR_ENTRY.reguaranteed);
    const place = Math.max(0, guarantors.prefecture[g]);
    const settled = settleInCourt(claims.inCourt, g, Math.round(court[place]));
    grow(claims.inCourt, g);
    claims.inCourt[g * CLAIM_AGES] += own;
    const stoodGood = settleInCourt(claims.counterGuaranteed, g, Math.round(court[place]));
    grow(claims.counterGuaranteed, g);
    claims.counterGuaranteed[g * CLAIM_AGES] += entry(GUARANTOR_ENTRY.counterGuaranteed);
    const recovered = roundYuan(settled * p['guarantee.recovery'][0]);
    const cost = roundYuan((guarantors.outstanding[g] * p['guarantee.operatingCost'][0]) / 12);
    const earned = roundYuan((Math.max(0, guarantors.cash[g]) * p['guarantee.earnings'][0]) / 12);
    guarantors.claims[g] += own - settled;
    guarantors.cash[g] += recovered + stoodGood + earned - cost;
    post(open, FLOW.claimsRecovered, recovered);
    post(open, FLOW.counterGuarantee, stoodGood);
    post(open, FLOW.guarantorEarnings, earned);
    post(open, FLOW.guarantorCost, cost);
    const cash = guarantors.cash[g] + entry(GUARANTOR_ENTRY.fee) - own - entry(GUARANTOR_ENTRY.reviewCost);
    const outstanding =
      guarantors.outstanding[g] + entry(GUARANTOR_ENTRY.written) - entry(GUARANTOR_ENTRY.released);
    const liability =
      guarantors.liability[g] + entry(GUARANTOR_ENTRY.liabilityIn) - entry(GUARANTOR_ENTRY.liabilityOut);
    const yearly = (claims: number, atRisk: number) => (12 * claims) / Math.max(1, atRisk);
    const incurred = entry(GUARANTOR_ENTRY.called) + entry(GUARANTOR_ENTRY.pending) - guarantors.pending[g];
    const performing = liability * (1 - reguaranteed(world, g)) + own - guarantors.pending[g];
    guarantors.payoutRate[g] += (yearly(own, liability + own) - guarantors.payoutRate[g]) / memory;
    if (world.month + 1 >= FIRST_LESSON)
      guarantors.claimRate[g] += (yearly(incurred, performing) - guarantors.claimRate[g]) / memory;
    guarantors.pending[g] = entry(GUARANTOR_ENTRY.pending);
    guarantors.netAssets[g] =
      cash +
      Math.floor(guarantors.receivable[g] * guarantors.refund[g]) +
      roundYuan(guarantors.claims[g] * p['guarantee.recovery'][0]) +
      sumFrom(claims.counterGuaranteed, g, 0);
    const { byMultiple, toWrite } = roomOf(world, g, outstanding, liability, claimRate);
    guarantors.roomThisMonth[g] = toWrite;
    guarantors.suspended[g] = byMultiple === 0 || cash <= 0 ? 1 : 0;
  }
}

/** What the market remembers: approval by block, losses on failed customers, posted rates, cohorts of granted loans. */
function remember(world: World): void {
  const { blocks, open, shape, input, province } = world;
  const lossShare = input.province.parameters['trade.supplierLossShare'][0];
  const memory = input.province.parameters['apply.approvalMemory'][0];
  for (let b = 0; b < shape.blocks; b++) {
    const entry = (name: number) => open.blocks[b * BLOCK_ENTRIES.length + name];
    const asked = entry(BLOCK_ENTRY.asked);
    if (asked > 0) blocks.approval[b] += memory * (entry(BLOCK_ENTRY.granted) / asked - blocks.approval[b]);
    const sales = entry(BLOCK_ENTRY.sales);
    blocks.lossRate[b] = sales > 0 ? Math.min(0.05, (lossShare * blocks.unpaid[b]) / sales) : 0;
    blocks.unpaid[b] = entry(BLOCK_ENTRY.unpaid);
  }
  rememberRates(world);
  rememberFiles(world);
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
  const { lenders, open, shape, province, input } = world;
  const memory = input.province.parameters['lend.rateMemory'][0];
  const interest = new Float64Array(LENDER_CLASSES.length);
  const book = new Float64Array(LENDER_CLASSES.length);
  for (let l = 0; l < shape.licensed; l++) {
    interest[lenders.class[l]] += open.lenders[l * LENDER_ENTRIES.length + LENDER_ENTRY.interest];
    book[lenders.class[l]] += lenders.loans[l] - lenders.nonPerforming[l];
  }
  for (let c = 0; c < interest.length; c++)
    if (book[c] > 0)
      province.postedRate[c] += memory * ((12 * interest[c]) / book[c] - province.postedRate[c]);
}

function run(world: World): void {
  refit(world);
  closeGuarantors(world);
  readDashboard(world);
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
    { over: 'institutions', readsSums: true, run },
  ],
};
