/**
 * Stress: what a shock does by its severity, beside the same world without it. A grid of severities, and the smallest
 * severity that breaks something. Every comparison is paired by seed.
 */
import { type Resolved, resolve, type ShockEvent } from '../scenarios/index.ts';
import { LAST_MONTH, type Scale } from '../sim/index.ts';
import type { Engine } from './engine.ts';
import type { ForkCache } from './fork.ts';
import { planOf } from './scenario-run.ts';
import { type IndicatorSeries, runSeries } from './series.ts';
import { chanceBound, furthest, type Gaps } from './sign-flips.ts';
import { runWorld, type Steering } from './world-run.ts';

/** How worlds are run. */
export interface StressSettings {
  readonly scale: Scale;
  readonly seed: string;
  readonly runs: number;
}

/** Runs one replication and gives the province's series from 2025-12. */
export type AskWorld = (scenario: Resolved, k: number) => Promise<IndicatorSeries>;

/** Worlds of these settings that share their past; `onWorld` hears after each. */
export function askWorlds(
  settings: StressSettings,
  engine: Engine,
  steering: Steering,
  onWorld: () => void,
): AskWorld {
  const forks: ForkCache = steering.forks ?? new Map();
  const question = { settings: { ...settings, until: LAST_MONTH }, dimensions: [] };
  return async (scenario, k) => {
    const run = await runWorld(planOf(scenario, question, k), engine, { ...steering, forks });
    onWorld();
    return runSeries(run.recording).province;
  };
}

/** One cell of a severity grid. */
export interface StressCell {
  readonly row: number;
  readonly column: number;
  /**
   * The furthest the indicator strays from the same world without the shock, in the mean of runs: as a response path has
   * it. (The mean of each run's own furthest month would count what chance does to single months.) Null where undefined.
   */
  readonly mean: number | null;
  /**
   * 95 % interval of the mean in that month, as wide as all cells need together and as having picked the month needs;
   * null for fewer than six runs, which cannot tell it from chance.
   */
  readonly joint: readonly [number, number] | null;
  readonly runs: number;
}

/** A row: the world without the shock, and with it at each severity. */
export interface StressRow {
  readonly without: Resolved;
  readonly worlds: readonly Resolved[];
}

/**
 * Fills a grid, replication by replication; `onCells` hears every cell known so far after each row. What chance makes is
 * worked out whenever all cells have the same runs.
 */
export async function severityGrid(
  rows: readonly StressRow[],
  indicator: string,
  runs: number,
  ask: AskWorld,
  onCells: (cells: readonly StressCell[]) => void,
): Promise<readonly StressCell[]> {
  const strayed = rows.map((row) => row.worlds.map((): Gaps[] => []));
  let bound = Number.POSITIVE_INFINITY;
  for (let k = 0; k < runs; k++)
    for (const [row, { without, worlds }] of rows.entries()) {
      const calm = (await ask(without, k))[indicator];
      for (const [column, world] of worlds.entries()) {
        const stressed = (await ask(world, k))[indicator];
        strayed[row][column].push(stressed.map((value, at) => gap(value, calm[at])));
      }
      if (row === rows.length - 1) bound = chanceBound(strayed.flat());
      onCells(cellsOf(strayed, bound));
    }
  return cellsOf(strayed, bound);
}

const gap = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

const cellsOf = (strayed: readonly (readonly (readonly Gaps[])[])[], bound: number): StressCell[] =>
  strayed.flatMap((columns, row) =>
    columns.map((runs, column) => {
      const { at, mean, error } = furthest(runs);
      if (at < 0) return { row, column, mean: null, joint: null, runs: runs.length };
      const half = bound * error;
      const joint = runs.length > 1 && Number.isFinite(half) ? ([mean - half, mean + half] as const) : null;
      return { row, column, mean, joint, runs: runs.length };
    }),
  );

/** What counts as breaking, looked for in every month after 2025-12, beside the same world without the shock. */
export type Criterion =
  /** At least so many guarantors more than without the shock write no business. */
  | { readonly kind: 'suspended'; readonly count: number }
  /** The guarantee funds fall to this part of what they hold without the shock, or below; 0 means they are empty. */
  | { readonly kind: 'fund'; readonly left: number };

const WATCHED = { suspended: 'guarantors-suspended', fund: 'guarantee-fund' } as const;

/** True when a run breaks by the criterion; false where it cannot be told. */
export function breaks(series: IndicatorSeries, without: IndicatorSeries, criterion: Criterion): boolean {
  const calm = without[WATCHED[criterion.kind]];
  return series[WATCHED[criterion.kind]].some((value, at) => {
    const usual = calm[at];
    if (at === 0 || value === null || usual === null) return false;
    return criterion.kind === 'suspended'
      ? value - usual >= criterion.count
      : value <= criterion.left * Math.max(0, usual) && (criterion.left === 0 || usual > 0);
  });
}

/** A severity that was tried. */
export interface Trial {
  readonly severity: number;
  /** Runs that broke, of how many. */
  readonly broken: number;
  /**
   * Runs that break with the two worlds exchanged, as if the one without the shock were the shocked one: what chance
   * alone does to worlds that have drifted apart. 0 without a shock, where both are one world, and where breaking is told
   * of one world alone.
   */
  readonly chance: number;
  readonly runs: number;
}

/** What became of the runs of one severity. */
type Broken = Omit<Trial, 'severity'>;

