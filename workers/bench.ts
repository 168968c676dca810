/** Compares a scenario with others step by step: a sketch at 1:1000, one run at 1:100, then replication after replication. */
import { type Fork, type ForkCache, hashOf, type Steering } from '../experiments/index.ts';
import type { Resolved } from '../scenarios/index.ts';
import { LAST_MONTH, type Scale } from '../sim/index.ts';
import type { LabReceipt, LabResult, LabUpdate, Stage } from './api.ts';
import { Frames } from './frames.ts';
import { Replications } from './replications.ts';

export interface Comparison {
  readonly scenario: Resolved;
  readonly comparators: readonly Resolved[];
  readonly seed: string;
  readonly runs: number;
}

type Step = Omit<LabUpdate, 'id'>;

const SKETCH: Scale = 1000;
const FULL: Scale = 100;
/** Scenarios kept with all their replications, and worlds kept at 2025-12. */
const MOST_KEPT = 12;
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
    const full = this.#all(question, FULL, question.runs);
    if (full.some((one) => one.done === 0)) {
      await this.#run(this.#all(question, SKETCH, 1), 'sketch', steered, onStep);
    }
    await this.#run(full, 'ensemble', steered, onStep);
  }

  async #run(
    all: readonly Replications[],
    stage: Stage,
    steering: Steering,
    onStep: (step: Step) => void,
  ): Promise<void> {
    const [mine, ...others] = all as [Replications, ...Replications[]];
    const { runs, scale } = mine.settings;
    let pairs: readonly Frames[] | undefined;
    let due = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < runs; k++) {
      const run = await mine.run(k, steering);
      pairs ??= others.map(() => new Frames(mine.axes));
      for (const [at, other] of others.entries()) pairs[at].add(await other.run(k, steering), run);
      const last = k === runs - 1;
      const cached = all.every((one) => one.done > k + 1);
      const now = performance.now();
      if (!last && k > 0 && (cached || now < due)) continue;
      const step = {
        stage: stage === 'ensemble' && k === 0 ? ('single' as const) : stage,
        scale,
        runsDone: k + 1,
        runsTotal: stage === 'sketch' ? 1 : runs,
      };
      const [result, ...rest] = pairs.map((one) => one.result()) as [LabResult, ...LabResult[]];
      onStep({ ...step, result, others: rest, ...(last && stage === 'ensemble' && receiptsOf(all)) });
      const told = performance.now();
      due = told + Math.max(EVERY, SHARE * (told - now));
    }
  }

  /** The scenario first, then its comparators. */
  #all({ scenario, comparators, seed }: Comparison, scale: Scale, runs: number): readonly Replications[] {
    return [scenario, ...comparators].map((one) => this.#replications(one, scale, seed, runs));
  }

  #replications(resolved: Resolved, scale: Scale, seed: string, runs: number): Replications {
    const { patches, shocks, province } = resolved;
    const key = hashOf([patches, shocks, province.parameters, scale, seed, runs]);
    const kept = this.#kept.get(key) ?? new Replications(resolved, { scale, seed, runs, until: LAST_MONTH });
    this.#kept.set(key, kept);
    return kept;
  }
}

function receiptsOf(all: readonly Replications[]): Pick<LabUpdate, 'receipts'> {
  const [scenario, comparator, ...others] = all.map((one) => one.recipe()) as [
    LabReceipt,
    LabReceipt,
    ...LabReceipt[],
  ];
  return { receipts: { scenario, comparator, others } };
}
