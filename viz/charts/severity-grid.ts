/** Severity grid: how far an indicator strays, by how strong the shock is and by how long it lasts or what policy holds. */
import { wordsOf } from '../text/index.ts';
import {
  decimalsFor,
  displayOf,
  formatChange,
  formatInterval,
  formatSigned,
  modelUnit,
} from '../text/numbers.ts';
import { stressWordsOf } from '../text/stress.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { inkOn } from './look.ts';
import { fitText, textWidth } from './measure.ts';
import { draw, hatching } from './svg.ts';

export interface GridCell {
  readonly row: number;
  readonly column: number;
  /** In the indicator's unit; NaN where not known yet or undefined. */
  readonly mean: number;
  /** Ends of the 95 % interval, as wide as all cells need together; NaN where there is none. */
  readonly low: number;
  readonly high: number;
  readonly runs: number;
  /** Whether chance may explain it, all cells of the grid taken together and the choice of the month counted in. */
  readonly chance: boolean;
}

export interface GridData {
  readonly indicator: string;
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  readonly columnsTitle: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly cells: readonly GridCell[];
}

const ROW = 46;
const HEAD = 40;

/** The figure; a cell that chance may explain is plain and in brackets, one not known is hatched. */
export function severityGridChart(data: GridData, setting: Setting): HTMLElement {
  const { language, look, width } = setting;
  const [words, own] = [wordsOf(language), stressWordsOf(language)];
  const known = data.cells.map((one) => one.mean).filter(Number.isFinite);
  const size = Math.max(0, ...known.map(Math.abs));
  const display = displayOf(data.unit, language, size);
  const decimals = decimalsFor(size / 30, display, 2);
  const meaning = (cell: GridCell) => {
    if (!Number.isFinite(cell.mean)) return words.missing;
    const text = formatChange(cell.mean, display, decimals);
    return cell.chance ? `${text}${words.bracket(words.withinChance)}` : text;
  };
  const interval = ({ low, high }: GridCell) =>
    Number.isFinite(low) ? formatInterval(low, high, display, decimals) : '–';
  const names = Math.min(width * 0.36, 12 + Math.max(...data.rows.map((name) => textWidth(name, 12))));
  const cell = (width - names) / data.columns.length;
  const height = HEAD + data.rows.length * ROW + 4;
  const centre = ({ row, column }: Pick<GridCell, 'row' | 'column'>) => ({
    x: names + (column + 0.5) * cell,
    y: HEAD + (row + 0.5) * ROW,
  });
  const picture = draw('svg', { width, height, class: 'severity-grid', 'font-size': 12 });
  picture.append(draw('defs', {}, [hatching('hatch-grid', look.hairline, look.surface)]));
  picture.append(
    draw('text', { x: names + 2, y: 12, fill: look.muted, 'font-size': 11 }, [data.columnsTitle]),
  );
  data.columns.forEach((text, column) => {
    picture.append(
      draw(
        'text',
        {
          x: centre({ row: 0, column }).x,
          y: 31,
          'text-anchor': 'middle',
          fill: look.ink,
          'font-weight': 600,
        },
        [text],
      ),
    );
  });
  data.rows.forEach((text, row) => {
    picture.append(
      draw('text', { x: 0, y: centre({ row, column: 0 }).y, dy: '0.35em', fill: look.ink }, [
        fitText(text, 12, names - 8),
      ]),
    );
  });
  for (const one of data.cells) {
    const { x, y } = centre(one);
    const missing = !Number.isFinite(one.mean);
    const plain = !missing && one.chance;
    const fill = missing
      ? 'url(#hatch-grid)'
      : plain
        ? look.surface
        : look.diverging(size ? one.mean / size : 0);
    const ink = missing || plain ? look.ink : inkOn(fill);
    const text = missing ? '' : formatSigned(one.mean, display, decimals);
    picture.append(
      draw('rect', {
        x: x - cell / 2 + 1.5,
        y: y - ROW / 2 + 1.5,
        width: cell - 3,
        height: ROW - 3,
        rx: 2,
        fill,
        stroke: plain ? look.border : undefined,
      }),
      draw(
        'text',
        { x, y, dy: '0.35em', 'text-anchor': 'middle', fill: ink, 'font-weight': plain ? 400 : 650 },
        [plain ? `(${text})` : text],
      ),
    );
  }
  const chart: Chart = {
    kind: `grid-${data.indicator}`,
    title: data.title,
    subtitle: data.subtitle,
    picture,
    points: data.cells.map((one) => ({
      ...centre(one),
      row: one.row,
      half: [cell / 2 - 2, ROW / 2 - 2] as const,
      text: [
        data.rows[one.row]!,
        `${own.severity} ${data.columns[one.column]}`,
        meaning(one),
        `${words.interval} ${interval(one)}`,
      ].join(words.separator),
    })),
    table: {
      head: [own.rowOfGrid, own.severity, words.difference, words.interval],
      rows: data.cells.map((one) => [
        data.rows[one.row]!,
        data.columns[one.column]!,
        meaning(one),
        interval(one),
      ]),
    },
    tidy: {
      columns: [
        'row',
        'severity',
        'indicator',
        'unit',
        'furthest_difference',
        'ci95_joint_low',
        'ci95_joint_high',
        'within_chance',
        'runs',
      ],
      rows: data.cells.map((one) => [
        data.rows[one.row]!,
        data.columns[one.column]!,
        data.indicator,
        modelUnit(data.unit),
        one.mean,
        one.low,
        one.high,
        one.runs > 1 && Number.isFinite(one.mean) ? String(one.chance) : '',
        one.runs,
      ]),
    },
  };
  return figureOf(chart, setting);
}
