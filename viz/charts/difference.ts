/** Difference of two scenarios, paired run by run: the line beside the band that chance alone can make. */
import { areaY, axisX, axisY, gridY, line, ruleY } from '@observablehq/plot';
import { wordsOf } from '../text/index.ts';
import type { Language } from '../text/language.ts';
import { dateOf, writeMonth } from '../text/months.ts';
import {
  type Display,
  decimalsFor,
  displayOf,
  formatChange,
  formatInterval,
  modelUnit,
  plainNumber,
} from '../text/numbers.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { element } from './html.ts';
import { lineOf } from './look.ts';
import { plotPicture } from './plot-picture.ts';
import { finite } from './series.ts';
import { draw } from './svg.ts';
import { niceDomain, tickDecimals } from './ticks.ts';

export interface DifferenceData {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  readonly months: readonly string[];
  /** Mean of the paired differences and their spread over runs, scenario minus comparator. */
  readonly mean: ArrayLike<number>;
  readonly p05: ArrayLike<number>;
  readonly p95: ArrayLike<number>;
  /** 95 % interval of the mean; NaN while there is one run. */
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  readonly runs: number;
  readonly hue: number;
  /** Months to point out, with a word each. */
  readonly marks?: readonly { readonly at: number; readonly text: string }[];
}

/** The figure; the grey band around zero is as wide as the interval, so a line outside it exceeds chance. */
export function differenceChart(data: DifferenceData, setting: Setting): HTMLElement {
  const { language } = setting;
  const words = wordsOf(language);
  const display = displayOfDifference(data, language);
  const decimals = decimalsFor(sizeOf(data) / 40, display, 2);
  const { picture, x, y } = paint(data, setting, display.factor);
  const change = (at: number) => formatChange(data.mean[at]!, display, decimals);
  const interval = (at: number) =>
    data.runs > 1 ? formatInterval(data.low[at]!, data.high[at]!, display, decimals) : '–';
  const points = data.months.map((month, at) => ({
    x: x(dateOf(month)),
    y: y(data.mean[at]! * display.factor),
    row: 0,
    text: [writeMonth(month, language), change(at), `${words.interval} ${interval(at)}`].join(
      words.separator,
    ),
  }));
  const chart: Chart = {
    kind: `difference-${data.id}`,
    title: data.title,
    subtitle: data.subtitle,
    picture,
    points: points.filter((point) => Number.isFinite(point.y)),
    key: keyOfDifference(data, setting),
    table: {
      head: [words.month, words.difference, words.interval],
      rows: data.months.map((month, at) => [writeMonth(month, language), change(at), interval(at)]),
    },
    tidy: {
      columns: ['month', 'indicator', 'unit', 'difference', 'ci95_low', 'ci95_high', 'p05', 'p95', 'runs'],
      rows: data.months.map((month, at) => [
        month,
        data.id,
        modelUnit(data.unit),
        ...[data.mean, data.low, data.high, data.p05, data.p95].map((series) => series[at]!),
        data.runs,
      ]),
    },
  };
  return figureOf(chart, setting);
}

/** About as many marks on the axis of values. */
const TICKS = 5;

/** What the axis of values reaches over, in the model's unit: the line, zero, and both bands where there are any. */
function reachOf({ mean, p05, p95, low, high, runs }: Bands): [number, number] {
  const half = Array.from(low, (end, at) => (high[at]! - end) / 2);
  const bands = runs > 1 ? [p05, p95, half, half.map((one) => -one)] : [];
  const values = [0, ...finite(mean, ...bands)];
  return [Math.min(...values), Math.max(...values)];
}

type Bands = Pick<DifferenceData, 'mean' | 'p05' | 'p95' | 'low' | 'high' | 'runs'>;

const sizeOf = (bands: Bands): number => Math.max(...reachOf(bands).map(Math.abs));

/** How the axis and everything else of the figure is written; its subtitle names this unit. */
export const displayOfDifference = (data: Bands & { readonly unit: string }, language: Language): Display =>
  displayOf(data.unit, language, sizeOf(data));

/** Domain of the axis in shown units and the decimals of its ticks. */
export function axisOfDifference(bands: Bands, factor: number) {
  const [low, high] = reachOf(bands);
  const domain = low < high ? niceDomain([low * factor, high * factor]) : [-1, 1];
  return { domain, decimals: tickDecimals(domain, TICKS) };
}

