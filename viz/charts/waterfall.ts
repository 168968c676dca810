/** Waterfall: from one level to another in named parts, each with its interval and its range over orders. */
import { wordsOf } from '../text/index.ts';
import {
  type Display,
  decimalsFor,
  displayOf,
  formatChange,
  formatInterval,
  formatLevel,
  modelUnit,
} from '../text/numbers.ts';
import { type WhyWords, whyWordsOf } from '../text/why.ts';
import type { Chart, Setting, Tidy } from './chart.ts';
import { figureOf } from './figure.ts';
import { element } from './html.ts';
import { draw } from './svg.ts';
import { waterfallPicture, withinChance } from './waterfall-picture.ts';

/** One part; all numbers in the indicator's unit. */
export interface WaterfallPart {
  readonly name: string;
  readonly family: string;
  readonly share: number;
  /** Least and most it adds in any order counted. */
  readonly low: number;
  readonly high: number;
  readonly ci95: readonly [number, number] | null;
  /** Standard error from drawn orders; 0 when every order counts. */
  readonly error: number;
}

export interface WaterfallData {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  /** Time explained, as in `2030-12` or `2026-01/2030-12`. */
  readonly month: string;
  readonly start: { readonly name: string; readonly value: number };
  readonly end: { readonly name: string; readonly value: number };
  /** Parts under a heading of their own, in order; an empty group is left out. */
  readonly groups: readonly { readonly title: string; readonly parts: readonly WaterfallPart[] }[];
  readonly runs: number;
}

/**
 * Decimals of an attribution: enough to tell parts apart that are a thirtieth of its size, and no finer than what chance
 * does to the part that is known best.
 */
export function decimalsOfParts(
  parts: readonly Pick<WaterfallPart, 'ci95'>[],
  size: number,
  display: Display,
): number {
  const halves = parts.flatMap(({ ci95 }) => (ci95 && ci95[1] > ci95[0] ? [(ci95[1] - ci95[0]) / 2] : []));
  const known = halves.length > 0 ? Math.min(...halves) : 0;
  return decimalsFor(Math.max(size / 30, known), display, 3);
}

/** The figure; the parts lead from start to end without a gap. */
export function waterfallChart(data: WaterfallData, setting: Setting): HTMLElement {
  const { language } = setting;
  const [words, why] = [wordsOf(language), whyWordsOf(language)];
  const parts = data.groups.flatMap((group) => group.parts);
  const total = data.end.value - data.start.value;
  const size = Math.max(Math.abs(total), ...parts.map((one) => Math.abs(one.share)));
  const display = displayOf(data.unit, language, size);
  const decimals = decimalsOfParts(parts, size, display);
  const levels = displayOf(
    data.unit,
    language,
    Math.max(Math.abs(data.start.value), Math.abs(data.end.value)),
  );
  const level = (value: number) => formatLevel(value, levels, Math.max(1, decimalsFor(size / 10, levels, 2)));
  const change = (value: number) => formatChange(value, display, decimals);
  const range = ({ low, high }: WaterfallPart) => formatInterval(low, high, display, decimals);
  const interval = ({ ci95 }: WaterfallPart) => (ci95 ? formatInterval(...ci95, display, decimals) : '–');
  const drawn = parts.some((one) => one.error > 0);
  const error = (one: WaterfallPart) =>
    drawn ? [formatLevel(one.error, { ...display, suffix: display.changeSuffix }, decimals)] : [];
  const share = (one: WaterfallPart) =>
    withinChance(one) ? `${change(one.share)}${words.bracket(words.withinChance)}` : change(one.share);
  const { picture, places } = waterfallPicture(data, setting, { change, level });
  const told = [
    `${data.start.name} ${level(data.start.value)}`,
    ...parts.map((one) =>
      [
        `${one.name} ${share(one)}`,
        `${words.interval} ${interval(one)}`,
        `${why.orderRange} ${range(one)}`,
      ].join(words.separator),
    ),
    `${data.end.name} ${level(data.end.value)}`,
  ];
  const chart: Chart = {
    kind: `waterfall-${data.id}`,
    title: data.title,
    subtitle: data.subtitle,
    picture,
    wraps: true,
    points: places.map((place, at) => ({ ...place, row: at, text: told[at]! })),
    key: keyOfWaterfall(setting),
    table: {
      head: [
        why.part,
        why.family,
        why.share,
        words.interval,
        why.orderRange,
        ...(drawn ? [why.samplingError] : []),
      ],
      rows: [
        [data.start.name, why.start, level(data.start.value), '–', '–', ...(drawn ? ['–'] : [])],
        ...parts.map((one) => [one.name, one.family, share(one), interval(one), range(one), ...error(one)]),
        [why.total, '', change(total), '–', '–', ...(drawn ? ['–'] : [])],
        [data.end.name, why.end, level(data.end.value), '–', '–', ...(drawn ? ['–'] : [])],
      ],
    },
    tidy: tidyOfWaterfall(data, why),
  };
  return figureOf(chart, setting);
}

/** The rows of the table, with numbers as the model gives them: levels of both ends, shares of the parts and the whole. */
export function tidyOfWaterfall(
  { month, id, unit, start, end, groups, runs }: WaterfallData,
  why: Pick<WhyWords, 'start' | 'end' | 'total'>,
): Tidy {
  const none = Number.NaN;
  const plain = (name: string, family: string, level: number, share: number) =>
    [month, id, modelUnit(unit), name, family, level, share, none, none, none, none, none, runs] as const;
  const parts = groups.flatMap((group) => group.parts);
  return {
    columns: [
      'month',
      'indicator',
      'unit',
      'part',
      'family',
      'level',
      'share',
      'ci95_low',
      'ci95_high',
      'order_low',
      'order_high',
      'sampling_error',
      'runs',
    ],
    rows: [
      plain(start.name, why.start, start.value, none),
      ...parts.map(({ name, family, share, ci95, low, high, error }) => [
        ...[month, id, modelUnit(unit), name, family, none, share],
        ...[ci95?.[0] ?? none, ci95?.[1] ?? none, low, high, error, runs],
      ]),
      plain(why.total, '', none, end.value - start.value),
      plain(end.name, why.end, end.value, none),
    ],
  };
}

function keyOfWaterfall({ look, language }: Setting): Element {
  const [words, why] = [wordsOf(language), whyWordsOf(language)];
  const mark = (width: number, parts: SVGElement[]) =>
    draw('svg', { width, height: 12, 'aria-hidden': 'true' }, parts);
  const swatch = (t: number) => mark(22, [draw('rect', { width: 22, height: 12, fill: look.diverging(t) })]);
  const outline = mark(22, [
    draw('rect', {
      x: 1,
      y: 1,
      width: 20,
      height: 10,
      fill: look.paper,
      stroke: look.ink,
      'stroke-width': 1.5,
    }),
  ]);
  const whisker = mark(26, [
    draw('path', { d: 'M2 2v8M2 6h22M24 2v8', stroke: look.ink, fill: 'none', 'stroke-width': 1.3 }),
  ]);
  const orders = mark(26, [
    draw('path', { d: 'M1 6h24', stroke: look.muted, 'stroke-width': 2, 'stroke-dasharray': '2 2' }),
  ]);
  const item = (drawn: Element, text: string) => element('span', { class: 'key-item' }, [drawn, text]);
  return element('div', { class: 'key' }, [
    item(swatch(0.8), `▲ ${why.up}`),
    item(swatch(-0.8), `▼ ${why.down}`),
    item(outline, words.withinChance),
    item(whisker, words.interval),
    item(orders, why.orders),
  ]);
}
