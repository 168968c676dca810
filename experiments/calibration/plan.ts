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
  /** Worlds a point, with the same luck at every point. */
  readonly runs: number;
  /** Scale of the first wave, and of all others. */
  readonly screenScale: number;
  readonly scale: number;
  /** Worlds behind what the model is taken to say at one point of each wave, and how fine they are. */
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

/** Replication words of a fit, the same at every point. */
export const wordsOf = ({ seed }: Pick<FitPlan, 'seed'>, runs: number): string[] =>
  Array.from({ length: runs }, (_, k) => `${seed}#${k}`);
