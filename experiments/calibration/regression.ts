/** The smooth part of a response: constant, linear and squared terms of every coordinate, by least squares. */
import { Matrix, solve } from 'ml-matrix';
import type { Point } from './design.ts';

/** Keeps the normal equations solvable where points are few; negligible beside the squares of any real design. */
const RIDGE = 1e-6;

/** 1, then z and z^2 for each coordinate, z = 2 x - 1. */
export function terms(point: Point): number[] {
  const centred = point.map((x) => 2 * x - 1);
  return [1, ...centred, ...centred.map((z) => z * z - 1 / 3)];
}

/** Number of terms for so many coordinates. */
export const termCount = (dimensions: number): number => 1 + 2 * dimensions;

/** Coefficients of every output, one list each, in the order of `terms`. */
export function regress(points: readonly Point[], outputs: readonly (readonly number[])[]): number[][] {
  const design = new Matrix(points.map(terms));
  const transposed = design.transpose();
  const normal = transposed.mmul(design);
  for (let k = 0; k < normal.rows; k++) normal.set(k, k, normal.get(k, k) + RIDGE * points.length);
  const right = transposed.mmul(new Matrix(outputs.map((values) => [...values])).transpose());
  const coefficients = solve(normal, right);
  return outputs.map((_, k) => coefficients.getColumn(k));
}

/** Value of a regression at a point's terms. */
export function regressed(coefficients: readonly number[], at: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < at.length; k++) sum += coefficients[k] * at[k];
  return sum;
}
