/**
 * Chance. Every draw is a pure function of (seed, stream, month, agent, partner): nothing is consumed, so adding an
 * agent, a policy or an observer never changes anybody else's luck, and order and workers do not matter.
 *
 * `drawKey` mixes (seed, stream, month) into two 32-bit words once a phase; the hot functions take the words and ids:
 *
 *     const {k0, k1} = drawKey(seed, STREAMS.shock, month);
 *     for (let i = 0; i < shock.length; i++) shock[i] = normal(k0, k1, id[i]);
 *
 * One decision takes one draw: one uniform and an inverse distribution function, never rejection, so every value rises
 * with its uniform and paired worlds stay aligned. Any change that alters a bit here is a new engine version.
 */
import { exp, log, normalQuantile } from './arithmetic.ts';

/** A run's seed as two 32-bit words, made outside `sim` from the user's word or number. */
export type SeedKey = readonly [number, number];

/** Every kind of draw in the model. The numbers enter the hash: they are frozen, never renumbered and never reused. */
export const STREAMS = Object.freeze({
  quality: 10,
  initialSize: 11,
  initialCash: 12,
  initialDebt: 13,
  dataOnFile: 14,
  dataConsent: 15,
  dataPartial: 16,
  initialAge: 17,
  collateral: 18,
  exposure: 19,
  shock: 20,
  growth: 21,
  receipt: 22,
  factor: 30,
  sectorFactor: 31,
  prefectureFactor: 32,
  need: 40,
  investment: 41,
  belief: 50,
  search: 51,
  searchWithinClass: 52,
  signal: 60,
  guarantorSignal: 61,
  priority: 70,
  guarantorPriority: 71,
  bridge: 80,
  recovery: 81,
  recoveryDelay: 82,
  renewal: 90,
  restructure: 91,
  entryCount: 100,
  entrantTraits: 101,
  residualExit: 110,
  voluntaryExit: 111,
  floodExposure: 130,
  damage: 131,
  insurance: 140,
  subsidyTakeUp: 150,
  approvalDays: 151,
  peer: 152,
  contact: 153,
  firstLender: 154,
  subLoan: 155,
  initialLender: 156,
  firstLoanList: 157,
  batchGuarantee: 160,
  guarantorEngine: 161,
  smartSubsidy: 162,
  visit: 163,
  appAdoption: 164,
  missingData: 165,
  algorithmFiling: 166,
  ecommerce: 167,
  modelSwitch: 168,
  coreSupplier: 169,
  platformExit: 170,
  uniformPrice: 171,
  // lenders' craft, contracts and capital
  sectorStudy: 180,
  agentError: 181,
  mediumTerm: 182,
  revolving: 183,
  deferral: 184,
  approach: 185,
  coLending: 186,
  coLendingPartner: 187,
  partnerBank: 188,
  tiedFee: 189,
  feeDetected: 190,
  canvass: 191,
  equity: 192,
  equitySignal: 193,
  moving: 194,
  renewalCentre: 195,
  moneyDelay: 196,
  fileTime: 197,
  rounds: 198,
  visitScreen: 199,
  // guarantee, insurance and loss sharing
  headToHead: 200,
  middleLayer: 201,
  shelter: 202,
  subsidyDelay: 203,
  counterGuarantee: 204,
  counterGuarantor: 205,
  // credit information, demand and matching
  traces: 300,
  segment: 301,
  sourceLink: 302,
  creditTraining: 303,
  platformConnection: 304,
  sectorEngine: 305,
  sectorData: 306,
  introduction: 307,
  demandRegister: 308,
  matching: 309,
  cultivation: 310,
  awareness: 311,
  preApproval: 312,
  pledge: 313,
  carbonAccount: 314,
  taxRating: 315,
} as const);

/** The number of a registered stream; a stray number does not compile. */
export type Stream = (typeof STREAMS)[keyof typeof STREAMS];

/** The key of one stream in one month: two 32-bit words, to be destructured before the loop. */
export interface DrawKey {
  readonly k0: number;
  readonly k1: number;
}

/**
 * The key of a stream in a month. The seed passes through a 64-bit permutation before the stream and the month enter,
 * and the sum through another, so neighbouring seeds, streams and months have unrelated keys.
 * seed: two words; stream: a registry number; month: any 32-bit integer (set-up may use -1).
 */
