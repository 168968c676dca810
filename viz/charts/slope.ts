/** Slope: each prefecture's level at the first month beside its level at the last. */
import { scaleLinear } from 'd3';
import { wordsOf } from '../text/index.ts';
import { writeMonth } from '../text/months.ts';
import { formatChange, formatLevel, modelUnit, plainNumber } from '../text/numbers.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { spread, textWidth } from './measure.ts';
import { endsOf, type PlaceSeries, type PlacesData, writingOf } from './places.ts';
import { draw, hatching } from './svg.ts';

const GAP = 15;
const TOP = 28;
const SIZE = 12;

interface Line {
  readonly place: PlaceSeries;
  readonly from: number;
  readonly to: number;
  /** The largest rise or the largest fall. */
  readonly marked: boolean;
}

const isKnown = ({ from, to }: Pick<Line, 'from' | 'to'>): boolean => Number.isFinite(to - from);

/** The figure, under the scenario; the largest rise and the largest fall stand out, places without a value stand below. */
export function slope(data: PlacesData, setting: Setting): HTMLElement {
  const { language } = setting;
  const words = wordsOf(language);
  const ends = data.places.map((place) => ({
    place,
    from: endsOf(place.scenario)[0],
    to: endsOf(place.scenario)[1],
  }));
  const changes = ends.map((one) => one.to - one.from).filter(Number.isFinite);
  const extremes = [Math.min(0, ...changes), Math.max(0, ...changes)];
  const lines = ends.map(
    (one): Line => ({ ...one, marked: one.to !== one.from && extremes.includes(one.to - one.from) }),
  );
  const { display, decimals } = writingOf(
    data.unit,
    language,
    lines.flatMap((one) => [one.from, one.to]),
  );
  const level = (value: number) => formatLevel(value, display, decimals);
  const change = (one: Line) => formatChange(one.to - one.from, display, Math.min(2, decimals + 1));
  const [first, last] = [data.months[0]!, data.months.at(-1)!].map((month) =>
    writeMonth(month, language),
  ) as [string, string];
  const { picture, places } = slopePicture(
    lines,
    setting,
    [first, last],
    `hatch-slope-${data.id}`,
    (value) => (Number.isFinite(value) ? plainNumber(value * display.factor, decimals, language) : '–'),
  );
  const chart: Chart = {
    kind: `slope-${data.id}`,
    title: data.title,
    subtitle: data.subtitle,
    picture,
    points: [...lines.keys()]
      .sort((a, b) => places[a]!.y - places[b]!.y)
      .map((k, row) => ({
        ...places[k]!,
        row,
        half: [10, GAP / 2 - 1] as const,
        text: [
          lines[k]!.place.name,
          `${first} ${level(lines[k]!.from)}`,
          `${last} ${level(lines[k]!.to)}`,
          change(lines[k]!),
        ].join(words.separator),
      })),
    table: {
      head: [words.prefecture, first, last, words.difference],
      rows: lines.map((one) => [one.place.name, level(one.from), level(one.to), change(one)]),
    },
    tidy: {
      columns: ['code', 'prefecture', 'month', 'indicator', 'unit', 'scenario', 'mean', 'runs'],
      rows: lines.flatMap(({ place, from, to }) =>
        [
          [data.months[0]!, from],
          [data.months.at(-1)!, to],
        ].map(([month, value]) => [
          place.code,
          place.name,
          month!,
          data.id,
          modelUnit(data.unit),
          data.scenario,
          value!,
          data.runs,
        ]),
      ),
    },
  };
  return figureOf(chart, setting);
}

/** The picture, with the place of each line's last value, or of its name below where a value is missing. */
export function slopePicture(
  lines: readonly Line[],
  { look, width }: Setting,
  months: readonly [string, string],
  hatch: string,
  write: (value: number) => string,
) {
  const missing = [...lines.keys()].filter((k) => !isKnown(lines[k]!));
  const height = TOP + Math.max((lines.length - missing.length) * GAP + 20, 300);
  const below = (k: number) => height + (missing.indexOf(k) + 0.5) * GAP;
  const known = lines.filter(isKnown).flatMap((one) => [one.from, one.to]);
  const y = scaleLinear([Math.min(...known), Math.max(...known)], [height - 12, TOP + 8]);
  const labels = lines.map((one) => [write(one.from), `${write(one.to)}  ${one.place.name}`] as const);
  const room = (side: 0 | 1) => 12 + Math.max(...labels.map((pair) => textWidth(pair[side], SIZE)));
  const names = lines.map((one) => `${one.place.name}  ${write(one.from)}`);
  const wide = width > 520;
  const left = wide ? 12 + Math.max(...names.map((name) => textWidth(name, SIZE))) : room(0);
  const right = width - room(1);
  const apart = (end: 'from' | 'to') =>
    spread(
      lines.map((one) => (isKnown(one) ? y(one[end]) : Number.NaN)),
      GAP,
      TOP + 4,
      height - 6,
    );
  const [starts, stops] = [apart('from'), apart('to')];
  const tall = height + missing.length * GAP;
  const picture = draw('svg', { width, height: tall, class: 'slope', 'font-size': SIZE });
  for (const [x, text, anchor] of [
    [left, months[0], wide ? 'middle' : 'start'],
    [right, months[1], 'middle'],
  ] as const)
    picture.append(
      draw('line', { x1: x, x2: x, y1: TOP, y2: height - 2, stroke: look.hairline }),
      draw(
        'text',
        {
          x: wide ? x : Math.max(x, 0) - (anchor === 'start' ? left - 2 : 0),
          y: 14,
          'text-anchor': anchor,
          fill: look.muted,
          'font-size': 11,
        },
        [text],
      ),
    );
  lines.forEach((one, k) => {
    if (!isKnown(one)) return;
    const rises = one.to > one.from;
    const hue = one.marked ? (rises ? 0 : 1) : -1;
    const stroke = hue < 0 ? look.border : look.scenarios[hue];
    const fill = hue < 0 ? look.ink : look.scenarioText[hue];
    const weight = one.marked ? 650 : 400;
    picture.append(
      draw('line', {
        x1: left,
        x2: right,
        y1: y(one.from),
        y2: y(one.to),
        stroke,
        'stroke-width': one.marked ? 2.6 : 1.2,
        'stroke-dasharray': rises ? undefined : '6 3',
      }),
      draw('circle', { cx: left, cy: y(one.from), r: 2.6, fill: stroke }),
      draw('circle', { cx: right, cy: y(one.to), r: 2.6, fill: stroke }),
      draw(
        'text',
        { x: left - 6, y: starts[k], dy: '0.35em', 'text-anchor': 'end', fill, 'font-weight': weight },
        [wide ? names[k]! : labels[k]![0]],
      ),
      draw('text', { x: right + 6, y: stops[k], dy: '0.35em', fill, 'font-weight': weight }, [labels[k]![1]]),
    );
  });
  if (missing.length > 0) picture.append(draw('defs', {}, [hatching(hatch, look.muted, look.tint)]));
  for (const k of missing)
    picture.append(
      draw('rect', { x: 2, y: below(k) - 5, width: 10, height: 10, fill: `url(#${hatch})` }),
      draw('text', { x: 18, y: below(k), dy: '0.35em', fill: look.ink }, [
        `${lines[k]!.place.name}  ${Number.isFinite(lines[k]!.from) ? `${labels[k]![0]} → ` : ''}${write(lines[k]!.to)}`,
      ]),
    );
  const places = stops.map((at, k) => (isKnown(lines[k]!) ? { x: right, y: at } : { x: 7, y: below(k) }));
  return { picture, places };
}
