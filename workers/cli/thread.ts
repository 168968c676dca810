/** A helper thread: joins a world that others share and steps it with them, one month a message. */
import { parentPort } from 'node:worker_threads';
import {
  type GroupDimension,
  joinWorld,
  stepMonthShared,
  type World,
  type WorldBuffers,
  type WorldInput,
} from '../../sim/index.ts';

/** Makes the thread look at a world; it stays until the next one. */
export interface JoinMessage {
  readonly do: 'join';
  readonly input: WorldInput;
  readonly buffers: WorldBuffers;
  readonly dimensions: readonly GroupDimension[];
  readonly workers: number;
  readonly worker: number;
}

export type ThreadMessage = JoinMessage | { readonly do: 'step' };

let world: World | undefined;
let worker = 0;

parentPort?.on('message', (message: ThreadMessage) => {
  if (message.do === 'join') {
    const { input, buffers, dimensions, workers } = message;
    worker = message.worker;
    world = joinWorld(input, buffers, { dimensions, workers });
  } else if (world) {
    stepMonthShared(world, worker);
  }
  parentPort?.postMessage('done');
});
