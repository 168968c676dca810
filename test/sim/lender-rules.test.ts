import fc from 'fast-check';
// Lenders as agents: what changes when a class is another, put to small worlds and to the rules themselves.
import { describe, expect, test, vi } from 'vitest';
import { CLASS } from '../../sim/conditions.ts';
import { drawnPart } from '../../sim/contracts/tenor.ts';
import { statementsFor } from '../../sim/craft.ts';
import {
  agentError,
  effectiveConstant,
  rememberedGain,
  sharedNoise,
} from '../../sim/decisions/common-error.ts';
import { carelessExemption, hurdleFactor, portfolioExemption } from '../../sim/decisions/liability.ts';
import { leastAsked } from '../../sim/decisions/price.ts';
import { bridgesPrivately, privateAsk, privateBreakEven } from '../../sim/decisions/private-supply.ts';
import { rightsWorth, shortfallReward } from '../../sim/decisions/reward.ts';
import { travelLeft } from '../../sim/decisions/travel.ts';
import {
  COUNTERS,
  createWorld,
  FORK_MONTH,
  type Patch,
  reckon,
  stepMonth,
  type World,
} from '../../sim/index.ts';
import type { Counter } from '../../sim/indicators/counters.ts';
import { LENDER_ENTRIES, LENDER_ENTRY } from '../../sim/ledger.ts';
import { LICENCE_GONE, weakMonths } from '../../sim/licence.ts';
import { CALLER, outletCosts, outletsOf } from '../../sim/outlets.ts';
import { chosenEffort, PRIOR_AT, SIZE_AT } from '../../sim/underwriting.ts';
import { EFFORT_NODES } from '../../sim/world.ts';
import { fromFork, runTo } from '../laws/worlds.ts';
import { asking, booked, lived, mean } from '../support/diary.ts';
import { type Changes, HUNAN, inputOf, patch, smallProvince } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 120_000 });

/** A parameter by lender class with one class changed. */
function changed(
  name: 'lend.funding' | 'lend.cutoff' | 'lend.margin',
  lenderClass: number,
  by: (value: number) => number,
): Changes {
  return { [name]: HUNAN.parameters[name].map((value, c) => (c === lenderClass ? by(value) : value)) };
}

describe('a class of lenders', () => {
  const until = FORK_MONTH + 12;

  test('dearer funds of local banks end in their rates', () => {
    const rate = (parameters: Changes) =>
      mean(
        asking(
          lived({ seed: 'law', parameters, until }),
          (one) => one.lenderClass === CLASS.rural && one.rate > 0,
        ).map((one) => one.rate),
      );
    expect(rate(changed('lend.funding', CLASS.rural, (value) => value + 0.01))).toBeGreaterThan(
      rate({}) + 0.002,
    );
  });

  test('a village lender with a lower cut-off lends less', () => {
    const lent = (parameters: Changes) =>
      booked(lived({ seed: 'law', parameters, until }), 'approved', [CLASS['village-microcredit']]);
    expect(lent(changed('lend.cutoff', CLASS['village-microcredit'], (value) => value / 3))).toBeLessThan(
      lent({}),
    );
  });

  test('a dearer lender keeps the clients who expect most from money and are worse', () => {
    const quality = (parameters: Changes) =>
      mean(
        ['law', 1, 2, 3, 4, 5, 6, 7]
          .map(String)
          .flatMap((seed) =>
            asking(lived({ seed, parameters, until }), (one) => one.lenderClass === CLASS.rural).map(
              (one) => one.quality,
            ),
          ),
      );
    expect(quality(changed('lend.margin', CLASS.rural, (value) => value + 0.06))).toBeLessThan(quality({}));
  });

  test('a digital lender serves nobody without traces, however good', () => {
    const { answers } = lived({ seed: 'law', until });
    const digital = answers.filter((one) => one.lenderClass === CLASS.digital && one.asked);
    expect(digital.length).toBeGreaterThan(0);
    expect(digital.filter((one) => !one.traced && one.granted)).toEqual([]);
    const good = answers.filter((one) => !one.traced && one.quality > 1);
    expect(good.length).toBeGreaterThan(0);
    expect(good.filter((one) => one.lenderClass === CLASS.digital && one.granted)).toEqual([]);
  });

  test('cheap policy money swells lending, and bad loans follow when it ends', () => {
    const support = patch('evaluation', { target: 0.6, weight: 0.2 }, { until: FORK_MONTH + 12 });
    const counted = (seed: string, patches: readonly Patch[], name: Counter, from: number, to: number) =>
      lived({ seed, patches, until: FORK_MONTH + 30 })
        .monthly.slice(from, to)
        .reduce((sum, counts) => sum + counts[COUNTERS.indexOf(name)], 0);
    for (const seed of ['law', 'lenders-1', 'lenders-2']) {
      const gain = (name: Counter, from: number, to: number) =>
        counted(seed, [support], name, from, to) - counted(seed, [], name, from, to);
      expect(gain('approvals', 0, 12)).toBeGreaterThan(0);
      expect(gain('newDefaults', 12, 30)).toBeGreaterThan(gain('newDefaults', 0, 12));
    }
  });
});

