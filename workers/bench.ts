/** Compares a scenario with others step by step: a sketch at 1:1000, one run at 1:100, then the worlds asked for. */
import { Cancelled, hashOf, hashOnce, type Steering } from '../experiments/index.ts';
import type { Resolved } from '../scenarios/index.ts';
import { LAST_MONTH, type Scale } from '../sim/index.ts';
import type { LabReceipts, LabResult, LabUpdate, Stage } from './api.ts';
import { Frames } from './frames.ts';
import { Recent } from './kept-forks.ts';
import { Replications } from './replications.ts';
import type { Runner } from './run-values.ts';

export interface Comparison {
  readonly scenario: Resolved;
  readonly comparators: readonly Resolved[];
  readonly seed: string;
  readonly runs: number;
  /** Scale of the last answer. */
  readonly scale: Scale;
}

type Step = Omit<LabUpdate, 'id'>;

const SKETCH: Scale = 1000;
const USUAL: Scale = 100;
/** Scenarios kept with all their replications, and sketches kept. */
const MOST_KEPT = 12;
const MOST_SKETCHES = 48;
/** Least time between two answers while replications come in, ms, and how many times what one costs. */
const EVERY = 1000;
const SHARE = 12;

/** Who runs the worlds. */
export interface Runners {
  /** Many worlds of a scale, side by side. */
  of(scale: Scale): Runner;
  /** One world, with everybody there is. */
  readonly together: Runner;
}

export class Bench {
  readonly #kept = new Recent<string, Replications>(MOST_KEPT);
  readonly #sketches = new Recent<string, Replications>(MOST_SKETCHES);
  readonly #runners: Runners;

  constructor(runners: Runners) {
    this.#runners = runners;
  }

  /** Tells `onStep` every answer, each replacing the one before. Rejects with `Cancelled` when the signal is raised. */
  async compare(question: Comparison, steering: Steering, onStep: (step: Step) => void): Promise<void> {
    const { scale, runs } = question;
    const usual = this.#all(question, USUAL, scale === USUAL ? runs : 1);
    if (!usual.every((one) => one.has(0)))
      await this.#run(this.#all(question, SKETCH, 1), 'sketch', steering, onStep);
    await this.#hasten(usual, steering);
    if (scale < USUAL) await this.#run(usual, 'single', steering, onStep);
    const wanted = scale < USUAL ? this.#all(question, scale, runs) : usual;
    const receipts = () => receiptsOf(wanted, question, steering);
    await this.#run(wanted, 'ensemble', steering, onStep, receipts);
  }

  /** Runs the sketch of a scenario that has not been asked for yet, so that its first answer is there when it is. */
  async foresee(scenario: Resolved, seed: string, steering: Steering): Promise<void> {
    await this.#replications(scenario, SKETCH, seed, 1).run(0, steering);
  }

  /** A world that is waited for alone, as while a lever is dragged, is run by everybody. */
  async #hasten(all: readonly Replications[], steering: Steering): Promise<void> {
    const [missing, ...others] = all.filter((one) => !one.has(0));
    if (missing && others.length === 0) await missing.run(0, steering, this.#runners.together);
  }

  async #run(
    all: readonly Replications[],
    stage: Stage,
    steering: Steering,
    onStep: (step: Step) => void,
    receiptsOfLast?: () => Promise<LabReceipts>,
  ): Promise<void> {
    const [mine, ...others] = all as [Replications, ...Replications[]];
    const { runs, scale } = mine.settings;
    const { width } = this.#runners.of(scale);
    let pairs: readonly Frames[] | undefined;
    let due = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < runs; k++) {
      for (let ahead = k; ahead < Math.min(runs, k + width); ahead++)
        for (const one of all) void one.run(ahead, steering);
      const run = await mine.run(k, steering);
      pairs ??= others.map(() => new Frames(mine.axes));
      for (const [at, other] of others.entries()) pairs[at].add(await other.run(k, steering), run);
      const last = k === runs - 1;
      const cached = all.every((one) => one.has(k + 1));
      const now = performance.now();
      if (!last && k > 0 && (cached || now < due)) continue;
      const first = stage === 'ensemble' && scale === USUAL && k === 0;
      const step = { stage: first ? ('single' as const) : stage, scale, runsDone: k + 1, runsTotal: runs };
      const [result, ...rest] = pairs.map((one) => one.result()) as [LabResult, ...LabResult[]];
      const receipts = last && (await receiptsOfLast?.());
      onStep({ ...step, result, others: rest, ...(receipts && { receipts }) });
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
    const key = hashOf([patches, shocks, hashOnce(province), scale, seed, runs]);
    const settings = { scale, seed, runs, until: LAST_MONTH };
    const shelf = scale === SKETCH ? this.#sketches : this.#kept;
    const kept = shelf.get(key) ?? new Replications(resolved, settings, this.#runners.of(scale));
    shelf.set(key, kept);
    return kept;
  }
}

/** Receipts of what was asked for: kept replications may have been run for a scenario of another title. */
async function receiptsOf(
  all: readonly Replications[],
  { scenario, comparators }: Comparison,
  { pause, signal }: Steering,
): Promise<LabReceipts> {
  await pause?.();
  if (signal?.aborted) throw new Cancelled();
  const receipt = (resolved: Resolved, at: number) => all[at].receipt(resolved, pause);
  const [comparator, ...others] = await Promise.all(comparators.map((one, at) => receipt(one, at + 1)));
  return { scenario: await receipt(scenario, 0), comparator, others };
}
