/** Counts that only institutions know, for the province and its prefectures. */
import { agreeingLenders } from '../guarantors.ts';
import { LENDER_CLASSES, SECTORS } from '../input.ts';
import {
  BLOCK_ENTRIES,
  BLOCK_ENTRY,
  FLOW,
  GUARANTOR_ENTRIES,
  GUARANTOR_ENTRY,
  LENDER_ENTRIES,
  LENDER_ENTRY,
  PREFECTURE_ENTRIES,
  PREFECTURE_ENTRY,
} from '../ledger.ts';
import { COHORTS, PD_BINS, type World } from '../world.ts';
import { COUNT, COUNTERS } from './counters.ts';

export function recordInstitutions(world: World): void {
  recordGuarantors(world);
  recordLenders(world);
  recordTreasuries(world);
  recordDeterred(world);
  recordAuc(world);
}

const WIDTH = COUNTERS.length;

/** Adds to a counter, one of `COUNT`. */
function add(world: World, group: number, counter: number, amount: number): void {
  world.counts[group * WIDTH + counter] += amount;
}

/** Adds to the province and, unless it serves everyone, to a prefecture. */
function addPlace(world: World, prefecture: number, counter: number, amount: number): void {
  add(world, 0, counter, amount);
  if (prefecture >= 0) add(world, 1 + prefecture, counter, amount);
}

function recordGuarantors(world: World): void {
  const { guarantors, closed, shape, input } = world;
  for (let g = 0; g < shape.guarantors; g++) {
    const place = guarantors.prefecture[g];
    const entry = (name: number) => closed.guarantors[g * GUARANTOR_ENTRIES.length + name];
    addPlace(world, place, COUNT.guaranteeReal, guarantors.outstanding[g]);
    addPlace(world, place, COUNT.guaranteeLiabilityReal, guarantors.liability[g]);
    addPlace(world, place, COUNT.guarantorAssetsReal, guarantors.netAssets[g]);
    addPlace(world, place, COUNT.guarantorCashReal, guarantors.cash[g]);
    addPlace(
      world,
      place,
      COUNT.payoutsReal,
      entry(GUARANTOR_ENTRY.payout) - entry(GUARANTOR_ENTRY.reguaranteed),
    );
    addPlace(world, place, COUNT.arrearsReal, guarantors.receivable[g]);
    addPlace(world, place, COUNT.compensationReal, entry(GUARANTOR_ENTRY.compensation));
    addPlace(world, place, COUNT.injectionReal, entry(GUARANTOR_ENTRY.injected));
    addPlace(world, place, COUNT.guarantorsSuspended, guarantors.suspended[g]);
    addPlace(world, place, COUNT.guaranteeRequests, entry(GUARANTOR_ENTRY.requests) / input.scale);
    addPlace(world, place, COUNT.guaranteeOwnLooks, entry(GUARANTOR_ENTRY.ownLooks) / input.scale);
    addPlace(
      world,
      place,
      COUNT.sharingDueReal,
      entry(GUARANTOR_ENTRY.called) + entry(GUARANTOR_ENTRY.compensationDue),
    );
    addPlace(
      world,
      place,
      COUNT.sharingPaidReal,
      entry(GUARANTOR_ENTRY.payout) -
        entry(GUARANTOR_ENTRY.reguaranteed) +
        Math.min(entry(GUARANTOR_ENTRY.compensation), entry(GUARANTOR_ENTRY.compensationDue)),
    );
    addPlace(world, place, COUNT.guaranteeRefusedInfo, entry(GUARANTOR_ENTRY.refusedInfo) / input.scale);
  }
}

function recordLenders(world: World): void {
  const { lenders, closed, shape } = world;
  const agreeing = agreeingLenders(world);
  for (let l = 0; l < shape.licensed; l++) {
    add(world, 0, COUNT.licensedLenders, lenders.loans[l] > 0 ? 1 : 0);
    add(world, 0, COUNT.agreeingLenders, lenders.loans[l] > 0 ? agreeing[l] : 0);
    const entry = (name: number) => closed.lenders[l * LENDER_ENTRIES.length + name];
    const equity = lenders.cash[l] + lenders.loans[l] - lenders.funding[l] - lenders.provisions[l];
    add(world, 0, COUNT.lenderLoansReal, lenders.loans[l]);
    add(world, 0, COUNT.lenderCapitalReal, equity);
    add(
      world,
      0,
      COUNT.lenderProfitReal,
      entry(LENDER_ENTRY.interest) + entry(LENDER_ENTRY.tiedFee) - entry(LENDER_ENTRY.writtenOff),
    );
  }
  add(world, 0, COUNT.lenderProfitReal, -closed.flows[FLOW.fundingCost] - closed.flows[FLOW.lenderCost]);
}

function recordTreasuries(world: World): void {
  for (let k = 0; k < world.shape.prefectures; k++) {
    const entry = (name: number) => world.closed.prefectures[k * PREFECTURE_ENTRIES.length + name];
    addPlace(world, k, COUNT.subsidyReal, entry(PREFECTURE_ENTRY.subsidy));
    addPlace(world, k, COUNT.endowmentReal, entry(PREFECTURE_ENTRY.endowed));
  }
}

/** Owners who wanted credit and did not ask, by what kept them. */
function recordDeterred(world: World): void {
  const { closed, shape } = world;
  for (let b = 0; b < shape.blocks; b++) {
    const at = b * BLOCK_ENTRIES.length;
    const place = Math.floor(b / SECTORS.length);
    addPlace(world, place, COUNT.fearedRefusalReal, closed.blocks[at + BLOCK_ENTRY.fearedRefusal]);
    addPlace(world, place, COUNT.tooCumbersomeReal, closed.blocks[at + BLOCK_ENTRY.tooCumbersome]);
    addPlace(world, place, COUNT.unawareReal, closed.blocks[at + BLOCK_ENTRY.unaware]);
  }
}

/** AUC of lenders' PD at application against default, for loans granted twelve months ago; per class for `lender` groups. */
function recordAuc(world: World): void {
  const { province, groups } = world;
  const month = world.month + 1;
  const oldest = (month + 1) % COHORTS;
  const firstLender = groups.findIndex((group) => group.dimension === 'lender');
  const pooled = { granted: new Float64Array(PD_BINS), defaulted: new Float64Array(PD_BINS) };
  for (let c = 0; c < LENDER_CLASSES.length; c++) {
    const at = (oldest * LENDER_CLASSES.length + c) * PD_BINS;
    const granted = province.cohortGranted.subarray(at, at + PD_BINS);
    const defaulted = province.cohortDefaulted.subarray(at, at + PD_BINS);
    for (let bin = 0; bin < PD_BINS; bin++) {
      pooled.granted[bin] += granted[bin];
      pooled.defaulted[bin] += defaulted[bin];
    }
    if (firstLender >= 0) setAuc(world, firstLender + c, granted, defaulted);
  }
  setAuc(world, 0, pooled.granted, pooled.defaulted);
}

function setAuc(world: World, group: number, granted: Float64Array, defaulted: Float64Array): void {
  let bad = 0;
  let good = 0;
  let concordant = 0;
  for (let bin = 0; bin < PD_BINS; bin++) {
    const badHere = defaulted[bin];
    const goodHere = Math.max(0, granted[bin] - badHere);
    concordant += badHere * (good + goodHere / 2);
    bad += badHere;
    good += goodHere;
  }
  const { scale } = world.input;
  add(world, group, COUNT.aucWeighted, concordant / scale / scale);
  add(world, group, COUNT.aucWeight, (bad / scale) * (good / scale));
}
