/** Stepping a world through the month, alone or by several threads that share it. */
import { reduceTallies } from './books.ts';
import { spanStart } from './clearing.ts';
import { MONTH } from './month.ts';
import type { Span, Step } from './phases/phase.ts';
import { HEADER, type World } from './world.ts';

/**
 * The part of a world that a thread works on until the next enterprises are founded: an equal part of the slots that have
 * been used, since the room for entrants lies at the end of the table.
 */
export function spanOf(world: World, worker: number): Span {
  const { used, workers } = world;
  const { applications } = world.shape;
  return {
    from: spanStart(used, worker, workers),
    to: spanStart(used, worker + 1, workers),
    firstRow: spanStart(applications, worker, workers),
    endRow: spanStart(applications, worker + 1, workers),
    worker,
    tally: world.tallies[worker],
  };
}

/**
 * Runs one month with one thread. `watch` is called after each phase with its name, when its books are complete.
 * Enterprise steps touch their own span and tally only, so threads meet before institutions act.
 */
export function stepMonth(world: World, watch?: (phase: string) => void): void {
  for (const phase of MONTH) {
    for (const step of phase.steps) runAlone(world, step);
    if (watch) {
      reduceTallies(world);
      watch(phase.name);
    }
  }
  endMonth(world);
}

/** What was posted since the books were closed waits in them for the next month. */
function endMonth(world: World): void {
  reduceTallies(world);
  world.header[HEADER.month]++;
}

function actTogether(world: World, step: Extract<Step, { over: 'institutions' }>): void {
  if (step.readsSums) reduceTallies(world);
  step.run(world);
}

function runAlone(world: World, step: Step): void {
  if (step.over === 'institutions') actTogether(world, step);
  else for (let worker = 0; worker < world.workers; worker++) step.run(world, spanOf(world, worker));
}

/** Words of the barrier in shared memory. */
const ARRIVED = 0;
const GENERATION = 1;
const ABORTED = 2;
/** Longest wait before a thread looks whether the others still live, milliseconds. */
const PATIENCE = 200;

/** Thrown in every thread of a shared world when one of them was lost or the run was cancelled. */
export class RunAborted extends Error {
  constructor() {
    super('run aborted: a thread of this world stopped');
    this.name = 'RunAborted';
  }
}

/** Tells every thread of a shared world to stop at its next barrier. */
export function abortShared(world: World): void {
  Atomics.store(world.barrier, ABORTED, 1);
  Atomics.notify(world.barrier, GENERATION);
}

/** Waits for all threads; the last to arrive runs `once` before it lets the others go. */
function meet(world: World, once: () => void): void {
  const { barrier, workers } = world;
  const generation = Atomics.load(barrier, GENERATION);
  if (Atomics.add(barrier, ARRIVED, 1) === workers - 1) {
    once();
    Atomics.store(barrier, ARRIVED, 0);
    Atomics.add(barrier, GENERATION, 1);
    Atomics.notify(barrier, GENERATION);
    return;
  }
  while (Atomics.load(barrier, GENERATION) === generation) {
    if (Atomics.load(barrier, ABORTED) === 1) throw new RunAborted();
    Atomics.wait(barrier, GENERATION, generation, PATIENCE);
  }
}

/** Runs one month as thread `worker` of a shared world; every thread must call it. */
export function stepMonthShared(world: World, worker: number): void {
  for (const phase of MONTH)
    for (const step of phase.steps) {
      if (step.over === 'enterprises') step.run(world, spanOf(world, worker));
      else meet(world, () => actTogether(world, step));
    }
  meet(world, () => endMonth(world));
  if (Atomics.load(world.barrier, ABORTED) === 1) throw new RunAborted();
}
