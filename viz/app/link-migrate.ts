/** Links of older formats, brought up to date key by key before they are read. */

type Entry = readonly [key: string, value: string];

/** What the format number of a link is called in it; links without one are of format 1. */
export const FORMAT_KEY = 'v';

/**
 * Step k turns a link of format k + 1 into one of format k + 2.
 * 1 to 2: `map` said what the map shows; since there are two maps it names the map, and `shows` what it shows.
 * 2 to 3: `shock` was also the shock the grid of Stress tests, as a word alone; that is `tested`, and `shock` an event.
 */
const STEPS: readonly ((entries: readonly Entry[]) => readonly Entry[])[] = [
  (entries) => entries.map(([key, value]) => (key === 'map' ? ['shows', value] : [key, value])),
  (entries) =>
    entries.map(([key, value]) =>
      key === 'shock' && /^(?!none$)[A-Za-z]+$/.test(value) ? ['tested', value] : [key, value],
    ),
];

/** Format of the links made today. */
export const LINK_FORMAT = STEPS.length + 1;

/** The entries as today's format has them, without the format number; undefined for a format not known yet. */
export function migrate(entries: readonly Entry[]): readonly Entry[] | undefined {
  const format = Number(entries.find(([key]) => key === FORMAT_KEY)?.[1] ?? 1);
  if (!Number.isInteger(format) || format < 1 || format > LINK_FORMAT) return undefined;
  const rest = entries.filter(([key]) => key !== FORMAT_KEY);
  return STEPS.slice(format - 1).reduce<readonly Entry[]>((now, step) => step(now), rest);
}
