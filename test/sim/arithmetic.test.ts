import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  clamp,
  exp,
  log,
  logistic,
  normalCdf,
  normalDensity,
  normalQuantile,
  power,
  roundYuan,
  shareOf,
} from '../../sim/arithmetic.ts';

type Scalar = (x: number) => number;

/** `n` evenly spaced numbers from `from` to `to`, by exact operations only. */
const grid = (from: number, to: number, n: number) =>
  Float64Array.from({ length: n }, (_, i) => from + ((to - from) * i) / (n - 1));

/** Positive numbers across the magnitudes: every mantissa of a coarse grid at every third power of two. */
const magnitudes = (from: number, to: number) => {
  const all: number[] = [];
  for (let k = from; k <= to; k += 3) for (const m of grid(1, 1.99, 61)) all.push(m * 2 ** k);
  return Float64Array.from(all);
};

const largest = (xs: Float64Array, error: Scalar) => xs.reduce((worst, x) => Math.max(worst, error(x)), 0);
const relative = (got: number, due: number) => (got === due ? 0 : Math.abs(got - due) / Math.abs(due));
const apart = (xs: Float64Array, f: Scalar, g: Scalar) => largest(xs, (x) => relative(f(x), g(x)));

const fingerprint = (values: Float64Array) =>
  createHash('sha256').update(new Uint8Array(values.buffer)).digest('hex').slice(0, 16);

/** P(0 <= Z <= x) by Gauss and Legendre's five points on panels a quarter wide: another method than any under test. */
const integrated = (x: number) => {
  const nodes = [0, 0.5384693101056831, 0.906179845938664];
  const weights = [0.5688888888888889, 0.47862867049936647, 0.23692688505618908];
  const density = (t: number) => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
  const panels = Math.ceil(Math.abs(x) * 4) || 1;
  const half = x / panels / 2;
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    const middle = (2 * panel + 1) * half;
    sum += weights[0]! * density(middle);
    for (const i of [1, 2]) {
      sum += weights[i]! * (density(middle - half * nodes[i]!) + density(middle + half * nodes[i]!));
    }
  }
  return sum * half;
};

describe('the exponential and the logarithm', () => {
  const wide = grid(-708, 709.78, 60_001);
  const near = grid(-3, 3, 60_001);

  test('the exponential is the one of mathematics to 6e-16', () => {
    expect(apart(wide, exp, Math.exp)).toBeLessThan(6e-16);
    expect(apart(near, exp, Math.exp)).toBeLessThan(6e-16);
    expect(
      apart(near, (x) => Math.fround(exp(x)), Math.exp),
      'single precision must fail',
    ).toBeGreaterThan(1e-9);
  });

  test.each([
    [1, '2.7182818284590452354'],
    [-1, '0.36787944117144232160'],
    [0.5, '1.6487212707001281468'],
    [10, '22026.465794806716517'],
    [-10, '4.5399929762484851536e-5'],
    [100, '2.6881171418161354484e43'],
    [700, '1.0142320547350045095e304'],
    [-700, '9.8596765437597708567e-305'],
  ])('e^%d has its printed digits', (x, digits) =>
    expect(relative(exp(x), Number(digits))).toBeLessThan(4e-16),
  );

  test('the logarithm is the one of mathematics to 4e-16', () => {
    expect(apart(magnitudes(-1022, 1022), log, Math.log)).toBeLessThan(4e-16);
    expect(apart(grid(0.5, 2, 60_001), log, Math.log)).toBeLessThan(4e-16);
  });

  test.each([
    [2, '0.69314718055994530942'],
    [10, '2.302585092994045684'],
    [0.1, '-2.3025850929940456285'],
    [3, '1.0986122886681096914'],
    [1e-300, '-690.77552789821370518'],
    [1.0000001, '9.9999995058387045e-8'],
  ])('log %d has its printed digits', (x, digits) =>
    expect(relative(log(x), Number(digits))).toBeLessThan(3e-16),
  );

  test('the logarithm of a power of two is that multiple of log 2, down to the smallest number', () => {
    for (let k = -1074; k <= 1023; k++) expect(relative(log(2 ** k), k * Math.LN2)).toBeLessThan(3e-16);
  });

  test('they undo each other', () => {
    expect(largest(grid(-700, 700, 20_001), (x) => Math.abs(log(exp(x)) - x))).toBeLessThan(2e-13);
    expect(
      apart(
        magnitudes(-1000, 1000),
        (x) => exp(log(x)),
        (x) => x,
      ),
    ).toBeLessThan(2e-13);
  });

  test('the exponential never falls as its argument rises', () => {
    for (const [from, to] of [
      [-746, 711],
      [-0.006, 0.006],
      [0.3, 0.4],
    ] as const) {
      const values = grid(from, to, 200_001).map(exp);
      expect(values.every((y, i) => i === 0 || y >= values[i - 1]!)).toBe(true);
    }
  });

  test('beyond their range they end at zero, infinity or NaN', () => {
    expect([exp(0), exp(-0), exp(710), exp(Infinity), exp(-746), exp(-Infinity)]).toEqual([
      1,
      1,
      Infinity,
      Infinity,
      0,
      0,
    ]);
    expect(exp(-745)).toBe(Number.MIN_VALUE);
    expect(relative(exp(709.782712893384), Math.exp(709.782712893384))).toBeLessThan(6e-16);
    expect([log(1), log(0), log(-0), log(Infinity)]).toEqual([0, -Infinity, -Infinity, Infinity]);
    for (const nothing of [exp(NaN), log(NaN), log(-1), log(-Infinity), log(-1e-310)])
      expect(nothing).toBeNaN();
  });

  test('a power is the exponential of a multiple of the logarithm', () => {
    expect(relative(power(2, 10), 1024)).toBeLessThan(2e-15);
    expect(relative(power(10, -3), 0.001)).toBeLessThan(2e-15);
    expect(relative(power(7.5, 0.5), Math.sqrt(7.5))).toBeLessThan(1e-15);
    expect([power(5, 0), power(0, 2), power(0, -2)]).toEqual([1, 0, Infinity]);
    expect(power(-1, 2)).toBeNaN();
  });

  test('the logistic curve is symmetric about one half and ends at zero and one', () => {
    expect(logistic(0)).toBe(0.5);
    expect(largest(grid(-40, 40, 8001), (x) => Math.abs(logistic(x) + logistic(-x) - 1))).toBeLessThan(3e-16);
    expect(apart(grid(-700, 700, 8001), logistic, (x) => 1 / (1 + Math.exp(-x)))).toBeLessThan(1e-15);
    expect([logistic(-800), logistic(800)]).toEqual([0, 1]);
    expect(logistic(NaN)).toBeNaN();
  });
});

