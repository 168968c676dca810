/** What some runs teach: an emulator of them, and which points the targets rule out. */
import type { Point } from './design.ts';
import { type Emulator, fitEmulator } from './emulator.ts';
import { CUT, implausibilities, largest, type Observed } from './implausibility.ts';
import type { FitPlan } from './plan.ts';
import { termCount } from './regression.ts';
import { type Bias, contrastsOf, outputsOf, type Run } from './runs.ts';

/** Targets allowed beyond the cut before a point is ruled out, less one: a single emulator may be wrong. */
const RANK = 3;
/** Runs an emulator learns from at most, for each term of its regression. */
const RUNS_A_TERM = 10;
/** Points of the cube looked at to see what can be reached and what survives. */
export const PROBES = 1000;

/** All that is known after some waves. */
export interface Knowledge {
  readonly runs: readonly Run[];
  readonly bias: Bias;
  readonly emulator: Emulator;
  readonly observed: readonly Observed[];
  /** Whether any point looked at comes near each target. */
  readonly reached: readonly boolean[];
}

/** Implausibility of each target the model can reach; 0 for one it cannot, which would rule out everything alike. */
export const judged = (
  { observed, reached }: Pick<Knowledge, 'observed' | 'reached'>,
  outputs: readonly number[],
  error?: readonly number[],
): number[] => implausibilities(observed, outputs, error).map((one, k) => (reached[k] ? one : 0));

/** Whether what is expected at a point rules it out. */
export const isRuledOut = (knowledge: Knowledge, point: Point): boolean =>
  largest(judged(knowledge, knowledge.emulator.at(point), knowledge.emulator.error), RANK) > CUT;

/** The runs nearest to the targets, where walkers start. */
export function nearest(runs: readonly Run[], observed: readonly Observed[], count: number): Run[] {
  const far = (run: Run) =>
    implausibilities(observed, run.outputs, undefined).reduce((sum, one) => sum + Math.min(one, 10) ** 2, 0);
  return runs
    .map((run) => ({ run, far: far(run) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, count)
    .map(({ run }) => run);
}

/**
 * An emulator of the latest runs: the likelier a design's points, the better it must be there. Runs must not be chosen by
 * what they said. Those nearest to the targets are so by chance too; learned from them alone, outputs that rest on chance
 * seem to stand nearer to their targets and to answer less to the parameters than they do.
 */
export function emulatorOf({ dimensions }: Pick<FitPlan, 'dimensions'>, runs: readonly Run[]): Emulator {
  const latest = runs.slice(-RUNS_A_TERM * termCount(dimensions));
  return fitEmulator(
    latest.map(({ point }) => point),
    outputsOf(latest),
    contrastsOf(latest),
  );
}

/** An emulator that expects so much more of each output. */
export const shifted = ({ at, error }: Emulator, level: readonly number[]): Emulator => ({
  error,
  at: (point) => at(point).map((value, k) => value + (level[k] || 0)),
});

/** What is known by runs whose bias is taken away as far as it is known, and an emulator of them. */
export function known(
  plan: FitPlan,
  runs: readonly Run[],
  emulator: Emulator,
  bias: Bias,
  luck: () => number,
): Knowledge {
  const observed = plan.observed.map((one, k): Observed => ({ ...one, ensemble: bias.variance[k] }));
  return { runs, bias, emulator, observed, reached: reachedBy(emulator, observed, runs, plan, luck) };
}

/** Targets that the model is expected to come near enough to at the point of some run or at some probe of the cube. */
function reachedBy(
  emulator: Emulator,
  observed: readonly Observed[],
  runs: readonly Run[],
  { dimensions }: FitPlan,
  luck: () => number,
): boolean[] {
  const reached = observed.map(() => false);
  const look = (each: readonly number[]) =>
    each.forEach((one, k) => {
      if (one <= CUT) reached[k] = true;
    });
  for (const { point } of runs) look(implausibilities(observed, emulator.at(point), undefined));
  for (let k = 0; k < PROBES; k++) {
    const point = Array.from({ length: dimensions }, luck);
    look(implausibilities(observed, emulator.at(point), undefined));
  }
  return reached;
}

/** Log density that is flat where nothing is ruled out and falls away from there; or, with `cut` 0, the log likelihood. */
export const density =
  (knowledge: Knowledge, cut: number) =>
  (point: Point): number =>
    -0.5 *
    judged(knowledge, knowledge.emulator.at(point), knowledge.emulator.error).reduce(
      (sum, one) => sum + Math.max(0, one * one - cut * cut),
      0,
    );
