/** What some runs teach: an emulator of them, and which points the targets rule out. */
import type { Point } from './design.ts';
import { type Emulator, fitEmulator, leastRuns } from './emulator.ts';
import { CUT, implausibilities, largest, type Observed } from './implausibility.ts';
import type { FitPlan } from './plan.ts';
import { type Bias, outputsOf, type Run } from './runs.ts';

/** Targets allowed beyond the cut before a point is ruled out, less one: a single emulator may be wrong. */
const RANK = 3;
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

/** Whether what the model says at a point, or is expected to say, rules it out. */
export const isRuledOut = (knowledge: Knowledge, outputs: readonly number[]): boolean =>
  largest(judged(knowledge, outputs, knowledge.emulator.error), RANK) > CUT;

/**
 * The runs nearest to the targets: an emulator need only be good where the next points will lie. They are near by chance
 * too, so that one learned from them alone expects outputs that rest on chance nearer to their targets than they are.
 */
export function nearest(runs: readonly Run[], observed: readonly Observed[], count: number): Run[] {
  const far = (run: Run) =>
    implausibilities(observed, run.outputs, undefined).reduce((sum, one) => sum + Math.min(one, 10) ** 2, 0);
  return runs
    .map((run) => ({ run, far: far(run) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, count)
    .map(({ run }) => run);
}

/** Learns from the runs nearest to the targets. */
export function learn(plan: FitPlan, runs: readonly Run[], bias: Bias, luck: () => number): Knowledge {
  const observed = plan.observed.map((one, k): Observed => ({ ...one, ensemble: bias.variance[k] }));
  const count = Math.max(Math.ceil(1.3 * leastRuns(plan.dimensions)), plan.points);
  const used = nearest(runs, observed, count);
  const emulator = fitEmulator(
    used.map(({ point }) => point),
    outputsOf(used),
  );
  return { runs, bias, emulator, observed, reached: reachedBy(emulator, observed, runs, plan, luck) };
}

/** Targets that some run or some probe of the cube comes near enough to. */
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
  for (const { outputs } of runs) look(implausibilities(observed, outputs, undefined));
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
