/** Compares two scenarios step by step: a sketch at 1:1000, one run at 1:100, then replication after replication. */
import { type Fork, type ForkCache, hashOf, type Steering } from '../experiments/index.ts';
import type { Resolved } from '../scenarios/index.ts';
import { LAST_MONTH, type Scale } from '../sim/index.ts';
import type { LabUpdate, Stage } from './api.ts';
import { Frames } from './frames.ts';
import { Replications } from './replications.ts';

export interface Comparison {
  readonly scenario: Resolved;
  readonly comparator: Resolved;
  readonly seed: string;
  readonly runs: number;
}

type Step = Omit<LabUpdate, 'id'>;

const SKETCH: Scale = 1000;
const FULL: Scale = 100;
/** Scenarios kept with all their replications, and worlds kept at 2025-12. */
const MOST_KEPT = 8;
const MOST_FORKS = 160;
/** Least time between two answers while replications come in, ms, and how many times what one costs. */
const EVERY = 250;
const SHARE = 12;

/** A map that forgets its oldest entries. */
class Recent<K, V> extends Map<K, V> {
  readonly #most: number;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  override set(key: K, value: V): this {
    this.delete(key);
    super.set(key, value);
    for (const oldest of this.keys()) {
      if (this.size <= this.#most) break;
      this.delete(oldest);
    }
    return this;
  }
}

export class Bench {
  readonly #kept = new Recent<string, Replications>(MOST_KEPT);
  readonly #forks: ForkCache = new Recent<string, Fork>(MOST_FORKS);

  /** Tells `onStep` every answer, each replacing the one before. Rejects with `Cancelled` when the signal is raised. */
  async compare(question: Comparison, steering: Steering, onStep: (step: Step) => void): Promise<void> {
    const steered = { ...steering, forks: this.#forks };
    const full = this.#pair(question, FULL, question.runs);
    if (full.some((one) => one.done === 0)) {
      await this.#run(this.#pair(question, SKETCH, 1), 'sketch', steered, onStep);
    }
    await this.#run(full, 'ensemble', steered, onStep);
  }

  async #run(
    [a, b]: readonly [Replications, Replications],
    stage: Stage,
    steering: Steering,
    onStep: (step: Step) => void,
  ): Promise<void> {
    const { runs, scale } = b.settings;
    let frames: Frames | undefined;
    let due = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < runs; k++) {
      const [mine, theirs] = [await b.values(k, steering), await a.values(k, steering)];
      frames ??= new Frames(b.axes);
      frames.add(theirs, mine);
      const last = k === runs - 1;
      const cached = Math.min(a.done, b.done) > k + 1;
      const now = performance.now();
      if (!last && k > 0 && (cached || now < due)) continue;
      const step = {
        stage: stage === 'ensemble' && k === 0 ? ('single' as const) : stage,
        scale,
        runsDone: k + 1,
        runsTotal: stage === 'sketch' ? 1 : runs,
      };
      onStep({ ...step, result: frames.result(), ...(last && stage === 'ensemble' && receiptsOf(a, b)) });
      const told = performance.now();
      due = told + Math.max(EVERY, SHARE * (told - now));
    }
  }

  #pair({ scenario, comparator, seed }: Comparison, scale: Scale, runs: number) {
    return [
      this.#replications(comparator, scale, seed, runs),
      this.#replications(scenario, scale, seed, runs),
    ] as const;
  }

  #replications(resolved: Resolved, scale: Scale, seed: string, runs: number): Replications {
    const { patches, shocks, province } = resolved;
    const key = hashOf([patches, shocks, province.parameters, scale, seed, runs]);
    const kept = this.#kept.get(key) ?? new Replications(resolved, { scale, seed, runs, until: LAST_MONTH });
    this.#kept.set(key, kept);
    return kept;
  }
}

const receiptsOf = (a: Replications, b: Replications): Pick<LabUpdate, 'receipts'> => ({
  receipts: { comparator: a.recipe(), scenario: b.recipe() },
});
