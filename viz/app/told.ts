/** The one number told of an indicator beside its months: a level as it is at the last month, a flow as its sum. */
import { jointFactor } from '../../experiments/statistics.ts';
import type { Band, Pair, PairTotal, PlacePair, PlaceTotal, Total } from '../../workers/api.ts';
import { writeMonth } from '../text/months.ts';
import { type Display, decimalsFor, decimalsToTell, displayOf, formatChange } from '../text/numbers.ts';
import type { Context } from './context.ts';
import type { IndicatorEntry } from './library.ts';

/** What is told of the province: a flow over the projection, anything else at month `at`. */
export function toldOf(pair: Pair, at: number): PairTotal {
  if (pair.total) return pair.total;
  const of = ({ mean, p05, p95 }: Band): Total => ({ mean: mean[at]!, p05: p05[at]!, p95: p95[at]! });
  const { low, high, positive } = pair.difference;
  return {
    comparator: of(pair.comparator),
    scenario: of(pair.scenario),
    difference: { ...of(pair.difference), low: low[at]!, high: high[at]!, positive: positive[at]! },
  };
}

/** The same of a prefecture. */
export function toldOfPlace(
  { total, comparator, scenario, difference, half }: PlacePair,
  at: number,
): PlaceTotal {
  if (total) return total;
  return {
    comparator: comparator[at]!,
    scenario: scenario[at]!,
    difference: difference[at]!,
    half: half[at]!,
  };
}

/**
 * Half-width of the interval of a difference where so many prefectures are told together: chance takes the largest of them
 * beyond its own interval more often than one in twenty times. Infinite where several runs say nothing of the spread.
 */
export function jointHalf(half: number, places: number, runs: number): number {
  if (runs < 2) return Number.NaN;
  return Number.isFinite(half) ? half * jointFactor(places, runs) : Number.POSITIVE_INFINITY;
}

/** The change of a prefecture in words, no finer than what chance does to it: the same on a map and beside it. */
export function changeOfPlace(value: number, half: number, display: Display): string {
  const noise = Number.isFinite(half) && half > 0 ? half : Math.abs(value) / 3;
  return formatChange(value, display, decimalsToTell(value, decimalsFor(noise, display, 2), display));
}

/** The years of the projection, which its sums are over: `2026–2030 together`. */
function spanOf({ lab, words }: Pick<Context, 'lab' | 'words'>): string {
  const months = lab.update!.result.months;
  const [from, to] = [months[1] ?? months[0]!, months.at(-1)!].map((month) => month.slice(0, 4));
  return words.span(from!, to!);
}

/** An indicator, and whether what is told of it is a sum over the projection. */
interface Spoken {
  readonly indicator: IndicatorEntry;
  readonly summed: boolean;
}

/** The time the number told stands for. */
export const whenOf = (context: Context, { summed }: Spoken): string =>
  summed ? spanOf(context) : writeMonth(context.lab.update!.result.months.at(-1)!, context.state.language);

/** The same for files: `2026-01/2030-12` or `2030-12`. */
export function periodOf({ lab }: Context, { summed }: Spoken): string {
  const months = lab.update!.result.months;
  return summed ? `${months[1]}/${months.at(-1)}` : months.at(-1)!;
}

/** How to write the number told; a sum in tenths, so that small differences of large sums keep digits that count. */
export const toldDisplay = ({ state }: Context, { indicator, summed }: Spoken, size: number): Display =>
  displayOf(indicator.unit, state.language, summed ? size / 10 : size);

/** The unit of months in a chart: flows are `CNY m a month`. */
export const unitOfMonths = ({ words }: Context, { summed }: Pick<Spoken, 'summed'>, unit: string): string =>
  summed ? words.aMonth(unit) : unit;

/** An indicator's title with the time its number stands for, where that is not the month the page speaks of. */
export function titleInTime(context: Context, { indicator, summed }: Spoken): string {
  const { tell, words } = context;
  const when = summed ? spanOf(context) : indicator.window === 'month' ? words.perMonth : '';
  return when ? `${tell(indicator.title)}${words.comma}${when}` : tell(indicator.title);
}