describe('somebody without a record', () => {
  const granted = (parameters: Changes, novice: boolean) =>
    asking(
      lived({ seed: 'law', parameters, until: FORK_MONTH + 12 }),
      (one) => one.granted && one.novice === novice,
    );

  test('gets no more on collateral than without it; who has a record does', () => {
    const above = (novice: boolean) =>
      granted({}, novice).filter(
        ({ secured, amount, lenderClass }) =>
          secured && amount > HUNAN.parameters['lend.maxLoan'][lenderClass],
      );
    expect(above(true)).toEqual([]);
    expect(above(false)).not.toEqual([]);
  });

  test('pays for meeting one quote only', () => {
    const rate = (captive: number) =>
      mean(granted({ 'lend.captive': [captive] }, true).map((one) => one.rate));
    expect(rate(0.3)).toBeGreaterThan(rate(0) + 0.005);
  });

  test('asks for less where first requests are smaller', () => {
    const asked = (part: number) =>
      mean(granted({ 'apply.firstRequest': [part] }, true).map((one) => one.amount));
    expect(asked(0.3)).toBeLessThan(0.8 * asked(0.9));
  });
});

describe('an officer who answers for losses', () => {
  test('lowers the hurdle by what the loss costs in person, and not at all where the exemption stands as before', () => {
    expect(hurdleFactor(0.6, 0.3, 0.3)).toBe(1);
    expect(hurdleFactor(0.6, 0.3, 1)).toBeCloseTo(1 + 0.6 * 0.7, 12);
    expect(hurdleFactor(0.6, 0.3, 0)).toBeCloseTo((1 + 0.6 * 0.7) / 1.6, 12);
  });

  test('is careless as far as nobody looks into what is exempt', () => {
    expect(carelessExemption(0.8, 1)).toBe(0);
    expect(carelessExemption(0.8, 0.25)).toBeCloseTo(0.6, 12);
  });

  test('is spared single losses while the portfolio holds, and no longer when it does not', () => {
    expect(portfolioExemption(0.3, 1, 0)).toBe(1);
    expect(portfolioExemption(0.3, 1, 1)).toBe(0.3);
    expect(portfolioExemption(0.3, 0.5, 0.5)).toBeCloseTo(0.3 + 0.7 * 0.5 * 0.5, 12);
  });
});

