/** The worker: answers one request at a time, coarse first, and drops it as soon as another comes. */
import { expose } from 'comlink';
import { Cancelled, receiptOf, runScenarios, soloEngine } from '../experiments/index.ts';
import { faultLine, LIBRARY, openDocument, resolve, resolveScenario } from '../scenarios/index.ts';
import { LAST_MONTH } from '../sim/index.ts';
import type { Foresight, LabApi, LabEnd, LabRequest, LabUpdate } from './api.ts';
import { Bench } from './bench.ts';
import { breather } from './breather.ts';
import { openRunners } from './runners.ts';

/** Where a request's answers go. */
interface Listener {
  /** Gives a promise across threads: answers and the end of a run travel apart, and the end must not overtake. */
  readonly onUpdate: (update: LabUpdate) => unknown;
  readonly onProgress: ((id: number, month: number) => void) | undefined;
}

/** Longest a thread that looks ahead goes without listening, ms. */
const GLANCE = 4;

const pause = breather();
const glance = breather(undefined, GLANCE);
const bench = new Bench(openRunners(pause));
let current: { readonly id: number; readonly stop: AbortController } | undefined;
let last: Promise<unknown> = Promise.resolve();
/** What is looked ahead to, and when it has stopped. */
let foresight = { stop: new AbortController(), end: Promise.resolve() };

async function answer(
  request: LabRequest,
  signal: AbortSignal,
  { onUpdate, onProgress }: Listener,
): Promise<LabEnd> {
  const { id, seed, runs, scale } = request;
  const question = {
    scenario: resolve(request.scenario),
    comparators: request.comparators.map(resolve),
    seed,
    runs,
    scale,
  };
  let told: unknown;
  const onMonth = scale < 100 ? (month: number) => onProgress?.(id, month) : undefined;
  try {
    await bench.compare(question, { signal, onMonth, pause }, (step) => {
      if (!signal.aborted) told = onUpdate({ id, ...step });
    });
    await told;
    return 'done';
  } catch (error) {
    if (error instanceof Cancelled) return 'superseded';
    throw error;
  }
}

/** Nothing is said of a scenario that cannot be run: whoever asks for it will hear it. */
async function lookAhead({ scenarios, seed }: Foresight, signal: AbortSignal): Promise<void> {
  for (const scenario of scenarios) {
    if (signal.aborted) return;
    try {
      await bench.foresee(resolve(scenario), seed, { signal, pause: glance });
    } catch {
      // the next one may do
    }
    await glance();
  }
}

const api: LabApi = {
  async run(request, onUpdate, onProgress) {
    current?.stop.abort();
    foresight.stop.abort();
    const stop = new AbortController();
    current = { id: request.id, stop };
    const work = () => answer(request, stop.signal, { onUpdate, onProgress });
    const free = Promise.allSettled([last, foresight.end]);
    const mine = free.then(work);
    last = mine;
    return mine;
  },
  cancel(id) {
    if (current?.id === id) current.stop.abort();
    foresight.stop.abort();
  },
  foresee(asked) {
    foresight.stop.abort();
    const stop = new AbortController();
    const end = foresight.end.then(() => lookAhead(asked, stop.signal));
    foresight = { stop, end };
    return end;
  },
  check(text) {
    const opened = openDocument(text);
    if (opened.faults) return { faults: opened.faults.map(faultLine) };
    const { faults } = resolveScenario(opened.value, LIBRARY);
    return faults ? { faults: faults.map(faultLine) } : { document: opened.value };
  },
  async receipt(scenario, asked) {
    const resolved = resolve(scenario);
    const settings = { ...asked, until: LAST_MONTH };
    const steering = { pause, audit: 'never' } as const;
    const [{ resultHash }] = await runScenarios(
      [resolved],
      { settings, dimensions: [] },
      soloEngine,
      steering,
    );
    return { ...receiptOf(resolved, settings, resultHash) };
  },
  ping: () => true,
};

expose(api);
