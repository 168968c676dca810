/** An owner's reckoning again, for those who tell its story: the rule of the phase `apply`, changing nothing. */
import { EVENT } from './agents/enterprises.ts';
import { deterrent, expect, gain, noView, openAsking, trouble, value } from './asking.ts';
import { NO_LENDER } from './contracts/loans.ts';
import { waitingCost } from './decisions/demand.ts';
import { openOffers, takeOffer } from './offers.ts';
import { callerOn } from './outlets.ts';
import { nobody, openOutreach, reach } from './outreach.ts';
import type { World } from './world.ts';

/** What the owner of an application expected. Rates and `worth` are annual; money in yuan. */
export interface Reckoning {
  /** One of `CALLER`: whose officer called. */
  readonly caller: number;
  readonly chance: number;
  readonly worth: number;
  readonly rate: number;
  /** Trouble of asking, and what the loan would have earned in the days until it comes. */
  readonly cost: number;
  readonly fear: number;
  readonly gain: number;
  /** One of `DETERRED`: why it did not ask. */
  readonly deterred: number;
}

/** Reckoning behind application `row`. Call after the phase `apply`, before the lenders answer. */
export function reckon(world: World, row: number): Reckoning {
  const { applications: a, lenders, loans, second, now } = world;
  const i = a.enterprise[row];
  const amount = a.asked[row];
  const lenderClass = lenders.class[a.lender[row]];
  const asking = openAsking(world);
  const reached = nobody();
  const view = noView();
  const borrows = loans.lender[i] !== NO_LENDER || loans.lender[second[i]] !== NO_LENDER;
  const outreach = openOutreach(world);
  const caller = callerOn(outreach.outlets, i, borrows);
  reach(outreach, i, borrows, caller, reached, (now.events[i] & EVENT.visited) !== 0);
  value(asking, i, amount, lenderClass, view);
  expect(asking, i, reached, view);
  trouble(asking, i, amount, lenderClass, reached, view);
  const offers = openOffers(world);
  if (offers !== null && (now.events[i] & EVENT.offered) !== 0) takeOffer(offers, reached, view);
  const { chance, worth, rate, cost, days } = view;
  return {
    caller,
    chance,
    worth,
    rate,
    cost: cost + waitingCost(amount, worth, rate, chance, days),
    fear: asking.p['apply.fearOfRefusal'][0] * amount * (1 - chance),
    gain: gain(asking.p, amount, view, chance, cost),
    deterred: deterrent(asking, i, amount, reached, view),
  };
}