export function drawKey(seed: SeedKey, stream: Stream, month: number): DrawKey {
  const inner = permute64(seed[0], seed[1]);
  return permute64(inner.k0 ^ stream, inner.k1 ^ month);
}

/** A permutation of pairs of 32-bit words: six Feistel rounds with `scramble` as round function. */
function permute64(left: number, right: number): DrawKey {
  let a = left;
  let b = right;
  for (let round = 1; round <= 3; round++) {
    a ^= scramble(b + Math.imul(round, 0x9e3779b9));
    b ^= scramble(a + Math.imul(round, 0x85ebca6b));
  }
  return { k0: a | 0, k1: b | 0 };
}

/** triple32 (C. Wellons, hash-prospector): a permutation of 32-bit integers. */
function scramble(x: number): number {
  let h = x;
  h = Math.imul(h ^ (h >>> 17), 0xed5ad4bb);
  h = Math.imul(h ^ (h >>> 11), 0xac4c1b51);
  h = Math.imul(h ^ (h >>> 15), 0x31848bab);
  return h ^ (h >>> 14);
}

/** triple32 and a round of lowbias32, with one key word before the first round and one between the second and third. */
function mixed(k0: number, k1: number, id: number): number {
  let h = id ^ k0;
  h = Math.imul(h ^ (h >>> 17), 0xed5ad4bb);
  h = Math.imul(h ^ (h >>> 11), 0xac4c1b51) ^ k1;
  h = Math.imul(h ^ (h >>> 15), 0x31848bab);
  h = Math.imul(h ^ (h >>> 14), 0x7feb352d);
  return h ^ (h >>> 16);
}

/** As `mixed`; the partner enters both key words, differently, so no partner's list is another's, shifted. */
function pairMixed(k0: number, k1: number, id: number, partner: number): number {
  let p = Math.imul(partner ^ k1, 0x846ca68b);
  p = Math.imul(p ^ (p >>> 15), 0x2c1b3c6d);
  p ^= p >>> 16;
  return mixed(k0 ^ p, k1 + Math.imul(p, 0x297a2d39), id);
}

const WORD = 1 / 4294967296;
const PLACE = 1 / 16777216;

/**
 * 32 random bits for an agent, as an integer in [0, 2^32). With a fixed key it is a bijection of the 32-bit ids: two
 * agents never draw the same bits in the same stream and month (among n independent draws n^2 / 2^33 pairs would).
 */
export function bits(k0: number, k1: number, id: number): number {
  return mixed(k0, k1, id) >>> 0;
}

/**
 * 32 random bits for an ordered pair; with a fixed key and partner a bijection of the ids.
 * partner: any 32-bit integer; what else a draw depends on, such as a loan's vintage, is packed beside the partner's id.
 */
export function pairBits(k0: number, k1: number, id: number, partner: number): number {
  return pairMixed(k0, k1, id, partner) >>> 0;
}

/** Uniform on the open interval (0, 1), for an agent: (bits + 1/2) / 2^32, exact. */
export function uniform(k0: number, k1: number, id: number): number {
  return ((mixed(k0, k1, id) >>> 0) + 0.5) * WORD;
}

/** Uniform on the open interval (0, 1), for an ordered pair. */
export function pairUniform(k0: number, k1: number, id: number, partner: number): number {
  return ((pairMixed(k0, k1, id, partner) >>> 0) + 0.5) * WORD;
}

const OCTAVES = 32;
const CELLS = 128;

/** Normal quantiles at 2^(octave - 33) (1 + cell / CELLS), rising from 2^-33 to 1/2. */
const LOWER_QUANTILES = new Float64Array(OCTAVES * CELLS + 1);
for (let octave = 0, start = WORD / 2; octave < OCTAVES; octave++, start *= 2) {
  for (let cell = 0; cell < CELLS; cell++) {
    LOWER_QUANTILES[octave * CELLS + cell] = normalQuantile(start * (1 + cell / CELLS));
  }
}
LOWER_QUANTILES[OCTAVES * CELLS] = 0;