describe('the normal distribution', () => {
  const central = grid(-3.5, 3.5, 14_001);
  const probabilities = Float64Array.from([...grid(1e-4, 1 - 1e-4, 20_001), ...grid(1e-12, 1e-4, 2001)]);

  test.each([
    [-8, '6.2209605742717841235e-16'],
    [-5, '2.8665157187919391167e-7'],
    [-3, '1.3498980316300945267e-3'],
    [-1.96, '0.024997895148220436213'],
    [-1, '0.15865525393145705142'],
    [-0.5, '0.30853753872598689636'],
    [0.5, '0.69146246127401310364'],
    [1, '0.84134474606854294859'],
    [2, '0.97724986805182079280'],
    [3, '0.99865010196836990547'],
  ])('the distribution at %d has its printed digits', (x, digits) => {
    expect(Math.abs(normalCdf(x) - Number(digits))).toBeLessThan(3e-16);
  });

  test('the distribution is the integral of the density to 1e-15', () => {
    const error = (cdf: Scalar) => largest(grid(-8, 8, 2001), (x) => Math.abs(cdf(x) - 0.5 - integrated(x)));
    expect(error(normalCdf)).toBeLessThan(1e-15);
    expect(error(abramowitzStegun), 'a seven-digit formula must fail').toBeGreaterThan(1e-8);
  });

  test('the two tails add to one', () => {
    expect(largest(grid(-9, 9, 9001), (x) => Math.abs(normalCdf(x) + normalCdf(-x) - 1))).toBeLessThan(3e-16);
  });

  test('the distribution never falls by more than rounding, and is continuous where its far tail begins', () => {
    const values = grid(-38, 9, 100_001).map(normalCdf);
    expect(values.every((y, i) => i === 0 || y >= values[i - 1]! - 2e-16)).toBe(true);
    const seam = 10 / Math.SQRT2;
    expect(relative(normalCdf(-seam * (1 - 1e-15)), normalCdf(-seam * (1 + 1e-15)))).toBeLessThan(2e-8);
  });

  test('the density is the derivative of the distribution', () => {
    const slope = (x: number) => (normalCdf(x + 1e-4) - normalCdf(x - 1e-4)) / 2e-4;
    expect(largest(grid(-6, 6, 1001), (x) => Math.abs(normalDensity(x) - slope(x)))).toBeLessThan(1e-8);
    expect(relative(normalDensity(0), 1 / Math.sqrt(2 * Math.PI))).toBeLessThan(3e-16);
    expect(normalDensity(-2)).toBe(normalDensity(2));
  });

  test.each([
    [1e-300, '-37.047096299361199'],
    [1e-10, '-6.3613409024040562'],
    [1e-4, '-3.7190164854556806'],
    [0.001, '-3.0902323061678135'],
    [0.02, '-2.0537489106318230'],
    [0.1, '-1.2815515655446004'],
    [0.25, '-0.67448975019608174'],
    [0.6, '0.25334710313579974'],
    [0.9, '1.2815515655446006'],
    [0.975, '1.9599639845400539'],
    [0.999, '3.0902323061678133'],
  ])('the quantile of %d has its printed digits', (p, digits) => {
    expect(relative(normalQuantile(p), Number(digits))).toBeLessThan(1e-15);
  });

  test('the normal quantile inverts the normal distribution to 1e-12', () => {
    expect(largest(central, (x) => Math.abs(normalQuantile(normalCdf(x)) - x))).toBeLessThan(1e-12);
    expect(largest(probabilities, (p) => Math.abs(normalCdf(normalQuantile(p)) - p))).toBeLessThan(1e-15);
    expect(largest(probabilities, (p) => relative(normalCdf(normalQuantile(p)), p))).toBeLessThan(1e-8);
  });

  test('quantiles of p and 1 - p are opposite', () => {
    for (let i = 1; i < 4096; i++) expect(normalQuantile(i / 8192)).toBe(-normalQuantile(1 - i / 8192));
    expect(normalQuantile(0.5)).toBe(0);
  });

  test('the quantile rises with its probability, across the seams of its three formulas', () => {
    for (const [from, to] of [
      [0.07, 0.08],
      [0.92, 0.93],
      [1.3e-11, 1.5e-11],
      [1e-6, 1 - 1e-6],
    ] as const) {
      const values = grid(from, to, 20_001).map(normalQuantile);
      expect(values.every((x, i) => i === 0 || x > values[i - 1]!)).toBe(true);
    }
  });

  test('what is no probability has an infinite quantile, or none', () => {
    expect([0, -0, -1, 1, 1.5].map(normalQuantile)).toEqual([
      -Infinity,
      -Infinity,
      -Infinity,
      Infinity,
      Infinity,
    ]);
    expect([-Infinity, Infinity].map(normalCdf)).toEqual([0, 1]);
    for (const nothing of [normalQuantile(NaN), normalCdf(NaN), normalDensity(NaN)])
      expect(nothing).toBeNaN();
  });
});

