/** Dumbbell: one line a prefecture, from its level under the comparator to its level under the scenario. */
import { scaleLinear } from 'd3';
import { wordsOf } from '../text/index.ts';
import { decimalsToTell, formatChange, formatLevel, modelUnit, plainNumber } from '../text/numbers.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { keyOf } from './labels.ts';
import { textWidth } from './measure.ts';
import { endsOf, type PlaceSeries, type PlacesData, writingOf } from './places.ts';
import { draw, hatching } from './svg.ts';
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

export const rowOf = (place: PlaceSeries): Row => {
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
    return row.chance && Number.isFinite(gap) && !Number.isNaN(row.half)
      ? `${text}${words.bracket(words.withinChance)}`
      : text;
  };
  const { picture, place } = dumbbellPicture(data, rows, setting, display.factor);
  const chart: Chart = {
    kind: `dumbbell-${data.id}`,
    title: data.title,
    subtitle: data.subtitle,
    picture,
    points: rows.map((row, at) => ({
      ...place(row, at),
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
        'ci95_joint_half',
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

/** The picture, with the place of each row's last known value; a row without any is hatched. */
export function dumbbellPicture(
  data: PlacesData,
  rows: readonly Row[],
  { look, width, language }: Setting,
  factor: number,
) {
  const left = 10 + Math.max(...rows.map((row) => textWidth(row.place.name, SIZE)));
  const known = rows.flatMap((row) => [row.before, row.after]).filter(Number.isFinite);
  const ends = known.length ? [Math.min(...known), Math.max(...known)] : [0, 1];
  const x = scaleLinear(ends, [left + 12, width - 18]).nice(5);
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
  const hatch = `hatch-dumbbell-${data.id}`;
  picture.append(draw('defs', {}, [hatching(hatch, look.muted, look.tint)]));
  rows.forEach((row, at) => {
    picture.append(
      draw('text', { x: left, y: y(at), dy: '0.35em', 'text-anchor': 'end', fill: look.ink }, [
        row.place.name,
      ]),
    );
    const sides = data.same ? [row.before] : [row.before, row.after];
    const known = sides.filter(Number.isFinite).length;
    if (known === sides.length && !data.same)
      picture.append(
        draw('line', {
          x1: x(row.before),
          x2: x(row.after),
          y1: y(at),
          y2: y(at),
          stroke: row.chance ? look.muted : look.scenarios[0],
          'stroke-width': row.chance ? 1.2 : 3,
          'stroke-dasharray': row.chance ? '2 2' : undefined,
        }),
      );
    if (known === 0)
      picture.append(
        draw('rect', {
          x: left + 12,
          y: y(at) - 5,
          width: width - left - 30,
          height: 10,
          fill: `url(#${hatch})`,
        }),
      );
    if (known < sides.length)
      picture.append(
        draw('text', { x: width - 4, y: y(at), dy: '0.35em', 'text-anchor': 'end', fill: look.ink }, ['–']),
      );
    const dot = (value: number, r: number, fill: string, stroke: string) =>
      Number.isFinite(value)
        ? [draw('circle', { cx: x(value), cy: y(at), r, fill, stroke, 'stroke-width': 1.6 })]
        : [];
    picture.append(...dot(row.before, 4.5, look.paper, look.ink));
    if (!data.same)
      picture.append(...dot(row.after, 5, row.chance ? look.paper : look.scenarios[0]!, look.scenarios[0]!));
  });
  const place = ({ before, after }: Row, at: number) => {
    const [value] = [after, before].filter(Number.isFinite);
    return { x: value === undefined ? (left + width) / 2 : x(value), y: y(at) };
  };
  return { picture, place };
}
