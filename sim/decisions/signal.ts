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
