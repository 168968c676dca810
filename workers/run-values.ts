/** One run as one block of numbers, which threads hand over without copying. */
import {
  bookFollower,
  Cancelled,
  type Engine,
  type FiscalLedger,
  fiscalLedger,
  packedSeries,
  resultPart,
  runSeries,
  runWorld,
  type Steering,
  type WorldPlan,
} from '../experiments/index.ts';
import { INDICATORS, monthName, type Scale } from '../sim/index.ts';

/** Values of one run, `[group][indicator][month]`, province first, then prefectures by code; NaN where undefined. */
export type Values = Float64Array<ArrayBuffer>;

/** What the values of a run are of. */
export interface Axes {
  readonly indicators: readonly string[];
  readonly prefectures: readonly string[];
  /** Month indices, the first is 2025-12. */
  readonly months: readonly number[];
}

/** One run: its indicators, and its books `[month][column]` in whole yuan. */
export interface Run {
  readonly values: Values;
  readonly books: Float64Array<ArrayBuffer>;
}

/** What a run adds to the hash of its result. */
export type Part = Uint8Array<ArrayBuffer>;

export interface RunValues extends Run {
  readonly axes: Axes;
  /** Works out the run's part of the result's hash, once; until then the whole world is kept for it. */
  readonly part?: (() => Part) | undefined;
}

/**
 * Whether runs of a scale are hashed as they come. Sketches are nobody's result, and the columns of every enterprise of a
 * province would hold the thread that waits for them until it is believed dead.
 */
export const isHashed = (scale: Scale): boolean => scale === 10 || scale === 100;

/** What treasuries pay in some runs. */
export function fiscalOf({ indicators, months }: Axes, runs: readonly Run[]): FiscalLedger {
  const rowOf = (id: string) => indicators.indexOf(id) * months.length;
  return fiscalLedger(months.map(monthName), runs.length, (run, id) =>
    runs[run].values.subarray(rowOf(id), rowOf(id) + months.length),
  );
}

/** Runs worlds somewhere. The same plan gives the same values wherever that is. */
export interface Runner {
  /** Worlds it runs at once. */
  readonly width: number;
  /** Runs a world; plans of one lane follow each other on one thread. Rejects with `Cancelled` when the signal is raised. */
  run(plan: WorldPlan, lane: number, steering: Steering): Promise<RunValues>;
}

/** Runs one plan with an engine and lays its values out. */
export async function runValues(plan: WorldPlan, engine: Engine, steering: Steering): Promise<RunValues> {
  const follower = bookFollower();
  const { recording, world } = await runWorld(plan, engine, { ...steering, onWorld: follower.onWorld });
  const packed = packedSeries(recording);
  const { months, values } = packed;
  const prefectures = recording.groups.flatMap(({ dimension, id }) =>
    dimension === 'prefecture' ? [id] : [],
  );
  const indicators = INDICATORS.map((one) => one.id);
  const places = (1 + prefectures.length) * indicators.length * months.length;
  return {
    axes: { indicators, prefectures, months },
    values: values.length === places ? values : values.slice(0, places),
    books: follower.books(),
    ...(isHashed(plan.scale) && { part: () => resultPart(runSeries(recording, packed), world) }),
  };
}

/** Runs worlds on the thread that asks. */
export function ownRunner(engine: Engine, steering: Pick<Steering, 'forks' | 'pause'>): Runner {
  let last: Promise<unknown> = Promise.resolve();
  return {
    width: 1,
    run(plan, _, asked) {
      const work = () => runValues(plan, engine, { audit: 'never', ...steering, ...asked });
      const mine = last.then(work, work);
      last = mine;
      return mine;
    },
  };
}

/** The promise, unless the signal is raised first: then it rejects at once with `Cancelled`. */
export function unlessStopped<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(new Cancelled());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
