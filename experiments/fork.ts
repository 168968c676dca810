/** Worlds that share a past run it once: what is kept of a world at 2025-12, and which worlds may go on from it. */
import {
  FORK_MONTH,
  type GroupDimension,
  type Patch,
  type ProvinceInput,
  type Recording,
  type Scale,
  type Shock,
  snapshot,
  type World,
} from '../sim/index.ts';
import { addBooks, type Books, openBooks } from './audit.ts';
import { hashOf, hashOnce } from './hash.ts';

/** Which world: a province, what happens in it, its luck, its scale, and what is counted. */
export interface WorldPlan {
  readonly province: ProvinceInput;
  readonly patches: readonly Patch[];
  readonly shocks: readonly Shock[];
  readonly scale: Scale;
  /** Word of the luck, with the replication's number: `1#0`. */
  readonly word: string;
  /** Breakdowns counted besides province and prefectures. */
  readonly dimensions: readonly GroupDimension[];
  /** Last month simulated, at least `FORK_MONTH`. */
  readonly until: number;
}

/** A world at 2025-12, and its record until then. */
export interface Fork {
  readonly state: Uint8Array;
  readonly recording: Recording;
  readonly books: Books;
}
/** Where spun-up worlds are kept; a Map will do. What it returns must be what was put in, or nothing. */
export interface ForkCache {
  get(key: string): Fork | undefined | Promise<Fork | undefined>;
  set(key: string, fork: Fork): unknown;
}

/** Worlds with the same key share everything until the fork: data, assumptions, history, luck, scale, breakdowns. */
export function forkKey(plan: WorldPlan): string {
  const { province, scale, word, dimensions } = plan;
  const past = (one: { readonly from: number }) => one.from <= FORK_MONTH;
  return hashOf({
    province: hashOnce(province),
    scale,
    word,
    dimensions,
    patches: plan.patches.filter(past),
    shocks: plan.shocks.filter(past),
  });
}

/** A run on its way. */
export interface Course {
  readonly world: World;
  readonly recording: Recording;
  readonly books: Books;
}

const copyRecording = (recording: Recording): Recording => ({
  ...recording,
  months: [...recording.months],
  counts: [...recording.counts],
});

function copyBooks(books: Books): Books {
  const copy = openBooks();
  addBooks(copy, books);
  return copy;
}

/** What is kept of a run that has just reached 2025-12. */
export const forkOf = ({ world, recording, books }: Course): Fork => ({
  state: snapshot(world),
  recording: copyRecording(recording),
  books: copyBooks(books),
});

/** The run that goes on from a fork in a restored world; the fork stays as it is. */
export const courseFrom = (fork: Fork, world: World): Course => ({
  world,
  recording: copyRecording(fork.recording),
  books: copyBooks(fork.books),
});