/** Where marks begin, px from the top. */
const MARKS = 16;
/** Marks closer than this turn their words away from each other, px. */
const MARK_ROOM = 76;

function paint(data: DifferenceData, setting: Setting, factor: number) {
  const { look, width, language } = setting;
  const { stroke: hue, dash } = lineOf(data.hue, look);
  const height = Math.round(Math.min(260, Math.max(190, width * 0.3)));
  const rows = data.months.map((month, at) => ({
    date: dateOf(month),
    mean: data.mean[at]! * factor,
    half: ((data.high[at]! - data.low[at]!) / 2) * factor,
    low: data.p05[at]! * factor,
    high: data.p95[at]! * factor,
  }));
  const { domain, decimals } = axisOfDifference(data, factor);
  const tick = (value: number) => `${value > 0 ? '+' : ''}${plainNumber(value, decimals, language)}`;
  const bands =
    data.runs > 1
      ? [
          areaY(rows, { x: 'date', y1: 'low', y2: 'high', fill: hue, fillOpacity: 0.16 }),
          areaY(rows, { x: 'date', y1: (row) => -row.half, y2: 'half', fill: look.ink, fillOpacity: 0.13 }),
        ]
      : [];
  const drawn = plotPicture({
    width,
    height,
    marginLeft: 50,
    marginRight: 14,
    marginTop: data.marks?.length ? MARKS + 4 : 12,
    marginBottom: 26,
    className: 'plot',
    style: {
      background: 'none',
      color: look.muted,
      fontFamily: 'inherit',
      fontSize: '11.5px',
      overflow: 'visible',
    },
    x: { type: 'utc' },
    y: { domain, label: null },
    marks: [
      gridY({ stroke: look.hairline, strokeOpacity: 1, ticks: TICKS }),
      axisY({ ticks: TICKS, tickSize: 0, tickFormat: tick }),
      axisX({
        ticks: data.months.filter((month) => month.endsWith('-01')).map(dateOf),
        tickSize: 4,
        tickFormat: (date: Date) => String(date.getUTCFullYear()),
      }),
      ...bands,
      ruleY([0], { stroke: look.ink, strokeDasharray: '5 3' }),
      line(rows, {
        x: 'date',
        y: 'mean',
        stroke: hue,
        strokeWidth: 2.2,
        ...(dash && { strokeDasharray: dash }),
      }),
    ],
  });
  const marks = (data.marks ?? []).map((one) => ({ ...one, x: drawn.scale('x').apply(rows[one.at]!.date) }));
  marks.forEach(({ x, text }, k) => {
    const near = (other?: { x: number }) => other !== undefined && Math.abs(other.x - x) < MARK_ROOM;
    const anchor = near(marks[k + 1]) || x > width - 70 ? 'end' : near(marks[k - 1]) ? 'start' : 'middle';
    drawn.append(
      draw('line', {
        x1: x,
        x2: x,
        y1: MARKS,
        y2: height - 26,
        stroke: look.muted,
        'stroke-dasharray': '2 3',
      }),
      draw('text', { x, y: MARKS - 4, 'text-anchor': anchor, fill: look.ink, 'font-size': 11 }, [text]),
    );
  });
  return {
    picture: drawn,
    x: (date: Date) => drawn.scale('x').apply(date),
    y: (value: number) => drawn.scale('y').apply(value),
  };
}

function keyOfDifference(data: DifferenceData, { look, language }: Setting): Element {
  const words = wordsOf(language);
  const swatch = (fill: string, opacity: number) =>
    draw('svg', { width: 26, height: 12, 'aria-hidden': 'true' }, [
      draw('rect', { width: 26, height: 12, fill, opacity }),
    ]);
  const item = (mark: Element, text: string) => element('span', { class: 'key-item' }, [mark, text]);
  if (data.runs < 2) return element('div', { class: 'key' }, [words.oneRunNoBand]);
  return element('div', { class: 'key' }, [
    item(swatch(look.scenarios[data.hue]!, 0.3), words.pairedBand),
    item(swatch(look.ink, 0.2), words.noiseFloor),
  ]);
}
