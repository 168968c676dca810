/** Waterfall: from one level to another in named parts, each with the range it could have had in another order. */
import { wordsOf } from '../text/index.ts';
import { decimalsFor, displayOf, formatChange, formatInterval, formatLevel } from '../text/numbers.ts';
import { whyWordsOf } from '../text/why.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { element } from './html.ts';
import { draw } from './svg.ts';
import { waterfallPicture } from './waterfall-picture.ts';

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
  readonly month: string;
  readonly start: { readonly name: string; readonly value: number };
  readonly end: { readonly name: string; readonly value: number };
  /** Parts under a heading of their own, in order; an empty group is left out. */
  readonly groups: readonly { readonly title: string; readonly parts: readonly WaterfallPart[] }[];
  readonly runs: number;
}

/** The figure; the parts lead from start to end without a gap. */
export function waterfallChart(data: WaterfallData, setting: Setting): HTMLElement {
  const { language } = setting;
  const [words, why] = [wordsOf(language), whyWordsOf(language)];
  const parts = data.groups.flatMap((group) => group.parts);
  const total = data.end.value - data.start.value;
  const size = Math.max(Math.abs(total), ...parts.map((one) => Math.abs(one.share)));
  const display = displayOf(data.unit, language, size);
  const decimals = decimalsFor(size / 30, display, 3);
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
  const { picture, places } = waterfallPicture(data, setting, { change, level, factor: display.factor });
  const told = [
    `${data.start.name} ${level(data.start.value)}`,
    ...parts.map((one) =>
      [
        `${one.name} ${change(one.share)}`,
        `${why.orderRange} ${range(one)}`,
        `${words.interval} ${interval(one)}`,
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
        why.orderRange,
        words.interval,
        ...(drawn ? [why.samplingError] : []),
      ],
      rows: [
        [data.start.name, why.start, level(data.start.value), '–', '–', ...(drawn ? ['–'] : [])],
        ...parts.map((one) => [
          one.name,
          one.family,
          change(one.share),
          range(one),
          interval(one),
          ...error(one),
        ]),
        [why.total, '', change(total), '–', '–', ...(drawn ? ['–'] : [])],
        [data.end.name, why.end, level(data.end.value), '–', '–', ...(drawn ? ['–'] : [])],
      ],
    },
    tidy: {
      columns: [
        'month',
        'indicator',
        'unit',
        'part',
        'family',
        'share',
        'order_low',
        'order_high',
        'ci95_low',
        'ci95_high',
        'sampling_error',
        'runs',
      ],
      rows: parts.map((one) => [
        data.month,
        data.id,
        data.unit,
        one.name,
        one.family,
        one.share,
        one.low,
        one.high,
        one.ci95?.[0] ?? Number.NaN,
        one.ci95?.[1] ?? Number.NaN,
        one.error,
        data.runs,
      ]),
    },
  };
  return figureOf(chart, setting);
}

function keyOfWaterfall({ look, language }: Setting): Element {
  const why = whyWordsOf(language);
  const swatch = (t: number) =>
    draw('svg', { width: 22, height: 12, 'aria-hidden': 'true' }, [
      draw('rect', { width: 22, height: 12, fill: look.diverging(t) }),
    ]);
  const whisker = draw('svg', { width: 26, height: 12, 'aria-hidden': 'true' }, [
    draw('path', { d: 'M2 2v8M2 6h22M24 2v8', stroke: look.ink, fill: 'none', 'stroke-width': 1.3 }),
  ]);
  const item = (mark: Element, text: string) => element('span', { class: 'key-item' }, [mark, text]);
  return element('div', { class: 'key' }, [
    item(swatch(0.8), `▲ ${why.up}`),
    item(swatch(-0.8), `▼ ${why.down}`),
    item(whisker, why.whisker),
  ]);
}
