/** A quick stand-in for the model: a quadratic regression, and a Gaussian process for what it leaves over. */
import type { Point } from './design.ts';
import { correlationsWith, fitProcesses, type Process } from './gaussian-process.ts';
import { regress, regressed, termCount, terms } from './regression.ts';

/** What the model would say at points where it was not run. */
export interface Emulator {
  /** Expected value of each output at a point. */
  at(point: Point): number[];
  /** Variance of its error at a new point, one for each output, from points left out in turn. */
  readonly error: readonly number[];
}

/** Fewest runs an emulator of so many coordinates can be made from: twice its regression's terms. */
export const leastRuns = (dimensions: number): number => 2 * termCount(dimensions);

/**
 * Fits outputs (one list each, a value a point). Throws RangeError when points are too few.
 */
export function fitEmulator(points: readonly Point[], outputs: readonly (readonly number[])[]): Emulator {
  const dimensions = points[0]?.length ?? 0;
  if (points.length < leastRuns(dimensions))
    throw new RangeError(
      `invalid design; ${leastRuns(dimensions)} points or more expected: ${points.length}`,
    );
  const rows = points.map(terms);
  const coefficients = regress(points, outputs);
  const rests = outputs.map((values, k) =>
    values.map((value, row) => value - regressed(coefficients[k], rows[row])),
  );
  const processes = fitProcesses(points, rests);
  const lengths = [...new Set(processes.map(({ length }) => length))];
  const freedom = points.length / (points.length - termCount(dimensions));
  return {
    error: processes.map(({ leftOut }) => leftOut * freedom),
    at(point) {
      const at = terms(point);
      const near = correlationsWith(points, point, lengths);
      return coefficients.map((each, k) => {
        const process = processes[k];
        return regressed(each, at) + expected(process, near[lengths.indexOf(process.length)]);
      });
    },
  };
}

function expected({ weights }: Process, near: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k] * near[k];
  return sum;
}
