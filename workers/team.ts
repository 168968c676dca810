/**
 * One world over several threads. The threads step it together on shared memory; the thread that asks only waits, so it
 * hears a thread that ends, a request to stop and its own timers at any moment, and no barrier is left waiting for the
 * dead.
 */
import type { Engine } from '../experiments/index.ts';
import {
  abortShared,
  createWorld,
  type GroupDimension,
  joinWorld,
  restoreWorld,
  stepMonthShared,
  type World,
  type WorldBuffers,
  type WorldInput,
} from '../sim/index.ts';

/** Makes a thread look at a world; it stays until the next one. */
export interface JoinMessage {
  readonly do: 'join';
  readonly input: WorldInput;
  readonly buffers: WorldBuffers;
  readonly dimensions: readonly GroupDimension[];
  readonly workers: number;
}

/** What a thread is told. */
export type TeamMessage = JoinMessage | { readonly do: 'step' };

/** One thread of a team. */
export interface Member {
  /** Sends a message and waits for the answer; rejects when the thread ends instead. */
  ask(message: TeamMessage): Promise<void>;
  close(): Promise<unknown> | undefined;
}

/** An engine that must be closed. */
export interface Team extends Engine {
  /** Makes every thread leave the world at its next barrier. */
  abort(): void;
  close(): Promise<void>;
}

/** The thread's own end: what it does with a message. */
export function teamThread(): (message: TeamMessage) => void {
  let world: World | undefined;
  return (message) => {
    if (message.do === 'step') {
      if (world) stepMonthShared(world);
      return;
    }
    const { input, buffers, dimensions, workers } = message;
    world = joinWorld(input, buffers, { dimensions, workers });
  };
}

/** A team of these threads. A member that ends or fails ends the team: every later step rejects with the same reason. */
export function openTeam(members: readonly Member[]): Team {
  const workers = members.length;
  let failure: unknown;
  let current: World | undefined;
  const abort = () => current && abortShared(current);
  const close = async () => {
    abort();
    await Promise.all(members.map((member) => member.close()));
  };
  const together = async (message: TeamMessage) => {
    try {
      if (!failure) await Promise.all(members.map((member) => member.ask(message)));
    } catch (error) {
      failure = error;
      await close();
    }
    if (failure) throw failure;
  };
  const share = async (input: WorldInput, dimensions: readonly GroupDimension[], world: World) => {
    current = world;
    await together({ do: 'join', input, buffers: world.buffers, dimensions, workers });
    return world;
  };
  const shared = (dimensions: readonly GroupDimension[]) => ({ dimensions, workers, shared: true });
  return {
    workers,
    create: (input, dimensions) => share(input, dimensions, createWorld(input, shared(dimensions))),
    restore: (input, bytes, dimensions) =>
      share(input, dimensions, restoreWorld(input, bytes, shared(dimensions))),
    step: () => together({ do: 'step' }),
    abort,
    close,
  };
}
