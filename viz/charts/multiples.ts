/** Small multiples: one little chart a prefecture, placed as on the tile map, all on one scale. */
import { line, scaleLinear } from 'd3';
import { wordsOf } from '../text/index.ts';
import { writeMonth } from '../text/months.ts';
import { formatChange, formatLevel, modelUnit, plainNumber } from '../text/numbers.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { keyOf } from './labels.ts';
import { lineOf } from './look.ts';
import { fitText } from './measure.ts';
import { endsOf, type PlaceSeries, type PlacesData, writingOf } from './places.ts';
import { finite } from './series.ts';
import { draw, hatching } from './svg.ts';

const NAME = 17;
const GAP = 8;

/** The figure; every twelfth month in the table twin, every month in the files. */
export function multiples(data: PlacesData, setting: Setting): HTMLElement {
  const { language, width } = setting;
  const words = wordsOf(language);
  const values = data.places.flatMap((place) => finite(place.scenario, place.comparator));
  const { display, decimals } = writingOf(data.unit, language, values);
  const level = (value: number) => formatLevel(value, display, decimals);
  const columns = Math.max(...data.places.map((place) => place.tile[0])) + 1;
  const rows = Math.max(...data.places.map((place) => place.tile[1])) + 1;
  const cell = {
    width: Math.min(170, (width - GAP * (columns - 1)) / columns),
    height: Math.min(96, Math.max(66, width / columns / 1.7)),
  };
  const left = (width - columns * cell.width - (columns - 1) * GAP) / 2;
  const corner = ({ tile: [column, row] }: PlaceSeries) => ({
    x: left + column * (cell.width + GAP),
    y: row * (cell.height + GAP),
  });
  const picture = draw('svg', {
    width,
    height: rows * (cell.height + GAP),
    class: 'multiples',
    'font-size': 11,
  });
  picture.append(draw('defs', {}, [hatching(hatchOf(data), setting.look.muted, setting.look.tint)]));
  const domain = [Math.min(...values), Math.max(...values)] as const;
  const ordered = [...data.places].sort((a, b) => a.tile[1] - b.tile[1] || a.tile[0] - b.tile[0]);
  for (const place of ordered)
    picture.append(
      paintPlace(place, { ...corner(place), ...cell }, domain, data, setting, (value) =>
        Number.isFinite(value) ? plainNumber(value * display.factor, decimals, language) : '–',
      ),
    );
  const years = data.months.flatMap((month, at) => (month.endsWith('-12') ? [at] : []));
  const chart: Chart = {
    kind: `multiples-${data.id}`,
    title: data.title,
    subtitle: data.subtitle,
    picture,
    wraps: true,
    key: keyOf(namesOf(data), setting, false),
    points: ordered.map((place) => {
      const at = corner(place);
      const [before, after] = [endsOf(place.comparator)[1], endsOf(place.scenario)[1]];
      return {
        x: at.x + cell.width / 2,
        y: at.y + cell.height / 2,
        row: place.tile[1],
        half: [cell.width / 2, cell.height / 2] as const,
        text: [
          place.name,
          ...(data.same
            ? [level(before)]
            : [
                `${data.scenario} ${level(after)}`,
                `${data.comparator} ${level(before)}`,
                formatChange(after - before, display, Math.min(2, decimals + 1)),
              ]),
        ].join(words.separator),
      };
    }),
    table: {
      head: [words.prefecture, words.scenario, ...years.map((at) => writeMonth(data.months[at]!, language))],
      rows: data.places.flatMap((place) =>
        sidesOf(data).map(([name, side]) => [
          place.name,
          name,
          ...years.map((at) => level(place[side][at]!)),
        ]),
      ),
    },
    tidy: {
      columns: ['code', 'prefecture', 'month', 'indicator', 'unit', 'scenario', 'mean', 'runs'],
      rows: data.places.flatMap((place) =>
        sidesOf(data).flatMap(([name, side]) =>
          data.months.map((month, at) => [
            place.code,
            place.name,
            month,
            data.id,
            modelUnit(data.unit),
            name,
            place[side][at]!,
            data.runs,
          ]),
        ),
      ),
    },
  };
  return figureOf(chart, setting);
}

const sidesOf = (data: PlacesData): (readonly [string, 'scenario' | 'comparator'])[] =>
  data.same
    ? [[data.comparator, 'comparator']]
    : [
        [data.scenario, 'scenario'],
        [data.comparator, 'comparator'],
      ];

const namesOf = (data: PlacesData) =>
  sidesOf(data).map(([name, side]) => ({ name, hue: side === 'comparator' ? ('baseline' as const) : 0 }));

const hatchOf = ({ id }: PlacesData): string => `hatch-multiples-${id}`;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The chart of one prefecture, hatched where it has no value at all. */
export function paintPlace(
  place: PlaceSeries,
  cell: Box,
  domain: readonly [number, number],
  data: PlacesData,
  { look }: Setting,
  write: (value: number) => string,
): SVGGElement {
  const x = scaleLinear([0, data.months.length - 1], [3, cell.width - 3]);
  const y = scaleLinear(domain, [cell.height - 4, NAME + 5]);
  const last = write(endsOf(place.scenario)[1]);
  const missing = sidesOf(data).every(([, side]) => finite(place[side]).length === 0);
  const fill = missing ? `url(#${hatchOf(data)})` : look.surface;
  const group = draw('g', { transform: `translate(${cell.x},${cell.y})` }, [
    draw('rect', { width: cell.width, height: cell.height, fill, stroke: look.hairline }),
    draw('text', { x: 5, y: 13, fill: look.ink, 'font-weight': 600 }, [
      fitText(place.name, 11, cell.width - 10 - last.length * 7),
    ]),
    draw('text', { x: cell.width - 5, y: 13, 'text-anchor': 'end', fill: look.muted }, [last]),
  ]);
  for (const [, side] of [...sidesOf(data)].reverse()) {
    const { stroke, dash } = lineOf(side === 'comparator' ? 'baseline' : 0, look);
    const path = line<number>(
      (_, at) => x(at),
      (value) => y(value),
    ).defined(Number.isFinite)(Array.from(place[side]));
    group.append(
      draw('path', {
        d: path ?? '',
        fill: 'none',
        stroke,
        'stroke-width': side === 'comparator' ? 1.2 : 1.9,
        'stroke-dasharray': dash,
      }),
    );
  }
  return group;
}
