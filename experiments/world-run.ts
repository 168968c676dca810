/** One world from 2023-01 to a last month, recorded, audited, cancellable. */
import {
  addMonth,
  FORK_MONTH,
  type GroupDimension,
  newRecording,
  type Patch,
  type ProvinceInput,
  type Recording,
  type Scale,
  type Shock,
  snapshot,
  type World,
  type WorldInput,
} from '../sim/index.ts';
import { addBooks, audit, type Books, openBooks } from './audit.ts';
import type { Engine } from './engine.ts';
import { hashOf } from './hash.ts';
import { seedOf } from './seed.ts';

/** Which world: a province, what happens in it, its luck, its scale, and what is counted. */
export interface WorldPlan {
  readonly province: ProvinceInput;
  readonly patches: readonly Patch[];
  readonly shocks: readonly Shock[];
  readonly scale: Scale;
  /** Word of the luck, with the replication's number: `1#0`. */
  readonly word: string;
  /** Breakdowns counted besides province and prefectures. */
  readonly dimensions: readonly GroupDimension[];
  /** Last month simulated, at least `FORK_MONTH`. */
  readonly until: number;
}

/** How a run is watched and stopped. */
export interface Steering {
  /** Stops the run before its next month once `aborted`; an AbortSignal fits. */
  readonly signal?: { readonly aborted: boolean } | undefined;
  readonly onMonth?: ((month: number) => void) | undefined;
  /** Awaited after each month, so that a thread can hear messages. */
  readonly pause?: (() => Promise<void>) | undefined;
  /** When accounts are checked: at month ends (default), after every phase with limits, or never. */
  readonly audit?: 'month' | 'phase' | 'never' | undefined;
  /** Snapshots at the fork, kept for worlds that share it. */
  readonly forks?: ForkCache | undefined;
}

/** A world at 2025-12, and its record until then. */
export interface Fork {
  readonly state: Uint8Array;
  readonly recording: Recording;
  readonly books: Books;
}
export type ForkCache = Map<string, Fork>;

/** A finished run. */
export interface WorldRun {
  readonly world: World;
  readonly recording: Recording;
  readonly books: Books;
}

/** Thrown when the signal was raised. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

const worldInput = (plan: WorldPlan): WorldInput => ({
  province: plan.province,
  patches: plan.patches,
  shocks: plan.shocks,
  seed: seedOf(plan.word),
  scale: plan.scale,
});

/** Worlds with the same key share everything until the fork: data, assumptions, history, luck, scale, breakdowns. */
export function forkKey(plan: WorldPlan): string {
  const { province, scale, word, dimensions } = plan;
  const past = (one: { readonly from: number }) => one.from <= FORK_MONTH;
  return hashOf({ province, scale, word, dimensions, patches: plan.patches.filter(past), shocks: plan.shocks.filter(past) });
}

const copyRecording = (recording: Recording): Recording => ({
  ...recording,
  months: [...recording.months],
  counts: [...recording.counts],
});

interface Course {
  readonly world: World;
  readonly recording: Recording;
  readonly books: Books;
}

async function startOf(plan: WorldPlan, engine: Engine, fork: Fork | undefined): Promise<Course> {
  const input = worldInput(plan);
  if (!fork) {
    const world = await engine.create(input, plan.dimensions);
    const recording = newRecording(world);
    addMonth(recording, world);
    return { world, recording, books: openBooks() };
  }
  const books = openBooks();
  addBooks(books, fork.books);
  const world = await engine.restore(input, fork.state, plan.dimensions);
  return { world, recording: copyRecording(fork.recording), books };
}

async function oneMonth({ world, recording, books }: Course, engine: Engine, steering: Steering): Promise<void> {
  const month = world.month + 1;
  const mode = steering.audit ?? 'month';
  const watch = (phase: string) => audit(books, world, { month, phase, limits: true });
  await engine.step(world, mode === 'phase' ? watch : undefined);
  if (mode === 'month') audit(books, world, { month });
  addMonth(recording, world);
}

/**
 * Runs a world. With `steering.forks` the state at 2025-12 is kept there, and a plan that shares it starts from it.
 * Rejects with `Cancelled` when the signal is raised.
 */
export async function runWorld(plan: WorldPlan, engine: Engine, steering: Steering = {}): Promise<WorldRun> {
  const key = steering.forks && forkKey(plan);
  const fork = key === undefined ? undefined : steering.forks?.get(key);
  const course = await startOf(plan, engine, fork);
  while (course.world.month < plan.until) {
    if (steering.signal?.aborted) throw new Cancelled();
    await oneMonth(course, engine, steering);
    if (course.world.month === FORK_MONTH && key !== undefined) steering.forks?.set(key, forkOf(course));
    steering.onMonth?.(course.world.month);
    await steering.pause?.();
  }
  return course;
}

function forkOf({ world, recording, books }: Course): Fork {
  const past = openBooks();
  addBooks(past, books);
  return { state: snapshot(world), recording: copyRecording(recording), books: past };
}
