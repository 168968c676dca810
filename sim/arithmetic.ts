/**
 * The model's own elementary functions. `+ - * /`, `Math.sqrt`, `Math.floor` give the same bits in every JavaScript
 * engine; `Math.exp`, `Math.log`, `Math.pow` do not. Everything here is built on the first kind, so a run has the same
 * bytes in Node, Chromium and Firefox. Any change that alters a bit of a result is a new engine version.
 */

const SCRATCH = new Float64Array(1);
const SCRATCH_WORDS = new Uint32Array(SCRATCH.buffer);
const HIGH_WORD = 1;

SCRATCH[0] = 1;
if (SCRATCH_WORDS[HIGH_WORD] !== 0x3ff00000) {
  throw new Error(
    `invalid byte order; expected little-endian: high word of 1.0 is ${SCRATCH_WORDS[HIGH_WORD]}`,
  );
}

const LOWEST_EXPONENT = -1074;
const HIGHEST_EXPONENT = 1023;

/** 2^n at index n - LOWEST_EXPONENT, by exact doubling. */
const POWERS_OF_TWO = new Float64Array(HIGHEST_EXPONENT - LOWEST_EXPONENT + 1);
POWERS_OF_TWO[0] = Number.MIN_VALUE;
for (let i = 1; i < POWERS_OF_TWO.length; i++) POWERS_OF_TWO[i] = 2 * POWERS_OF_TWO[i - 1];

const STEPS = 64;

/** 2^(j / STEPS), by repeated square roots: each level halves the error of the level above and adds one rounding. */
const FRACTIONAL_POWERS = new Float64Array(STEPS);
FRACTIONAL_POWERS[0] = 1;
for (let gap = STEPS / 2; gap >= 1; gap /= 2) {
  for (let j = gap; j < STEPS; j += 2 * gap) {
    const twice = 2 * j;
    FRACTIONAL_POWERS[j] = Math.sqrt(
      twice < STEPS ? FRACTIONAL_POWERS[twice] : 2 * FRACTIONAL_POWERS[twice - STEPS],
    );
  }
}

const LN2_HIGH = 0.6931471803691238; // fdlibm: ln 2 to 32 bits, so a multiple by 17 bits is exact
const LN2_LOW = 1.9082149292705877e-10; // fdlibm: the rest
const STEP_HIGH = LN2_HIGH / STEPS;
const STEP_LOW = LN2_LOW / STEPS;
const STEPS_PER_UNIT = 92.33248261689366; // STEPS / ln 2
const EXP_NORMAL = 708; // |x| up to which exp(x) is a normal number

/**
 * e^x, relative error below 3e-16 (5e-16 beyond |x| = 708) wherever the result is a normal number.
 * x: any number; above 709.78 Infinity, below -745.13 zero, NaN stays NaN.
 * Method: x = k ln2/64 + r with ln2 in two parts, 2^(k/64) from a table, Taylor series of degree 5 for e^r,
 * |r| < 0.0055 (after Tang, "Table-driven implementation of the exponential function", ACM TOMS 15, 1989).
 */
export function exp(x: number): number {
  if (!(Math.abs(x) <= EXP_NORMAL)) return expBeyond(x);
  const k = Math.floor(x * STEPS_PER_UNIT + 0.5);
  const r = x - k * STEP_HIGH - k * STEP_LOW;
  const r2 = r * r;
  const p = r + r2 * (0.5 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120)));
  const step = k | 0;
  const fraction = FRACTIONAL_POWERS[step & (STEPS - 1)];
  return (fraction + fraction * p) * POWERS_OF_TWO[(step >> 6) - LOWEST_EXPONENT];
}

function expBeyond(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  const half = exp(0.5 * x);
  return half * half;
}

const SMALLEST_NORMAL = 2.2250738585072014e-308;

/**
 * Natural logarithm, relative error below 2.3e-16 (one unit in the last place).
 * x: any number; log(0) = -Infinity, log(Infinity) = Infinity, x < 0 or NaN gives NaN.
 * Method and coefficients: fdlibm e_log.c (Sun Microsystems, 1993); x = 2^k (1 + f), 1 + f in [sqrt(1/2), sqrt 2).
 */
export function log(x: number): number {
  if (!(x >= SMALLEST_NORMAL && x < Infinity)) return logBeyond(x);
  SCRATCH[0] = x;
  const high = SCRATCH_WORDS[HIGH_WORD];
  const k = ((high + 0x95f64) >> 20) - 1023;
  const f = x * POWERS_OF_TWO[-k - LOWEST_EXPONENT] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const halfSquare = 0.5 * f * f;
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + (even + odd)) + k * LN2_LOW) - f);
}

function logBeyond(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return Infinity;
  return log(x * 18014398509481984) - 54 * LN2_LOW - 54 * LN2_HIGH;
}

/**
 * x^y for x > 0, as exp(y log x): relative error about |y log x| * 2e-16 + 4e-16.
 * x = 0 gives 0 (y > 0), Infinity (y < 0) or NaN (y = 0); x < 0 gives NaN.
 */
