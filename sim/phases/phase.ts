import type { Tally } from '../ledger.ts';
import type { Text } from '../policies/instrument.ts';
import type { World } from '../world.ts';

/**
 * A part of the work over enterprises: its slots of the table, the first row and the end of its applications, its number,
 * and where it posts.
 */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly firstRow: number;
  readonly endRow: number;
  readonly part: number;
  readonly tally: Tally;
}

/**
 * Work over enterprises, done by all threads at once, or over institutions, done by one while the others wait. A step
 * over institutions says whether it reads the month's sums: only then what all parts have posted is added up before.
 */
export type Step =
  | { readonly over: 'enterprises'; readonly run: (world: World, span: Span) => void }
  | { readonly over: 'institutions'; readonly readsSums?: true; readonly run: (world: World) => void };

/** One phase of the month: a name, a sentence a banker would sign, and its steps in order. */
export interface Phase {
  readonly name: string;
  readonly does: Text;
  readonly steps: readonly Step[];
}

/**
 * Slots a loop over enterprises takes at a time. A function that ends soon and is called again is compiled once, whole;
 * one that runs through all slots would be compiled from the middle of its loop, and again each time a rule wakes.
 */
export const BLOCK = 512;
