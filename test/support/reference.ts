/** Slow, plain mathematics to hold the engine's against: nothing here is shared with `sim`. */

/** Density of the standard normal distribution. */
export const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** P(Z <= x) by Marsaglia's series, 1/2 + density(x) (x + x^3/3 + x^5/15 + ...); within 1e-15 for |x| < 8. */
export function distribution(x: number): number {
  let sum = x;
  for (let term = x, n = 3; Math.abs(term) > 1e-22; n += 2) {
    term *= (x * x) / n;
    sum += term;
  }
  return 0.5 + density(x) * sum;
}

/** The x with distribution(x) = p, by bisection. */
export function quantileOf(p: number): number {
  let [low, high] = [-7.5, 7.5];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (distribution(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Integral of a smooth function by Simpson's rule with `panels` (even) panels. */
export function simpson(f: (x: number) => number, from: number, to: number, panels: number): number {
  const step = (to - from) / panels;
  let sum = f(from) + f(to);
  for (let k = 1; k < panels; k++) sum += (k % 2 === 1 ? 4 : 2) * f(from + k * step);
  return (sum * step) / 3;
}

/** Values evenly spaced from `from` to `to`, both included. */
export const evenly = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));

/** Whether no value is below the one before it. */
export const rises = (values: readonly number[]): boolean =>
  values.every((value, k) => k === 0 || value >= values[k - 1]);

/** Whether every value is above the one before it. */
export const risesStrictly = (values: readonly number[]): boolean =>
  values.every((value, k) => k === 0 || value > values[k - 1]);
