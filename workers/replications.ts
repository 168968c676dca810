/** The replications of one scenario at one scale, run in order when they are needed and kept. */
import {
  bookFollower,
  planOf,
  receiptOf,
  runSeries,
  runWorld,
  type Settings,
  type Steering,
  soloEngine,
} from '../experiments/index.ts';
import type { Resolved } from '../scenarios/index.ts';
import { INDICATORS } from '../sim/index.ts';
import type { LabReceipt } from './api.ts';

/** Values of one run, `[group][indicator][month]`, province first, then prefectures by code; NaN where undefined. */
export type Values = Float64Array;

/** One run: its indicators, and its books `[month][column]`. */
export interface Run {
  readonly values: Values;
  readonly books: Float64Array;
}

/** What the values of a run are of. */
export interface Axes {
  readonly indicators: readonly string[];
  readonly prefectures: readonly string[];
  /** Month indices, the first is 2025-12. */
  readonly months: readonly number[];
}

export class Replications {
  readonly resolved: Resolved;
  readonly settings: Settings;
  readonly #runs: Run[] = [];
  #axes: Axes | undefined;

  constructor(resolved: Resolved, settings: Settings) {
    this.resolved = resolved;
    this.settings = settings;
  }

  /** Replications there are already. */
  get done(): number {
    return this.#runs.length;
  }

  /** Throws before the first run. */
  get axes(): Axes {
    if (!this.#axes) throw new Error('invalid axes; no run yet: 0');
    return this.#axes;
  }

  /** Replication `k`; those before it are run first. Rejects with `Cancelled` when the signal is raised. */
  async run(k: number, steering: Steering): Promise<Run> {
    while (this.#runs.length <= k) await this.#next(steering);
    return this.#runs[k];
  }

  /**
   * What to run again. Without the result hash: hashing every final state would take as long as the runs themselves,
   * so the terminal program gives it.
   */
  recipe(): LabReceipt {
    const { resultHash: _, ...recipe } = receiptOf(this.resolved, this.settings, '');
    return recipe;
  }

  async #next(steering: Steering): Promise<void> {
    const plan = planOf(this.resolved, { settings: this.settings, dimensions: [] }, this.#runs.length);
    const follower = bookFollower();
    const { recording } = await runWorld(plan, soloEngine, { ...steering, onWorld: follower.onWorld });
    const series = runSeries(recording);
    const prefectures = Object.keys(series.by.prefecture ?? {});
    const indicators = INDICATORS.map((one) => one.id);
    this.#axes ??= { indicators, prefectures, months: series.months };
    const groups = [series.province, ...prefectures.map((code) => series.by.prefecture[code])];
    const length = series.months.length;
    const values = new Float64Array(groups.length * indicators.length * length);
    let at = 0;
    for (const group of groups) {
      for (const id of indicators) for (const value of group[id]) values[at++] = value ?? Number.NaN;
    }
    this.#runs.push({ values, books: follower.books() });
  }
}
