/** Fan chart: an indicator month by month, the spread over runs as a band, scenario beside comparator. */
import { wordsOf } from '../text/index.ts';
import type { Language } from '../text/language.ts';
import { dateOf, writeMonth } from '../text/months.ts';
import {
  type Display,
  decimalsFor,
  displayOf,
  formatChange,
  formatLevel,
  formatRange,
  modelUnit,
} from '../text/numbers.ts';
import type { Chart, Setting } from './chart.ts';
import type { EventMark } from './events.ts';
import { fanPicture, isWide } from './fan-picture.ts';
import { figureOf } from './figure.ts';
import { keyOf } from './labels.ts';
import type { Hue } from './look.ts';
import { finite } from './series.ts';

/** One line with its band; a value a month, NaN where undefined. */
export interface FanLine {
  readonly name: string;
  /** `baseline` is drawn in dashed ink, a number picks the scenario colour and dash. */
  readonly hue: Hue;
  readonly mean: ArrayLike<number>;
  readonly p05: ArrayLike<number>;
  readonly p95: ArrayLike<number>;
}

export interface FanData {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  readonly months: readonly string[];
  /** The comparator last. */
  readonly lines: readonly FanLine[];
  /** Mean paired difference, first line minus last; left out where there are several. */
  readonly difference?: ArrayLike<number>;
  readonly events: readonly EventMark[];
  /** Runs behind the bands; a single run has no band to draw. */
  readonly runs: number;
}

type Lines = Pick<FanData, 'lines' | 'unit'>;

const valuesOf = ({ lines }: Pick<Lines, 'lines'>): number[] =>
  lines.flatMap((one) => finite(one.mean, one.p05, one.p95));

/** How the axis and everything else of the figure is written; its subtitle names this unit. */
export const displayOfFan = (data: Lines, language: Language): Display =>
  displayOf(data.unit, language, Math.max(0, ...valuesOf(data).map(Math.abs)));

/** The figure; `data` in the model's units. */
export function fanChart(data: FanData, setting: Setting): HTMLElement {
  const values = valuesOf(data);
  const display = displayOfFan(data, setting.language);
  const spread = Math.max(...values) - Math.min(...values);
  const decimals = decimalsFor(spread / 60, display, 2);
  const range = [Math.min(...values), Math.max(...values)].map((end) => end * display.factor);
  const { picture, x, y } = fanPicture(data, setting, display.factor, range);
  const words = wordsOf(setting.language);
  const level = (value: number) => formatLevel(value, display, decimals);
  const spreadOf = (one: FanLine, at: number) => formatRange(one.p05[at]!, one.p95[at]!, display, decimals);
  const change = (at: number) => formatChange(data.difference?.[at] ?? Number.NaN, display, decimals);
  const first = data.lines[0]!;
  const points = data.months.map((month, at) => ({
    x: x(dateOf(month)),
    y: y(first.mean[at]! * display.factor),
    row: 0,
    text: [
      writeMonth(month, setting.language),
      ...data.lines.map(
        (one) => `${one.name} ${level(one.mean[at]!)}${data.runs > 1 ? ` (${spreadOf(one, at)})` : ''}`,
      ),
      ...(data.difference ? [`${words.difference} ${change(at)}`] : []),
    ].join(words.separator),
  }));
  const chart: Chart = {
    kind: `fan-${data.id}`,
    title: data.title,
    subtitle: data.subtitle,
    picture,
    points: points.filter((point) => Number.isFinite(point.y)),
    key: keyOf(isWide(setting.width) ? [] : data.lines, setting, data.runs > 1),
    table: {
      head: [
        words.month,
        ...data.lines.flatMap((one) => [one.name, `${one.name} ${words.spread}`]),
        ...(data.difference ? [words.difference] : []),
      ],
      rows: data.months.map((month, at) => [
        writeMonth(month, setting.language),
        ...data.lines.flatMap((one) => [level(one.mean[at]!), data.runs > 1 ? spreadOf(one, at) : '–']),
        ...(data.difference ? [change(at)] : []),
      ]),
    },
    tidy: tidyOf(data),
  };
  return figureOf(chart, setting);
}

function tidyOf(data: FanData): Chart['tidy'] {
  return {
    columns: ['month', 'indicator', 'unit', 'scenario', 'mean', 'p05', 'p95', 'runs'],
    rows: data.lines.flatMap((one) =>
      data.months.map((month, at) => [
        month,
        data.id,
        modelUnit(data.unit),
        one.name,
        one.mean[at]!,
        one.p05[at]!,
        one.p95[at]!,
        data.runs,
      ]),
    ),
  };
}
