/** A lender closes its month: costs, provisions, till, capital, licence, growth room and cut-off of the next. */
import { roundYuan } from '../arithmetic.ts';
import { lenderBook, lenderTill } from '../books.ts';
import { joiners } from '../co-lending.ts';
import { CLASS, lever } from '../conditions.ts';
import { remembered } from '../decisions/queue.ts';
import { fundingSaved } from '../incentives.ts';
import { LENDER_CLASSES } from '../input.ts';
import { FLOW, LENDER_ENTRIES, LENDER_ENTRY, post } from '../ledger.ts';
import { LICENCE_GONE, weakMonths } from '../licence.ts';
import { outletCosts } from '../outlets.ts';
import { modelUsers } from '../practice.ts';
import { whileLeversStand } from '../standing.ts';
import type { World } from '../world.ts';

/** What closing depends on, gathered once a month. */
interface Closing {
  readonly world: World;
  readonly saved: Float64Array;
  readonly means: Float64Array;
  readonly models: Uint8Array | null;
  readonly joiners: Uint8Array | null;
  /** Yuan of new outlets and of officers' rounds by lender; null while there are none. */
  readonly outlets: Float64Array | null;
  readonly refinancing: number;
  readonly quota: Float64Array;
  readonly topUp: Float64Array;
  readonly asked: Float64Array;
  /** Points added to the non-performing ratio a lender tolerates. */
  readonly leeway: Float64Array;
}

const mostSaved = whileLeversStand((world): number =>
  lever(world, 'refinancing.points').reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY),
);

/** Every lender books the month, on the open books of all parts. */
export function closeLenders(world: World): void {
  // before a bank is founded, or grows: this month its officers have called on nobody yet
  const outlets = outletCosts(world);
  found(world);
  const closing: Closing = {
    world,
    saved: fundingSaved(world),
    means: meanLoans(world),
    models: modelUsers(world),
    joiners: joiners(world),
    outlets,
    refinancing: mostSaved(world),
    quota: lever(world, 'refinancing.quota'),
    topUp: lever(world, 'capitalReplenishment.part'),
    asked: lever(world, 'lenderLicensing.capitalRatio'),
    leeway: lever(world, 'evaluation.leeway'),
  };
  for (let l = 0; l < world.shape.licensed; l++) closeLender(closing, l);
}

function closeLender(closing: Closing, l: number): void {
  const { world } = closing;
  const { lenders, input } = world;
  const p = input.province.parameters;
  const loans = lenders.loans[l] + lenderBook(world, l);
  join(closing, l);
  bookCosts(closing, l, loans);
  lenders.nonPerforming[l] = entryOf(world, l, LENDER_ENTRY.nonPerforming);
  lenders.provisions[l] = roundYuan(lenders.nonPerforming[l] * p['lend.provisionCover'][0]);
  const wanted = levelTill(world, l, loans);
  const capital = adjustCapital(
    closing,
    l,
    loans,
    loans + wanted - lenders.funding[l] - lenders.provisions[l],
  );
  licence(closing, l, loans, capital);
  setRoom(closing, l, loans, capital);
  tighten(closing, l, loans);
  if (lenders.class[l] === CLASS.relationship) staff(world, l);
}

const entryOf = (world: World, l: number, entry: number): number =>
  world.open.lenders[l * LENDER_ENTRIES.length + entry];

/** Funds, staff, checks and outlets; refinanced and idle money costs less. */
function bookCosts(closing: Closing, l: number, loans: number): void {
  const { world, saved, outlets } = closing;
  const { lenders, input, effects } = world;
  const p = input.province.parameters;
  const c = lenders.class[l];
  const rate = p['lend.funding'][c] + effects.funding[0] - saved[l];
  const cheap = refinance(closing, l, loans);
  const borrowed = lenders.funding[l] - entryOf(world, l, LENDER_ENTRY.idle);
  const funding = roundYuan((borrowed * rate - cheap * closing.refinancing) / 12);
  const running =
    roundYuan((loans * p['lend.variableCost'][c]) / 12) + entryOf(world, l, LENDER_ENTRY.checkCost);
  pay(world, FLOW.fundingCost, l, funding);
  pay(world, FLOW.lenderCost, l, running + (outlets === null ? 0 : outlets[l]));
}

/**
 * Yuan refinanced after this month: what was, less the part of the book that was repaid, plus what was granted on it, at
 * most the quota.
 */
function refinance({ world, quota }: Closing, l: number, loans: number): number {
  const { lenders } = world;
  const granted = entryOf(world, l, LENDER_ENTRY.refinanced);
  if (lenders.refinanced[l] === 0 && granted === 0) return 0;
  const before = lenders.loans[l];
  const repaid = before > 0 ? Math.min(1, entryOf(world, l, LENDER_ENTRY.repaid) / before) : 1;
  const kept = Math.floor(lenders.refinanced[l] * (1 - repaid)) + granted;
  lenders.refinanced[l] = Math.min(kept, Math.max(0, Math.floor(quota[l] * loans)));
  return lenders.refinanced[l];
}

/** Brings the till to its level by raising or paying back funds; returns that level. */
function levelTill(world: World, l: number, loans: number): number {
  const { lenders, input } = world;
  const till = lenders.cash[l] + lenderTill(world, l);
  const wanted = roundYuan(input.province.parameters['lend.till'][0] * loans);
  const raised = wanted - till;
  lenders.funding[l] += raised;
  pay(world, FLOW.fundsRaised, l, -raised);
  return wanted;
}

