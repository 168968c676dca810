/** Which thread runs which world: sketches here, at once; replications by the hands; a whole province by all of them. */
import { type Engine, type Fork, type ForkCache, soloEngine, type WorldPlan } from '../experiments/index.ts';
import type { Scale } from '../sim/index.ts';
import type { Runners } from './bench.ts';
import { ENGINE_BUILD } from './build.ts';
import { Hands, steered } from './hands.ts';
import { KeptForks } from './kept-forks.ts';
import { privateShelf } from './private-files.ts';
import { ownRunner, type Runner, runValues } from './run-values.ts';

/** Sketch worlds at 2025-12 kept in memory. */
const MOST_FORKS = 32;

/** Runs one world at a time with every hand; without shared memory, on one hand. */
function teamRunner(hands: Hands, forks: ForkCache): Runner {
  let last: Promise<unknown> = Promise.resolve();
  const turn = async (
    plan: WorldPlan,
    signal: AbortSignal | undefined,
    onMonth?: (month: number) => void,
  ) => {
    const team = hands.team();
    const engine: Engine = steered(team, signal);
    try {
      return await runValues(plan, engine, { signal, onMonth, forks, audit: 'never' });
    } catch (error) {
      team.abort();
      throw error;
    }
  };
  return {
    width: 1,
    run(plan, lane, steering) {
      if (!globalThis.crossOriginIsolated) return hands.run(plan, lane, steering);
      const signal = steering.signal instanceof AbortSignal ? steering.signal : undefined;
      const mine = last.then(() => turn(plan, signal, steering.onMonth));
      last = mine.catch(() => {});
      return mine;
    },
  };
}

/** The runner of each scale. Hands start when the first replication is asked for. */
export function openRunners(pause: () => Promise<void>): Runners {
  const shelf = ENGINE_BUILD ? privateShelf() : Promise.resolve(undefined);
  const kept = shelf.then((place) => new KeptForks(ENGINE_BUILD, place, MOST_FORKS));
  const forks: ForkCache = {
    get: async (key) => (await kept).get(key),
    set: async (key: string, fork: Fork) => (await kept).set(key, fork),
  };
  const own = ownRunner(soloEngine, { forks, pause });
  const hands = new Hands();
  const together = teamRunner(hands, forks);
  return { together, of: (scale: Scale) => (scale === 1000 ? own : scale === 1 ? together : hands) };
}
