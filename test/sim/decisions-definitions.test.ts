/** Decisions against what their pages say, worked out another way, over everything they may be asked. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  agentError,
  effectiveConstant,
  rememberedGain,
  sharedNoise,
} from '../../sim/decisions/common-error.ts';
import { steppedTilt, tiltedMoney } from '../../sim/decisions/dashboard.ts';
import { delayMonths } from '../../sim/decisions/delay.ts';
import { waitingCost } from '../../sim/decisions/demand.ts';
import { worthOfCover } from '../../sim/decisions/guarantee.ts';
import { carelessExemption, hurdleFactor, portfolioExemption } from '../../sim/decisions/liability.ts';
import { pledgedLoss, pledgeWorth } from '../../sim/decisions/pledge.ts';
import { leastAsked } from '../../sim/decisions/price.ts';
import { privateAsk, privateBreakEven } from '../../sim/decisions/private-supply.ts';
import { observedLate, recordPrecision, reportingPeriod } from '../../sim/decisions/record.ts';
import { rightsWorth, shortfallReward } from '../../sim/decisions/reward.ts';
import { callsEach, officersFree } from '../../sim/decisions/rounds.ts';
import { observedWithGap } from '../../sim/decisions/signal.ts';
import { travelLeft } from '../../sim/decisions/travel.ts';
import { numberIn } from '../support/numbers.ts';
import { density, simpson } from '../support/reference.ts';

type Numbers = readonly number[];
type Range = readonly [number, number];

/** What is decided, the engine's decision, the same worked out another way, and the ranges of what it is asked. */
type Case = readonly [string, (x: Numbers) => number, (x: Numbers) => number, readonly Range[]];

const PART: Range = [0, 1];

