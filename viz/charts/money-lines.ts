/** Cash and debt of one enterprise in one world or two, in two panels over the same months. */
import { line, type ScaleLinear, scaleLinear, scaleTime } from 'd3';
import { wordsOf } from '../text/index.ts';
import type { Language } from '../text/language.ts';
import { dateOf, writeMonth } from '../text/months.ts';
import { type Display, decimalsFor, displayOf, formatLevel, plainNumber } from '../text/numbers.ts';
import { oneWordsOf } from '../text/one.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { keyOf } from './labels.ts';
import { draw } from './svg.ts';
import { tickDecimals } from './ticks.ts';

/** One world: yuan at month ends, NaN while the enterprise is not there. */
export interface Purse {
  readonly name: string;
  readonly hue: 'baseline' | number;
  readonly cash: readonly number[];
  readonly formal: readonly number[];
  readonly informal: readonly number[];
}

export interface MoneyData {
  readonly id: string;
  readonly title: string;
  readonly subtitle: (unit: string) => string;
  readonly months: readonly string[];
  /** The comparator's world first. */
  readonly purses: readonly Purse[];
}

const sumOf = ({ formal, informal }: Purse): number[] => formal.map((one, at) => one + informal[at]!);

/** The figure. */
export function moneyLines(data: MoneyData, setting: Setting): HTMLElement {
  const { language } = setting;
  const [words, one] = [wordsOf(language), oneWordsOf(language)];
  const all = data.purses.flatMap((purse) => [...purse.cash, ...sumOf(purse)]).filter(Number.isFinite);
  const size = Math.max(1, ...all);
  const display = displayOf('yuan', language, size);
  const decimals = decimalsFor(size / 50, display, 2);
  const write = (value: number) => formatLevel(value, display, decimals);
  const panels = [
    { name: one.cash, of: (purse: Purse) => purse.cash },
    { name: one.debt, of: sumOf },
  ];
  const { picture, points } = paint(data, panels, setting, display);
  const columns = data.purses.flatMap((purse) => [
    { name: one.of(one.cash, purse.name), of: purse.cash },
    { name: one.of(one.formalDebt, purse.name), of: purse.formal },
    { name: one.of(one.privateDebt, purse.name), of: purse.informal },
  ]);
  const chart: Chart = {
    kind: 'money',
    title: data.title,
    subtitle: data.subtitle(display.name),
    picture,
    points: points.map(({ at, panel, x, y }) => ({
      x,
      y,
      row: panel,
      half: [3, 8] as const,
      text: [
        writeMonth(data.months[at]!, language),
        ...data.purses.map(
          (purse) => `${one.of(panels[panel]!.name, purse.name)} ${write(panels[panel]!.of(purse)[at]!)}`,
        ),
      ].join(words.separator),
    })),
    key: keyOf(data.purses, setting, false),
    table: {
      head: [words.month, ...columns.map((column) => column.name)],
      rows: data.months.map((month, at) => [
        writeMonth(month, language),
        ...columns.map((column) => write(column.of[at]!)),
      ]),
    },
    tidy: {
      columns: ['enterprise', 'world', 'month', 'cash', 'formal_debt', 'private_debt'],
      rows: data.purses.flatMap((purse) =>
        data.months.map((month, at) => [
          data.id,
          purse.name,
          month,
          purse.cash[at]!,
          purse.formal[at]!,
          purse.informal[at]!,
        ]),
      ),
    },
  };
  return figureOf(chart, setting);
}

interface Panel {
  readonly name: string;
  readonly of: (purse: Purse) => readonly number[];
}

/** Height of an empty panel, yuan. */
const LEAST = 20_000;
const TALL = 104;
const GAP = 30;

/** Ticks of an axis of money, with as many decimals as tell them apart. */
export function ticksOf(y: ScaleLinear<number, number>, display: Display, language: Language) {
  const values = y.ticks(3);
  const decimals = tickDecimals(y.domain(), 3, display.factor);
  return values.map((value) => ({ value, label: plainNumber(value * display.factor, decimals, language) }));
}

function paint(
  data: MoneyData,
  panels: readonly Panel[],
  { width, look, language }: Setting,
  display: Display,
) {
  const dates = data.months.map(dateOf);
  const x = scaleTime([dates[0]!, dates.at(-1)!], [54, width - 10]);
  const height = panels.length * (TALL + GAP) + 10;
  const picture = draw('svg', { width, height, class: 'money', 'font-size': 11.5 });
  const points: { at: number; panel: number; x: number; y: number }[] = [];
  panels.forEach((panel, index) => {
    const top = index * (TALL + GAP) + 18;
    const values = data.purses.flatMap(panel.of).filter(Number.isFinite);
    const y = scaleLinear([Math.min(0, ...values), Math.max(LEAST, ...values)], [top + TALL, top]).nice(3);
    picture.append(draw('text', { x: 2, y: top - 6, fill: look.ink, 'font-weight': 650 }, [panel.name]));
    for (const { value, label } of ticksOf(y, display, language)) {
      picture.append(
        draw('path', { d: `M54 ${y(value)}H${width - 10}`, stroke: look.hairline }),
        draw('text', { x: 48, y: y(value), dy: '0.35em', 'text-anchor': 'end', fill: look.muted }, [label]),
      );
    }
    for (const purse of [...data.purses].reverse()) {
      const path = line<number>(
        (_, at) => x(dates[at]!),
        (value) => y(value),
      ).defined(Number.isFinite)([...panel.of(purse)]);
      const baseline = purse.hue === 'baseline';
      const stroke = baseline ? look.ink : look.scenarios[purse.hue as number]!;
      picture.append(
        draw('path', {
          d: path ?? '',
          fill: 'none',
          stroke,
          'stroke-width': baseline ? 1.6 : 2.2,
          'stroke-dasharray': baseline ? '5 3' : undefined,
        }),
      );
    }
    dates.forEach((date, at) => {
      const shown = data.purses
        .map((purse) => panel.of(purse)[at]!)
        .filter(Number.isFinite)
        .at(-1);
      if (shown !== undefined) points.push({ at, panel: index, x: x(date), y: y(shown) });
    });
  });
  data.months.forEach((month, at) => {
    if (month.endsWith('-01'))
      picture.append(
        draw('text', { x: x(dates[at]!), y: height - 4, 'text-anchor': 'middle', fill: look.muted }, [
          month.slice(0, 4),
        ]),
      );
  });
  return { picture, points };
}
