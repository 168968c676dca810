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

/** Every series of a recording in one block; months before 2025-12 serve only as history of windows. */
export interface PackedSeries {
  readonly months: readonly number[];
  /** `[group][indicator][month]`, groups as in the recording, indicators as in `INDICATORS`; NaN where undefined. */
  readonly values: Float64Array<ArrayBuffer>;
}

export function packedSeries(recording: Recording): PackedSeries {
  const places = recording.months.flatMap((month, at) => (month >= FORK_MONTH ? [at] : []));
  const values = new Float64Array(recording.groups.length * INDICATORS.length * places.length);
  for (const [month, at] of places.entries()) {
    const histories = historiesAt(recording, at);
    for (const [row, indicator] of INDICATORS.entries())
      for (const [group, value] of valuesAt(indicator, recording, at, histories).entries())
        values[(group * INDICATORS.length + row) * places.length + month] =
          value !== null && Number.isFinite(value) ? value : Number.NaN;
  }
  return { months: places.map((at) => recording.months[at]), values };
}

/** All series of a recording, by name; `packed` where it is known already. */
export function runSeries(recording: Recording, packed = packedSeries(recording)): RunSeries {
  const { months, values } = packed;
  const seriesOf = (group: number): IndicatorSeries =>
    Object.fromEntries(
      INDICATORS.map(({ id }, row) => {
        const from = (group * INDICATORS.length + row) * months.length;
        const series = Array.from(values.subarray(from, from + months.length));
        return [id, series.map((value) => (Number.isNaN(value) ? null : value))];
      }),
    );
  const by: Record<string, Record<string, IndicatorSeries>> = {};
  let province: IndicatorSeries = {};
  recording.groups.forEach(({ dimension, id }, group) => {
    if (dimension === 'province') province = seriesOf(group);
    else by[dimension] = { ...by[dimension], [id]: seriesOf(group) };
  });
  return { months, province, by };
}
