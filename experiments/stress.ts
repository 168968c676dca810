/**
 * Stress: what a shock does by its severity, beside the same world without it. A grid of severities, and the smallest
 * severity that breaks something. Every comparison is paired by seed.
 */
import type { Resolved } from '../scenarios/index.ts';
import { FORK_MONTH, LAST_MONTH, type Scale } from '../sim/index.ts';
import type { Engine } from './engine.ts';
import type { ForkCache } from './fork.ts';
import { planOf } from './scenario-run.ts';
import { type IndicatorSeries, runSeries } from './series.ts';
import { confidence95, mean } from './statistics.ts';
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

/** The value furthest from 0; null of none. */
export function furthest(values: readonly (number | null)[]): number | null {
  let most: number | null = null;
  for (const value of values)
    if (value !== null && (most === null || Math.abs(value) > Math.abs(most))) most = value;
  return most;
}

/** One cell of a severity grid. */
export interface StressCell {
  readonly row: number;
  readonly column: number;
  /** Mean over runs of the furthest the indicator strays from the same world without the shock; null where undefined. */
  readonly mean: number | null;
  /** 95 % interval of the mean; null while there is one run. */
  readonly ci95: readonly [number, number] | null;
  readonly runs: number;
}

/** A row: the world without the shock, and with it at each severity. */
export interface StressRow {
  readonly without: Resolved;
  readonly worlds: readonly Resolved[];
}

/** Fills a grid, replication by replication; `onCells` hears every cell known so far after each row. */
export async function severityGrid(
  rows: readonly StressRow[],
  indicator: string,
  runs: number,
  ask: AskWorld,
  onCells: (cells: readonly StressCell[]) => void,
): Promise<readonly StressCell[]> {
  const strayed = rows.map((row) => row.worlds.map(() => [] as number[]));
  for (let k = 0; k < runs; k++)
    for (const [row, { without, worlds }] of rows.entries()) {
      const calm = (await ask(without, k))[indicator];
      for (const [column, world] of worlds.entries()) {
        const stressed = (await ask(world, k))[indicator];
        const far = furthest(stressed.map((value, at) => gap(value, calm[at])));
        if (far !== null) strayed[row][column].push(far);
      }
      onCells(cellsOf(strayed));
    }
  return cellsOf(strayed);
}

const gap = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

const cellsOf = (strayed: readonly (readonly (readonly number[])[])[]): StressCell[] =>
  strayed.flatMap((columns, row) =>
    columns.map((values, column) => ({
      row,
      column,
      mean: mean(values),
      ci95: confidence95(values),
      runs: values.length,
    })),
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
      : value <= criterion.left * Math.max(0, usual);
  });
}

/** How many of the first `runs` replications a severity breaks; worlds without the shock are run once. */
export function breakingAt(
  ask: AskWorld,
  scenarioAt: (severity: number) => Resolved,
  runs: number,
  criterion: Criterion,
): (severity: number) => Promise<{ readonly broken: number; readonly runs: number }> {
  const calm: IndicatorSeries[] = [];
  return async (severity) => {
    let broken = 0;
    for (let k = 0; k < runs; k++) {
      calm[k] ??= await ask(scenarioAt(0), k);
      const series = severity > 0 ? await ask(scenarioAt(severity), k) : calm[k];
      if (breaks(series, calm[k], criterion)) broken++;
    }
    return { broken, runs };
  };
}

/** A severity that was tried. */
export interface Trial {
  readonly severity: number;
  /** Runs that broke, of how many. */
  readonly broken: number;
  readonly runs: number;
}

/** What a search for the smallest breaking severity found. */
export interface Breaking {
  /** In order of severity. */
  readonly trials: readonly Trial[];
  /** Smallest severity tried at which at least half of the runs break; null when none does. */
  readonly smallest: number | null;
  /** Largest severity below it at which fewer than half do; null when even no shock at all breaks it. */
  readonly largestHeld: number | null;
  /** Severities between which runs disagree: the last at which none breaks, the first from which all do. */
  readonly noise: { readonly noneUpTo: number | null; readonly allFrom: number | null };
  /** False when a larger severity breaks fewer runs than a smaller one: the answer then holds for what was tried only. */
  readonly monotone: boolean;
}

/** Severities tried first, as parts of the largest: they show whether more shock always breaks more. */
const LADDER = [0, 0.25, 0.5, 0.75, 1] as const;

/**
 * The smallest severity at which at least half of the runs break: a ladder over the whole range, then bisection between
 * the first rung that breaks and the one below it, until the bracket is no wider than `precision`.
 */
export async function smallestBreaking(
  most: number,
  precision: number,
  broken: (severity: number) => Promise<{ readonly broken: number; readonly runs: number }>,
  onTrial: (soFar: Breaking) => void = () => {},
): Promise<Breaking> {
  const trials: Trial[] = [];
  const attempt = async (severity: number): Promise<boolean> => {
    const trial = { severity, ...(await broken(severity)) };
    trials.push(trial);
    trials.sort((a, b) => a.severity - b.severity);
    onTrial(breakingOf(trials));
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
  return breakingOf(trials);
}

const breaksMost = ({ broken, runs }: Trial): boolean => 2 * broken >= runs;

/** Reads the answer off what was tried, in order of severity. */
function breakingOf(trials: readonly Trial[]): Breaking {
  const share = ({ broken, runs }: Trial) => broken / runs;
  const first = trials.findIndex(breaksMost);
  const some = trials.findIndex((one) => one.broken > 0);
  const lastPartial = trials.findLastIndex((one) => one.broken < one.runs);
  const none = some < 0 ? trials.length - 1 : some - 1;
  return {
    trials: [...trials],
    smallest: trials[first]?.severity ?? null,
    largestHeld: (first < 0 ? trials.at(-1) : trials[first - 1])?.severity ?? null,
    noise: {
      noneUpTo: trials[none]?.severity ?? null,
      allFrom: trials[lastPartial + 1]?.severity ?? null,
    },
    monotone: trials.every((one, at) => at === 0 || share(one) >= share(trials[at - 1])),
  };
}

/** Trials a search makes at most: the ladder, and the halvings of one of its steps. */
export const trialsOf = (most: number, precision: number): number =>
  LADDER.length + Math.max(0, Math.ceil(Math.log2(most / (LADDER.length - 1) / precision)));

/** A shock's world at a severity; 0 takes the shock away. `at` counts the shocks that start after 2025-12. */
export function withSeverity(scenario: Resolved, at: number, severity: number): Resolved {
  const later = scenario.shocks.filter((one) => one.from > FORK_MONTH);
  const chosen = later[at];
  if (!chosen) throw new RangeError(`invalid shock; ${later.length} shocks expected more than: ${at}`);
  const shocks = scenario.shocks.flatMap((one) => {
    if (one !== chosen) return [one];
    return severity > 0 ? [{ ...one, severity }] : [];
  });
  return { ...scenario, shocks };
}