/**
 * The normal quantile of (h + 1/2) / 2^32, read linearly from the table. The upper half is folded onto the lower, where
 * the uniform is w / 2^33 with w odd; the leading bit of w is its octave, the next seven its cell, the rest the place
 * within the cell. Branch-free.
 */
function normalOf(h: number): number {
  const w = ((h ^ (h >> 31)) << 1) | 1;
  const zeros = Math.clz32(w);
  const m = w << zeros;
  const i = (31 - zeros) * CELLS + ((m >>> 24) & (CELLS - 1));
  const from = LOWER_QUANTILES[i];
  return (from + (LOWER_QUANTILES[i + 1] - from) * (m & 0xffffff) * PLACE) * ((h >> 31) | 1);
}

/**
 * Standard normal draw for an agent: the quantile of `uniform` within 4e-6 (linear table; decisions use
 * `normalQuantile`), in [-6.34, 6.34], rising with the uniform and odd about 1/2.
 */
export function normal(k0: number, k1: number, id: number): number {
  return normalOf(mixed(k0, k1, id));
}

/** Standard normal draw for an ordered pair. */
export function pairNormal(k0: number, k1: number, id: number, partner: number): number {
  return normalOf(pairMixed(k0, k1, id, partner));
}

/** Laplace draw of mean 0 and variance 1 (scale 1 / sqrt 2) for an agent, rising with the uniform. */
export function laplace(k0: number, k1: number, id: number): number {
  const h = mixed(k0, k1, id);
  return log(((h ^ (h >> 31)) + 0.5) * (2 * WORD)) * (Math.SQRT1_2 * ((h >> 31) | 1));
}

/** Exponential draw of mean 1 for an agent, -log(1 - uniform): rising with the uniform. */
export function exponential(k0: number, k1: number, id: number): number {
  return -log(((~mixed(k0, k1, id) >>> 0) + 0.5) * WORD);
}

/**
 * Standard Gumbel draw for an ordered pair (mean 0.5772, variance pi^2 / 6), rising with the uniform: an agent who takes
 * the partner of greatest utility + gumbel chooses by multinomial logit.
 */
export function gumbel(k0: number, k1: number, id: number, partner: number): number {
  return -log(-log(pairUniform(k0, k1, id, partner)));
}

/**
 * A keyed permutation of the integers [0, 2^24): a priority without ties among dense ids, for rationing. Each step (xor
 * with a key, xor with a right shift, odd multiplier modulo 2^24) can be undone; bits of id above the 24th are ignored.
 */
export function permuted(k0: number, k1: number, id: number): number {
  let h = (id ^ k0) & 0xffffff;
  h = Math.imul(h ^ (h >>> 12), 0xed5ad5) & 0xffffff;
  h = (Math.imul(h ^ (h >>> 9), 0x4c1b53) ^ k1) & 0xffffff;
  h = Math.imul(h ^ (h >>> 11), 0x848bab) & 0xffffff;
  h = Math.imul(h ^ (h >>> 10), 0xeb352d) & 0xffffff;
  return h ^ (h >>> 12);
}

/** A keyed permutation of the integers [0, 2^32): a priority without ties among any ids; the same values as `bits`. */
export function permuted32(k0: number, k1: number, id: number): number {
  return mixed(k0, k1, id) >>> 0;
}

const SMALL_MEAN = 30;

/**
 * Poisson count for a uniform u in (0, 1), by inverse distribution function: never negative, rising with u and mean.
 * mean: expected count; zero or less gives 0, NaN stays NaN. Below 30 the probabilities are summed; above, the normal
 * quantile with two further terms (M. Giles, "Algorithm 955", ACM TOMS 42, 2016), off by one for about 1 u in 1000.
 */
export function countFrom(u: number, mean: number): number {
  return mean < SMALL_MEAN ? summedCount(u, mean) : Math.max(0, approximateCount(normalQuantile(u), mean));
}

function summedCount(u: number, mean: number): number {
  let probability = exp(-mean);
  let below = probability;
  let count = 0;
  while (below < u && probability > 1e-18) {
    count++;
    probability *= mean / count;
    below += probability;
  }
  return count;
}

function approximateCount(z: number, mean: number): number {
  const root = Math.sqrt(mean);
  return Math.floor(mean + root * z + (2 + z * z) / 6 - (z * (2 + z * z)) / (72 * root));
}
