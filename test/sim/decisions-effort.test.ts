import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestPrecision, valueOfInformation } from '../../sim/decisions/effort.ts';
import { type Belief, correlation, defaultProbability } from '../../sim/decisions/signal.ts';
import { numberIn } from '../support/numbers.ts';
import { density, distribution, evenly, quantileOf, rises, simpson } from '../support/reference.ts';

const BELIEF: Belief = { intercept: quantileOf(0.045), ceiling: 0.7, mean: 0, spread: 1 };
const LGD = 0.6;
const MARGIN = 0.01 + 0.045 * LGD;
const GRID = evenly(0.01, 2, 40);

/** Below which signal the lender refuses: where margin (1 - PD) = ownLoss PD. */
function refusalPoint(r: number, ownLoss: number): number {
  let [low, high] = [-12, 12];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    const pd = defaultProbability(middle, r, BELIEF);
    if (MARGIN * (1 - pd) < ownLoss * pd) low = middle;
    else high = middle;
  }
  return low;
}

/** The same expectation over all signals above the refusal point, by Simpson's rule, where nothing has a kink. */
function exactValue(r: number, ownLoss: number): number {
  const profit = (s: number) => density(s) * (MARGIN - (MARGIN + ownLoss) * defaultProbability(s, r, BELIEF));
  return simpson(profit, Math.max(-9, refusalPoint(r, ownLoss)), 9, 2000);
}

/** The documented rule, written out: 33 signals from -4 to 4, weighed by the normal density. */
function documentedValue(r: number, ownLoss: number): number {
  const signals = evenly(-4, 4, 33);
  const profit = (s: number) => {
    const residual = 1 - BELIEF.ceiling ** 2 * r * r;
    const pd = distribution((BELIEF.intercept - BELIEF.ceiling * r * s) / Math.sqrt(residual));
    return Math.max(0, MARGIN * (1 - pd) - ownLoss * pd);
  };
  const total = signals.reduce((sum, s) => sum + density(s), 0);
  return signals.reduce((sum, s) => sum + (density(s) / total) * profit(s), 0);
}

describe('the value of information', () => {
  const cases = [0.1, 0.25, 0.5, 0.75, 1].flatMap((share) =>
    [0.05, 0.2, 0.5, 1.5].map((tau) => [share * LGD, correlation(tau)] as const),
  );

  test('is the expectation over thirty-three signals that its page says', () => {
    for (const [ownLoss, r] of cases)
      expect(
        Math.abs(valueOfInformation(r, MARGIN, ownLoss, BELIEF) - documentedValue(r, ownLoss)),
      ).toBeLessThan(1e-9);
  });

  test('is within two per cent of the margin of the exact integral, kink and all', () => {
    for (const [ownLoss, r] of cases)
      expect(Math.abs(valueOfInformation(r, MARGIN, ownLoss, BELIEF) - exactValue(r, ownLoss))).toBeLessThan(
        0.02 * MARGIN,
      );
  });

  test('is exact where the lender never refuses: margin and own loss on the mean PD', () => {
    for (const r of [0, 0.2, 0.5]) {
      const plain = MARGIN * (1 - 0.045) - 0.02 * 0.045;
      expect(Math.abs(valueOfInformation(r, MARGIN, 0.02, BELIEF) - plain)).toBeLessThan(2e-5 * MARGIN);
    }
  });

  test('in the exact integral never falls with the sharpness of the signal', () => {
    for (const ownLoss of [0.1, 0.3, 0.6])
      expect(rises(GRID.map((tau) => exactValue(correlation(tau), ownLoss)))).toBe(true);
  });

  test('falls with the loss the lender bears', () => {
    const values = evenly(0, 0.6, 13).map((ownLoss) => -valueOfInformation(0.5, MARGIN, ownLoss, BELIEF));
    expect(rises(values)).toBe(true);
  });
});

describe('the best precision', () => {
  const values = (ownLoss: number) =>
    GRID.map((tau) => valueOfInformation(correlation(tau), MARGIN, ownLoss, BELIEF));
  const chosen = (share: number, loan = 2_500_000, cost = 4000) =>
    GRID[bestPrecision(GRID, values(share * LGD), 0.1, loan, cost)];

  test('is the argument of the greatest net value among what is not below the prior', () => {
    const net = fc.array(numberIn(0, 0.1), { minLength: 12, maxLength: 12 });
    const grid = [0.01, 0.05, 0.1, 0.15, 0.2, 0.27, 0.35, 0.45, 0.6, 0.8, 1.1, 1.6];
    fc.assert(
      fc.property(net, numberIn(0.01, 2), numberIn(1e4, 1e7), (worth, prior, loan) => {
        const reached = grid.filter((tau) => tau <= prior).length - 1;
        const open = grid.flatMap((tau, k) =>
          k >= reached ? [{ k, net: worth[k] * loan - 4000 * Math.max(0, tau - prior) }] : [],
        );
        const best = open.reduce((a, b) => (b.net > a.net ? b : a));
        expect(bestPrecision(grid, worth, prior, loan, 4000)).toBe(best.k);
      }),
      { seed: 3 },
    );
  });

  test('rises with the share of the loss the lender bears, and is no effort at all without a share', () => {
    const efforts = evenly(0, 1, 11).map((share) => chosen(share));
    expect(rises(efforts)).toBe(true);
    expect(efforts.at(-1)).toBeGreaterThan(efforts[0]);
    expect(Math.max(0, efforts[0] - 0.1)).toBeLessThan(0.02);
  });

  test('rises with the loan and falls with the cost of a visit', () => {
    expect(rises([1e5, 5e5, 2e6, 1e7].map((loan) => chosen(0.5, loan)))).toBe(true);
    expect(rises([16000, 8000, 4000, 1000].map((cost) => chosen(0.5, 2e6, cost)))).toBe(true);
    expect(chosen(0.5, 1e7)).toBeGreaterThan(chosen(0.5, 1e5));
  });
});
