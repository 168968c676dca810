import { EVENT, STATUS } from '../agents/enterprises.ts';
import { exp, power } from '../arithmetic.ts';
import { deterrent, expect, learn, noView, openAsking, trouble, value } from '../asking.ts';
import { CLASS, yearsAfterFork } from '../conditions.ts';
import { DETERRED, openRow } from '../contracts/applications.ts';
import { NO_LENDER } from '../contracts/loans.ts';
import { desiredLoan, ownFunds } from '../decisions/demand.ts';
import { FORK_MONTH, type ParameterValues } from '../input.ts';
import { BLOCK_ENTRIES, BLOCK_ENTRY, type Tally } from '../ledger.ts';
import { chooseClass, lenderWithin, lends, marketOf } from '../market.ts';
import { isOffered, openOffers, takeOffer } from '../offers.ts';
import { CALLER, callerOn } from '../outlets.ts';
import { nobody, openOutreach, reach } from '../outreach.ts';
import { type DrawKey, drawKey, normal, STREAMS, uniform } from '../random.ts';
import { advisesAgainst, openVisitScreen } from '../visit-screen.ts';
import type { World } from '../world.ts';
import { fileCoverRequests, waitsForCover } from './cover.ts';
import type { Phase, Span } from './phase.ts';

/** Debt an enterprise would carry: its own ratio of annual sales, deepening over time. */
export function targetDebt(world: World, i: number, ratioKey: DrawKey, trend: number): number {
  const p = world.input.province.parameters;
  const { enterprises: e, atlas } = world;
  const ratio =
    p['apply.debtRatio'][atlas.size[e.cell[i]]] *
    exp(p['apply.debtRatioSpread'][0] * normal(ratioKey.k0, ratioKey.k1, e.id[i]));
  return ratio * 12 * e.scale[i] * trend * world.input.province.debtTilt[atlas.prefecture[e.cell[i]]];
}

/** Trend of desired debt over sales; its pace halves every two years after the fork. */
export function deepening(world: World, month: number): number {
  const pace = world.input.province.parameters['apply.deepening'][0];
  const before = Math.min(0, (month - FORK_MONTH) / 12);
  return exp(pace * (before + (1 - power(2, -yearsAfterFork(month) / 2)) / HALVING));
}

/** ln 2 / 2: decay of a pace that halves in two years. */
const HALVING = 0.34657359027997264;

/** Chance a month that an enterprise reviews its finance: rarely as long as it never borrowed, or with a loan already. */
function reviewRates(p: ParameterValues) {
  const rate = p['apply.needRate'][0];
  const [novice, client] = [rate * p['apply.noviceReview'][0], rate * p['apply.secondLender'][0]];
  return (borrows: boolean, vintage: number): number => (borrows ? client : vintage === 0 ? novice : rate);
}

/** Row of the loan an enterprise would add to, or -1 when it is behind with it or has two already. */
function heldRow({ loans, second: secondOf }: World, i: number): number {
  const second = secondOf[i];
  if (loans.lender[i] === NO_LENDER)
    return loans.lender[second] !== NO_LENDER && loans.arrears[second] > 0 ? -1 : second;
  return loans.arrears[i] > 0 || loans.lender[second] !== NO_LENDER ? -1 : i;
}

