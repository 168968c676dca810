/** Where a world is made and stepped: on this thread, or by a team of threads that share its memory. */
import {
  createWorld,
  type GroupDimension,
  restoreWorld,
  stepMonth,
  type World,
  type WorldInput,
} from '../sim/index.ts';

export interface Engine {
  /** Threads that step one world together. */
  readonly workers: number;
  create(input: WorldInput, dimensions: readonly GroupDimension[]): Promise<World>;
  /** A world that goes on from a snapshot, possibly with other policies and shocks. */
  restore(input: WorldInput, snapshot: Uint8Array, dimensions: readonly GroupDimension[]): Promise<World>;
  /** One month; `watch` hears the name of each phase when it is done, where the engine can look between phases. */
  step(world: World, watch?: (phase: string) => void): Promise<void>;
}

/** This thread alone. */
export const soloEngine: Engine = {
  workers: 1,
  create: async (input, dimensions) => createWorld(input, { dimensions }),
  restore: async (input, snapshot, dimensions) => restoreWorld(input, snapshot, { dimensions }),
  step: async (world, watch) => stepMonth(world, watch),
};