/** Abramowitz and Stegun 26.2.17, right to 7.5e-8. */
function abramowitzStegun(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upper = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return x > 0 ? 1 - upper : upper;
}

describe('money and bounds', () => {
  test('a yuan amount rounds to the nearest whole yuan, halves upward', () => {
    expect([2.5, 2.4999, 3.5, -2.5, -2.51, 0, 7].map(roundYuan)).toEqual([3, 2, 4, -2, -3, 0, 7]);
  });

  test('a share and the remainder make the amount, and the share never exceeds its fraction', () => {
    for (let amount = 0; amount < 3000; amount += 7) {
      for (const fraction of grid(0, 1, 41)) {
        const share = shareOf(amount, fraction);
        expect(Number.isInteger(share) && share >= 0 && share <= amount * fraction).toBe(true);
        expect(share + (amount - share)).toBe(amount);
      }
    }
    expect([shareOf(1_000_003, 0.2), shareOf(100, 1), shareOf(100, 0), shareOf(100, 0.29)]).toEqual([
      200_000, 100, 0, 28,
    ]);
  });

  test('a clamped number lies within its bounds, and NaN is not hidden', () => {
    expect([clamp(-1, 0, 1), clamp(0.3, 0, 1), clamp(2, 0, 1), clamp(Infinity, 0, 1)]).toEqual([
      0, 0.3, 1, 1,
    ]);
    expect(clamp(NaN, 0, 1)).toBeNaN();
  });
});

describe('the same bytes in every engine', () => {
  const inputs = grid(-700, 700, 4001);
  const small = grid(-9, 9, 4001);
  const positive = magnitudes(-1074, 1023);
  const unit = grid(1 / 8192, 8191 / 8192, 4001);
  test.each([
    ['exp', inputs, exp, '236f652608c7308a'],
    ['log', positive, log, '110c3b5fcf7235e6'],
    ['power', unit, (x: number) => power(x, 0.37), 'cc6518b2f7491352'],
    ['logistic', inputs, logistic, '64d95a79f02bcc97'],
    ['normalDensity', small, normalDensity, '1e4f768cff989a45'],
    ['normalCdf', small, normalCdf, 'ad2af8cb7100ecf7'],
    ['normalQuantile', unit, normalQuantile, '16430a4cec44df53'],
  ] as [string, Float64Array, Scalar, string][])('%s gives the bits it always gave', (_, xs, f, due) => {
    expect(fingerprint(xs.map(f))).toBe(due);
  });
});
