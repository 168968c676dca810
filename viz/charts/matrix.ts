/** Matrix of sectors: what each owns and owes, or what each receives and pays, with the column that must be 0. */
import { wordsOf } from '../text/index.ts';
import { type Display, displayOf, formatSigned } from '../text/numbers.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { inkOn } from './look.ts';
import { fitText, textWidth, twoLines } from './measure.ts';
import { draw } from './svg.ts';

export interface MatrixRow {
  readonly id: string;
  readonly name: string;
  /** Yuan, one a column. */
  readonly values: readonly number[];
  /** What must be 0. */
  readonly residual: number;
  /** Sums stand under a line. */
  readonly sum?: boolean;
}

export interface MatrixData {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly MatrixRow[];
  /** Month or quarter, for files. */
  readonly period: string;
  readonly runs: number;
}

const ROW = 25;
const HEAD = 40;
const CELL = 70;
const SIZE = 11.5;
const HEAD_SIZE = 11;
const HEAD_LINE = 13;

/** The figure. Yuan are means over runs; the residual is exact. */
export function matrixChart(data: MatrixData, setting: Setting): HTMLElement {
  const { language } = setting;
  const words = wordsOf(language);
  const inner = data.rows.filter((row) => !row.sum);
  const sizes = inner.flatMap((row) => row.values.map(Math.abs)).filter((yuan) => yuan > 0);
  const most = Math.max(0, ...sizes);
  const display = displayOf('yuan', language, Math.max(1e9, ...sizes.map((yuan) => yuan / 1000)));
  const write = (yuan: number) => writeYuan(yuan, display);
  const { picture, centre, half } = paint(data, setting, most, write);
  const heads = [...data.columns.map((one) => one.name), words.residual];
  const chart: Chart = {
    kind: data.id,
    title: data.title,
    subtitle: `${data.subtitle}${words.comma}${display.name}`,
    picture,
    points: data.rows.flatMap((row, at) =>
      [...row.values, row.residual].map((yuan, column) => ({
        ...centre(column, at),
        row: at,
        half,
        text: [row.name, heads[column]!, write(yuan) || '0'].join(words.separator),
      })),
    ),
    table: {
      head: [words.row, ...heads],
      rows: data.rows.map((row) => [
        row.name,
        ...[...row.values, row.residual].map((yuan) => write(yuan) || '0'),
      ]),
    },
    tidy: {
      columns: ['period', 'row', 'name', 'sector', 'yuan', 'runs'],
      rows: data.rows.flatMap((row) =>
        [...data.columns.map((one) => one.id), 'residual'].map((sector, at) => [
          data.period,
          row.id,
          row.name,
          sector,
          [...row.values, row.residual][at]!,
          data.runs,
        ]),
      ),
    },
  };
  return figureOf(chart, setting);
}

/** The least amount written, in shown units; what is less stands as `+<0.0001`. */
const LEAST = 0.0001;

/** Nothing for 0; two decimals, four of small amounts, and no value is rounded to nothing. */
export function writeYuan(yuan: number, display: Display): string {
  if (yuan === 0) return '';
  const shown = Math.abs(yuan * display.factor);
  if (shown < LEAST) {
    const least = formatSigned((Math.sign(yuan) * LEAST) / display.factor, display, 4);
    return `${least[0]}<${least.slice(1)}`;
  }
  const decimals = shown >= 100 ? 0 : shown >= 10 ? 1 : shown >= 0.01 ? 2 : 4;
  return formatSigned(yuan, display, decimals);
}

function paint(data: MatrixData, { look, width }: Setting, most: number, write: (yuan: number) => string) {
  const columns = data.columns.length + 1;
  const names = Math.min(190, 14 + Math.max(...data.rows.map((row) => textWidth(row.name, SIZE))));
  const cell = Math.max(CELL, (width - names - 2) / columns);
  const across = Math.max(width, names + cell * columns + 2);
  const height = HEAD + data.rows.length * ROW + 4;
  const picture = draw('svg', {
    width: across,
    height,
    class: across > width ? 'matrix-picture wide' : 'matrix-picture',
    'font-size': SIZE,
  });
  const centre = (column: number, row: number) => ({
    x: names + (column + 0.5) * cell,
    y: HEAD + (row + 0.5) * ROW,
  });
  const heads = [...data.columns.map((one) => one.name), '0'];
  heads.forEach((text, column) => {
    const { x } = centre(column, 0);
    const last = column === heads.length - 1;
    const lines = last ? ['Σ'] : twoLines(text, HEAD_SIZE, cell - 2);
    picture.append(
      draw(
        'text',
        {
          y: HEAD - 10 - (lines.length - 1) * HEAD_LINE,
          'text-anchor': 'middle',
          fill: last ? look.muted : look.ink,
          'font-weight': 600,
          'font-size': HEAD_SIZE,
        },
        lines.map((line, k) => draw('tspan', { x, dy: k === 0 ? 0 : HEAD_LINE }, [line])),
      ),
    );
  });
  data.rows.forEach((row, at) => {
    const y = HEAD + at * ROW;
    const middle = y + ROW / 2;
    if (row.sum) picture.append(draw('line', { x1: 0, x2: across, y1: y, y2: y, stroke: look.border }));
    picture.append(
      draw('text', { x: 0, y: middle, dy: '0.35em', fill: look.ink, 'font-weight': row.sum ? 650 : 400 }, [
        fitText(row.name, SIZE, names - 6),
      ]),
    );
    [...row.values, row.residual].forEach((yuan, column) => {
      const residual = column === columns - 1;
      const fill =
        yuan === 0 || residual || row.sum
          ? 'none'
          : look.diverging(Math.sign(yuan) * Math.sqrt(Math.abs(yuan) / most));
      const ink = fill === 'none' ? (residual ? look.muted : look.ink) : inkOn(fill);
      if (fill !== 'none')
        picture.append(
          draw('rect', {
            x: names + column * cell + 1,
            y: y + 1,
            width: cell - 2,
            height: ROW - 2,
            fill,
            rx: 2,
          }),
        );
      const text = residual || row.sum ? write(yuan) || '0' : write(yuan);
      if (text)
        picture.append(
          draw(
            'text',
            {
              ...centre(column, at),
              dy: '0.35em',
              'text-anchor': 'middle',
              fill: ink,
              'font-weight': row.sum ? 650 : 400,
            },
            [text],
          ),
        );
    });
  });
  return { picture, centre, half: [cell / 2 - 1, ROW / 2 - 1] as const };
}
