/**
 * One world over several threads. The threads step it together on shared memory; this thread only waits, so it hears a
 * thread that ends, Ctrl-C and its own timers at any moment, and no barrier is left waiting for the dead.
 */
import { Worker } from 'node:worker_threads';
import type { Engine } from '../../experiments/index.ts';
import {
  createWorld,
  type GroupDimension,
  restoreWorld,
  type World,
  type WorldInput,
} from '../../sim/index.ts';
import type { ThreadMessage } from './thread.ts';

/** An engine that must be closed. */
export interface Team extends Engine {
  close(): Promise<void>;
}

interface Member {
  readonly worker: Worker;
  /** Sends a message and waits for the answer; rejects when the thread ends instead. */
  ask(message: ThreadMessage): Promise<void>;
}

function openMember(number: number, script: URL): Member {
  const worker = new Worker(script, { name: `headwater-${number}` });
  let settle: { resolve(): void; reject(error: Error): void } | undefined;
  let lost: Error | undefined;
  const lose = (reason: string) => {
    lost ??= new Error(`thread ${number} ended: ${reason}`);
    settle?.reject(lost);
  };
  worker.on('message', () => settle?.resolve());
  worker.on('error', (error) => lose(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => lose(`exit code ${code}`));
  return {
    worker,
    ask: (message) =>
      new Promise((resolve, reject) => {
        if (lost) return reject(lost);
        settle = { resolve, reject };
        worker.postMessage(message);
      }),
  };
}

/** The helper thread beside the built program. */
const THREAD = new URL('./thread.js', import.meta.url);

/** Starts `workers` threads that run `script`. */
export function openTeam(workers: number, script: URL = THREAD): Team {
  const members = Array.from({ length: workers }, (_, k) => openMember(k, script));
  const close = async () => void (await Promise.all(members.map(({ worker }) => worker.terminate())));
  let failure: unknown;
  const together = async (messageOf: (worker: number) => ThreadMessage) => {
    try {
      if (!failure) await Promise.all(members.map((member, k) => member.ask(messageOf(k))));
    } catch (error) {
      failure = error;
      await close();
    }
    if (failure) throw failure;
  };
  const shared = async (input: WorldInput, dimensions: readonly GroupDimension[], world: World) => {
    await together((worker) => ({ do: 'join', input, buffers: world.buffers, dimensions, workers, worker }));
    return world;
  };
  return {
    workers,
    create: (input, dimensions) =>
      shared(input, dimensions, createWorld(input, { dimensions, workers, shared: true })),
    restore: (input, bytes, dimensions) =>
      shared(input, dimensions, restoreWorld(input, bytes, { dimensions, workers, shared: true })),
    step: () => together(() => ({ do: 'step' })),
    close,
  };
}
