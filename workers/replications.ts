/** The replications of one scenario at one scale, run when they are needed and kept; their result is hashed as they come. */
import { openResultDigest, planOf, receiptOf, type Settings, type Steering } from '../experiments/index.ts';
import type { Resolved } from '../scenarios/index.ts';
import type { LabReceipt } from './api.ts';
import type { Axes, Run, Runner, RunValues } from './run-values.ts';

type Pause = Steering['pause'];

export class Replications {
  readonly resolved: Resolved;
  readonly settings: Settings;
  readonly #runner: Runner;
  readonly #runs: Run[] = [];
  readonly #pending = new Map<number, Promise<Run>>();
  #axes: Axes | undefined;
  readonly #digest = openResultDigest();
  /** Parts of the hash that wait for their turn, by replication. */
  readonly #parts = new Map<number, NonNullable<RunValues['part']>>();
  #hashed = 0;
  #hashing: Promise<void> = Promise.resolve();
  #hash: string | undefined;

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
   * The receipt of all replications, once they are there, for a scenario that means the same world under whatever title.
   * Without the result hash at scales whose runs are not hashed.
   */
  async receipt(resolved: Resolved, pause: Pause): Promise<LabReceipt> {
    await this.#hashOn(pause);
    const isWhole = this.#hashed === this.settings.runs;
    if (isWhole) this.#hash ??= this.#digest.hex();
    const { resultHash, ...recipe } = receiptOf(resolved, this.settings, this.#hash ?? '');
    return isWhole ? { ...recipe, resultHash } : recipe;
  }

  async #start(k: number, steering: Steering, runner: Runner): Promise<Run> {
    const plan = planOf(this.resolved, { settings: this.settings, dimensions: [] }, k);
    const { axes, values, books, part } = await runner.run(plan, k, steering);
    this.#axes ??= axes;
    this.#runs[k] = { values, books };
    if (part) this.#parts.set(k, part);
    // The first one is often all there will be of a scenario, as while a lever is dragged.
    if (k > 0) void this.#hashOn(steering.pause);
    return this.#runs[k];
  }

  /** Hashes what is next in order, as far as it is there. */
  #hashOn(pause: Pause): Promise<void> {
    this.#hashing = this.#hashing.then(async () => {
      for (let part = this.#take(); part; part = this.#take()) {
        await this.#digest.addPart(part(), pause);
        this.#hashed++;
      }
    });
    return this.#hashing;
  }

  #take(): RunValues['part'] {
    const part = this.#parts.get(this.#hashed);
    this.#parts.delete(this.#hashed);
    return part;
  }
}
