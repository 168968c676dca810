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
  /** Whether platforms can be read in each cell; null while all can. */
  readonly readable: Float64Array | null;
  readonly key: DrawKey;
}

/** Lines of business whose trade runs over platforms that share their data. */
const CONNECTED: ReadonlySet<(typeof SECTORS)[number]> = new Set(['agriculture', 'trade', 'hospitality-tourism']);

export function tracesOf(world: World): Traces {
  const { enterprises, atlas, effects, input } = world;
  const coverage = lever(world, 'ecommerceData.coverage');
  const added = coverage.some((share) => share > 0);
  const lost = effects.platforms.some((readable) => readable === 0);
  return {
    traits: enterprises.traits,
    cell: enterprises.cell,
    id: enterprises.id,
    added: added ? coverage.map((share, cell) => (CONNECTED.has(SECTORS[atlas.sector[cell]]) ? share : 0)) : null,
    readable: lost ? effects.platforms : null,
    key: drawKey(input.seed, STREAMS.ecommerce, -1),
  };
}

/** Whether the enterprise in a slot has traces that can be read this month. */
export function traced({ traits, cell, id, added, readable, key }: Traces, i: number): boolean {
  if (readable !== null && readable[cell[i]] === 0) return false;
  if ((traits[i] & TRAIT.platform) !== 0) return true;
  return added !== null && uniform(key.k0, key.k1, id[i]) < added[cell[i]];
}