/** How many of the first `runs` replications a severity breaks; worlds without the shock are run once. */
export function breakingAt(
  ask: AskWorld,
  scenarioAt: (severity: number) => Resolved,
  runs: number,
  criterion: Criterion,
): (severity: number) => Promise<Broken> {
  const calm: IndicatorSeries[] = [];
  const isAbsolute = criterion.kind === 'fund' && criterion.left === 0;
  return async (severity) => {
    let [broken, chance] = [0, 0];
    for (let k = 0; k < runs; k++) {
      calm[k] ??= await ask(scenarioAt(0), k);
      const series = severity > 0 ? await ask(scenarioAt(severity), k) : calm[k];
      if (breaks(series, calm[k], criterion)) broken++;
      if (severity > 0 && !isAbsolute && breaks(calm[k], series, criterion)) chance++;
    }
    return { broken, chance, runs };
  };
}

/** What a search for the smallest breaking severity found. */
export interface Breaking {
  /** In order of severity. */
  readonly trials: readonly Trial[];
  /** Smallest severity tried that breaks; null when none does. */
  readonly smallest: number | null;
  /** Largest severity below it that does not; null when the world breaks without any shock. */
  readonly largestHeld: number | null;
  /**
   * Severities between which runs disagree: the last at which none breaks beyond chance, the first from which all do.
   * Null when at every severity tried either none does or all do.
   */
  readonly noise: { readonly noneUpTo: number | null; readonly allFrom: number | null } | null;
  /** False when a larger severity breaks fewer runs than a smaller one: the answer then holds for what was tried only. */
  readonly monotone: boolean;
  /** False while severities are still to be tried. */
  readonly isDone: boolean;
}

/** Severities tried first, as parts of the largest: they show whether more shock always breaks more. */
const LADDER = [0, 0.25, 0.5, 0.75, 1] as const;

/**
 * Part of runs that a severity breaks beyond chance. Any shock makes paired worlds drift apart, so that each is at times
 * the worse one; drift breaks a pair as often one way round as the other, and what it does is taken off.
 */
const beyondChance = ({ broken, chance, runs }: Broken): number => (broken - chance) / runs;

const breaksMost = (trial: Trial): boolean => beyondChance(trial) >= 0.5;

/**
 * The smallest severity that breaks at least half of the runs beyond chance: a ladder over the whole range, then
 * bisection between the first rung that breaks and the one below it, until the bracket is no wider than `precision`.
 */
export async function smallestBreaking(
  most: number,
  precision: number,
  broken: (severity: number) => Promise<Broken>,
  onTrial: (soFar: Breaking) => void = () => {},
): Promise<Breaking> {
  const trials: Trial[] = [];
  const attempt = async (severity: number): Promise<boolean> => {
    const trial = { severity, ...(await broken(severity)) };
    trials.push(trial);
    trials.sort((a, b) => a.severity - b.severity);
    onTrial(breakingOf(trials, false));
    return breaksMost(trial);
  };
  for (const part of LADDER) await attempt(part * most);
  const first = trials.findIndex(breaksMost);
  let [held, broke] = [trials[first - 1]?.severity, trials[first]?.severity];
  while (held !== undefined && broke !== undefined && broke - held > precision) {
    const middle = (held + broke) / 2;
    if (await attempt(middle)) broke = middle;
    else held = middle;
  }
  return breakingOf(trials, true);
}

/** Reads the answer off what was tried, in order of severity. */
function breakingOf(trials: readonly Trial[], isDone: boolean): Breaking {
  const shares = trials.map(beyondChance);
  const first = trials.findIndex(breaksMost);
  return {
    trials: [...trials],
    smallest: trials[first]?.severity ?? null,
    largestHeld: (first < 0 ? trials.at(-1) : trials[first - 1])?.severity ?? null,
    noise: noiseOf(trials, shares),
    monotone: shares.every((share, at) => at === 0 || share >= shares[at - 1]),
    isDone,
  };
}

function noiseOf(trials: readonly Trial[], shares: readonly number[]): Breaking['noise'] {
  if (!shares.some((share) => share > 0 && share < 1)) return null;
  const some = shares.findIndex((share) => share > 0);
  const lastPartial = shares.findLastIndex((share) => share < 1);
  return {
    noneUpTo: trials[some - 1]?.severity ?? null,
    allFrom: trials[lastPartial + 1]?.severity ?? null,
  };
}

/** Trials a search makes at most: the ladder, and the halvings of one of its steps. */
export const trialsOf = (most: number, precision: number): number =>
  LADDER.length + Math.max(0, Math.ceil(Math.log2(most / (LADDER.length - 1) / precision)));

/** What stress needs of a scenario file. */
export interface ShockedFile {
  readonly province: string;
  readonly shocks: readonly ShockEvent[];
}

/**
 * A scenario file with another severity of its shock `at`, in the file's own order, ready to run; 0 takes that shock
 * away. The file's other shocks stay as they are.
 */
export function withSeverity(file: ShockedFile, at: number, severity: number): Resolved {
  const { shocks } = file;
  if (!shocks[at]) throw new RangeError(`invalid shock; ${shocks.length} shocks expected more than: ${at}`);
  const varied = severity > 0 ? [{ ...shocks[at], severity }] : [];
  return resolve({ ...file, shocks: [...shocks.slice(0, at), ...varied, ...shocks.slice(at + 1)] });
}
