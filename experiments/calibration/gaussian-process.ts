/**
 * Gaussian processes for what a regression leaves over: squared-exponential correlation of one length for all
 * coordinates, and a nugget for the noise of a run (Rasmussen and Williams 2006, chapters 2 and 5). All values of a
 * design share the few matrices of a grid of lengths and nuggets; each value takes the pair that predicts its own
 * points best when each is left out in turn.
 */
import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { apart, type Point } from './design.ts';

/** A fitted process with mean zero: the value expected at a point is the sum of `weights` times the correlations. */
export interface Process {
  /** Correlation length, in the unit of the coordinates. */
  readonly length: number;
  /** Variance of noise over that of the signal. */
  readonly nugget: number;
  readonly weights: Float64Array;
  /** Mean squared error of a point predicted from all others. */
  readonly leftOut: number;
}

const LENGTHS: readonly number[] = [0.3, 0.6, 1.2, 2.4];
const NUGGETS = [1e-6, 0.03, 0.3, 3];

/** Correlations of some points with one, a list for each length. */
export function correlationsWith(
  points: readonly Point[],
  point: Point,
  lengths: readonly number[],
): Float64Array[] {
  const distances = Float64Array.from(points, (one) => apart(one, point));
  return lengths.map((length) => distances.map((distance) => Math.exp(-distance / (2 * length * length))));
}

function inverseOf(points: readonly Point[], length: number, nugget: number): Matrix | undefined {
  const rows = points.map((point) => correlationsWith(points, point, [length])[0]);
  const matrix = new Matrix(rows.map((row) => Array.from(row)));
  for (let k = 0; k < points.length; k++) matrix.set(k, k, 1 + nugget);
  const decomposition = new CholeskyDecomposition(matrix);
  return decomposition.isPositiveDefinite() ? decomposition.solve(Matrix.eye(points.length)) : undefined;
}

function processOf(inverse: Matrix, length: number, nugget: number, values: readonly number[]): Process {
  const weights = Float64Array.from(inverse.mmul(Matrix.columnVector([...values])).to1DArray());
  const errors = weights.map((weight, k) => (weight / inverse.get(k, k)) ** 2);
  return { length, nugget, weights, leftOut: errors.reduce((sum, one) => sum + one, 0) / errors.length };
}

/** One process for each list of values at the same points. Throws RangeError when no matrix of the grid is definite. */
export function fitProcesses(points: readonly Point[], outputs: readonly (readonly number[])[]): Process[] {
  const best: Process[] = [];
  for (const length of LENGTHS)
    for (const nugget of NUGGETS) {
      const inverse = inverseOf(points, length, nugget);
      if (!inverse) continue;
      outputs.forEach((values, k) => {
        const one = processOf(inverse, length, nugget, values);
        if (!best[k] || one.leftOut < best[k].leftOut) best[k] = one;
      });
    }
  if (best.length < outputs.length)
    throw new RangeError(`invalid design; no correlation matrix of its ${points.length} points is definite`);
  return best;
}
