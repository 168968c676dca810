/** What an owner weighs before asking for a loan: what it would bring, the chance, the trouble and the wait. */

import { DATA, TRAIT } from './agents/enterprises.ts';
import { COMMERCIAL_SOURCES } from './agents/sources.ts';
import { probit } from './birth.ts';
import { formalDebt, openClaiming, subsidyHoped } from './claiming.ts';
import { CLASS, lever } from './conditions.ts';
import { DETERRED } from './contracts/applications.ts';
import { expectedChance, gainFromAsking, waitingCost } from './decisions/demand.ts';
import { timeWithin } from './decisions/queue.ts';
import type { Reached } from './outreach.ts';
import { fileTimes } from './queues.ts';
import { drawKey, STREAMS, uniform } from './random.ts';
import { dataOf } from './traces.ts';
import type { World } from './world.ts';

/** Everything it depends on, gathered once a phase. */
export type Asking = ReturnType<typeof openAsking>;

export function openAsking(world: World) {
  const { seed, province } = world.input;
  const p = province.parameters;
  return {
    world,
    p,
    claiming: openClaiming(world),
    decisionDays: lever(world, 'coordinationMechanism.decisionDays'),
    times: fileTimes(world),
    mortgageDays: lever(world, 'onlineMortgage.days'),
    mortgageCost: lever(world, 'onlineMortgage.cost'),
    peers: world.blocks.approval.map(probit),
    unawareKey: drawKey(seed, STREAMS.awareness, -1),
  };
}

/** One owner's view of one loan; overwritten for each. */
export interface View {
  /** Annual return of the money, and the posted rate less the subsidy hoped for. */
  worth: number;
  rate: number;
  chance: number;
  cost: number;
  days: number;
}

export const noView = (): View => ({ worth: 0, rate: 0, chance: 0, cost: 0, days: 0 });

/** Return on the loan and what it would cost at the rate its class is known for. */
export function value(asking: Asking, i: number, amount: number, lenderClass: number, view: View): void {
  view.rate = asking.world.province.postedRate[lenderClass] - hoped(asking, i, amount);
  view.worth = worthOf(asking, i, amount);
}

/** Annual return of the money: of the enterprise's own use, more where it is short of cash. */
function worthOf({ world, p }: Asking, i: number, amount: number): number {
  const { enterprises: e } = world;
  const floor = p['apply.safetyShare'][0] * p['trade.bufferMonths'][0] * e.scale[i];
  const short = Math.max(0, floor - e.cash[i]);
  const shortfall = short < amount ? short : amount;
  return e.returnOnCredit[i] + (shortfall / amount) * p['apply.urgency'][0];
}

/** Interest an owner expects a treasury to pay on all it would owe with `amount` yuan more, annual ratio. */
const hoped = ({ world, claiming }: Asking, i: number, amount: number): number =>
  subsidyHoped(claiming, i, formalDebt(world, i) + amount);

/** What a loan costs its owner a year at `price`, all charges counted, less a subsidy hoped for; and what it brings. */
export const ownersView = (asking: Asking, i: number, amount: number, price: number) => ({
  costs: price - hoped(asking, i, amount),
  brings: worthOf(asking, i, amount),
});

/** Whether an owner says no to a quote of `price` a year, all charges counted: it costs what it would bring, or more. */
export function declines(asking: Asking, i: number, amount: number, price: number): boolean {
  return price - hoped(asking, i, amount) >= worthOf(asking, i, amount);
}

/** Yuan a year a loan brings lender and owner together: its worth, a subsidy hoped for included, less `cost` a yuan. */
export function jointGain(asking: Asking, i: number, amount: number, cost: number): number {
  return amount * (worthOf(asking, i, amount) + hoped(asking, i, amount) - cost);
}

