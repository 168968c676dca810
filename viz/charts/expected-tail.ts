/** Expected and tail: what is expected of each sum of money, and how far its costliest runs go, in one or two scenarios. */
import { scaleLinear } from 'd3';
import type { Tail } from '../../experiments/fiscal.ts';
import { wordsOf } from '../text/index.ts';
import { decimalsFor, displayOfSum, formatLevel, plainNumber } from '../text/numbers.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { element } from './html.ts';
import { type Hue, type Look, lineOf } from './look.ts';
import { textWidth, wrapText } from './measure.ts';
import { draw } from './svg.ts';
import { tickDecimals } from './ticks.ts';

/** What is drawn of sums of yuan over runs; null where the scale or the number of runs does not tell. */
export type ExpectedTail = Pick<Tail, 'mean' | 'p95' | 'p99'>;

export interface ExpectedTailData {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** What is not told, and why; written after the unit. */
  readonly note: string;
  /** Heads the names of the rows in the table. */
  readonly what: string;
  /** One or two scenarios, the comparator first. */
  readonly sides: readonly { readonly name: string; readonly hue: Hue }[];
  /** The values of a row stand in the order of `sides`. */
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly values: readonly ExpectedTail[];
    /** Said in place of numbers that the scale does not tell. */
    readonly needs?: string;
  }[];
  readonly runs: number;
}

const TOP = 22;
const LANE = 16;
const GAP = 12;
const SIZE = 12;
const STATISTICS = ['mean', 'p95', 'p99'] as const;

interface Mark {
  readonly row: number;
  readonly side: number;
  readonly value: ExpectedTail;
}

/** The figure: a dot where the mean is, hollow for the baseline, a line to the 95% quantile and a thinner one to the 99%. */
export function expectedTail(data: ExpectedTailData, setting: Setting): HTMLElement {
  const { language } = setting;
  const words = wordsOf(language);
  const marks = data.rows.flatMap(({ values }, row) =>
    values.map((value, side): Mark => ({ row, side, value })),
  );
  const largest = Math.max(1, ...marks.flatMap(({ value }) => STATISTICS.map((one) => value[one] ?? 0)));
  const display = displayOfSum(largest, language);
  const decimals = decimalsFor(largest / 1000, display, 2);
  const write = (yuan: number | null) => formatLevel(yuan ?? Number.NaN, display, decimals);
  const name = ({ row, side }: Mark) =>
    [data.rows[row]!.name, ...(data.sides.length > 1 ? [data.sides[side]!.name] : [])].join(words.separator);
  const heads = [words.expected, words.quantile95, words.quantile99];
  const needs = ({ row }: Mark) => data.rows[row]!.needs;
  const { picture, place } = paint(data, marks, setting, largest * display.factor, display.factor);
  const chart: Chart = {
    kind: `expected-tail-${data.id}`,
    title: data.title,
    subtitle: `${data.subtitle}${words.comma}${display.name}${data.note && words.separator}${data.note}`,
    picture,
    points: marks.map((mark) => ({
      ...place(mark),
      row: mark.row * data.sides.length + mark.side,
      half: [8, LANE / 2] as const,
      text: [
        name(mark),
        ...[needs(mark) ?? []].flat(),
        ...STATISTICS.flatMap((one, k) =>
          mark.value[one] === null ? [] : [`${heads[k]} ${write(mark.value[one])}`],
        ),
      ].join(words.separator),
    })),
    key: tailKey(data.sides, setting),
    table: {
      head: [data.what, ...heads],
      rows: marks.map((mark) => [
        name(mark),
        ...STATISTICS.map((one, k) => (k === 0 && needs(mark)) || write(mark.value[one])),
      ]),
    },
    tidy: {
      columns: ['item', 'name', 'scenario', 'mean', 'p95', 'p99', 'runs'],
      rows: marks.map(({ row, side, value }) => [
        data.rows[row]!.id,
        data.rows[row]!.name,
        data.sides[side]!.name,
        ...STATISTICS.map((one) => value[one] ?? Number.NaN),
        data.runs,
      ]),
    },
  };
  return figureOf(chart, setting);
}

