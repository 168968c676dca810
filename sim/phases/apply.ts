import { DATA, EVENT, STATUS } from '../agents/enterprises.ts';
import { COMMERCIAL_SOURCES } from '../agents/sources.ts';
import { exp, power } from '../arithmetic.ts';
import { probit } from '../birth.ts';
import { CLASS, lever, yearsAfterFork } from '../conditions.ts';
import { DECISION, REASON } from '../contracts/applications.ts';
import { NO_LENDER } from '../contracts/loans.ts';
import { desiredLoan, expectedChance, gainFromAsking } from '../decisions/demand.ts';
import { FORK_MONTH } from '../input.ts';
import { BLOCK_ENTRIES, BLOCK_ENTRY } from '../ledger.ts';
import { chooseClass, lenderWithin, marketOf } from '../market.ts';
import { calledOn, outletsOf, travelCost } from '../outlets.ts';
import { type DrawKey, drawKey, normal, STREAMS, uniform } from '../random.ts';
import { subsidyPoints } from '../treasury.ts';
import type { World } from '../world.ts';
import type { Phase, Span } from './phase.ts';

/** Smallest loan anybody asks for, yuan, and smallest rise worth the trouble, share of the debt wanted. */
const LEAST_LOAN = 20_000;
const LEAST_RISE = 0.2;

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

