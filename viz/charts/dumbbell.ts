/** Dumbbell: one line a prefecture, from its level under the comparator to its level under the scenario. */
import { scaleLinear } from 'd3';
import { wordsOf } from '../text/index.ts';
import { decimalsToTell, formatChange, formatLevel, modelUnit, plainNumber } from '../text/numbers.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { keyOf } from './labels.ts';
import { textWidth } from './measure.ts';
import { endsOf, type PlaceSeries, type PlacesData, writingOf } from './places.ts';
import { draw } from './svg.ts';
import { tickDecimals } from './ticks.ts';

const ROW = 25;
const TOP = 24;
const SIZE = 12;

interface Row {
  readonly place: PlaceSeries;
  readonly before: number;
  readonly after: number;
  readonly half: number;
  /** True when the difference is no more than chance makes. */
  readonly chance: boolean;
}

const rowOf = (place: PlaceSeries): Row => {
  const [before, after, half] = [place.comparator, place.scenario, place.half].map(
    (one) => endsOf(one)[1],
  ) as [number, number, number];
  return { place, before, after, half, chance: !(Math.abs(after - before) > half) };
};

/** The figure, at the last month; a difference within chance is a thin dashed line and stands in brackets. */
export function dumbbell(data: PlacesData, setting: Setting): HTMLElement {
  const words = wordsOf(setting.language);
  const rows = data.places.map(rowOf);
  const { display, decimals } = writingOf(
    data.unit,
    setting.language,
    rows.flatMap((row) => [row.before, row.after]),
  );
  const level = (value: number) => formatLevel(value, display, decimals);
  const change = (row: Row) => {
    if (data.same) return '–';
    const digits = Math.min(2, decimals + 1);
    const gap = row.after - row.before;
    const text = formatChange(gap, display, row.chance ? digits : decimalsToTell(gap, digits, display));
    return row.chance && Number.isFinite(row.half) ? `${text}${words.bracket(words.withinChance)}` : text;
  };
  const { picture, x, y } = paint(data, rows, setting, display.factor);
  const chart: Chart = {
    kind: `dumbbell-${data.id}`,
    title: data.title,
    subtitle: data.subtitle,
    picture,
    points: rows.map((row, at) => ({
      x: Number.isFinite(row.after) ? x(row.after) : 0,
      y: y(at),
      row: at,
      half: [9, ROW / 2 - 3] as const,
      text: [row.place.name, ...textsOf(data, row, level, change)].join(words.separator),
    })),
    key: keyOf(
      data.same
        ? [{ name: data.comparator, hue: 'baseline' }]
        : [
            { name: data.scenario, hue: 0 },
            { name: data.comparator, hue: 'baseline' },
          ],
      setting,
      false,
    ),
    table: {
      head: [words.prefecture, data.comparator, ...(data.same ? [] : [data.scenario, words.difference])],
      rows: rows.map((row) => [
        row.place.name,
        level(row.before),
        ...(data.same ? [] : [level(row.after), change(row)]),
      ]),
    },
    tidy: {
      columns: [
        'code',
        'prefecture',
        'month',
        'indicator',
        'unit',
        'comparator',
        'scenario',
        'ci95_half',
        'runs',
      ],
      rows: rows.map(({ place, before, after, half }) => [
        place.code,
        place.name,
        data.months.at(-1)!,
        data.id,
        modelUnit(data.unit),
        before,
        after,
        half,
        data.runs,
      ]),
    },
  };
  return figureOf(chart, setting);
}

const textsOf = (
  data: PlacesData,
  row: Row,
  level: (value: number) => string,
  change: (row: Row) => string,
): string[] =>
  data.same
    ? [level(row.before)]
    : [`${data.scenario} ${level(row.after)}`, `${data.comparator} ${level(row.before)}`, change(row)];

function paint(data: PlacesData, rows: readonly Row[], { look, width, language }: Setting, factor: number) {
  const left = 10 + Math.max(...rows.map((row) => textWidth(row.place.name, SIZE)));
  const known = rows.flatMap((row) => [row.before, row.after]).filter(Number.isFinite);
  const x = scaleLinear([Math.min(...known), Math.max(...known)], [left + 12, width - 18]).nice(5);
  const height = TOP + rows.length * ROW + 4;
  const y = (at: number) => TOP + (at + 0.5) * ROW;
  const picture = draw('svg', { width, height, class: 'dumbbell', 'font-size': SIZE });
  const count = width < 420 ? 4 : 6;
  const decimals = tickDecimals(x.domain(), count, factor);
  for (const value of x.ticks(count)) {
    picture.append(
      draw('line', { x1: x(value), x2: x(value), y1: TOP - 4, y2: height, stroke: look.hairline }),
      draw('text', { x: x(value), y: TOP - 9, 'text-anchor': 'middle', 'font-size': 11, fill: look.muted }, [
        plainNumber(value * factor, decimals, language),
      ]),
    );
  }
  rows.forEach((row, at) => {
    picture.append(
      draw('text', { x: left, y: y(at), dy: '0.35em', 'text-anchor': 'end', fill: look.ink }, [
        row.place.name,
      ]),
    );
    if (!Number.isFinite(row.before)) return;
    const between = {
      x1: x(row.before),
      x2: x(row.after),
      y1: y(at),
      y2: y(at),
      stroke: row.chance ? look.muted : look.scenarios[0],
      'stroke-width': row.chance ? 1.2 : 3,
      'stroke-dasharray': row.chance ? '2 2' : undefined,
    };
    if (!data.same) picture.append(draw('line', between));
    picture.append(
      draw('circle', {
        cx: x(row.before),
        cy: y(at),
        r: 4.5,
        fill: look.paper,
        stroke: look.ink,
        'stroke-width': 1.6,
      }),
    );
    if (!data.same)
      picture.append(
        draw('circle', {
          cx: x(row.after),
          cy: y(at),
          r: 5,
          fill: row.chance ? look.paper : look.scenarios[0],
          stroke: look.scenarios[0],
          'stroke-width': 1.6,
        }),
      );
  });
  return { picture, x, y };
}