function paint(
  { rows, sides }: ExpectedTailData,
  marks: readonly Mark[],
  { look, width, language }: Setting,
  most: number,
  factor: number,
) {
  const room = Math.min(width * 0.4, 10 + Math.max(...rows.map((row) => textWidth(row.name, SIZE))));
  const x = scaleLinear([0, most], [room + 8, width - 20]).nice(4);
  const tall = sides.length * LANE + GAP;
  const height = TOP + rows.length * tall;
  const picture = draw('svg', { width, height, class: 'expected-tail', 'font-size': SIZE });
  const place = ({ row, side, value }: Mark) => ({
    x: x((value.mean ?? 0) * factor),
    y: TOP + row * tall + GAP / 2 + (side + 0.5) * LANE,
  });
  const count = width < 420 ? 3 : 5;
  for (const tick of x.ticks(count))
    picture.append(
      draw('line', { x1: x(tick), x2: x(tick), y1: TOP - 4, y2: height, stroke: look.hairline }),
      draw('text', { x: x(tick), y: TOP - 8, 'text-anchor': 'middle', 'font-size': 11, fill: look.muted }, [
        plainNumber(tick, tickDecimals(x.domain(), count), language),
      ]),
    );
  rows.forEach(({ name }, row) => {
    const lines = wrapText(name, SIZE, room - 6);
    const middle = TOP + (row + 0.5) * tall - ((lines.length - 1) * 14) / 2;
    for (const [k, text] of lines.entries()) {
      const at = { x: room - 6, y: middle + k * 14, dy: '0.35em', 'text-anchor': 'end', fill: look.ink };
      picture.append(draw('text', at, [text]));
    }
  });
  for (const mark of marks) {
    const { value } = mark;
    if (value.mean === null) continue;
    const at = place(mark);
    const { stroke, dash } = lineOf(sides[mark.side]!.hue, look);
    const end = (yuan: number | null) => (yuan === null ? undefined : x(yuan * factor));
    const [p95, p99] = [end(value.p95), end(value.p99)];
    if (p99 !== undefined) picture.append(...reach(at, p99, stroke, 1, dash));
    if (p95 !== undefined) picture.append(...reach(at, p95, stroke, 2.5, dash));
    picture.append(dot(at.x, at.y, sides[mark.side]!.hue, look));
  }
  rows.forEach(({ needs }, row) => {
    if (needs === undefined) return;
    const y = TOP + (row + 0.5) * tall;
    picture.append(draw('text', { x: room + 12, y, dy: '0.35em', fill: look.muted }, [needs]));
  });
  return { picture, place };
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A line from a dot to a quantile, with a bar across its end that stands out of the dot. */
const reach = ({ x, y }: Spot, to: number, stroke: string, size: number, dash: string | undefined) => [
  draw('line', { x1: x, x2: to, y1: y, y2: y, stroke, 'stroke-width': size, 'stroke-dasharray': dash }),
  draw('line', { x1: to, x2: to, y1: y - 7, y2: y + 7, stroke, 'stroke-width': size }),
];

/** Hollow for the baseline, so that colour is not all that tells the scenarios apart. */
function dot(x: number, y: number, hue: Hue, look: Look): SVGElement {
  const { stroke } = lineOf(hue, look);
  const fill = hue === 'baseline' ? look.paper : stroke;
  return draw('circle', { cx: x, cy: y, r: 4.5, fill, stroke, 'stroke-width': 2 });
}

/** Which dot is whose, and what dots and lines mean. */
function tailKey(sides: ExpectedTailData['sides'], { look, language }: Setting): Element {
  const items = sides.map(({ name, hue }) => {
    const swatch = draw('svg', { width: 14, height: 14, 'aria-hidden': 'true' }, [dot(7, 7, hue, look)]);
    return element('span', { class: 'key-item' }, [swatch, name]);
  });
  const note = element('span', { class: 'key-note' }, [wordsOf(language).tailKey]);
  return element('div', { class: 'key' }, [...items, note]);
}
