/** A quick stand-in for the model: a quadratic regression, and a Gaussian process for what it leaves over. */
import type { Point } from './design.ts';
import { correlationsWith, fitProcesses, type Process } from './gaussian-process.ts';
import { regress, regressed, termCount, terms } from './regression.ts';

/** What the model would say at points where it was not run. */
export interface Emulator {
  /** Expected value of each output at a point. */
  at(point: Point): number[];
  /** Variance of its error at a new point, one for each output, without the chance of a run there. */
  readonly error: readonly number[];
}

/** Fewest runs an emulator of so many coordinates can be made from: twice its regression's terms. */
export const leastRuns = (dimensions: number): number => 2 * termCount(dimensions);

/**
 * Fits outputs (one list each, a value a point). A run left out differs from what is expected by what the emulator cannot
 * follow and by the run's own chance. `contrasts`, which chance varies as much while they answer to nothing, tell how much
 * is chance, and that is taken away. Both shake the coefficients, by their variance times terms over the runs beyond them:
 * that part of chance stays, and comes on top of what cannot be followed. Without contrasts all counts as what it cannot
 * follow. Throws RangeError when points are too few.
 */
export function fitEmulator(
  points: readonly Point[],
  outputs: readonly (readonly number[])[],
  contrasts: readonly (readonly number[])[] = [],
): Emulator {
  const dimensions = points[0]?.length ?? 0;
  if (points.length < leastRuns(dimensions))
    throw new RangeError(
      `invalid design; ${leastRuns(dimensions)} points or more expected: ${points.length}`,
    );
  const responses = [...outputs, ...contrasts];
  const rows = points.map(terms);
  const coefficients = regress(points, responses);
  const rests = responses.map((values, k) =>
    values.map((value, row) => value - regressed(coefficients[k], rows[row])),
  );
  const processes = fitProcesses(points, rests);
  const beyond = points.length - termCount(dimensions);
  const leftOut = processes.map((process) => (process.leftOut * points.length) / beyond);
  const learned = termCount(dimensions) / beyond;
  const errorOf = (all: number, chance: number) =>
    Math.max(0, all - chance) * (1 + learned) + chance * learned;
  const lengths = [...new Set(processes.slice(0, outputs.length).map(({ length }) => length))];
  return {
    error: outputs.map((_, k) => errorOf(leftOut[k], leftOut[outputs.length + k] ?? 0)),
    at(point) {
      const at = terms(point);
      const near = correlationsWith(points, point, lengths);
      return outputs.map((_, k) => {
        const process = processes[k];
        return regressed(coefficients[k], at) + expected(process, near[lengths.indexOf(process.length)]);
      });
    },
  };
}

function expected({ weights }: Process, near: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k] * near[k];
  return sum;
}
