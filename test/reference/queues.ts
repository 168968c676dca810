/** How long files wait. */
import { timesUsual } from '../../sim/decisions/queue.ts';
import type { SlowWorld } from './world.ts';

/** Days of a file with full documents at the load of the last months. */
export function meanFileTime({ p, files }: SlowWorld, c: number): number {
  const load = files[c].usually > 0 ? files[c].lately / files[c].usually : 1;
  return p['lend.days'][c] * timesUsual(load, p['lend.busy'][c], p['lend.busiest'][0]);
}
