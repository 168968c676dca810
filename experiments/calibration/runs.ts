/** Runs at the points of a wave, their means over luck, and what chance and scale do to them. */
import type { Point } from './design.ts';
import type { FitPlan, Simulator, Task } from './plan.ts';
import { wordsOf } from './plan.ts';

/** A point and what the model said there: the mean of its worlds for each output. */
export interface Run {
  readonly point: Point;
  readonly outputs: readonly number[];
}

/** Bias of a wave's few and coarse worlds at one point, and the variance of that bias; one number an output. */
export interface Bias {
  readonly level: readonly number[];
  readonly variance: readonly number[];
}

const meanOf = (values: readonly number[]): number => {
  const known = values.filter(Number.isFinite);
  return known.reduce((sum, one) => sum + one, 0) / known.length;
};

function varianceOf(values: readonly number[]): number {
  const known = values.filter(Number.isFinite);
  const mean = meanOf(known);
  return known.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, known.length - 1);
}

const columns = (rows: readonly (readonly number[])[]): number[][] =>
  (rows[0] ?? []).map((_, k) => rows.map((row) => row[k]));

/** Runs every point with the same luck. */
export async function runPoints(
  points: readonly Point[],
  scale: number,
  plan: FitPlan,
  simulator: Simulator,
): Promise<Run[]> {
  const words = wordsOf(plan, plan.runs);
  const tasks = points.flatMap((point) => words.map((word): Task => ({ point, word, scale })));
  const rows = await simulator.run(tasks);
  return points.map((point, k) => ({
    point,
    outputs: columns(rows.slice(k * words.length, (k + 1) * words.length)).map(meanOf),
  }));
}

/**
 * Mean of the reference worlds less that of the wave's worlds at one point, to be added to every run. With the same luck
 * everywhere it is nearly the same at every point for most targets; for guarantees, bad loans and the AUC, which rest on few
 * loans, it is not, and the variance given here leaves that out.
 */
export async function biasAt(
  point: Point,
  scale: number,
  plan: FitPlan,
  simulator: Simulator,
): Promise<Bias> {
  const few = wordsOf(plan, plan.runs).map((word): Task => ({ point, word, scale }));
  const many = referenceTasks(point, plan);
  const rows = await simulator.run([...few, ...many]);
  const used = columns(rows.slice(0, few.length));
  const reference = columns(rows.slice(few.length));
  return {
    level: reference.map((values, k) => meanOf(values) - meanOf(used[k])),
    variance: reference.map((values) => varianceOf(values) / many.length),
  };
}

function referenceTasks(point: Point, plan: FitPlan): Task[] {
  const { referenceRuns, referenceScale: scale } = plan;
  return wordsOf(plan, referenceRuns).map((word): Task => ({ point, word, scale }));
}

/** Means of the reference worlds at one point. */
export async function meansAt(point: Point, plan: FitPlan, simulator: Simulator): Promise<number[]> {
  return columns(await simulator.run(referenceTasks(point, plan))).map(meanOf);
}

/** Runs with the bias taken away, and what no world defined filled with the mean of the others. */
export function unbiased(runs: readonly Run[], { level }: Bias): Run[] {
  const means = columns(runs.map(({ outputs }) => outputs)).map(meanOf);
  return runs.map(({ point, outputs }) => ({
    point,
    outputs: outputs.map((value, k) => (Number.isFinite(value) ? value : means[k]) + (level[k] || 0)),
  }));
}

/** Outputs of some runs, one list an output. */
export const outputsOf = (runs: readonly Run[]): number[][] => columns(runs.map(({ outputs }) => outputs));