/** The x between two bounds at which a rising function is 0. */
function rootOf(f: (x: number) => number, low: number, high: number): number {
  let [below, above] = [low, high];
  for (let step = 0; step < 200; step++) {
    const middle = (below + above) / 2;
    if (f(middle) < 0) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

/** Mean of several readings, each weighed by its precision. */
const weighed = (readings: readonly (readonly [value: number, precision: number])[]): number =>
  readings.reduce((sum, [value, precision]) => sum + value * precision, 0) /
  readings.reduce((sum, [, precision]) => sum + precision, 0);

const correlationOf = (precision: number): number => 1 / Math.sqrt(1 + 1 / precision);

const INFORMATION: readonly Case[] = [
  [
    'a late record’s signal is the mean of today and then by precision, with the noise of both',
    ([index, then, now, old, noise]) => observedLate(index, then, now + old, old, noise),
    ([index, then, now, old, noise]) => {
      const r = correlationOf(now + old);
      const mean = weighed([
        [index, now],
        [then, old],
      ]);
      return r * (mean + noise / Math.sqrt(now + old));
    },
    [
      [-4, 4],
      [-4, 4],
      [0.05, 3],
      [0, 3],
      [-4, 4],
    ],
  ],
  [
    'a gap taken for a clean sheet is a reading of two at its precision',
    ([index, seen, blank, noise]) => observedWithGap(index, seen + blank, blank, noise),
    ([index, seen, blank, noise]) =>
      correlationOf(seen + blank) *
      weighed([
        [index + noise / Math.sqrt(seen), seen],
        [2, blank],
      ]),
    [
      [-4, 4],
      [0.05, 3],
      [0, 3],
      [-4, 4],
    ],
  ],
  [
    'noise of which a part is shared turns by an angle whose sine squared is that part',
    ([own, shared, weight]) => sharedNoise(own, shared, weight),
    ([own, shared, weight]) => {
      const angle = Math.asin(Math.sqrt(weight));
      return Math.cos(angle) * own + Math.sin(angle) * shared;
    },
    [
      [-4, 4],
      [-4, 4],
      [0, 0.99],
    ],
  ],
  [
    'an agent’s error is what controls do not catch of it, as far as agents are used',
    ([error, use, controls, caught, draw]) => agentError(error, use, controls, caught, draw),
    ([error, use, controls, caught, draw]) => use * (error * draw - error * draw * controls * caught),
    [[0, 2], PART, PART, PART, [-4, 4]],
  ],
  [
    'a relation grows by what officers who are still there have learnt',
    ([constant, turnover, months]) =>
      rememberedGain(constant, turnover, Math.exp(-months / effectiveConstant(constant, turnover))),
    ([constant, turnover, months]) =>
      simpson((s) => Math.exp(-s * (1 / constant + turnover / 12)) / constant, 0, months, 6000),
    [[6, 60], PART, [0, 120]],
  ],
];

const PRICE: readonly Case[] = [
  [
    'the least rate asked is the greatest of need, cost of money and the lowest there is',
    ([needed, funds, lowest]) => leastAsked(needed, funds, lowest),
    (rates) => [...rates].sort((a, b) => b - a)[0],
    [
      [-0.1, 0.3],
      [0, 0.1],
      [0, 0.02],
    ],
  ],
  [
    'waiting costs each day’s expected gain',
    ([amount, worth, rate, chance, days]) => waitingCost(amount, worth, rate, chance, days),
    ([amount, worth, rate, chance, days]) =>
      (days / 365) * (chance * amount * worth - chance * amount * rate),
    [[1e4, 1e7], [0, 0.6], [0, 0.3], PART, [0, 60]],
  ],
  [
    'a pledge loses its value month by month until it is sold at a discount',
    ([haircut, months, decay]) => pledgeWorth(haircut, Math.round(months), decay),
    ([haircut, months, decay]) => {
      let left = 1;
      for (let k = 0; k < Math.round(months); k++) left -= decay;
      return Math.max(0, left) - haircut * Math.max(0, left);
    },
    [PART, [0, 24], [0, 0.1]],
  ],
  [
    'a pledge’s loss lies between that of real estate and of nothing by its worth',
    ([unsecured, secured, worth]) => pledgedLoss(unsecured, secured, worth),
    ([unsecured, secured, worth]) => worth * secured + (1 - worth) * unsecured,
    [PART, PART, PART],
  ],
  [
    'a private lender breaks even where those who pay earn what it costs and loses',
    ([cost, pd, lgd]) => privateBreakEven(cost, pd, lgd),
    ([cost, pd, lgd]) => rootOf((rate) => (1 - pd) * rate - cost - pd * lgd, 0, 10),
    [[0, 0.3], [0, 0.8], PART],
  ],
  [
    'a private lender asks what earns it on this borrower as much as the going rate does on the ordinary one',
    ([going, ordinary, breakEven]) => privateAsk({ going, ordinary, least: 0.1, most: 0.36 }, breakEven),
    ([going, ordinary, breakEven]) => {
      const asked = rootOf((rate) => rate - breakEven - (going - ordinary), -9, 9);
      return [0.1, 0.36, asked].sort((a, b) => a - b)[1];
    },
    [
      [0.15, 0.36],
      [0.1, 0.8],
      [0.1, 3],
    ],
  ],
  [
    'travel falls as the mean way to the nearest of random outlets',
    ([density_]) => travelLeft(density_),
    ([density_]) => {
      const way = (d: number) => simpson((r) => Math.exp(-Math.PI * d * r * r), 0, 12, 6000);
      return way(density_) / way(1);
    },
    [[0.25, 4]],
  ],
  [
    'officers are free whom neither files of late nor the clients of the book take',
    ([founded, onFiles, loans, each]) => officersFree(founded!, onFiles!, loans!, each!),
    ([founded, onFiles, loans, each]) => {
      const needed = onFiles! * each! + loans!;
      return needed > founded! * each! ? 0 : founded! - needed / each!;
    },
    [
      [0, 500],
      [0, 400],
      [0, 2e10],
      [1e7, 2e8],
    ],
  ],
  [
    'an officer without files makes calls for what the field work of files costs',
    ([files, fieldCost, callCost]) => callsEach(files!, fieldCost!, callCost!) * callCost!,
    ([files, fieldCost]) => files! * fieldCost!,
    [
      [4, 40],
      [100, 5000],
      [20, 600],
    ],
  ],
];

const INCENTIVES: readonly Case[] = [
  [
    'the hurdle moves by how much a yuan lost counts for the officer, then and now',
    ([cost, standard, exempt]) => hurdleFactor(cost, standard, exempt),
    ([cost, standard, exempt]) => {
      const counted = (x: number) => x + (1 - x) * (1 + cost);
      return counted(standard) / counted(exempt);
    },
    [[0, 3], PART, PART],
  ],
  [
    'an exemption takes away the care that nobody verifies',
    ([exempt, verified]) => carelessExemption(exempt, verified),
    ([exempt, verified]) => exempt - exempt * verified,
    [PART, PART],
  ],
  [
    'a default is exempt by itself or by the portfolio it is judged in',
    ([exempt, judged, strain]) => portfolioExemption(exempt, judged, strain),
    ([exempt, judged, strain]) => 1 - (1 - exempt) * (1 - judged * Math.max(0, 1 - strain)),
    [PART, PART, [0, 2]],
  ],
  [
    'a target missed is worth its weight for every unit of shortfall',
    ([target, pace, weight]) => shortfallReward(target, pace, weight),
    ([target, pace, weight]) => (target === 0 ? 0 : Math.max(0, weight * target - weight * pace)),
    [
      [0, 0.5],
      [-0.3, 0.6],
      [0, 0.3],
    ],
  ],
  [
    'a right to growth is worth the mean of its better half',
    ([part, volatility, sales, loan]) => rightsWorth(part, volatility, sales, loan),
    ([part, volatility, sales, loan]) =>
      (part * sales * simpson((z) => volatility * z * density(z), 0, 10, 2000)) / loan,
    [PART, PART, [1e5, 1e8], [1e4, 1e7]],
  ],
  [
    'a dashboard steps by the difference over the sum',
    ([tilt, own, mean, gain]) => steppedTilt(tilt, own, mean, gain),
    ([tilt, own, mean, gain]) => tilt + gain * (1 - (2 * own) / (mean + own)),
    [
      [-0.2, 0.2],
      [0.001, 0.3],
      [0.001, 0.3],
      [0, 0.2],
    ],
  ],
  [
    'a dashboard shares out the same money by weights of one and the tilt',
    ([tilt, other, mine, rest]) =>
      tiltedMoney(tilt, mine + rest, mine * (1 + tilt) + rest * (1 + other)) * mine,
    ([tilt, other, mine, rest]) => {
      const [weight, others] = [mine + mine * tilt, rest + rest * other];
      return (mine + rest) * (weight / (weight + others));
    },
    [
      [-0.5, 0.5],
      [-0.5, 0.5],
      [0.1, 2],
      [0.1, 2],
    ],
  ],
  [
    'cover counts as far as it is paid, less the funds of the months until then',
    ([covered, trust, funding, wait]) => worthOfCover(covered, trust, funding, wait),
    ([covered, trust, funding, wait]) =>
      Math.max(0, covered * trust - covered * trust * funding * (wait / 12)),
    [PART, PART, [0, 0.1], [0, 24]],
  ],
];

describe.each([
  ['information', INFORMATION],
  ['price', PRICE],
  ['incentives', INCENTIVES],
])('decisions about %s', (_topic, cases) => {
  test.each(cases)('%s', (_what, decided, defined, ranges) => {
    const asked = fc.tuple(...ranges.map(([min, max]) => numberIn(min, max)));
    fc.assert(
      fc.property(asked, (x) => {
        const expected = defined(x);
        expect(Math.abs(decided(x) - expected)).toBeLessThan(1e-9 * (1 + Math.abs(expected)));
      }),
      { seed: 9, numRuns: 60 },
    );
  });
});

describe('decisions about records', () => {
  test('count the best source whole and the others less their overlap', () => {
    const worths = fc.array(numberIn(0, 2), { minLength: 13, maxLength: 13 });
    fc.assert(
      fc.property(worths, fc.integer({ min: 0, max: 8191 }), numberIn(0, 1), (worth, record, overlap) => {
        const present = worth.filter((_, k) => Math.floor(record / 2 ** k) % 2 === 1).sort((a, b) => b - a);
        const expected = present.reduce((sum, one, k) => sum + (k === 0 ? one : one - overlap * one), 0);
        expect(Math.abs(recordPrecision(record, worth, overlap) - expected)).toBeLessThan(1e-9);
      }),
      { seed: 10 },
    );
  });

  test('let records come in so often that their mean age is as near to the wanted one as can be', () => {
    for (let age = 0; age <= 12; age += 0.125) {
      const off = (period: number) => Math.abs((period - 1) / 2 - age);
      const best = Math.min(...Array.from({ length: 40 }, (_, k) => off(k + 1)));
      expect(off(reportingPeriod(age))).toBeCloseTo(best, 12);
    }
  });

  test('let payments come after whole months whose mean over all claims is the days they take', () => {
    for (const days of [0, 7, 20, 30, 45, 75]) {
      const draws = Array.from({ length: 3000 }, (_, k) => (k + 0.5) / 3000);
      const mean = draws.reduce((sum, u) => sum + delayMonths(days, u), 0) / draws.length;
      expect(Math.abs(mean - days / 30)).toBeLessThan(1e-3);
    }
  });
});
