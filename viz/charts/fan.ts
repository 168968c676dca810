/** Fan chart: an indicator month by month, the spread over runs as a band, scenario beside comparator. */
import { areaY, axisX, axisY, gridY, line, plot, ruleX } from '@observablehq/plot';
import { wordsOf } from '../text/index.ts';
import { dateOf, writeMonth } from '../text/months.ts';
import {
  decimalsFor,
  displayOf,
  formatChange,
  formatLevel,
  formatRange,
  plainNumber,
} from '../text/numbers.ts';
import type { Chart, Setting } from './chart.ts';
import { drawEvents, EVENT_ROW, type EventMark, placeEvents } from './events.ts';
import { figureOf } from './figure.ts';
import { drawEndLabels, keyOf } from './labels.ts';
import { finite } from './series.ts';

/** One line with its band; a value a month, NaN where undefined. */
export interface FanLine {
  readonly name: string;
  /** `baseline` is drawn in dashed ink, a number picks the scenario colour. */
  readonly hue: 'baseline' | number;
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
  /** Mean paired difference, first line minus last. */
  readonly difference?: ArrayLike<number>;
  readonly events: readonly EventMark[];
  /** Runs behind the bands; a single run has no band to draw. */
  readonly runs: number;
}

/** The figure; `data` in the model's units. */
export function fanChart(data: FanData, setting: Setting): HTMLElement {
  const values = data.lines.flatMap((one) => finite(one.mean, one.p05, one.p95));
  const size = Math.max(...values.map(Math.abs), 0);
  const display = displayOf(data.unit, setting.language, size);
  const spread = Math.max(...values) - Math.min(...values);
  const decimals = decimalsFor(spread / 60, display, 2);
  const { picture, x, y } = paint(data, setting, display.factor, spread * display.factor);
  const words = wordsOf(setting.language);
  const level = (value: number) => formatLevel(value, display, decimals);
  const range = (one: FanLine, at: number) => formatRange(one.p05[at]!, one.p95[at]!, display, decimals);
  const change = (at: number) => formatChange(data.difference?.[at] ?? Number.NaN, display, decimals);
  const first = data.lines[0]!;
  const points = data.months.map((month, at) => ({
    x: x(dateOf(month)),
    y: y(first.mean[at]! * display.factor),
    row: 0,
    text: [
      writeMonth(month, setting.language),
      ...data.lines.map(
        (one) => `${one.name} ${level(one.mean[at]!)}${data.runs > 1 ? ` (${range(one, at)})` : ''}`,
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
        ...data.lines.flatMap((one) => [level(one.mean[at]!), data.runs > 1 ? range(one, at) : '–']),
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
        data.unit,
        one.name,
        one.mean[at]!,
        one.p05[at]!,
        one.p95[at]!,
        data.runs,
      ]),
    ),
  };
}

function paint(data: FanData, setting: Setting, factor: number, spread: number) {
  const { look, width } = setting;
  const wide = isWide(width);
  const domain = [dateOf(data.months[0]!), dateOf(data.months[data.months.length - 1]!)] as const;
  const margin = { left: 46, right: wide ? 128 : 12, bottom: 26 };
  const inner = (date: Date) =>
    margin.left + ((+date - +domain[0]) / (+domain[1] - +domain[0])) * (width - margin.left - margin.right);
  const events = placeEvents(data.events, inner, width);
  const top = 16 + EVENT_ROW * events.reduce((most, event) => Math.max(most, event.row + 1), 0);
  const height = Math.round(Math.min(320, Math.max(210, width * 0.36))) + top;
  const frame = { top, bottom: height - margin.bottom };
  const colour = (one: FanLine) => (one.hue === 'baseline' ? look.ink : look.scenarios[one.hue]!);
  const dates = data.months.map(dateOf);
  const rows = (one: FanLine) =>
    dates.map((date, at) => ({
      date,
      mean: one.mean[at]! * factor,
      low: one.p05[at]! * factor,
      high: one.p95[at]! * factor,
    }));
  const decimals = spread < 0.3 ? 2 : spread < 3 ? 1 : 0;
  const drawn = plot({
    width,
    height,
    marginTop: top,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    className: 'plot',
    style: {
      background: 'none',
      color: look.muted,
      fontFamily: 'inherit',
      fontSize: '11.5px',
      overflow: 'visible',
    },
    x: { type: 'utc', domain: [...domain] },
    y: { nice: true, zero: false, label: null },
    marks: [
      gridY({ stroke: look.hairline, strokeOpacity: 1, ticks: 5 }),
      axisY({
        ticks: 5,
        tickSize: 0,
        tickFormat: (tick: number) => plainNumber(tick, decimals, setting.language),
      }),
      axisX({
        ticks: yearTicks(data.months),
        tickSize: 4,
        tickFormat: (date: Date) => String(date.getUTCFullYear()),
      }),
      ...[...data.lines].reverse().flatMap((one) => [
        ...(data.runs > 1
          ? [
              areaY(rows(one), {
                x: 'date',
                y1: 'low',
                y2: 'high',
                fill: colour(one),
                fillOpacity: one.hue === 'baseline' ? 0.1 : 0.2,
              }),
            ]
          : []),
        line(rows(one), {
          x: 'date',
          y: 'mean',
          stroke: colour(one),
          strokeWidth: one.hue === 'baseline' ? 1.6 : 2.2,
          ...(one.hue === 'baseline' ? { strokeDasharray: '5 3' } : {}),
        }),
      ]),
      ruleX([domain[0]], { stroke: look.muted }),
    ],
  }) as SVGSVGElement & { scale(name: string): { apply(value: unknown): number } };
  const x = (date: Date) => drawn.scale('x').apply(date);
  const y = (value: number) => drawn.scale('y').apply(value);
  drawn.append(drawEvents(events, x, frame, look));
  if (wide)
    drawn.append(
      drawEndLabels(
        data.lines.map((one) => ({ ...one, y: y(lastOf(one.mean) * factor) })),
        width - margin.right + 8,
        setting,
      ),
    );
  return { picture: drawn as SVGSVGElement, x, y };
}

/** Room for names beside the lines; where there is none they stand in the key. */
const isWide = (width: number): boolean => width >= 620;

const lastOf = (series: ArrayLike<number>): number => series[series.length - 1]!;

const yearTicks = (months: readonly string[]): Date[] =>
  months.filter((month) => month.endsWith('-01')).map(dateOf);
