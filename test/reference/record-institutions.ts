/** Counts that only institutions know. */
import { SECTORS } from '../../sim/input.ts';
import { add } from './counts.ts';
import { agrees } from './cover.ts';
import type { Block, Guarantor } from './institutions.ts';
import { PD_BINS } from './loan.ts';
import type { SlowWorld } from './world.ts';

export function recordInstitutions(world: SlowWorld, month: number): void {
  for (const guarantor of world.guarantors) recordGuarantor(world, guarantor);
  recordLenders(world);
  for (const { index, lastBooks } of world.prefectures) {
    addAt(world, index, 'subsidyReal', lastBooks.subsidy);
    addAt(world, index, 'endowmentReal', lastBooks.endowed);
  }
  for (const { index, lastBooks } of world.blocks) recordDeterred(world, index, lastBooks);
  recordAuc(world, month);
}

/** Counts in the province and, unless it serves everyone, in a prefecture. */
function addAt({ counts }: SlowWorld, prefecture: number, name: string, amount: number): void {
  add(counts[0], name, amount);
  if (prefecture >= 0) add(counts[1 + prefecture], name, amount);
}

function recordGuarantor(world: SlowWorld, g: Guarantor): void {
  const { lastBooks: b } = g;
  const { scale } = world.input;
  const counted: Record<string, number> = {
    guaranteeReal: g.outstanding,
    guaranteeLiabilityReal: g.liability,
    guarantorAssetsReal: g.netAssets,
    payoutsReal: b.payout - b.reguaranteed,
    arrearsReal: g.receivable,
    guarantorCashReal: g.cash,
    compensationReal: b.compensation,
    injectionReal: b.injected,
    guarantorsSuspended: Number(g.suspended),
    guaranteeRequests: b.requests / scale,
    guaranteeOwnLooks: b.ownLooks / scale,
    sharingDueReal: b.called + b.compensationDue,
    sharingPaidReal: b.payout - b.reguaranteed + Math.min(b.compensation, b.compensationDue),
    guaranteeRefusedInfo: b.refusedInfo / scale,
  };
  for (const [name, amount] of Object.entries(counted)) addAt(world, g.prefecture, name, amount);
}

function recordLenders(world: SlowWorld): void {
  const { lenders, counts, lastCosts } = world;
  for (const lender of lenders) {
    const { cash, loans, funding, provisions, lastBooks } = lender;
    add(counts[0], 'licensedLenders', Number(loans > 0));
    add(counts[0], 'agreeingLenders', Number(loans > 0 && agrees(world, lender)));
    add(counts[0], 'lenderLoansReal', loans);
    add(counts[0], 'lenderCapitalReal', cash + loans - funding - provisions);
    add(counts[0], 'lenderProfitReal', lastBooks.interest + lastBooks.tiedFee - lastBooks.writtenOff);
  }
  add(counts[0], 'lenderProfitReal', -lastCosts);
}

/** Owners who wanted credit and did not ask, by what kept them. */
function recordDeterred(world: SlowWorld, block: number, books: Block['lastBooks']): void {
  const prefecture = Math.floor(block / SECTORS.length);
  addAt(world, prefecture, 'fearedRefusalReal', books.fearedRefusal);
  addAt(world, prefecture, 'tooCumbersomeReal', books.tooCumbersome);
  addAt(world, prefecture, 'unawareReal', books.unaware);
}

/** How well PD ranked the loans granted twelve months ago: pairs of a good and a bad one in the right order. */
function recordAuc({ cohorts, counts, input }: SlowWorld, month: number): void {
  const cohort = cohorts.find((one) => one.month === month - 12);
  let [bad, good, concordant] = [0, 0, 0];
  for (let bin = 0; cohort && bin < PD_BINS; bin++) {
    let [granted, defaulted] = [0, 0];
    for (const byBin of cohort.granted) granted += byBin[bin];
    for (const byBin of cohort.defaulted) defaulted += byBin[bin];
    const paid = Math.max(0, granted - defaulted);
    concordant += defaulted * (good + paid / 2);
    bad += defaulted;
    good += paid;
  }
  add(counts[0], 'aucWeighted', concordant / input.scale / input.scale);
  add(counts[0], 'aucWeight', (bad / input.scale) * (good / input.scale));
}
