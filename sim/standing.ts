/** What follows from levers or effects alone is worked out once for as long as they stand: in most months nothing moves. */
import type { World } from './world.ts';

/** Places of the two counts in `world.standing`; each rises when one of its values has changed, and is 0 at the start. */
export const STANDING = { levers: 0, effects: 1 } as const;

/**
 * The same question, answered anew only when a lever has moved since this view of the world last asked. What it returns
 * must follow from levers, parameters and constant tables alone, and must not be written to.
 */
export function whileLeversStand<T>(answer: (world: World) => T): (world: World) => T {
  const known = new WeakMap<World, { readonly count: number; readonly value: T }>();
  return (world) => {
    const count = world.standing[STANDING.levers];
    const before = known.get(world);
    if (before?.count === count) return before.value;
    const value = answer(world);
    known.set(world, { count, value });
    return value;
  };
}

/** Whether levers or effects have moved since `seen` was last brought up to date here; it belongs to one step. */
export function conditionsMoved({ standing }: World, seen: Int32Array): boolean {
  const moved =
    seen[STANDING.levers] !== standing[STANDING.levers] ||
    seen[STANDING.effects] !== standing[STANDING.effects];
  seen.set(standing);
  return moved;
}
