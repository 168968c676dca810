/**
 * How far chance takes the furthest of many means: were there nothing to find, each run’s differences might as well have had
 * the other sign, all of them at once. So every pattern of signs gives a furthest mean that chance makes, the choice of
 * the month and of the cell, and whatever months and cells have in common, included (max-T: Westfall and Young,
 * Resampling-Based Multiple Testing, 1993; exact while every pattern is tried).
 */
import seedrandom from 'seedrandom';

/** One run's paired differences by month; null where either world has no value. */
export type Gaps = readonly (number | null)[];

/** Patterns tried at most: all of them up to eleven runs, so many drawn ones beyond. */
const MOST_PATTERNS = 1024;
/** Part of the patterns in which chance may reach beyond the bound. */
const LEVEL = 0.05;

/** Differences of the months in which every run has one: `values[month * runs + run]`. */
interface Months {
  readonly runs: number;
  readonly values: Float64Array;
  /** Position of each month in the runs. */
  readonly at: readonly number[];
}

function monthsOf(runs: readonly Gaps[]): Months {
  const at = Array.from(runs[0] ?? [], (_, month) => month).filter((month) =>
    runs.every((gaps) => (gaps[month] ?? null) !== null),
  );
  const values = Float64Array.from(
    { length: at.length * runs.length },
    (_, k) => runs[k % runs.length][at[Math.floor(k / runs.length)]] as number,
  );
  return { runs: runs.length, values, at };
}

/** The furthest mean and its standard error. */
export interface Furthest {
  /** Position of the month; -1 where no month has a value in every run. */
  readonly at: number;
  readonly mean: number;
  readonly error: number;
}

const NOWHERE: Furthest = { at: -1, mean: 0, error: 0 };

function furthestOf({ runs, values, at }: Months, signs: ArrayLike<number>): Furthest {
  let [month, most] = [-1, -1];
  for (let m = 0; m < at.length; m++) {
    let sum = 0;
    for (let k = 0; k < runs; k++) sum += signs[k] * values[m * runs + k];
    if (Math.abs(sum) > most) [month, most] = [m, Math.abs(sum)];
  }
  if (month < 0) return NOWHERE;
  const mine = values.subarray(month * runs, (month + 1) * runs);
  const mean = mine.reduce((sum, value, k) => sum + signs[k] * value, 0) / runs;
  const squares = mine.reduce((sum, value, k) => sum + (signs[k] * value - mean) ** 2, 0);
  return { at: at[month], mean, error: Math.sqrt(squares / (runs * (runs - 1))) };
}

/** The month in which the mean of all runs is furthest from 0. */
export const furthest = (runs: readonly Gaps[]): Furthest =>
  furthestOf(monthsOf(runs), new Float64Array(runs.length).fill(1));

/** Patterns of signs; the first is the one that was found, and of two opposite ones only one is there. */
function* patterns(runs: number): Generator<Float64Array> {
  const signs = new Float64Array(runs).fill(1);
  const all = 2 ** (runs - 1);
  const random = seedrandom('sign flips');
  for (let number = 0; number < Math.min(all, MOST_PATTERNS); number++) {
    for (let k = 1; k < runs; k++) {
      const flipped = all <= MOST_PATTERNS ? (number >> (k - 1)) & 1 : number > 0 && random() < 0.5;
      signs[k] = flipped ? -1 : 1;
    }
    yield signs;
  }
}

const distance = ({ mean, error }: Furthest): number => (mean === 0 ? 0 : Math.abs(mean) / error);

/**
 * Standard errors beyond which the furthest mean of any of these cells lies in one case of twenty or fewer, when nothing
 * moves. Infinite for fewer than six runs, in which even one sign for all comes by chance more often than that. All cells
 * have the same runs.
 */
export function chanceBound(cells: readonly (readonly Gaps[])[]): number {
  const runs = cells[0]?.length ?? 0;
  const months = cells.map(monthsOf);
  const largest: number[] = [];
  for (const signs of patterns(runs))
    largest.push(Math.max(0, ...months.map((one) => distance(furthestOf(one, signs)))));
  largest.sort((a, b) => b - a);
  const allowed = Math.floor(LEVEL * largest.length);
  return runs < 2 || allowed === 0 ? Number.POSITIVE_INFINITY : largest[allowed];
}
