/** What charts of prefectures are given, and how they write it. */
import type { Language } from '../text/language.ts';
import { type Display, decimalsFor, displayOf } from '../text/numbers.ts';

/** One prefecture: an indicator month by month in both scenarios. */
export interface PlaceSeries {
  readonly code: string;
  readonly name: string;
  /** Column and row in the tile grid. */
  readonly tile: readonly [number, number];
  /** Means over runs, a value a month, NaN where undefined. */
  readonly scenario: ArrayLike<number>;
  readonly comparator: ArrayLike<number>;
  /** Half-width of the interval of the paired difference, 95 % for all prefectures together. */
  readonly half: ArrayLike<number>;
}

export interface PlacesData {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  readonly months: readonly string[];
  /** In official code order. */
  readonly places: readonly PlaceSeries[];
  readonly scenario: string;
  readonly comparator: string;
  /** True when both scenarios are one and the same world: one of them is drawn. */
  readonly same: boolean;
  readonly runs: number;
}

/** How to write these numbers, with decimals for their spread. */
export function writingOf(
  unit: string,
  language: Language,
  values: readonly number[],
): { display: Display; decimals: number } {
  const known = values.filter(Number.isFinite);
  const display = displayOf(unit, language, Math.max(0, ...known.map(Math.abs)));
  const apart = known.length ? Math.max(...known) - Math.min(...known) : 1;
  return { display, decimals: Math.min(2, decimalsFor(apart / 30, display)) };
}

/** Value at the first and at the last month. */
export const endsOf = (series: ArrayLike<number>): [number, number] => [
  series[0]!,
  series[series.length - 1]!,
];