function run(world: World, { from, to, firstRow, endRow, part, tally }: Span): void {
  const { enterprises: e, loans, atlas, now, input } = world;
  const p = input.province.parameters;
  const month = world.month + 1;
  const market = marketOf(world);
  const reviewRate = reviewRates(p);
  const asking = openAsking(world);
  const outreach = openOutreach(world);
  const offers = openOffers(world);
  const screen = openVisitScreen(world);
  const needKey = drawKey(input.seed, STREAMS.need, month);
  const ratioKey = drawKey(input.seed, STREAMS.initialDebt, -1);
  const searchKey = drawKey(input.seed, STREAMS.search, month);
  const withinKey = drawKey(input.seed, STREAMS.searchWithinClass, -1);
  const shadowKey = drawKey(input.seed, STREAMS.peer, -2);
  const shadowShare = input.scale < 100 ? 1 / 16 : 1;
  const trend = deepening(world, month);
  const [least, rise] = [p['apply.leastLoan'][0], p['apply.leastRise'][0]];
  const first = p['apply.firstRequest'][0];
  const safety = p['apply.safetyShare'][0] * p['trade.bufferMonths'][0];
  const reached = nobody();
  const view = noView();
  const mostRate = Math.max(reviewRate(true, 0), reviewRate(false, 0), reviewRate(false, 1));
  const covers = world.covers[part];
  let count = 0;
  for (let i = from; i < to; i++) {
    if (e.status[i] !== STATUS.active) continue;
    const need = uniform(needKey.k0, needKey.k1, e.id[i]);
    if (need >= mostRate && outreach.outlets === null) continue;
    const borrows = loans.lender[i] !== NO_LENDER || loans.lender[world.second[i]] !== NO_LENDER;
    const caller = callerOn(outreach.outlets, i, borrows);
    const review = caller === CALLER.none ? reviewRate(borrows, e.vintage[i]) : 1;
    if (need >= review) continue;
    const held = heldRow(world, i);
    if (held < 0 || waitsForCover(world, i)) continue;
    const target = targetDebt(world, i, ratioKey, trend) * (e.vintage[i] === 0 ? first : 1);
    const debt = borrows ? loans.principal[held] : 0;
    const financed = debt + ownFunds(e.capital[i], debt + e.privateDebt[i]);
    const amount = Math.floor(desiredLoan(target, financed, e.cash[i], safety * e.scale[i]) / 1000) * 1000;
    if (amount < least || amount < rise * target) continue;
    reach(outreach, i, borrows, caller, reached);
    const own = borrows ? world.lenders.class[loans.lender[held]] : -1;
    const lenderClass =
      caller === CALLER.relationship && lends(market, CLASS.relationship, amount)
        ? CLASS.relationship
        : chooseClass(world, market, i, amount, own, reached.matched, searchKey);
    if (lenderClass < 0) continue;
    const lender = lenderWithin(world, i, lenderClass, withinKey);
    if (lender < 0 || (borrows && lender === loans.lender[held])) continue;
    value(asking, i, amount, lenderClass, view);
    if (view.worth <= view.rate) continue;
    if (screen !== null && reached.visited && advisesAgainst(screen, i, lender, amount))
      reach(outreach, i, borrows, caller, reached, false);
    now.events[i] |=
      EVENT.wanted | (reached.contacted ? EVENT.contacted : 0) | (reached.visited ? EVENT.visited : 0);
    learn(asking, i, reached);
    expect(asking, i, reached, view);
    trouble(asking, i, amount, lenderClass, reached, view);
    if (offers !== null && isOffered(offers, i, lender, amount)) {
      takeOffer(offers, reached, view);
      now.events[i] |= EVENT.offered;
    }
    const reason = deterrent(asking, i, amount, reached, view);
    const asks = reason === DETERRED.none;
    noteAnswer(tally, atlas.block[e.cell[i]], reason);
    if (asks) now.events[i] |= EVENT.applied;
    else if (uniform(shadowKey.k0, shadowKey.k1, e.id[i]) >= shadowShare) continue;
    const row = firstRow + count++;
    if (row >= endRow - covers)
      throw new Error(`applications full: ${endRow - firstRow} rows in month ${month}`);
    fileApplication(world, row, i, lender, amount, asks);
  }
  world.applied[part] = count;
}

/** Counts who asks and why others do not, by block. */
function noteAnswer({ blocks }: Tally, block: number, reason: number): void {
  const entry =
    reason === DETERRED.none
      ? BLOCK_ENTRY.asked
      : reason === DETERRED.refusal
        ? BLOCK_ENTRY.fearedRefusal
        : reason === DETERRED.trouble
          ? BLOCK_ENTRY.tooCumbersome
          : BLOCK_ENTRY.unaware;
  blocks[block * BLOCK_ENTRIES.length + entry]++;
}

function fileApplication(
  { applications: a, enterprises: e }: World,
  row: number,
  i: number,
  lender: number,
  amount: number,
  asks: boolean,
): void {
  openRow(a, row, i, lender, amount);
  a.novice[row] = e.vintage[i] === 0 ? 1 : 0;
  a.shadow[row] = asks ? 0 : 1;
}

export const apply: Phase = {
  name: 'apply',
  does: {
    en: 'Owners who lack money weigh what a loan would bring against the trouble and the fear of refusal, and choose whom to ask.',
    zh: '缺资金的业主权衡贷款收益与申请成本、被拒顾虑，决定是否申请及向谁申请。',
  },
  steps: [
    { over: 'enterprises', run: fileCoverRequests },
    { over: 'enterprises', run },
  ],
};
