/** What the numbers say: levels, changes and verdicts of one indicator at the last month. */
import type { Pair } from '../../workers/api.ts';
import {
  type Display,
  decimalsFor,
  displayOf,
  formatChange,
  formatInterval,
  formatLevel,
  formatRange,
} from '../text/numbers.ts';
import { comparatorDraft } from './comparators.ts';
import type { Context } from './context.ts';
import { type IndicatorEntry, indicatorOf } from './library.ts';

/** `real` exceeds chance, `chance` does not, `single` is one run, `same` is exactly zero, `none` is undefined. */
export type Verdict = 'real' | 'chance' | 'single' | 'same' | 'none';

/** One indicator at the last month, in words and numbers. */
export interface Finding {
  readonly indicator: IndicatorEntry;
  readonly pair: Pair | undefined;
  readonly verdict: Verdict;
  /** Level under the scenario, and under the comparator. */
  readonly level: string;
  readonly base: string;
  readonly range: string;
  readonly change: string;
  readonly interval: string;
  /** Level under the scenario at the first month. */
  readonly start: string;
  /** Mean difference in the model's unit. */
  readonly difference: number;
}

const DASH = '–';

/** Reads one indicator off the answer, by default against the first comparator; digits no finer than the noise. */
export function findingOf(context: Context, id: string, result = context.lab.update?.result): Finding {
  const indicator = indicatorOf(context.library, id)!;
  const pair = result?.province[id];
  const at = (result?.months.length ?? 0) - 1;
  if (!pair || !Number.isFinite(pair.scenario.mean[at]!)) {
    const nothing = { level: DASH, base: DASH, range: DASH, change: DASH, interval: DASH, start: DASH };
    return { indicator, pair: undefined, verdict: 'none', ...nothing, difference: Number.NaN };
  }
  const { scenario, comparator, difference } = pair;
  const [mean, low, high] = [difference.mean[at]!, difference.low[at]!, difference.high[at]!];
  const runs = context.lab.update!.runsDone;
  const display = displayOf(indicator.unit, context.state.language, scenario.mean[at]!);
  const spread = (scenario.p95[at]! - scenario.p05[at]!) / 2;
  const levelDecimals = decimalsFor(
    runs > 1 ? spread / Math.sqrt(runs) : Math.abs(scenario.mean[at]!) / 80,
    display,
    2,
  );
  const changeDisplay = displayOf(
    indicator.unit,
    context.state.language,
    Math.max(Math.abs(mean), Math.abs(high || 0)),
  );
  const half = (high - low) / 2;
  const verdict = verdictOf(mean, low, high);
  const roughly = decimalsFor(
    Number.isFinite(half) && half > 0 ? half : Math.abs(mean) / 3,
    changeDisplay,
    2,
  );
  const changeDecimals = verdict === 'real' ? tellingApart([low, high], roughly, changeDisplay) : roughly;
  return {
    indicator,
    pair,
    verdict,
    level: formatLevel(scenario.mean[at]!, display, levelDecimals),
    base: formatLevel(comparator.mean[at]!, display, levelDecimals),
    range: runs > 1 ? formatRange(scenario.p05[at]!, scenario.p95[at]!, display, levelDecimals) : DASH,
    change: formatChange(mean, changeDisplay, changeDecimals),
    interval: Number.isFinite(half) ? formatInterval(low, high, changeDisplay, changeDecimals) : DASH,
    start: formatLevel(scenario.mean[0]!, display, levelDecimals),
    difference: mean,
  };
}

/** Decimals that show on which side of zero the ends of an interval lie. */
function tellingApart(ends: readonly number[], decimals: number, display: Display): number {
  const hidden = ends.some((end) => Math.abs(end * display.factor) < 0.5 * 10 ** -decimals);
  return hidden && decimals < 3 ? tellingApart(ends, decimals + 1, display) : decimals;
}

/** Whether a paired difference exceeds chance: its 95 % interval leaves out zero. */
export function verdictOf(mean: number, low: number, high: number): Verdict {
  if (!Number.isFinite(mean)) return 'none';
  if (mean === 0 && !(low < 0) && !(high > 0)) return 'same';
  if (!Number.isFinite(low)) return 'single';
  return low > 0 || high < 0 ? 'real' : 'chance';
}

/** True when both scenarios are one and the same world. */
export const sameThroughout = ({ lab, state, library }: Context): boolean => {
  if (lab.update?.stage === 'stored') return true;
  const asked = lab.asked ?? state;
  return comparatorDraft(asked.comparator, asked.draft, library) === asked.draft;
};
