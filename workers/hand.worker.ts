/** A hand: runs the worlds it is given, one after the other, and steps a shared world together with the other hands. */
import { expose, transfer } from 'comlink';
import { soloEngine, type WorldPlan } from '../experiments/index.ts';
import { breather } from './breather.ts';
import { ENGINE_BUILD } from './build.ts';
import { KeptForks } from './kept-forks.ts';
import { privateShelf } from './private-files.ts';
import { type Part, type RunValues, runValues } from './run-values.ts';
import { type TeamMessage, teamThread } from './team.ts';

/** Worlds at 2025-12 a hand keeps in memory. */
const MOST_FORKS = 48;

const pause = breather();
const act = teamThread();
const forks = ENGINE_BUILD
  ? privateShelf().then((shelf) => keptOn(shelf))
  : Promise.resolve(keptOn(undefined));
const stopped = new Set<number>();

function keptOn(shelf: Awaited<ReturnType<typeof privateShelf>>): KeptForks {
  return new KeptForks(ENGINE_BUILD, shelf, MOST_FORKS);
}

/** A run as it crosses threads: its part of the hash is worked out where the world is. */
export type HandRun = Omit<RunValues, 'part'> & { readonly part: Part | undefined };

/** What a hand offers. */
export interface HandApi {
  /** Runs a world. `onMonth` hears the months of long worlds. */
  run(id: number, plan: WorldPlan, onMonth?: (month: number) => void): Promise<HandRun>;
  /** Drops a run before its next month. */
  stop(id: number): void;
  /** Joins or steps a world on shared memory. */
  act(message: TeamMessage): void;
  ping(): true;
}

const api: HandApi = {
  async run(id, plan, onMonth) {
    const signal = {
      get aborted() {
        return stopped.has(id);
      },
    };
    try {
      const { part, ...run } = await runValues(plan, soloEngine, {
        signal,
        pause,
        audit: 'never',
        forks: await forks,
        onMonth,
      });
      await pause();
      const bytes = stopped.has(id) ? undefined : part?.();
      return transfer({ ...run, part: bytes }, bytes ? [bytes.buffer] : []);
    } finally {
      stopped.delete(id);
    }
  },
  stop: (id) => void stopped.add(id),
  act,
  ping: () => true,
};

expose(api);
