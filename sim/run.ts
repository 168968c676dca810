/** Stepping a world through the month, alone or by several threads that share it. */
import { reduceTallies } from './books.ts';
import { partStart } from './clearing.ts';
import { MONTH } from './month.ts';
import type { Span, Step } from './phases/phase.ts';
import { HEADER, type World } from './world.ts';

/** One part of the work over enterprises: an equal share of the slots in use, and of the rows for applications. */
export function spanOf(world: World, part: number): Span {
  const { used, parts } = world;
  const { applications } = world.shape;
  return {
    from: partStart(used, part, parts),
    to: partStart(used, part + 1, parts),
    firstRow: partStart(applications, part, parts),
    endRow: partStart(applications, part + 1, parts),
    part,
    tally: world.tallies[part],
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
  else for (let part = 0; part < world.parts; part++) step.run(world, spanOf(world, part));
}

/** Words of the barrier in shared memory. */
const ARRIVED = 0;
const GENERATION = 1;
const ABORTED = 2;
const NEXT = 3;
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
    Atomics.store(barrier, NEXT, 0);
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

/** What one thread does while the others wait, and what all do then, part by part. */
interface Turn {
  readonly alone: Extract<Step, { over: 'institutions' }>[];
  readonly together: Extract<Step, { over: 'enterprises' }>[];
}

/** The month as threads meet in it. */
function turnsOf(steps: readonly Step[]): readonly Turn[] {
  let turn: Turn = { alone: [], together: [] };
  const turns = [turn];
  for (const step of steps) {
    if (step.over === 'enterprises') {
      turn.together.push(step);
      continue;
    }
    if (turn.together.length > 0) {
      turn = { alone: [], together: [] };
      turns.push(turn);
    }
    turn.alone.push(step);
  }
  return turns;
}

const TURNS = turnsOf(MONTH.flatMap((phase) => phase.steps));

/** Runs one month as one of the threads that share a world; every one of them must call it. */
export function stepMonthShared(world: World): void {
  const { barrier, parts } = world;
  for (const { alone, together } of TURNS) {
    meet(world, () => {
      for (const step of alone) actTogether(world, step);
    });
    for (let part = Atomics.add(barrier, NEXT, 1); part < parts; part = Atomics.add(barrier, NEXT, 1))
      for (const step of together) step.run(world, spanOf(world, part));
  }
  meet(world, () => endMonth(world));
  if (Atomics.load(barrier, ABORTED) === 1) throw new RunAborted();
}