export function power(x: number, y: number): number {
  return exp(y * log(x));
}

/** 1 / (1 + e^-x), in [0, 1]; relative error below 6e-16 for x > -709, zero below; NaN stays NaN. */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** Density of the standard normal distribution at x, 1 / sigma; relative error below (1 + x^2 / 2) * 4e-16. */
export function normalDensity(x: number): number {
  return 0.3989422804014327 * exp(-0.5 * x * x);
}

const TAIL = 7.0710678118654755; // 10 / sqrt 2, where Hart's fraction gives way to the tail's

/**
 * Standard normal distribution function, P(Z <= x), in [0, 1]; absolute error below 3e-16. In the lower tail the
 * relative error is below 1e-13 down to x = -3, 1e-10 to -4.5 and 1e-8 beyond. NaN stays NaN.
 * Method: Hart et al., Computer Approximations (1968), function 5666, with the continued fraction for the far tail;
 * as in G. West, "Better approximations to cumulative normal functions", Wilmott (2005).
 */
export function normalCdf(x: number): number {
  const a = Math.abs(x);
  const e = exp(-0.5 * a * a);
  const upper = a < TAIL ? e * hartRatio(a) : e / (farTail(a) * 2.5066282746310007);
  return x > 0 ? 1 - upper : upper;
}

function hartRatio(a: number): number {
  // biome-ignore format: Horner's rule reads from the inside out
  return ((((((0.03526249659989109 * a + 0.7003830644436881) * a + 6.37396220353165) * a + 33.912866078383) * a
      + 112.0792914978709) * a + 221.2135961699311) * a + 220.2068679123761)
    / (((((((0.08838834764831845 * a + 1.755667163182642) * a + 16.06417757920695) * a + 86.78073220294608) * a
      + 296.5642487796737) * a + 637.3336333788311) * a + 793.8265125199484) * a + 440.4137358247522);
}

function farTail(a: number): number {
  return a + 1 / (a + 2 / (a + 3 / (a + 4 / (a + 0.65))));
}

/**
 * Standard normal quantile: the x with normalCdf(x) = p; relative error about 1e-15.
 * p: a probability; p <= 0 gives -Infinity, p >= 1 Infinity, NaN stays NaN.
 * Method and coefficients: M. J. Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988).
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * centralRatio(0.180625 - q * q);
  if (!(p > 0 && p < 1)) return p <= 0 ? -Infinity : p >= 1 ? Infinity : NaN;
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const magnitude = r <= 5 ? tailRatio(r - 1.6) : farTailRatio(r - 5);
  return q < 0 ? -magnitude : magnitude;
}

function centralRatio(r: number): number {
  // biome-ignore format: Horner's rule reads from the inside out
  return (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r
      + 45921.95393154987) * r + 13731.69376550946) * r + 1971.5909503065513) * r
      + 133.14166789178438) * r + 3.3871328727963665)
    / (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r
      + 21213.794301586597) * r + 5394.196021424751) * r + 687.1870074920579) * r
      + 42.31333070160091) * r + 1);
}

function tailRatio(r: number): number {
  // biome-ignore format: Horner's rule reads from the inside out
  return (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r
      + 1.2704582524523684) * r + 3.6478483247632045) * r + 5.769497221460691) * r
      + 4.630337846156546) * r + 1.4234371107496835)
    / (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r
      + 0.14810397642748008) * r + 0.6897673349851) * r + 1.6763848301838038) * r
      + 2.053191626637759) * r + 1);
}

function farTailRatio(r: number): number {
  // biome-ignore format: Horner's rule reads from the inside out
  return (((((((2.0103343992922881e-7 * r + 0.000027115555687434876) * r + 0.0012426609473880784) * r
      + 0.026532189526576124) * r + 0.29656057182850487) * r + 1.7848265399172913) * r
      + 5.463784911164114) * r + 6.657904643501103)
    / (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 0.000018463183175100548) * r
      + 0.0007868691311456133) * r + 0.014875361290850615) * r + 0.1369298809227358) * r
      + 0.599832206555888) * r + 1);
}

/** x held within [lo, hi], lo <= hi; NaN stays NaN. */
export function clamp(x: number, lo: number, hi: number): number {
  return x < lo ? lo : x > hi ? hi : x;
}

/** Nearest whole yuan of an amount in yuan, ties toward +Infinity (2.5 -> 3, -2.5 -> -2); |amount| < 2^52. */
export function roundYuan(amount: number): number {
  return Math.floor(amount + 0.5);
}

/**
 * One party's share of an amount, in whole yuan, rounded down once. The other party gets `amount - shareOf(...)`, so
 * nothing is made or lost. The product is rounded to a double before the floor: shareOf(100, 0.29) is 28.
 * amount: whole yuan, 0 to 2^53; fraction: in [0, 1].
 */
export function shareOf(amount: number, fraction: number): number {
  return Math.floor(amount * fraction);
}
