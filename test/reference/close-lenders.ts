/** A lender pays for funds and work, provides for bad loans, adjusts its capital and sees its room. */
import { roundYuan } from '../../sim/arithmetic.ts';
import { remembered } from '../../sim/decisions/queue.ts';
import { wantsToJoin } from './co-lending.ts';
import { atPrefecture, forLender, inProvince } from './in-force.ts';
import { fundingSaved, highestSaving } from './incentives.ts';
import { badRatio, isOf, type Lender } from './institutions.ts';
import { type Movement, move } from './ledger.ts';
import { costOfPlace, outletCost } from './outlets.ts';
import { decidesByModel } from './practice.ts';
import type { SlowWorld } from './world.ts';

/** Months a lender may have less capital than its licence asks for. */
const GRACE_MONTHS = 6;

/** What all lenders look at before any of them closes. */
interface Outlook {
  readonly saved: number;
  readonly outlets: number;
  readonly highest: number;
  readonly classMean: number;
}

export function closeLenders(world: SlowWorld): void {
  const places = world.prefectures.map(({ index }) => costOfPlace(world, index));
  const outlets = world.lenders.map((lender) => outletCost(world, lender, places));
  for (const lender of world.lenders) found(world, lender);
  const highest = highestSaving(world);
  const outlooks = world.lenders.map((lender) => ({
    saved: fundingSaved(world, lender),
    outlets: outlets[lender.index],
    highest,
    classMean: meanLoans(world, lender.class),
  }));
  for (const lender of world.lenders) closeLender(world, lender, outlooks[lender.index]);
}

/** Mean loans of a class at the last close. */
function meanLoans({ lenders }: SlowWorld, c: number): number {
  const peers = lenders.filter((one) => one.class === c);
  let sum = 0;
  for (const { loans } of peers) sum += loans;
  return sum / peers.length;
}

/** Founders put in capital when a relationship bank's presence grows. */
function found(world: SlowWorld, lender: Lender): void {
  if (!isOf(lender, 'relationship')) return;
  const presence = atPrefecture(world, 'relationshipBanks.presence', lender.prefecture);
  const wanted = roundYuan(world.p['relationshipBanks.capital'][0] * presence);
  const added = Math.max(0, wanted - lender.founded);
  lender.founded += added;
  lender.cash += added;
  move(world, 'foundingCapital', added);
}

/** Loans and till if the books were closed now. */
const loansNow = ({ loans, books: b }: Lender): number =>
  loans + b.lent - b.repaid - b.recovered - b.payout - b.writtenOff;
const tillNow = ({ cash, books: b }: Lender): number =>
  cash + b.repaid + b.interest + b.recovered + b.payout + b.tiedFee + b.feeEarned - b.feePaid - b.lent;

function closeLender(world: SlowWorld, lender: Lender, outlook: Outlook): void {
  const loans = loansNow(lender);
  join(world, lender);
  payCosts(world, lender, loans, outlook);
  lender.nonPerforming = lender.books.nonPerforming;
  lender.provisions = roundYuan(lender.nonPerforming * world.p['lend.provisionCover'][0]);
  const equity = levelTill(world, lender, loans);
  const capital = adjustCapital(world, lender, loans, equity);
  watchLicence(world, lender, loans, capital);
  setRoom(world, lender, loans, capital, outlook.classMean);
  remember(lender, loans);
  setCutoff(world, lender, loans);
  if (isOf(lender, 'relationship')) hire(world, lender);
}

/** Funds, less what is idle or refinanced; work, checks and outlets. */
function payCosts(
  world: SlowWorld,
  lender: Lender,
  loans: number,
  { saved, outlets, highest }: Outlook,
): void {
  const { p } = world;
  const { books } = lender;
  const rate = p['lend.funding'][lender.class] + world.effects.funding - saved;
  const cheap = refinance(world, lender, loans) * highest;
  payFrom(world, lender, 'fundingCost', roundYuan(((lender.funding - books.idle) * rate - cheap) / 12));
  const running = roundYuan((loans * p['lend.variableCost'][lender.class]) / 12) + books.checkCost;
  payFrom(world, lender, 'lenderCost', running + outlets);
}

function payFrom(world: SlowWorld, lender: Lender, kind: Movement, yuan: number): void {
  lender.cash -= yuan;
  move(world, kind, yuan);
}

/** What is refinanced runs off with the book; what was granted on it is added, up to the quota. */
function refinance(world: SlowWorld, lender: Lender, loans: number): number {
  const { books } = lender;
  if (lender.refinanced === 0 && books.refinanced === 0) return 0;
  const repaid = lender.loans > 0 ? Math.min(1, books.repaid / lender.loans) : 1;
  const kept = Math.floor(lender.refinanced * (1 - repaid)) + books.refinanced;
  const quota = Math.max(0, Math.floor(forLender(world, 'refinancing.quota', lender) * loans));
  lender.refinanced = Math.min(kept, quota);
  return lender.refinanced;
}