describe('what a loan is worth besides its interest', () => {
  test('is the weight times the shortfall of a target, and nothing without one', () => {
    expect(shortfallReward(0.3, 0.1, 0.05)).toBeCloseTo(0.01, 12);
    expect(shortfallReward(0, -0.2, 0.05)).toBe(0);
    expect(shortfallReward(0.3, 0.4, 0.05)).toBe(0);
  });

  test('rises with uncertainty where the lender has a right to growth', () => {
    const worth = (volatility: number) => rightsWorth(0.02, volatility, 3_000_000, 1_000_000);
    expect(worth(0.3)).toBeCloseTo((0.02 * 0.3 * 3) / Math.sqrt(2 * Math.PI), 12);
    expect(worth(0.3)).toBeGreaterThan(worth(0.1));
  });
});

describe('errors that files share', () => {
  test('leave the variance of a reading as it was', () => {
    for (const weight of [0, 0.3, 1])
      expect(sharedNoise(1, 0, weight) ** 2 + sharedNoise(0, 1, weight) ** 2).toBeCloseTo(1, 12);
  });

  test('come with agents and go with controls', () => {
    expect(agentError(0.5, 1, 0, 0.8, 1)).toBe(0.5);
    expect(agentError(0.5, 1, 1, 0.8, 1)).toBeCloseTo(0.1, 12);
    expect(agentError(0.5, 0, 0, 0.8, 1)).toBe(0);
  });
});

describe('a relationship bank', () => {
  const founded = () =>
    runTo(fromFork({ patches: [patch('relationshipBanks', { presence: 1 })] }), FORK_MONTH + 4);
  const banksOf = ({ lenders, shape }: World) =>
    Array.from({ length: shape.licensed }, (_, l) => l).filter(
      (l) => lenders.class[l] === CLASS.relationship,
    );
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, one) => all + one, 0);

  test('pays for its officers’ calls, one by one', () => {
    const world = founded();
    const { cells } = world.shape;
    const calls = sum(
      outletsOf(world)!.rounds!.map((chance, here) => {
        let there = 0;
        for (let c = 0; c < cells; c++)
          if (world.atlas.prefecture[c] === here) there += world.input.province.population[c]!;
        return chance * there;
      }),
    );
    expect(calls).toBeGreaterThan(1);
    const paid = sum(outletCosts(world)!);
    expect(Math.abs(paid - calls * HUNAN.parameters['outlets.callCost'][0]!)).toBeLessThan(10);
  });

  test('goes round no more when files or clients take all its officers', () => {
    const { 'lend.capitalRatio': ratio, 'relationshipBanks.capitalPerOfficer': each } = HUNAN.parameters;
    const world = founded();
    for (const l of banksOf(world))
      world.lenders.loans[l] = (world.lenders.officers[l]! * each[0]!) / ratio[CLASS.relationship]!;
    expect(sum(outletsOf(world)!.rounds!)).toBe(0);
    const busy = founded();
    for (const l of banksOf(busy)) busy.lenders.attention[l] = 0.9;
    expect(sum(outletsOf(busy)!.rounds!)).toBe(0);
  });

  test('has nobody go round, and pays for nobody, in the month it is founded', () => {
    const means = (parameters: Changes) => {
      const world = runTo(
        fromFork({
          province: smallProvince(parameters),
          patches: [patch('relationshipBanks', { presence: 1 })],
        }),
        FORK_MONTH + 1,
      );
      const { cash, funding } = world.lenders;
      return banksOf(world).map((l) => cash[l]! - funding[l]!);
    };
    const [withRounds, without] = [means({}), means({ 'fieldLending.visitCost': [0] })];
    expect(sum(withRounds as number[])).toBeGreaterThan(0);
    expect(withRounds).toEqual(without);
  });

  test('does not send all its officers out in one month and keep them in for the files of that the next', () => {
    const world = founded();
    const files: number[] = [];
    while (world.month < FORK_MONTH + 30) {
      stepMonth(world);
      files.push(
        sum(
          banksOf(world).map(
            (l) => world.closed.lenders[l * LENDER_ENTRIES.length + LENDER_ENTRY.applications]!,
          ),
        ),
      );
    }
    const steps = files.slice(1).map((one, k) => Math.abs(one - files[k]!));
    // all out, all in would make each step as large as twice the mean
    expect(mean(steps)).toBeLessThan(0.5 * mean(files));
  });

  test('is asked by whom its officer has called on, if it lends such sums', () => {
    const world = fromFork({ patches: [patch('relationshipBanks', { presence: 1 })] });
    const [least, most] = (['lend.minLoan', 'lend.maxLine'] as const).map(
      (name) => HUNAN.parameters[name][CLASS.relationship]!,
    ) as [number, number];
    const asked: number[] = [];
    runTo(world, FORK_MONTH + 15, (phase) => {
      if (phase !== 'apply') return;
      const { applications: a, lenders } = world;
      for (let row = 0; row < world.applied[0]!; row++)
        if (
          reckon(world, row).caller === CALLER.relationship &&
          a.asked[row]! >= least &&
          a.asked[row]! <= most
        )
          asked.push(lenders.class[a.lender[row]!]!);
    });
    expect(asked.length).toBeGreaterThan(20);
    expect(new Set(asked)).toEqual(new Set([CLASS.relationship]));
  });

  test('builds the accounts of who has none, as far as its officers have time', () => {
    const world = founded();
    const [bank] = banksOf(world) as [number];
    const rural = Array.from(world.lenders.class).indexOf(CLASS.rural);
    const built = HUNAN.parameters['fieldLending.tauBuilt'][0]!;
    const read = (lender: number, time: number, books = 0.01) => {
      world.lenders.attention[lender] = time;
      return statementsFor(null, world, lender, books);
    };
    expect([3, 0.5].map((time) => read(bank, time))).toEqual([built, built / 2]);
    expect(read(bank, 3, 0.9)).toBe(0.9);
    expect(read(rural, 1)).toBe(0.01);
  });
});

