/** One world from 2023-01 to a last month, recorded, audited, cancellable. */
import {
  addMonth,
  FORK_MONTH,
  newRecording,
  type Recording,
  type World,
  type WorldInput,
} from '../sim/index.ts';
import { audit, type Books, openBooks } from './audit.ts';
import type { Engine } from './engine.ts';
import {
  type Course,
  courseFrom,
  type Fork,
  type ForkCache,
  forkKey,
  forkOf,
  type WorldPlan,
} from './fork.ts';
import { seedOf } from './seed.ts';

/** How a run is watched and stopped. */
export interface Steering {
  /** Stops the run before its next month once `aborted`; an AbortSignal fits. */
  readonly signal?: { readonly aborted: boolean } | undefined;
  readonly onMonth?: ((month: number) => void) | undefined;
  /** Called with the world at the fork and after every month from then on; must not change it. */
  readonly onWorld?: ((world: World) => void) | undefined;
  /** Awaited after each month, so that a thread can hear messages. */
  readonly pause?: (() => Promise<void>) | undefined;
  /** When accounts are checked: at month ends (default), after every phase with limits, or never. */
  readonly audit?: 'month' | 'phase' | 'never' | undefined;
  /** Snapshots at the fork, kept for worlds that share it. */
  readonly forks?: ForkCache | undefined;
}

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

async function startOf(plan: WorldPlan, engine: Engine, fork: Fork | undefined): Promise<Course> {
  const input = worldInput(plan);
  if (!fork) {
    const world = await engine.create(input, plan.dimensions);
    const recording = newRecording(world);
    addMonth(recording, world);
    return { world, recording, books: openBooks() };
  }
  return courseFrom(fork, await engine.restore(input, fork.state, plan.dimensions));
}

async function oneMonth(
  { world, recording, books }: Course,
  engine: Engine,
  steering: Steering,
): Promise<void> {
  const month = world.month + 1;
  const mode = steering.audit ?? 'month';
  const watch = (phase: string) => audit(books, world, { month, phase, limits: true });
  await engine.step(world, mode === 'phase' ? watch : undefined);
  if (mode === 'month') audit(books, world, { month });
  addMonth(recording, world);
}

/** The kept fork a run may start from: one whose books were kept too, when the run keeps books. */
async function forkFor(key: string | undefined, { forks, audit }: Steering): Promise<Fork | undefined> {
  const fork = key === undefined ? undefined : await forks?.get(key);
  return audit === 'never' || (fork?.books.checks ?? 0) > 0 ? fork : undefined;
}

/**
 * Runs a world. With `steering.forks` the state at 2025-12 is kept there, and a plan that shares it starts from it.
 * Rejects with `Cancelled` when the signal is raised.
 */
export async function runWorld(plan: WorldPlan, engine: Engine, steering: Steering = {}): Promise<WorldRun> {
  const key = steering.forks && forkKey(plan);
  const fork = await forkFor(key, steering);
  const course = await startOf(plan, engine, fork);
  if (fork) steering.onWorld?.(course.world);
  while (course.world.month < plan.until) {
    if (steering.signal?.aborted) throw new Cancelled();
    await oneMonth(course, engine, steering);
    if (course.world.month === FORK_MONTH && key !== undefined)
      await steering.forks?.set(key, forkOf(course));
    steering.onMonth?.(course.world.month);
    if (course.world.month >= FORK_MONTH) steering.onWorld?.(course.world);
    await steering.pause?.();
  }
  return course;
}
