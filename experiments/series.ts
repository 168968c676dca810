/** Indicators of one run, month by month from 2025-12. */
import {
  FORK_MONTH,
  historiesAt,
  INDICATORS,
  type Indicator,
  type Recording,
  type Scale,
  valuesAt,
} from '../sim/index.ts';

/** Indicator -> one value a month; null where it is not defined. */
export type IndicatorSeries = Readonly<Record<string, readonly (number | null)[]>>;

/** Series of the province and of every group that was counted. */
export interface RunSeries {
  readonly months: readonly number[];
  readonly province: IndicatorSeries;
  /** Dimension -> group -> series. */
  readonly by: Readonly<Record<string, Readonly<Record<string, IndicatorSeries>>>>;
}

/** True where the scale is too coarse for the indicator to mean anything. */
export const tooCoarse = (indicator: Indicator, scale: Scale): boolean => scale > indicator.coarsestScale;

const finite = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? value : null;

/** One series for each group of the recording. */
function seriesOfGroups(
  recording: Recording,
  places: readonly number[],
): Record<string, (number | null)[]>[] {
  const series = recording.groups.map(() =>
    Object.fromEntries(INDICATORS.map(({ id }) => [id, [] as (number | null)[]])),
  );
  for (const at of places) {
    const histories = historiesAt(recording, at);
    for (const indicator of INDICATORS) {
      const values = valuesAt(indicator, recording, at, histories);
      values.forEach((value, group) => void series[group][indicator.id].push(finite(value)));
    }
  }
  return series;
}

/** All series of a recording; months before 2025-12 serve only as history of windows. */
export function runSeries(recording: Recording): RunSeries {
  const places = recording.months.flatMap((month, at) => (month >= FORK_MONTH ? [at] : []));
  const by: Record<string, Record<string, IndicatorSeries>> = {};
  let province: IndicatorSeries = {};
  const series = seriesOfGroups(recording, places);
  recording.groups.forEach(({ dimension, id }, group) => {
    if (dimension === 'province') province = series[group];
    else by[dimension] = { ...by[dimension], [id]: series[group] };
  });
  return { months: places.map((at) => recording.months[at]), province, by };
}