test('an officer who answers for more than the loss never checks less than not at all', () => {
  const world = runTo(fromFork({}), FORK_MONTH + 1);
  const { share, prior, size } = EFFORT_NODES;
  // effort that falls from 0.4 to 0.1 over the last step of own shares
  world.effort.fill(0.4);
  for (let k = (share - 1) * prior * size; k < share * prior * size; k++) world.effort[k] = 0.1;
  const effort = (ownShare: number) => chosenEffort(world, 0, ownShare, PRIOR_AT[0], SIZE_AT[0]);
  const step = 1 / (share - 1);
  expect(effort(1)).toBeCloseTo(0.1, 12);
  expect(effort(1 + 0.1 * step)).toBeCloseTo(0.07, 12);
  expect(effort(1 + step)).toBe(0);
});

test('officers who leave take what they know along', () => {
  const gain = (turnover: number, months: number) =>
    rememberedGain(18, turnover, Math.exp(-months / effectiveConstant(18, turnover)));
  expect(gain(0, 36)).toBeCloseTo(1 - Math.exp(-2), 12);
  expect(gain(0.3, 36)).toBeLessThan(gain(0.1, 36));
  expect(gain(0.3, 240)).toBeLessThan(1 / (1 + (18 * 0.3) / 12) + 1e-9);
});

test('a private lender under a cap turns away those whose risk it does not cover', () => {
  expect(privateBreakEven(0.1, 0, 0.7)).toBeCloseTo(0.1, 12);
  expect(privateBreakEven(0.1, 0.2, 0.7)).toBeCloseTo(0.3, 12);
});

test('a riskier borrower pays a private lender more, and at the ordinary risk a place pays its going rate', () => {
  const breakEven = (pd: number) => privateBreakEven(0.1, pd, 0.7);
  for (const going of HUNAN.parameters['private.rate']) {
    const price = { going, ordinary: breakEven(0.25), least: 0.1, most: 0.36 };
    expect(privateAsk(price, breakEven(0.25))).toBeCloseTo(going, 12);
    const asked = [0.01, 0.2, 0.23, 0.26, 0.28, 0.9].map((pd) => privateAsk(price, breakEven(pd)));
    expect(asked).toEqual(asked.toSorted((a, b) => a - b));
    expect(new Set(asked).size).toBeGreaterThan(4);
    expect([asked[0], asked[5]]).toEqual([0.1, 0.36]);
  }
});

