/** An engine that is looked at between phases: the world is read and never written. */
import type { World } from '../../sim/index.ts';
import { type Engine, soloEngine } from '../engine.ts';

/** Somebody who looks at a world and changes nothing. */
export interface Observer {
  /** A world that goes on from 2025-12. */
  resumed?(world: World): void;
  /** After a phase; `world.month` is still the month before. */
  phase?(world: World, name: string): void;
  /** After a month. */
  month?(world: World): void;
}

/** This thread alone, with observers. */
export function watchedEngine(observers: readonly Observer[]): Engine {
  return {
    ...soloEngine,
    async restore(input, snapshot, dimensions) {
      const world = await soloEngine.restore(input, snapshot, dimensions);
      for (const one of observers) one.resumed?.(world);
      return world;
    },
    async step(world, watch) {
      await soloEngine.step(world, (phase) => {
        for (const one of observers) one.phase?.(world, phase);
        watch?.(phase);
      });
      for (const one of observers) one.month?.(world);
    },
  };
}
