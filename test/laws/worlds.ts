/** Running worlds and telling them apart, for the laws. */
import {
  createWorld,
  FORK_MONTH,
  REASONS,
  restoreWorld,
  snapshot,
  stateColumns,
  stepMonth,
  type World,
  type WorldOptions,
} from '../../sim/index.ts';
import { inputOf, type Story } from '../support/small-province.ts';

/** Called after each phase with its name. */
export type Watch = (phase: string, world: World) => void;

/** Steps a world to the end of month `until`. */
export function runTo(world: World, until: number, watch?: Watch): World {
  while (world.month < until) stepMonth(world, watch && ((phase) => watch(phase, world)));
  return world;
}

/** A world of the story at the end of month `until`, from the start. */
export const worldAt = (story: Story, until: number, options: WorldOptions = {}, watch?: Watch): World =>
  runTo(createWorld(inputOf(story), options), until, watch);

const forks = new Map<string, Uint8Array>();

/** The small province at 2025-12, by seed; made once a test file. */
export function forkOf(seed = 'law'): Uint8Array {
  const known = forks.get(seed);
  if (known) return known;
  const state = snapshot(worldAt({ seed }, FORK_MONTH));
  forks.set(seed, state);
  return state;
}

/** A world that leaves the shared past at 2025-12 with the story's policies and shocks. The story keeps the province. */
export const fromFork = (story: Story, options: WorldOptions = {}): World =>
  restoreWorld(inputOf(story), forkOf(story.seed), options);

/** Whether two arrays hold the same bytes; quicker than a matcher on a million of them. */
export const sameBytes = (a: ArrayBufferView, b: ArrayBufferView): boolean =>
  Buffer.compare(
    new Uint8Array(a.buffer, a.byteOffset, a.byteLength),
    new Uint8Array(b.buffer, b.byteOffset, b.byteLength),
  ) === 0;

/** Columns of the final state in which two worlds differ; one has a column of what the other never had. */
export function differingColumns(a: World, b: World): string[] {
  const [mine, others] = [a, b].map(
    (world) => new Map(stateColumns(world).map(({ name, bytes }) => [name, bytes])),
  );
  const nothing = new Uint8Array();
  return [...new Set([...mine.keys(), ...others.keys()])].filter(
    (name) => !sameBytes(mine.get(name) ?? nothing, others.get(name) ?? nothing),
  );
}

/** Everything that tells two worlds apart: columns, the whole state byte for byte, counts of province and prefectures. */
export function differences(a: World, b: World): string[] {
  const counts = (world: World) => world.counts.slice(0, countsOfPlaces(world));
  return [
    ...differingColumns(a, b),
    ...(sameBytes(snapshot(a), snapshot(b)) ? [] : ['snapshot']),
    ...(sameBytes(counts(a), counts(b)) ? [] : ['counts']),
  ];
}

/** How many of the counts belong to the province and its prefectures, which every world counts first. */
const countsOfPlaces = (world: World): number =>
  (world.counts.length / world.groups.length) * (1 + world.input.province.prefectures.length);

const UNREAD = ['badRecord', 'noData', 'otherBank', 'noPartner'].map((reason) =>
  REASONS.indexOf(reason as (typeof REASONS)[number]),
);

/** Whether a lender read this month's application in row `row`; one it turns away unread keeps an old month's numbers. */
export const wasRead = ({ applications }: World, row: number): boolean =>
  !UNREAD.includes(applications.reason[row]);