test('an owner whose loan is called owes a private lender where a year of that leaves more than a hurried sale', () => {
  const points = fc.integer({ min: 0, max: 64 });
  fc.assert(
    fc.property(points, points, points, (rate, earned, haircut) => {
      const loan = 6400;
      const kept = (loan / 64) * (earned - rate);
      const sold = -(loan / 64) * haircut;
      expect(bridgesPrivately(rate / 64, earned / 64, haircut / 64)).toBe(kept > sold);
    }),
    { seed: 9 },
  );
});

test('a lender asks what it needs, but no less than money costs it nor than the lowest rate there is', () => {
  expect([
    leastAsked(0.05, 0.02, 0.005),
    leastAsked(-0.1, 0.02, 0.005),
    leastAsked(-0.1, -0.01, 0.005),
  ]).toEqual([0.05, 0.02, 0.005]);
});

test('four times as many outlets halve the way', () => {
  expect(travelLeft(1)).toBe(1);
  expect(travelLeft(4)).toBe(0.5);
});

test('a line is drawn for what its owner lacks', () => {
  expect([drawnPart(100, 20, 50), drawnPart(100, 90, 50), drawnPart(100, 500, 50)]).toEqual([100, 60, 0]);
});

test('a licence goes after half a year of too little capital, comes back never, and is not asked for at 0', () => {
  let months = 0;
  for (let month = 0; month < 5; month++) months = weakMonths(months, 0.1, 0.12);
  expect(months).toBe(5);
  expect(weakMonths(months, 0.13, 0.12)).toBe(0);
  expect(weakMonths(months, 0.1, 0.12)).toBe(LICENCE_GONE);
  expect(weakMonths(LICENCE_GONE, 0.9, 0.12)).toBe(LICENCE_GONE);
  expect(weakMonths(3, 0, 0)).toBe(3);
});

describe('whoever stands behind a lender short of capital', () => {
  const NEED = HUNAN.parameters['lend.capitalRatio'][CLASS.rural];

  /** Capital of the largest rural lender over what it needs, month by month after all of it was lost. */
  function afterLosingAll(support: number, licensed = true): number[] {
    const parameters = { 'lend.support': HUNAN.parameters['lend.support'].map(() => support) };
    const world = createWorld(inputOf({ seed: 'law', province: smallProvince(parameters) }));
    const { lenders } = world;
    while (world.month < FORK_MONTH) stepMonth(world);
    const rural = [...lenders.class.keys()].filter((l) => lenders.class[l] === CLASS.rural);
    const l = rural.reduce((most, one) => (lenders.loans[one] > lenders.loans[most] ? one : most));
    const capital = () => lenders.cash[l] + lenders.loans[l] - lenders.funding[l] - lenders.provisions[l];
    lenders.funding[l] += capital();
    if (!licensed) lenders.weak[l] = LICENCE_GONE;
    return Array.from({ length: 3 }, () => {
      stepMonth(world);
      return capital() / (NEED * lenders.loans[l]);
    });
  }

  test('puts in all it needs and no more where a month brings all', () => {
    expect(afterLosingAll(1)[0]).toBeCloseTo(1, 6);
  });

  test('takes its time where a month brings half', () => {
    const [first, second] = afterLosingAll(0.5);
    expect(first).toBeGreaterThan(0.4);
    expect(first).toBeLessThan(0.6);
    expect(second).toBeGreaterThan(0.65);
    expect(second).toBeLessThan(0.85);
  });

  test('leaves alone a lender that has nobody or has lost its licence', () => {
    for (const parts of [afterLosingAll(0), afterLosingAll(1, false)])
      expect(Math.max(...parts)).toBeLessThan(0.1);
  });
});
