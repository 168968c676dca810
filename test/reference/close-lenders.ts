/** A lender pays for funds and staff, provides for bad loans, pays out excess capital and sees its room. */
import { roundYuan } from '../../sim/arithmetic.ts';
import { atPrefecture, forLender } from './conditions.ts';
import { isOf, type Lender } from './institutions.ts';
import { type Movement, move } from './ledger.ts';
import { decidesByModel } from './practice.ts';
import { badRatio } from './underwrite.ts';
import type { SlowWorld } from './world.ts';

/** A small lender may grow like one with this part of its class's mean book, and save up so many months. */
const LEAST_SHARE = 0.25;
const CARRIED_MONTHS = 6;

export function closeLenders(world: SlowWorld): void {
  const means = world.lenders.map((one) => meanLoans(world, one.class));
  for (const lender of world.lenders) found(world, lender);
  for (const lender of world.lenders) closeLender(world, lender, means[lender.index]);
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
  cash + b.repaid + b.interest + b.recovered + b.payout - b.lent;

function closeLender(world: SlowWorld, lender: Lender, classMean: number): void {
  const { p } = world;
  const loans = loansNow(lender);
  payCosts(world, lender, loans);
  lender.nonPerforming = lender.books.nonPerforming;
  lender.provisions = roundYuan(lender.nonPerforming * p['lend.provisionCover'][0]);
  const equity = levelTill(world, lender, loans);
  const kept = equity - payDividend(world, lender, loans, equity);
  setRoom(world, lender, loans, kept, classMean);
  setCutoff(world, lender, loans);
}

function payCosts(world: SlowWorld, lender: Lender, loans: number): void {
  const { p } = world;
  const c = lender.class;
  const price =
    p['lend.funding'][c] + world.effects.funding - forLender(world, 'reserveDiscount.points', lender);
  payFrom(world, lender, 'fundingCost', roundYuan((lender.funding * price) / 12));
  const running = roundYuan((loans * p['lend.variableCost'][c]) / 12) + lender.books.checkCost;
  payFrom(world, lender, 'lenderCost', running);
}

function payFrom(world: SlowWorld, lender: Lender, kind: Movement, yuan: number): void {
  lender.cash -= yuan;
  move(world, kind, yuan);
}

/** Funds are raised or given back until the till holds two in a hundred of the loans; what is left is equity. */
function levelTill(world: SlowWorld, lender: Lender, loans: number): number {
  const till = roundYuan(0.02 * loans);
  const raised = till - tillNow(lender);
  lender.funding += raised;
  lender.cash += raised;
  move(world, 'fundsRaised', raised);
  return loans + till - lender.funding - lender.provisions;
}

/** A tenth of the excess over the capital aimed at, replaced by funds. */
function payDividend(world: SlowWorld, lender: Lender, loans: number, equity: number): number {
  const aim = Math.max(lender.founded, world.p['lend.capitalRatio'][lender.class] * loans);
  if (equity <= aim) return 0;
  const dividend = roundYuan((equity - aim) * 0.1);
  lender.funding += dividend;
  move(world, 'fundsRaised', dividend);
  move(world, 'dividends', dividend);
  return dividend;
}

/** Room: what capital carries, and what growth allowances saved up leave. */
function setRoom({ p }: SlowWorld, lender: Lender, loans: number, equity: number, classMean: number): void {
  const c = lender.class;
  const byCapital = equity / p['lend.capitalFloor'][c] - loans;
  const settled = lender.founded / p['lend.capitalRatio'][c];
  const base = Math.max(loans, LEAST_SHARE * classMean, settled);
  const allowance = (base * p['lend.growthLimit'][c]) / 12;
  const used = loans - lender.loans;
  lender.growthRoom = Math.min(CARRIED_MONTHS * allowance, Math.floor(lender.growthRoom + allowance - used));
  lender.roomThisMonth = Math.floor(Math.min(byCapital, lender.growthRoom));
}

/** Bad loans above the tolerance tighten the cut-off. */
function setCutoff(world: SlowWorld, lender: Lender, loans: number): void {
  const { p } = world;
  const c = lender.class;
  const early = decidesByModel(world, lender) ? p['supervisionModelSwitch.tolerance'][0] : 1;
  const ratio = badRatio({ ...lender, loans });
  const strain = ratio / (p['lend.nplTolerance'][c] * early) - 1;
  lender.cutoff = p['lend.cutoff'][c] * (strain > 0 ? Math.max(0.3, 1 - 0.5 * strain) : 1);
}
