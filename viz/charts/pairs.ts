/** Interaction matrix: what each pair of parts makes together beyond one by one. */
import type { Language } from '../text/language.ts';
import {
  decimalsFor,
  displayOf,
  formatChange,
  formatInterval,
  formatSigned,
  modelUnit,
} from '../text/numbers.ts';
import { whyWordsOf } from '../text/why.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { element } from './html.ts';
import { shorten } from './labels.ts';
import { inkOn } from './look.ts';
import type { Point } from './points.ts';
import { draw } from './svg.ts';

export interface PairsData {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  readonly month: string;
  readonly names: readonly string[];
  /** Symmetric, in the indicator's unit. */
  readonly values: readonly (readonly number[])[];
  /** 95 % interval of each pair, as `values`; empty where nothing is known of them. */
  readonly intervals: readonly (readonly (readonly [number, number] | null)[])[];
  readonly runs: number;
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly ci95: readonly [number, number] | null;
}

/** The largest interaction; the diagonal holds none. */
const sizeOf = (values: PairsData['values']): number =>
  Math.max(0, ...values.flatMap((row, i) => row.slice(0, i)).map(Math.abs));

/** How the cells are written; the subtitle names this unit. */
export const displayOfPairs = ({ unit, values }: Pick<PairsData, 'unit' | 'values'>, language: Language) =>
  displayOf(unit, language, sizeOf(values));

/** The figure; each pair once, below the diagonal. */
export function pairsChart(data: PairsData, setting: Setting): HTMLElement {
  const { language } = setting;
  const why = whyWordsOf(language);
  const cells = data.values.flatMap((row, i) =>
    row
      .slice(0, i)
      .map((value, j): Cell => ({ row: i, column: j, value, ci95: data.intervals[i]?.[j] ?? null })),
  );
  const size = sizeOf(data.values);
  const display = displayOfPairs(data, language);
  const decimals = decimalsFor(size / 20, display, 3);
  const change = (value: number) => formatChange(value, display, decimals);
  const interval = ({ ci95 }: Cell) => (ci95 ? formatInterval(...ci95, display, decimals) : '–');
  const nameOf = ({ row, column }: Cell) => why.pairOf(data.names[column]!, data.names[row]!);
  const { picture, points } = paint(data, cells, size, setting, {
    short: (value) => formatSigned(value, display, decimals),
    long: (cell) => `${nameOf(cell)} ${change(cell.value)}`,
  });
  const chart: Chart = {
    kind: `pairs-${data.id}`,
    title: data.title,
    subtitle: data.subtitle,
    picture,
    wraps: true,
    points,
    ...(isNarrow(setting) && { key: numbered(data.names) }),
    table: {
      head: [why.pair, why.interaction, why.interval],
      rows: cells.map((cell) => [nameOf(cell), change(cell.value), interval(cell)]),
    },
    tidy: {
      columns: ['month', 'indicator', 'unit', 'a', 'b', 'interaction', 'ci95_low', 'ci95_high', 'runs'],
      rows: cells.map(({ row, column, value, ci95 }) => [
        data.month,
        data.id,
        modelUnit(data.unit),
        data.names[column]!,
        data.names[row]!,
        value,
        ...(ci95 ?? [Number.NaN, Number.NaN]),
        data.runs,
      ]),
    },
  };
  return figureOf(chart, setting);
}

/** Names stand beside the rows from this width on, below it in the key. */
const ROOMY = 480;
const isNarrow = ({ width }: Setting): boolean => width < ROOMY;

const numbered = (names: readonly string[]): Element =>
  element(
    'div',
    { class: 'key' },
    names.map((name, at) => element('span', { class: 'key-item' }, [`${at + 1} ${name}`])),
  );

const TALL = 34;
const GAP = 2;

interface Write {
  short(value: number): string;
  long(cell: Cell): string;
}

function paint(
  data: PairsData,
  cells: readonly Cell[],
  size: number,
  { width, look }: Setting,
  write: Write,
) {
  const columns = data.names.length - 1;
  const narrow = width < ROOMY;
  const left = narrow ? 26 : 196;
  const wide = Math.min(86, (width - left - 4) / columns);
  const picture = draw('svg', { width, height: (columns + 1) * TALL + 8, class: 'pairs', 'font-size': 12 });
  const label = (text: string, x: number, y: number, anchor: string) =>
    draw('text', { x, y, dy: '0.35em', 'text-anchor': anchor, fill: look.ink }, [text]);
  const points: Point[] = [];
  data.names.forEach((name, at) => {
    const number = String(at + 1);
    const text = narrow ? number : `${number}  ${shorten(name, 26)}`;
    picture.append(label(text, 4, at * TALL + TALL / 2, 'start'));
    if (at < columns) picture.append(label(number, left + (at + 0.5) * wide, TALL / 2, 'middle'));
  });
  for (const cell of cells) {
    const [x, y] = [left + cell.column * wide, cell.row * TALL];
    const fill = look.diverging(size > 0 ? cell.value / size : 0);
    picture.append(
      draw('rect', { x: x + GAP / 2, y: y + GAP / 2, width: wide - GAP, height: TALL - GAP, fill, rx: 2 }),
      draw(
        'text',
        {
          x: x + wide / 2,
          y: y + TALL / 2,
          dy: '0.35em',
          'text-anchor': 'middle',
          fill: inkOn(fill),
          'font-size': wide < 56 ? 10 : 12,
        },
        [write.short(cell.value)],
      ),
    );
    points.push({
      x: x + wide / 2,
      y: y + TALL / 2,
      row: cell.row,
      half: [wide / 2 - 1, TALL / 2 - 1],
      text: write.long(cell),
    });
  }
  return { picture, points };
}
