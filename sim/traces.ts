/** Whose orders, deliveries and payments a lender can read: those born with platform traces, and those connected since. */
import { TRAIT } from './agents/enterprises.ts';
import { lever } from './conditions.ts';
import { SECTORS } from './input.ts';
import { type DrawKey, drawKey, STREAMS, uniform } from './random.ts';
import type { World } from './world.ts';

/** What decides it, gathered once a phase. */
export interface Traces {
  readonly traits: Uint8Array;
  readonly cell: Uint16Array;
  readonly id: Uint32Array;
  /** Further share of each cell; null while nobody is connected. */
  readonly added: Float64Array | null;
  /** Part whose platforms can still be read in each cell; null while all can. */
  readonly readable: Float64Array | null;
  readonly key: DrawKey;
  readonly exitKey: DrawKey;
}

/** Lines of business whose trade runs over platforms that share their data. */
const CONNECTED: ReadonlySet<(typeof SECTORS)[number]> = new Set([
  'agriculture',
  'trade',
  'hospitality-tourism',
]);

export function tracesOf(world: World): Traces {
  const { enterprises, atlas, effects, input } = world;
  const coverage = lever(world, 'ecommerceData.coverage');
  const added = coverage.some((share) => share > 0);
  const lost = effects.platforms.some((left) => left < 1);
  return {
    traits: enterprises.traits,
    cell: enterprises.cell,
    id: enterprises.id,
    added: added
      ? coverage.map((share, cell) => (CONNECTED.has(SECTORS[atlas.sector[cell]]) ? share : 0))
      : null,
    readable: lost ? effects.platforms : null,
    key: drawKey(input.seed, STREAMS.ecommerce, -1),
    exitKey: drawKey(input.seed, STREAMS.platformExit, -1),
  };
}

/** Whether the enterprise in a slot has traces that can be read this month. */
export function traced(traces: Traces, i: number): boolean {
  const { traits, cell, id, added, key } = traces;
  if (unreadable(traces, i)) return false;
  if ((traits[i] & TRAIT.platform) !== 0) return true;
  return added !== null && uniform(key.k0, key.k1, id[i]) < added[cell[i]];
}

/** Whether the platform an enterprise trades on has left. */
export function unreadable({ cell, id, readable, exitKey }: Traces, i: number): boolean {
  return readable !== null && uniform(exitKey.k0, exitKey.k1, id[i]) >= readable[cell[i]];
}