/** Funds are raised or given back until the till is at its level; what is left is equity. */
function levelTill(world: SlowWorld, lender: Lender, loans: number): number {
  const till = roundYuan(world.p['lend.till'][0] * loans);
  const raised = till - tillNow(lender);
  lender.funding += raised;
  lender.cash += raised;
  move(world, 'fundsRaised', raised);
  return loans + till - lender.funding - lender.provisions;
}

/** Part of an excess is paid out and replaced by funds; of a lack, those behind put in part, and owners part of the rest. */
function adjustCapital(world: SlowWorld, lender: Lender, loans: number, equity: number): number {
  const { p } = world;
  const target = Math.max(lender.founded, p['lend.capitalRatio'][lender.class] * loans);
  const gap = target - equity;
  const help = gap > 0 && !lender.unlicensed ? roundYuan(gap * p['lend.support'][lender.class]) : 0;
  const excess = equity + help - target;
  const dividend = excess > 0 ? roundYuan(excess * p['lend.dividendRate'][0]) : 0;
  const part = forLender(world, 'capitalReplenishment.part', lender);
  const added = help + (excess < 0 ? roundYuan((-excess * part) / 12) : 0);
  lender.funding += dividend - added;
  move(world, 'fundsRaised', dividend - added);
  move(world, 'dividends', dividend);
  move(world, 'capitalRaised', added);
  return equity - dividend + added;
}

/** Too little capital for too long costs the licence, for good. */
function watchLicence(world: SlowWorld, lender: Lender, loans: number, capital: number): void {
  const asked = forLender(world, 'lenderLicensing.capitalRatio', lender);
  if (lender.unlicensed || asked === 0) return;
  lender.weak = (loans > 0 ? capital / loans : 1) >= asked ? 0 : lender.weak + 1;
  lender.unlicensed = lender.weak >= GRACE_MONTHS;
}

/** Room: what capital carries, and what growth allowances saved up leave. */
function setRoom({ p }: SlowWorld, lender: Lender, loans: number, capital: number, classMean: number): void {
  const c = lender.class;
  const byCapital = capital / p['lend.capitalFloor'][c] - loans;
  const settled = lender.founded / p['lend.capitalRatio'][c];
  const base = Math.max(loans, p['lend.leastShare'][0] * classMean, settled);
  const allowance = (base * p['lend.growthLimit'][c]) / 12;
  const used = loans - lender.loans;
  const saved = Math.floor(lender.growthRoom + allowance - used);
  lender.growthRoom = Math.min(p['lend.carriedMonths'][0] * allowance, saved);
  lender.roomThisMonth = lender.unlicensed ? 0 : Math.floor(Math.min(byCapital, lender.growthRoom));
}

/** Growth of the book, remembered over about a year. */
function remember(lender: Lender, loans: number): void {
  const grown = lender.loans > 0 ? Math.min(1, loans / lender.loans - 1) : 0;
  lender.pace += (12 * grown - lender.pace) / 12;
}

/** Bad loans above what is tolerated tighten the cut-off. */
function setCutoff(world: SlowWorld, lender: Lender, loans: number): void {
  const { p } = world;
  const c = lender.class;
  const early = decidesByModel(world, lender) ? p['supervisionModelSwitch.tolerance'][0] : 1;
  const tolerated = p['lend.nplTolerance'][c] * early + forLender(world, 'evaluation.leeway', lender);
  const strain = badRatio({ ...lender, loans }) / tolerated - 1;
  const left = Math.max(p['lend.leastCutoff'][0], 1 - p['lend.strainStep'][0] * strain);
  lender.cutoff = p['lend.cutoff'][c] * (strain > 0 ? left : 1);
}

/** A bank that works with platforms takes some months and some money to connect. */
function join(world: SlowWorld, lender: Lender): void {
  const { p } = world;
  const months = p['coLending.integrationMonths'][0];
  if (!wantsToJoin(world, lender)) lender.joined = 0;
  else if (lender.joined < months) {
    lender.joined++;
    payFrom(world, lender, 'lenderCost', roundYuan(p['coLending.integrationCost'][0] / months));
  }
}

/** Officers grow towards what files of late need, as fast as they can be hired; their time over what those take. */
function hire(world: SlowWorld, lender: Lender): void {
  const { p } = world;
  const each = p['relationshipBanks.files'][0];
  const before = (lender.officers * each) / lender.attention;
  const memory = p['lend.loadMonths'][0];
  const lately = remembered(before, lender.books.applications, memory, memory);
  const needed = lately / each;
  const there = Math.max(lender.officers, lender.founded / p['relationshipBanks.capitalPerOfficer'][0]);
  const most = there * (1 + inProvince(world, 'relationshipBanks.hiring') / 12);
  lender.officers = Math.min(Math.max(there, needed), most);
  lender.attention = lender.officers > 0 ? (lender.officers * each) / Math.max(1, lately) : 1;
}
