/** The replications of one scenario at one scale, run when they are needed and kept. */
import { planOf, receiptOf, type Settings, type Steering } from '../experiments/index.ts';
import type { Resolved } from '../scenarios/index.ts';
import type { LabReceipt } from './api.ts';
import type { Axes, Run, Runner } from './run-values.ts';

export class Replications {
  readonly resolved: Resolved;
  readonly settings: Settings;
  readonly #runner: Runner;
  readonly #runs: Run[] = [];
  readonly #pending = new Map<number, Promise<Run>>();
  #axes: Axes | undefined;

  constructor(resolved: Resolved, settings: Settings, runner: Runner) {
    this.resolved = resolved;
    this.settings = settings;
    this.#runner = runner;
  }

  /** Whether replication `k` is there already. */
  has(k: number): boolean {
    return this.#runs[k] !== undefined;
  }

  /** Throws before the first run. */
  get axes(): Axes {
    if (!this.#axes) throw new Error('invalid axes; no run yet: 0');
    return this.#axes;
  }

  /**
   * Replication `k`, run now unless it is there or on its way, by whoever usually does or by another `runner`. Rejects
   * with `Cancelled` when the signal is raised.
   */
  run(k: number, steering: Steering, runner = this.#runner): Promise<Run> {
    if (this.#runs[k]) return Promise.resolve(this.#runs[k]);
    const known = this.#pending.get(k);
    if (known) return known;
    const run = this.#start(k, steering, runner).finally(() => this.#pending.delete(k));
    run.catch(() => {});
    this.#pending.set(k, run);
    return run;
  }

  /**
   * What to run again. Without the result hash: hashing every final state would take as long as the runs themselves,
   * so the terminal program gives it.
   */
  recipe(): LabReceipt {
    const { resultHash: _, ...recipe } = receiptOf(this.resolved, this.settings, '');
    return recipe;
  }

  async #start(k: number, steering: Steering, runner: Runner): Promise<Run> {
    const plan = planOf(this.resolved, { settings: this.settings, dimensions: [] }, k);
    const { axes, values, books } = await runner.run(plan, k, steering);
    this.#axes ??= axes;
    this.#runs[k] = { values, books };
    return this.#runs[k];
  }
}