/** What peers met with pulls the belief of an owner who thinks of asking; the app shows it outright. */
export function learn({ world, p, peers }: Asking, i: number, reached: Reached): void {
  const { enterprises: e, atlas } = world;
  const seen = peers[atlas.block[e.cell[i]]];
  e.belief[i] += p['apply.peerWeight'][0] * (seen - e.belief[i]);
  if (reached.informed) e.belief[i] = seen;
}

/** Chance expected: one's own belief, or at least what peers get when somebody who knows has said so. */
export function expect({ world }: Asking, i: number, reached: Reached, view: View): void {
  const { enterprises: e, atlas, blocks } = world;
  const peers = blocks.approval[atlas.block[e.cell[i]]];
  const own = expectedChance(e.belief[i]);
  view.chance = reached.encouraged && own < peers ? peers : own;
}

/**
 * Trouble and wait: (search x distance + share x loan) x documents x channel x help, and the registration of what is
 * pledged; days until the money comes. Whoever need not travel meets no distance beyond the mean.
 */
export function trouble(
  asking: Asking,
  i: number,
  amount: number,
  lenderClass: number,
  reached: Reached,
  view: View,
): void {
  const { world, p } = asking;
  const { enterprises: e, atlas } = world;
  const c = e.cell[i];
  const away = p['apply.distance'][atlas.prefecture[c]];
  const distance = reached.near && away > 1 ? 1 : away;
  const documents = dataOf(world, i) === DATA.none ? 1 : p['apply.documentsLeft'][0];
  const readable = (e.sources[i] & COMMERCIAL_SOURCES) !== 0;
  const channel = lenderClass === CLASS.digital && readable ? p['apply.digitalCost'][0] : 1;
  const pledges = (e.traits[i] & TRAIT.collateral) !== 0;
  view.cost =
    (p['apply.searchCost'][atlas.setting[c]] * distance + p['apply.searchCostShare'][0] * amount) *
      documents *
      channel *
      reached.cost +
    (pledges ? asking.mortgageCost[c] : 0);
  const papers = dataOf(world, i) === DATA.none ? p['lend.daysMissingData'][lenderClass] : 0;
  const desk = asking.times[lenderClass];
  const answer = reached.visited ? answerWithin(desk, papers, asking.decisionDays[c]) : papers + desk;
  view.days = answer + (pledges ? asking.mortgageDays[c] : 0);
}

/** Mean days until an answer that has to be there within `limit` days, `papers` of which pass before the file is complete. */
const answerWithin = (desk: number, papers: number, limit: number): number =>
  limit > papers ? papers + timeWithin(desk, limit - papers) : limit;

/** Gain expected from asking, yuan, with the chance and the cost as given. */
export const gain = (
  p: Asking['p'],
  amount: number,
  { worth, rate, days }: View,
  chance: number,
  cost: number,
): number =>
  gainFromAsking(
    amount,
    worth,
    rate,
    chance,
    cost + waitingCost(amount, worth, rate, chance, days),
    p['apply.fearOfRefusal'][0],
  );

/**
 * Why an owner who wants credit does not ask, or `none`: does not know how; would ask if certain to be granted, so expects
 * refusal; would not even then, so finds it too cumbersome.
 */
export function deterrent(asking: Asking, i: number, amount: number, reached: Reached, view: View): number {
  const { world, p, unawareKey } = asking;
  const { enterprises: e, atlas, loans } = world;
  const told = reached.encouraged || reached.informed || reached.near;
  const novice = e.vintage[i] === 0 && loans.lender[i] === 255;
  if (
    novice &&
    !told &&
    uniform(unawareKey.k0, unawareKey.k1, e.id[i]) < p['apply.unaware'][atlas.setting[e.cell[i]]]
  )
    return DETERRED.unaware;
  if (gain(p, amount, view, view.chance, view.cost) > 0) return DETERRED.none;
  return gain(p, amount, view, 1, view.cost) > 0 ? DETERRED.refusal : DETERRED.trouble;
}
