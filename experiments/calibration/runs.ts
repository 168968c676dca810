/** Runs at the points of a wave, their means over luck, and what chance and scale do to them. */
import type { Point } from './design.ts';
import type { FitPlan, Simulator, Task } from './plan.ts';
import { referenceWords, wordsAt, wordsOf } from './plan.ts';

/** A point and what the model said there: the mean of its worlds for each output. */
export interface Run {
  readonly point: Point;
  readonly outputs: readonly number[];
  /**
   * Mean of its worlds with signs taken in turn: chance varies it as much as `outputs`, while what the parameters do
   * cancels. Undefined for a single world, which says nothing of chance.
   */
  readonly contrasts?: readonly number[];
}

/** Bias of few and coarse worlds, to be added to what they say, and the variance of that bias; one number an output. */
export interface Bias {
  readonly level: readonly number[];
  readonly variance: readonly number[];
}

const meanOf = (values: readonly number[]): number => {
  const known = values.filter(Number.isFinite);
  return known.reduce((sum, one) => sum + one, 0) / known.length;
};

/** Variance of the mean of those that are known; without two of them nothing is known of it. */
function varianceOfMean(values: readonly number[]): number {
  const known = values.filter(Number.isFinite);
  if (known.length < 2) return Number.POSITIVE_INFINITY;
  const mean = meanOf(known);
  const squares = known.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return squares / (known.length - 1) / known.length;
}

/** Worlds in pairs, the second of each taken away; an odd one counts for nothing. NaN where a world said nothing. */
function contrastOf(values: readonly number[]): number {
  const paired = values.length - (values.length % 2);
  const sum = values.slice(0, paired).reduce((sum, one, k) => sum + (k % 2 ? -one : one), 0);
  return sum / Math.sqrt(paired * values.length);
}

const columns = (rows: readonly (readonly number[])[]): number[][] =>
  (rows[0] ?? []).map((_, k) => rows.map((row) => row[k]));

/** Runs every point of a design, with the lucks that points share in turn. */
export async function runPoints(
  points: readonly Point[],
  scale: number,
  plan: FitPlan,
  simulator: Simulator,
): Promise<Run[]> {
  const { runs } = plan;
  const tasks = points.flatMap((point, k) => wordsAt(plan, k).map((word): Task => ({ point, word, scale })));
  const rows = await simulator.run(tasks);
  return points.map((point, k) => {
    const outputs = columns(rows.slice(k * runs, (k + 1) * runs));
    const contrasts = runs > 1 ? outputs.map(contrastOf) : undefined;
    return { point, outputs: outputs.map(meanOf), ...(contrasts && { contrasts }) };
  });
}

function referenceTasks(point: Point, plan: FitPlan): Task[] {
  const { referenceRuns, referenceScale: scale } = plan;
  return wordsOf(plan, referenceRuns).map((word): Task => ({ point, word, scale }));
}

/** Means of the reference worlds at one point. */
export async function meansAt(point: Point, plan: FitPlan, simulator: Simulator): Promise<number[]> {
  return columns(await simulator.run(referenceTasks(point, plan))).map(meanOf);
}

/** One reference world: what the model said at a point, on a scale that is fine enough, with a luck of its own. */
export interface Reference {
  readonly point: Point;
  readonly outputs: readonly number[];
}

/** A batch of the reference worlds of a plan, each with another luck, dealt out over points of all parts of a list. */
export async function referencesAt(
  points: readonly Point[],
  batch: number,
  plan: FitPlan,
  simulator: Simulator,
): Promise<Reference[]> {
  const { referenceRuns, referenceScale: scale } = plan;
  const pointOf = (k: number) => points[Math.floor(((k + 0.5) * points.length) / referenceRuns)];
  const tasks = referenceWords(plan, batch).map((word, k): Task => ({ point: pointOf(k), word, scale }));
  const rows = await simulator.run(tasks);
  return rows.map((outputs, k) => ({ point: tasks[k].point, outputs }));
}

/**
 * Bias of what an emulator has learned: mean distance of reference worlds from what it expects at their points. The
 * emulator smooths over what chance did to single points. One point alone would not do, least of all the one nearest to
 * the targets: chance has had a part in bringing it there, and would be taken for bias.
 */
export function biasOf(expects: (point: Point) => readonly number[], references: readonly Reference[]): Bias {
  const away = references.map(({ point, outputs }) => {
    const expected = expects(point);
    return outputs.map((value, k) => value - expected[k]);
  });
  return {
    level: columns(away).map(meanOf),
    variance: columns(away).map(varianceOfMean),
  };
}

/** Runs with the level of a bias added, and what no world defined filled with the mean of the others. */
export function unbiased(runs: readonly Run[], level: Bias['level']): Run[] {
  const means = outputsOf(runs).map(meanOf);
  return runs.map(({ outputs, ...run }) => ({
    ...run,
    outputs: outputs.map((value, k) => (Number.isFinite(value) ? value : means[k]) + (level[k] || 0)),
  }));
}

/** Outputs of some runs, one list an output. */
export const outputsOf = (runs: readonly Run[]): number[][] => columns(runs.map(({ outputs }) => outputs));

/** Contrasts of some runs, one list an output; none if any run was a single world. */
export function contrastsOf(runs: readonly Run[]): number[][] {
  const rows = runs.flatMap(({ contrasts }) => (contrasts ? [contrasts] : []));
  return rows.length < runs.length ? [] : columns(rows).map(knownOrMean);
}

/** Values with those that are not known filled with the mean of the others, or with 0 where none is. */
function knownOrMean(values: readonly number[]): number[] {
  const mean = meanOf(values);
  return values.map((one) => (Number.isFinite(one) ? one : Number.isFinite(mean) ? mean : 0));
}
