/** The worker: answers one request at a time, coarse first, and drops it as soon as another comes. */
import { expose } from 'comlink';
import { Cancelled, receiptOf, runScenarios, soloEngine } from '../experiments/index.ts';
import { faultLine, LIBRARY, readScenario, resolve } from '../scenarios/index.ts';
import { LAST_MONTH } from '../sim/index.ts';
import type { LabApi, LabEnd, LabRequest, LabUpdate } from './api.ts';
import { Bench } from './bench.ts';
import { breather } from './breather.ts';

let latest = 0;
const bench = new Bench();
const pause = breather();
let last: Promise<unknown> = Promise.resolve();

async function answer(request: LabRequest, onUpdate: (update: LabUpdate) => void): Promise<LabEnd> {
  const signal = {
    get aborted() {
      return latest !== request.id;
    },
  };
  try {
    await bench.compare(
      {
        scenario: resolve(request.scenario),
        comparators: request.comparators.map(resolve),
        seed: request.seed,
        runs: request.runs,
      },
      { signal, pause, audit: 'never' },
      (step) => {
        if (!signal.aborted) onUpdate({ id: request.id, ...step });
      },
    );
    return 'done';
  } catch (error) {
    if (error instanceof Cancelled) return 'superseded';
    throw error;
  }
}

const api: LabApi = {
  async run(request, onUpdate) {
    latest = request.id;
    const before = last;
    const mine = before.then(
      () => answer(request, onUpdate),
      () => answer(request, onUpdate),
    );
    last = mine;
    return mine;
  },
  cancel(id) {
    if (latest === id) latest = 0;
  },
  check(text) {
    const checked = readScenario(text, LIBRARY);
    return checked.faults ? { faults: checked.faults.map(faultLine) } : { document: checked.value };
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
