// What an owner does whose loan is called against its will: owes a private lender as far as that goes, then sells.
import { expect, test } from 'vitest';
import { ENDING, EVENT, endingOf, TRAIT } from '../../sim/agents/enterprises.ts';
import { bridgesPrivately } from '../../sim/decisions/private-supply.ts';
import { createWorld, FORK_MONTH, stepMonth, type World } from '../../sim/index.ts';
import { inputOf } from '../support/small-province.ts';

/** An enterprise in the month its only loan fell due: private debt before and after, and why the loan ended. */
interface Called {
  readonly ending: number;
  readonly before: number;
  readonly after: number;
  readonly most: number;
  readonly reaches: boolean;
  /** Whether owing privately costs less than selling at the rate agreed, at the highest there is and at the lowest. */
  readonly cheaper: boolean;
  readonly cheaperAtMost: boolean;
  readonly cheaperAtLeast: boolean;
}

const isCalled = (ending: number): boolean =>
  ending === ENDING.lender || ending === ENDING.guarantor || ending === ENDING.bridge;

/** Enterprises with one loan that ended in a year of a small world. */
function endedLoans(world: World): Called[] {
  const found: Called[] = [];
  const p = world.input.province.parameters;
  let debt = new Float64Array();
  let arrears = new Uint8Array();
  while (world.month < FORK_MONTH + 12)
    stepMonth(world, (phase) => {
      const { enterprises: e, now, shape } = world;
      if (phase === 'ration and disburse') {
        debt = Float64Array.from(e.privateDebt);
        arrears = Uint8Array.from(e.privateArrears);
      }
      if (phase !== 'service') return;
      for (let i = 0; i < shape.capacity; i++) {
        const ending = endingOf(now.ending[i], false);
        if ((now.events[i] & EVENT.matured) === 0 || e.status[i] !== 1) continue;
        if (!isCalled(ending) && ending !== ENDING.owner) continue;
        const beatsSale = (rate: number) =>
          bridgesPrivately(rate, e.returnOnCredit[i], p['apply.haircut'][0]);
        found.push({
          ending,
          before: debt[i],
          after: e.privateDebt[i],
          most: p['private.limitMonths'][0] * e.scale[i],
          reaches: (e.traits[i] & TRAIT.privateReach) !== 0 && arrears[i] === 0,
          cheaper: beatsSale(e.privateRate[i] / 500),
          cheaperAtMost: beatsSale(p['lend.rateCap'][7]),
          cheaperAtLeast: beatsSale(p['lend.funding'][7]),
        });
      }
    });
  return found;
}

test('who is called and can find a private lender owes one more, within its limit; who ends a loan by choice does not', () => {
  const all = endedLoans(createWorld(inputOf({ seed: 'law' })));
  const called = all.filter(({ ending }) => isCalled(ending));
  const able = called.filter(
    ({ reaches, cheaperAtMost, before, most }) => reaches && cheaperAtMost && before < 0.5 * most,
  );
  expect(able.length).toBeGreaterThan(20);
  const bridged = able.filter(({ before, after }) => after > before);
  expect(bridged.length, 'enough to tell; others have the cash, or cannot carry any rate').toBeGreaterThan(5);
  expect(bridged.every(({ after, most }) => after <= most)).toBe(true);
  const borrowed = called.filter(({ before, after }) => after > before);
  expect(borrowed.every(({ cheaper }) => cheaper)).toBe(true);
  const unable = called.filter(({ reaches, cheaperAtLeast }) => !reaches || !cheaperAtLeast);
  expect(unable.length).toBeGreaterThan(0);
  expect(unable.filter(({ before, after }) => after > before)).toEqual([]);
  const willing = all.filter(({ ending }) => ending === ENDING.owner);
  expect(willing.length).toBeGreaterThan(20);
  expect(willing.filter(({ before, after }) => after > before)).toEqual([]);
});