function run(world: World, span: Span): void {
  const { from, to, worker, tally } = span;
  const { enterprises: e, loans, atlas, applications: a, now, input, shape, blocks } = world;
  const p = input.province.parameters;
  const month = world.month + 1;
  const market = marketOf(world);
  const needRate = p['apply.needRate'][0];
  const secondRate = needRate * p['apply.secondLender'][0];
  const noviceRate = needRate * p['apply.noviceReview'][0];
  const reviewRate = (first: boolean, vintage: number) =>
    !first ? secondRate : vintage === 0 ? noviceRate : needRate;
  const searchCost = p['apply.searchCost'];
  const distance = p['apply.distance'];
  const fear = p['apply.fearOfRefusal'][0];
  const peer = p['apply.peerWeight'][0];
  const points = subsidyPoints(world);
  const taxYears = lever(world, 'interestSubsidy.taxYears');
  const contacts = lever(world, 'firstLoanList.contacts');
  const costLeft = lever(world, 'firstLoanList.searchCost');
  const visits = lever(world, 'coordinationMechanism.visits');
  const visiting = visits.some((share) => share > 0);
  const visitCost = p['coordinationMechanism.searchCost'][0];
  const outlets = outletsOf(world);
  const adoption = lever(world, 'enterpriseApp.adoption');
  const appCost = p['enterpriseApp.searchCost'][0];
  const needKey = drawKey(input.seed, STREAMS.need, month);
  const ratioKey = drawKey(input.seed, STREAMS.initialDebt, -1);
  const searchKey = drawKey(input.seed, STREAMS.search, month);
  const withinKey = drawKey(input.seed, STREAMS.searchWithinClass, -1);
  const year = Math.floor(month / 12);
  const contactKey = drawKey(input.seed, STREAMS.contact, year);
  const visitKey = drawKey(input.seed, STREAMS.visit, year);
  const appKey = drawKey(input.seed, STREAMS.appAdoption, -1);
  const shadowKey = drawKey(input.seed, STREAMS.peer, -2);
  const shadowShare = input.scale < 100 ? 1 / 16 : 1;
  const trend = deepening(world, month);
  const peerBelief = blocks.approval.map(probit);
  const mostRate = Math.max(needRate, secondRate, noviceRate);
  let count = 0;
  for (let i = from; i < to; i++) {
    if (e.status[i] !== STATUS.active) continue;
    const need = uniform(needKey.k0, needKey.k1, e.id[i]);
    if (need >= mostRate && outlets === null) continue;
    const held = loans.lender[i] !== NO_LENDER ? i : shape.capacity + i;
    const borrows = loans.lender[held] !== NO_LENDER;
    const called = !borrows && calledOn(outlets, i);
    if (!called && need >= reviewRate(!borrows, e.vintage[i])) continue;
    if (
      borrows &&
      (loans.arrears[held] > 0 || (held === i && loans.lender[shape.capacity + i] !== NO_LENDER))
    )
      continue;
    const c = e.cell[i];
    const novice = !borrows && e.vintage[i] === 0;
    const contacted =
      novice && contacts[c] > 0 && uniform(contactKey.k0, contactKey.k1, e.id[i]) < contacts[c];
    const visited = visiting && !borrows && uniform(visitKey.k0, visitKey.k1, e.id[i]) < visits[c];
    const target = targetDebt(world, i, ratioKey, trend);
    const debt = borrows ? loans.principal[held] : 0;
    const buffer = p['trade.bufferMonths'][0] * e.scale[i];
    const amount = Math.floor(desiredLoan(target, debt, e.cash[i], buffer) / 1000) * 1000;
    if (amount < LEAST_LOAN || amount < LEAST_RISE * target) continue;
    const own = borrows ? world.lenders.class[loans.lender[held]] : -1;
    const lenderClass = chooseClass(world, market, i, amount, own, searchKey);
    if (lenderClass < 0) continue;
    const lender = lenderWithin(world, i, lenderClass, withinKey);
    if (lender < 0 || (borrows && lender === loans.lender[held])) continue;
    const block = atlas.block[c];
    const rate = market.posted[lenderClass] - (month - e.founded[i] >= 12 * taxYears[c] ? points[c] : 0);
    const shortfall = Math.min(amount, Math.max(0, 0.5 * buffer - e.cash[i]));
    const worth = e.returnOnCredit[i] + (shortfall / amount) * 0.3;
    if (worth <= rate) continue;
    now.events[i] |= EVENT.wanted;
    const peers = blocks.approval[block];
    e.belief[i] += peer * (peerBelief[block] - e.belief[i]);
    const informed = adoption[c] > 0 && uniform(appKey.k0, appKey.k1, e.id[i]) < adoption[c];
    if (informed) e.belief[i] = peerBelief[block];
    const expected = expectedChance(e.belief[i]);
    const chance = contacted || visited || called ? Math.max(expected, peers) : expected;
    const documents = e.data[i] === DATA.none ? 1 : 0.7;
    const digital = lenderClass === CLASS.digital && (e.sources[i] & COMMERCIAL_SOURCES) !== 0 ? 0.2 : 1;
    const help = (contacted ? costLeft[c] : visited ? visitCost : 1) * (informed ? appCost : 1);
    const cost =
      (searchCost[atlas.setting[c]] * distance[atlas.prefecture[c]] +
        p['apply.searchCostShare'][0] * amount) *
      documents *
      digital *
      help *
      travelCost(outlets, c, called);
    const asks = gainFromAsking(amount, worth, rate, chance, cost, fear) > 0;
    if (contacted) now.events[i] |= EVENT.contacted;
    if (visited) now.events[i] |= EVENT.visited;
    if (asks) {
      now.events[i] |= EVENT.applied;
      tally.blocks[block * BLOCK_ENTRIES.length + BLOCK_ENTRY.asked]++;
    } else if (uniform(shadowKey.k0, shadowKey.k1, e.id[i]) >= shadowShare) continue;
    const row = from + count++;
    a.enterprise[row] = i;
    a.amount[row] = amount;
    a.asked[row] = amount;
    a.novice[row] = e.vintage[i] === 0 ? 1 : 0;
    a.lender[row] = lender;
    a.shadow[row] = asks ? 0 : 1;
    a.decision[row] = DECISION.refused;
    a.reason[row] = REASON.none;
    a.guarantor[row] = 0;
    a.covered[row] = 0;
    a.pd[row] = 0;
    a.rate[row] = 0;
  }
  world.applied[worker] = count;
}

export const apply: Phase = {
  name: 'apply',
  does: {
    en: 'Owners who lack money weigh what a loan would bring against the trouble and the fear of refusal, and choose whom to ask.',
    zh: '缺资金的业主权衡贷款收益与申请成本、被拒顾虑，决定是否申请及向谁申请。',
  },
  steps: [{ over: 'enterprises', run }],
};
