/** What the numbers say: levels, changes and verdicts of one indicator; of a flow over the whole projection. */
import type { Pair } from '../../workers/api.ts';
import {
  decimalsFor,
  decimalsToTell,
  displayOf,
  formatChange,
  formatInterval,
  formatLevel,
  formatRange,
} from '../text/numbers.ts';
import { comparatorDraft } from './comparators.ts';
import type { Context } from './context.ts';
import { type IndicatorEntry, indicatorOf } from './library.ts';
import { toldDisplay, toldOf, whenOf } from './told.ts';

/** `real` exceeds chance, `chance` does not, `single` is one run, `same` is exactly zero, `none` is undefined. */
export type Verdict = 'real' | 'chance' | 'single' | 'same' | 'none';

/** One indicator at the last month, or summed over the projection, in words and numbers. */
export interface Finding {
  readonly indicator: IndicatorEntry;
  readonly pair: Pair | undefined;
  readonly verdict: Verdict;
  /** True of a flow, which is told as its sum over the projection. */
  readonly summed: boolean;
  /** What the numbers stand for: the last month, or the years of the sum. */
  readonly when: string;
  /** Level under the scenario, and under the comparator. */
  readonly level: string;
  readonly base: string;
  readonly range: string;
  readonly change: string;
  readonly interval: string;
  /** Level under the scenario at the first month. */
  readonly start: string;
  /** Mean difference in the model's unit, and half of its 95 % interval; NaN where that is not known. */
  readonly difference: number;
  readonly half: number;
  /** Share of runs with a difference above 0. */
  readonly positive: number;
}

const DASH = '–';

/** Reads one indicator off the answer, by default against the first comparator; digits no finer than the noise. */
export function findingOf(context: Context, id: string, result = context.lab.update?.result): Finding {
  const indicator = indicatorOf(context.library, id)!;
  const pair = result?.province[id];
  const at = (result?.months.length ?? 0) - 1;
  if (!pair || !Number.isFinite(pair.scenario.mean[at]!)) {
    const nothing = { level: DASH, base: DASH, range: DASH, change: DASH, interval: DASH, start: DASH };
    const unknown = {
      summed: false,
      when: '',
      difference: Number.NaN,
      half: Number.NaN,
      positive: Number.NaN,
    };
    return { indicator, pair: undefined, verdict: 'none', ...nothing, ...unknown };
  }
  const spoken = { indicator, summed: pair.total !== undefined };
  const { scenario, comparator, difference } = toldOf(pair, at);
  const { mean, low, high } = difference;
  const runs = context.lab.update!.runsDone;
  const display = toldDisplay(context, spoken, scenario.mean);
  const spread = (scenario.p95 - scenario.p05) / 2;
  const levelDecimals = decimalsFor(
    runs > 1 ? spread / Math.sqrt(runs) : Math.abs(scenario.mean) / 80,
    display,
    2,
  );
  const changeDisplay = displayOf(
    indicator.unit,
    context.state.language,
    Math.max(Math.abs(mean), Math.abs(high || 0)),
  );
  const half = (high - low) / 2;
  const verdict = verdictOf(mean, low, high, runs);
  const roughly = decimalsFor(
    Number.isFinite(half) && half > 0 ? half : Math.abs(mean) / 3,
    changeDisplay,
    2,
  );
  const [level, base] = [scenario, comparator].map((one) => formatLevel(one.mean, display, levelDecimals));
  // The ends of an interval beyond chance show on which side of zero they lie, and levels that differ by how much.
  const shown = [...(verdict === 'real' ? [low, high] : []), ...(level === base ? [] : [mean])];
  const changeDecimals = Math.max(
    roughly,
    ...shown.map((end) => decimalsToTell(end, roughly, changeDisplay)),
  );
  return {
    indicator,
    pair,
    verdict,
    summed: spoken.summed,
    when: whenOf(context, spoken),
    level: level!,
    base: base!,
    range:
      runs > 1 && Number.isFinite(spread)
        ? formatRange(scenario.p05, scenario.p95, display, levelDecimals)
        : DASH,
    change: formatChange(mean, changeDisplay, changeDecimals),
    interval: Number.isFinite(half) ? formatInterval(low, high, changeDisplay, changeDecimals) : DASH,
    start: formatLevel(pair.scenario.mean[0]!, display, levelDecimals),
    difference: mean,
    half,
    positive: difference.positive,
  };
}

/** Whether a paired difference exceeds chance: its 95 % interval, where one is known of more than one run, leaves out zero. */
export function verdictOf(mean: number, low: number, high: number, runs: number): Verdict {
  if (!Number.isFinite(mean)) return 'none';
  if (mean === 0 && !(low < 0) && !(high > 0)) return 'same';
  if (!Number.isFinite(low)) return runs < 2 ? 'single' : 'chance';
  return low > 0 || high < 0 ? 'real' : 'chance';
}

/** True when both scenarios are one and the same world. */
export const sameThroughout = ({ lab, state, library }: Context): boolean => {
  if (lab.update?.stage === 'stored') return true;
  const asked = lab.asked ?? state;
  return comparatorDraft(asked.comparator, asked.draft, library) === asked.draft;
};
