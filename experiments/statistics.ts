/** The statistics behind the intervals the lab shows. */

/** Mean of some numbers; null of none. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Quantile of type 7 (linear between order statistics, as in R and NumPy) of ascending numbers; null of none. */
export function quantile(ascending: readonly number[], p: number): number | null {
  if (ascending.length === 0) return null;
  const place = (ascending.length - 1) * p;
  const below = Math.floor(place);
  const above = Math.min(below + 1, ascending.length - 1);
  return ascending[below] + (ascending[above] - ascending[below]) * (place - below);
}

/** Share of some numbers that is above zero; null of none. */
export const shareAbove = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.filter((value) => value > 0).length / values.length;

/** Numbers in ascending order, as a new list. */
export const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** How many equal numbers say that there is no spread: so many have one sign by chance once in 32 times. */
export const TELLING = 6;

/**
 * 95 % confidence interval of the mean by Student's t: mean ± t sd / sqrt(n). Null where nothing is known about the
 * spread: for fewer than two numbers, and for fewer than `TELLING` equal ones.
 */
export function confidence95(values: readonly number[]): readonly [number, number] | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  if (values.length < TELLING && values.every((value) => value === values[0])) return null;
  const degrees = values.length - 1;
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / degrees;
  const half = studentQuantile(0.975, degrees) * Math.sqrt(variance / values.length);
  return [centre - half, centre + half];
}

/**
 * How much wider each of so many 95 % intervals of means over `runs` numbers has to be for all of them together to hold in
 * 95 of 100 cases, whatever they have in common (Bonferroni): t(1 - 0.025 / intervals) / t(0.975).
 */
export const jointFactor = (intervals: number, runs: number): number =>
  runs < 2 || intervals < 2
    ? 1
    : studentQuantile(1 - 0.025 / intervals, runs - 1) / studentQuantile(0.975, runs - 1);

/** Arc tangent of x >= 0 from + - * / and square roots alone, so that every browser gives the same bits. */
function arcTangent(x: number): number {
  let y = x;
  const halvings = 5;
  for (let k = 0; k < halvings; k++) y /= 1 + Math.sqrt(1 + y * y);
  let sum = 0;
  for (let power = y, n = 1; n < 24; n += 2, power *= -y * y) sum += power / n;
  return sum * 2 ** halvings;
}

/**
 * P(|T| <= t) of Student's t with whole degrees of freedom: the finite sums of Abramowitz and Stegun, Handbook of
 * Mathematical Functions (1964), 26.7.3 and 26.7.4.
 */
export function studentWithin(t: number, degrees: number): number {
  const cosine2 = degrees / (degrees + t * t);
  const sine = t / Math.sqrt(degrees + t * t);
  const odd = degrees % 2 === 1;
  let term = odd ? Math.sqrt(cosine2) : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k < degrees; k += 2) {
    term *= (cosine2 * (k - 1)) / k;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (arcTangent(t / Math.sqrt(degrees)) + sine * sum) : sine * sum;
}

/** Quantile of Student's t for p in [0.5, 1) and whole degrees of freedom >= 1, by bisection to the last bit. */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p >= 0.5 && p < 1 && Number.isInteger(degrees) && degrees >= 1)) {
    throw new RangeError(`invalid quantile; p in [0.5, 1) and degrees >= 1 expected: ${p}, ${degrees}`);
  }
  const inside = 2 * p - 1;
  let low = 0;
  let high = 2;
  while (studentWithin(high, degrees) < inside) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (studentWithin(middle, degrees) < inside) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