/**
 * Pays out excess capital, or puts in part of what is missing: whoever stands behind a licensed lender does, and beyond
 * that its owners where replenishment is in force. Returns the capital.
 */
function adjustCapital({ world, topUp }: Closing, l: number, loans: number, equity: number): number {
  const { lenders, open, input } = world;
  const p = input.province.parameters;
  const c = lenders.class[l];
  const needed = Math.max(lenders.founded[l], p['lend.capitalRatio'][c] * loans);
  const lacking = lenders.weak[l] === LICENCE_GONE ? 0 : Math.max(0, needed - equity);
  const support = roundYuan(lacking * p['lend.support'][c]);
  const excess = equity + support - needed;
  const dividend = excess > 0 ? roundYuan(excess * p['lend.dividendRate'][0]) : 0;
  lenders.funding[l] += dividend;
  post(open, FLOW.fundsRaised, dividend);
  post(open, FLOW.dividends, dividend);
  const added = support + (excess < 0 ? roundYuan((-excess * topUp[l]) / 12) : 0);
  lenders.funding[l] -= added;
  post(open, FLOW.capitalRaised, added);
  post(open, FLOW.fundsRaised, -added);
  return equity - dividend + added;
}

/** A lender that has had too little capital for too long loses its licence. */
function licence({ world, asked }: Closing, l: number, loans: number, capital: number): void {
  const { lenders } = world;
  lenders.weak[l] = weakMonths(lenders.weak[l], loans > 0 ? capital / loans : 1, asked[l]);
}

/** How much may be lent next month: the least of what capital carries and what growth allows; remembers the pace. */
function setRoom({ world, means }: Closing, l: number, loans: number, capital: number): void {
  const { lenders, input } = world;
  const p = input.province.parameters;
  const c = lenders.class[l];
  const byCapital = capital / p['lend.capitalFloor'][c] - loans;
  const settled = lenders.founded[l] / p['lend.capitalRatio'][c];
  const book = Math.max(loans, p['lend.leastShare'][0] * means[c], settled);
  const allowance = (book * p['lend.growthLimit'][c]) / 12;
  const used = loans - lenders.loans[l];
  lenders.growthRoom[l] = Math.min(
    p['lend.carriedMonths'][0] * allowance,
    Math.floor(lenders.growthRoom[l] + allowance - used),
  );
  lenders.roomThisMonth[l] =
    lenders.weak[l] === LICENCE_GONE ? 0 : Math.floor(Math.min(byCapital, lenders.growthRoom[l]));
  const grown = lenders.loans[l] > 0 ? Math.min(1, loans / lenders.loans[l] - 1) : 0;
  lenders.pace[l] += (12 * grown - lenders.pace[l]) / 12;
}

/** Bad loans beyond what is tolerated tighten the cut-off. */
function tighten({ world, models, leeway }: Closing, l: number, loans: number): void {
  const { lenders, input } = world;
  const p = input.province.parameters;
  const c = lenders.class[l];
  const ratio = loans > 0 ? lenders.nonPerforming[l] / loans : 0;
  const early = models !== null && models[l] === 1 ? p['supervisionModelSwitch.tolerance'][0] : 1;
  const strain = ratio / (p['lend.nplTolerance'][c] * early + leeway[l]) - 1;
  lenders.cutoff[l] =
    p['lend.cutoff'][c] *
    (strain > 0 ? Math.max(p['lend.leastCutoff'][0], 1 - p['lend.strainStep'][0] * strain) : 1);
}

/** A bank that works with platforms takes some months and some money to connect. */
function join({ world, joiners: who }: Closing, l: number): void {
  const { lenders, input } = world;
  if (who === null || who[l] === 0) {
    lenders.joined[l] = 0;
    return;
  }
  const p = input.province.parameters;
  const months = p['coLending.integrationMonths'][0];
  if (lenders.joined[l] >= months) return;
  lenders.joined[l]++;
  pay(world, FLOW.lenderCost, l, roundYuan(p['coLending.integrationCost'][0] / months));
}

/**
 * Officers of a relationship bank grow towards what its files of late need, as fast as they can be hired and trained; the
 * time they have is officers x files a month / those files. A month weighs 1 / `lend.loadMonths`, so that officers who went
 * round in a quiet month do not all stay in for the files that brought.
 */
function staff(world: World, l: number): void {
  const { lenders, input } = world;
  const p = input.province.parameters;
  const [files] = p['relationshipBanks.files'];
  const hiring = lever(world, 'relationshipBanks.hiring')[0];
  const months = p['lend.loadMonths'][0];
  const before = (lenders.officers[l] * files) / lenders.attention[l];
  const lately = remembered(before, entryOf(world, l, LENDER_ENTRY.applications), months, months);
  const first = lenders.founded[l] / p['relationshipBanks.capitalPerOfficer'][0];
  const there = Math.max(lenders.officers[l], first);
  lenders.officers[l] = Math.min(Math.max(there, lately / files), there * (1 + hiring / 12));
  lenders.attention[l] = lenders.officers[l] > 0 ? (lenders.officers[l] * files) / Math.max(1, lately) : 1;
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
