/** What a lender sees of the index, and the default probability it reads from it. */
import { normalCdf } from '../arithmetic.ts';

/** Precision of several sources: the best counts whole, the others lose `overlap` of theirs. */
export function jointPrecision(sum: number, best: number, overlap: number): number {
  return best + (1 - overlap) * (sum - best);
}

/** Correlation of the signal with the index for a precision tau: r = sqrt(tau / (1 + tau)). */
export function correlation(precision: number): number {
  return Math.sqrt(precision / (1 + precision));
}

/** Signal s = r K + sqrt(1 - r^2) noise. */
export function observed(index: number, r: number, noise: number): number {
  return r * index + Math.sqrt(1 - r * r) * noise;
}

/** What a gap looks like to a model that takes it for a clean sheet, standard deviations of the index. */
const CLEAN = 2;

/**
 * Signal of a lender that takes a missing record of precision `blank` for the best there is: of its precision, that part
 * always says `CLEAN`, the rest sees the index.
 */
export function observedWithGap(index: number, precision: number, blank: number, noise: number): number {
  const seen = precision - blank;
  return correlation(precision) * ((seen * index + Math.sqrt(seen) * noise + blank * CLEAN) / precision);
}

/** What lenders of a class believe about default and the index, from the model's own history. */
export interface Belief {
  /** Probit intercept: an enterprise defaults within a year when eta K + sqrt(1 - eta^2) e falls below it. */
  readonly intercept: number;
  /** Correlation eta of default with the index: the ceiling of predictability. */
  readonly ceiling: number;
  readonly mean: number;
  readonly spread: number;
}

/**
 * Twelve-month PD given the signal: the index is normal around mean + spread r s with what the signal leaves open.
 * With mean 0 and spread 1 this is Phi((t - eta r s) / sqrt(1 - eta^2 r^2)), the one-factor formula.
 */
export function defaultProbability(signal: number, r: number, b: Belief): number {
  const open = 1 - b.ceiling * b.ceiling + b.ceiling * b.ceiling * b.spread * b.spread * (1 - r * r);
  return normalCdf((b.intercept - b.ceiling * (b.mean + b.spread * r * signal)) / Math.sqrt(open));
}
