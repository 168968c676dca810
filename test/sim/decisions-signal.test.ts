import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Belief,
  correlation,
  defaultProbability,
  jointPrecision,
  observed,
} from '../../sim/decisions/signal.ts';
import { numberIn } from '../support/numbers.ts';
import {
  density,
  distribution,
  evenly,
  quantileOf,
  rises,
  risesStrictly,
  simpson,
} from '../support/reference.ts';

const STANDARD: Belief = { intercept: quantileOf(0.04), ceiling: 0.75, mean: 0, spread: 1 };
const fitted: Belief = { intercept: -2.1, ceiling: 0.6, mean: 0.35, spread: 0.8 };

/**
 * P(default | signal) from the definition: the index is mean + spread z, the signal r z + sqrt(1 - r^2) noise, and
 * default happens when eta index + sqrt(1 - eta^2) e falls below the intercept. Integrated over z.
 */
function integratedPd(signal: number, r: number, b: Belief): number {
  const left = Math.sqrt(1 - r * r);
  const weight = (z: number) => density(z) * density((signal - r * z) / left);
  const fails = (z: number) =>
    distribution((b.intercept - b.ceiling * (b.mean + b.spread * z)) / Math.sqrt(1 - b.ceiling * b.ceiling));
  const whole = simpson(weight, -7.5, 7.5, 4000);
  return simpson((z) => weight(z) * fails(z), -7.5, 7.5, 4000) / whole;
}

describe('the PD a lender reads', () => {
  test.each([0, 0.1, 0.35, 0.66, 0.9])(
    'equals the integral over everything the signal leaves open, r = %d',
    (r) => {
      for (const belief of [STANDARD, fitted])
        for (const signal of evenly(-3, 3, 7))
          expect(
            Math.abs(defaultProbability(signal, r, belief) - integratedPd(signal, r, belief)),
          ).toBeLessThan(1e-9);
    },
  );

  test('has, over all signals, the mean that lenders believe, however sharp the signal is', () => {
    for (const r of [0, 0.3, 0.7, 0.95]) {
      const mean = simpson((s) => density(s) * defaultProbability(s, r, STANDARD), -8, 8, 2000);
      expect(Math.abs(mean - 0.04)).toBeLessThan(1e-9);
    }
  });

  test('falls with the signal, and faster with a sharper one', () => {
    const at = (r: number) => evenly(-3, 3, 25).map((s) => -defaultProbability(s, r, STANDARD));
    for (const r of [0.2, 0.5, 0.9]) expect(risesStrictly(at(r))).toBe(true);
    const spans = [0.1, 0.3, 0.5, 0.7, 0.9].map((r) => at(r)[24] - at(r)[0]);
    expect(risesStrictly(spans)).toBe(true);
  });

  test('is the same for everybody when the signal says nothing', () => {
    const pds = evenly(-5, 5, 11).map((s) => defaultProbability(s, 0, STANDARD));
    for (const pd of pds) expect(Math.abs(pd - 0.04)).toBeLessThan(1e-12);
  });

  test('is what the index itself says when the signal is perfect', () => {
    const residual = Math.sqrt(1 - 0.75 * 0.75);
    for (const index of evenly(-3, 3, 13)) {
      const truth = distribution((STANDARD.intercept - 0.75 * index) / residual);
      expect(Math.abs(defaultProbability(index, 1, STANDARD) - truth)).toBeLessThan(1e-12);
    }
  });

  test('rises with the default rate lenders believe in', () => {
    const pds = [0.01, 0.02, 0.05, 0.1].map((p) =>
      defaultProbability(0.5, 0.6, { ...STANDARD, intercept: quantileOf(p) }),
    );
    expect(risesStrictly(pds)).toBe(true);
  });
});

describe('a good enterprise', () => {
  const index = 1;
  const cutoff = 0.04;

  /** Chance over the noise that the PD read from the signal is at most the cut-off. */
  function chanceOfApproval(r: number): number {
    let [low, high] = [-12, 12];
    for (let step = 0; step < 80; step++) {
      const middle = (low + high) / 2;
      if (
        defaultProbability(observed(index, r, middle), r, { ...STANDARD, intercept: quantileOf(0.06) }) >
        cutoff
      )
        low = middle;
      else high = middle;
    }
    return 1 - distribution(Math.max(-7.9, Math.min(7.9, low)));
  }

  test('is approved more often the more precise the signal is', () => {
    const chances = [0.1, 0.2, 0.4, 0.8, 1.6, 3.2].map((precision) =>
      chanceOfApproval(correlation(precision)),
    );
    expect(risesStrictly(chances)).toBe(true);
    expect(chances.at(-1)).toBeGreaterThan(chances[0] + 0.2);
  });
});

describe('precision', () => {
  test('gives the correlation whose share of explained variance is tau / (1 + tau)', () => {
    fc.assert(
      fc.property(numberIn(1e-6, 1e4), (tau) => {
        const r = correlation(tau);
        expect(Math.abs((r * r) / (1 - r * r) - tau)).toBeLessThan(1e-9 * (1 + tau * tau));
      }),
      { seed: 1 },
    );
    expect(correlation(0)).toBe(0);
  });

  test('leaves the signal of a standard index standard', () => {
    for (const r of [0, 0.3, 0.8, 1]) {
      const variance =
        simpson((k) => density(k) * observed(k, r, 0) ** 2, -8, 8, 2000) + observed(0, r, 1) ** 2;
      expect(Math.abs(variance - 1)).toBeLessThan(1e-9);
    }
  });

  test('of several sources lies between the best one and the sum of all', () => {
    const sources = fc.array(numberIn(0, 2), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sources, numberIn(0, 1), (taus, overlap) => {
        const [sum, best] = [taus.reduce((a, b) => a + b, 0), Math.max(...taus)];
        const others = taus.toSorted((a, b) => b - a).slice(1);
        const joint = jointPrecision(sum, best, overlap);
        expect(
          Math.abs(joint - others.reduce((total, tau) => total + (1 - overlap) * tau, best)),
        ).toBeLessThan(1e-9);
        expect(joint).toBeGreaterThanOrEqual(best - 1e-12);
        expect(joint).toBeLessThanOrEqual(sum + 1e-12);
      }),
      { seed: 2 },
    );
  });

  test('never falls when a source is added', () => {
    const joint = [0, 0.05, 0.1, 0.3, 0.6, 1.2].map((more) =>
      jointPrecision(0.5 + more, Math.max(0.3, more), 0.3),
    );
    expect(rises(joint)).toBe(true);
  });
});
