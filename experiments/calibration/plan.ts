/** What a fit asks and how much work it may spend; what a model must be able to do to be fitted. */
import type { WaveReport } from '../../scenarios/provinces/plausible.ts';
import type { Point } from './design.ts';
import type { Observed } from './implausibility.ts';

/** One run asked for: where, with which luck, how coarse. */
export interface Task {
  readonly point: Point;
  readonly word: string;
  readonly scale: number;
}

/** A model that can be run at points of the unit cube; it answers in the order of the tasks, NaN where undefined. */
export interface Simulator {
  run(tasks: readonly Task[]): Promise<readonly (readonly number[])[]>;
}

/** What is fitted, to what, and with how much work. */
export interface FitPlan {
  readonly seed: string;
  readonly dimensions: number;
  readonly observed: readonly Omit<Observed, 'ensemble'>[];
  /** Waves of history matching, the screening wave first. */
  readonly waves: number;
  /** Points a wave. */
  readonly points: number;
  /** Worlds a point, with lucks that points share in turn. */
  readonly runs: number;
  /** Scale of the first wave, and of all others. */
  readonly screenScale: number;
  readonly scale: number;
  /** Worlds that tell the bias of each wave and round, or what the model says at one point; and how fine they are. */
  readonly referenceRuns: number;
  readonly referenceScale: number;
  /** Worlds behind each slope at the likeliest point, at `scale`. */
  readonly slopeRuns: number;
  /** Vectors of the plausible set. */
  readonly members: number;
}

export interface Progress {
  onTask?(done: number, total: number, wave: number): void;
  onWave?(report: WaveReport): void;
}

/** Replication words of a fit, the same wherever they are asked for. */
export const wordsOf = ({ seed }: Pick<FitPlan, 'seed'>, count: number, first = 0): string[] =>
  Array.from({ length: count }, (_, k) => `${seed}#${first + k}`);

/**
 * Lucks that the points of a design share. Were they the same two at every point, what these do along a parameter would
 * pass for what the parameter does; in turn, it averages out.
 */
const SHARED = 16;

/** Words of the worlds at the `k`-th point of a design. */
export const wordsAt = (plan: Pick<FitPlan, 'seed' | 'runs'>, k: number): string[] =>
  Array.from({ length: plan.runs }, (_, run) => `${plan.seed}#${(k * plan.runs + run) % SHARED}`);

/** Words of the `k`-th batch of reference worlds, which no design and no batch before has. */
export const referenceWords = (plan: Pick<FitPlan, 'seed' | 'referenceRuns'>, batch: number): string[] =>
  wordsOf(plan, plan.referenceRuns, SHARED + batch * plan.referenceRuns);
