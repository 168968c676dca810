/** What the commands that run worlds have in common. */
import { fileURLToPath } from 'node:url';
import {
  Cancelled,
  type Engine,
  type Question,
  type ScenarioSteering,
  soloEngine,
} from '../../experiments/index.ts';
import { monthName } from '../../sim/index.ts';
import { KeptForks } from '../kept-forks.ts';
import { folderShelf } from './folder-shelf.ts';
import type { Options } from './options.ts';
import { drawsFor } from './plausible-set.ts';
import { openTeam } from './team.ts';
import type { Terminal } from './terminal.ts';

/** The question behind the options. */
export const questionOf = ({ scale, seed, runs, until, by, parameters }: Options): Question => ({
  settings: { scale, seed, runs, until },
  dimensions: by,
  draws: drawsFor(parameters, runs),
});

/** Worlds of one scenario behind a result: three times the runs where chance and parameters are told apart. */
export const worldsFor = ({ parameters, runs }: Pick<Options, 'parameters' | 'runs'>): number =>
  parameters === 'plausible' ? 3 * runs : runs;

/**
 * Spun-up worlds kept beside the built program, so they are read by the same program only; an altered one is dropped by
 * its hash. None stays in memory.
 */
const keptWorlds = (): KeptForks =>
  new KeptForks('', folderShelf(fileURLToPath(new URL('spin-ups/', import.meta.url))), 2);

/** Progress, Ctrl-C and pauses for a run of `worlds` worlds until a last month. */
export function steeringOf(terminal: Terminal, worlds: number, until: number): ScenarioSteering {
  let done = 0;
  return {
    signal: terminal.signal,
    forks: keptWorlds(),
    onMonth(month) {
      terminal.progress(`world ${done + 1} of ${worlds}: ${monthName(month)} of ${monthName(until)}`);
      if (month === until) done++;
    },
    pause: terminal.pause,
  };
}

/** Phases are looked between on one thread; says so where more were asked for. The result does not depend on it. */
export function sayOneThread({ workers }: Options, terminal: Terminal): void {
  if (workers > 1) terminal.warn(`one thread, not ${workers}: more cannot be looked at between phases`);
}

/** Does `work` with an engine of so many threads, and closes it whatever happens. */
export async function withEngine<T>(
  workers: number,
  terminal: Terminal,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  if (workers === 1) return work(soloEngine);
  const team = openTeam(workers);
  const stop = () => void team.close();
  terminal.signal.addEventListener('abort', stop);
  try {
    return await work(team);
  } catch (error) {
    throw terminal.signal.aborted ? new Cancelled() : error;
  } finally {
    terminal.signal.removeEventListener('abort', stop);
    await team.close();
    terminal.settle();
  }
}
