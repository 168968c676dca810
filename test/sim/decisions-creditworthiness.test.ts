import { describe, expect, test } from 'vitest';
import {
  distanceToIlliquidity,
  expectedPath,
  type Position,
  pathDeviation,
  standardIndex,
} from '../../sim/decisions/creditworthiness.ts';
import { correlation, defaultProbability } from '../../sim/decisions/signal.ts';
import { evenly, quantileOf, risesStrictly } from '../support/reference.ts';

const PERSISTENCE = [0, 0.3, 0.8, 0.92, 0.98];
const MONTHS = Array.from({ length: 12 }, (_, k) => k + 1);
const POSITION: Position = {
  sales: 250_000,
  cash: 300_000,
  debtService: 5000,
  margin: 0.07,
  shock: -0.4,
  shockMargin: 0.19,
  payablesMonths: 1.5,
};

/** Covariance of x(a) and x(b) of a unit-variance AR(1), given x(0): rho^|a-b| (1 - rho^(2 min(a, b))). */
const covariance = (rho: number, a: number, b: number): number =>
  rho ** Math.abs(a - b) * (1 - rho ** (2 * Math.min(a, b)));

describe('the year of a transitory shock', () => {
  test.each(PERSISTENCE)('sums, as expected, to a geometric series: persistence %d', (rho) => {
    expect(Math.abs(expectedPath(rho) - MONTHS.reduce((sum, k) => sum + rho ** k, 0))).toBeLessThan(1e-9);
    if (rho > 0) expect(Math.abs(expectedPath(rho) - (rho * (1 - rho ** 12)) / (1 - rho))).toBeLessThan(1e-9);
  });

  test.each(PERSISTENCE)(
    'deviates as the whole covariance matrix of its months says: persistence %d',
    (rho) => {
      const variance = MONTHS.reduce(
        (sum, a) => sum + MONTHS.reduce((row, b) => row + covariance(rho, a, b), 0),
        0,
      );
      expect(Math.abs(pathDeviation(rho) - Math.sqrt(variance))).toBeLessThan(1e-9);
    },
  );
});

describe('the distance to illiquidity', () => {
  const distance = (change: Partial<Position> = {}) =>
    distanceToIlliquidity({ ...POSITION, ...change }, expectedPath(0.92), pathDeviation(0.92));

  test('is all liquidity of a year over the deviation of its surplus', () => {
    const { sales, cash, debtService, margin, shock, shockMargin, payablesMonths } = POSITION;
    const months = MONTHS.map((k) => sales * (margin + shockMargin * shock * 0.92 ** k) - debtService);
    const means = cash + payablesMonths * sales + months.reduce((sum, yuan) => sum + yuan, 0);
    const deviation =
      sales *
      shockMargin *
      Math.sqrt(
        MONTHS.reduce((sum, a) => sum + MONTHS.reduce((row, b) => row + covariance(0.92, a, b), 0), 0),
      );
    expect(Math.abs(distance() - means / deviation)).toBeLessThan(1e-9);
  });

  test('rises with cash, margin and a good spell, and falls with debt service', () => {
    expect(risesStrictly(evenly(-3e5, 6e5, 7).map((cash) => distance({ cash })))).toBe(true);
    expect(risesStrictly(evenly(-0.05, 0.2, 7).map((margin) => distance({ margin })))).toBe(true);
    expect(risesStrictly(evenly(-2, 2, 7).map((shock) => distance({ shock })))).toBe(true);
    expect(risesStrictly(evenly(40_000, 0, 7).map((debtService) => distance({ debtService })))).toBe(true);
  });

  test('is the same for an enterprise twice the size in everything', () => {
    const twice = {
      sales: 2 * POSITION.sales,
      cash: 2 * POSITION.cash,
      debtService: 2 * POSITION.debtService,
    };
    expect(Math.abs(distance(twice) - distance())).toBeLessThan(1e-9);
  });

  test('makes PD rise with debt service', () => {
    const belief = { intercept: quantileOf(0.04), ceiling: 0.7, mean: 0, spread: 1 };
    const r = correlation(0.4);
    const pds = evenly(0, 40_000, 9).map((debtService) =>
      defaultProbability(r * standardIndex(distance({ debtService }), 3.1, 1.9), r, belief),
    );
    expect(risesStrictly(pds)).toBe(true);
  });
});

describe('the index', () => {
  test('is a distance on a fixed scale, within four units of its centre', () => {
    expect(standardIndex(5, 3.1, 1.9)).toBe((5 - 3.1) / 1.9);
    expect(standardIndex(3.1, 3.1, 1.9)).toBe(0);
    expect(standardIndex(1000, 3.1, 1.9)).toBe(4);
    expect(standardIndex(-1000, 3.1, 1.9)).toBe(-4);
  });
});
