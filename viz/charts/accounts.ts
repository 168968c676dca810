/** A sector's balance sheet quarter by quarter: what it owns above 0, what it owes below, and what is left as a line. */
import { line, scaleBand, scaleLinear } from 'd3';
import { wordsOf } from '../text/index.ts';
import { displayOf, formatLevel, plainNumber } from '../text/numbers.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { element } from './html.ts';
import { draw, hatching } from './svg.ts';
import { tickDecimals } from './ticks.ts';

export interface AccountsData {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** `2026-Q1` … */
  readonly quarters: readonly string[];
  readonly lines: readonly { readonly id: string; readonly name: string; readonly yuan: readonly number[] }[];
  readonly net: string;
  readonly runs: number;
}

const TOP = 12;
const BOTTOM = 24;
const LEFT = 54;

/** The figure; yuan are means over runs. */
export function accountsChart(data: AccountsData, setting: Setting): HTMLElement {
  const { language, look, width } = setting;
  const words = wordsOf(language);
  const nets = data.quarters.map((_, at) => data.lines.reduce((sum, one) => sum + one.yuan[at]!, 0));
  const stacks = data.quarters.map((_, at) => stackOf(data, at));
  const low = Math.min(0, ...stacks.flatMap((one) => one.map((part) => part.from)), ...nets);
  const high = Math.max(0, ...stacks.flatMap((one) => one.map((part) => part.to)), ...nets);
  const display = displayOf('yuan', language, Math.max(high, -low));
  const shown = (high - low) * display.factor;
  const decimals = shown < 2 ? 2 : shown < 20 ? 1 : 0;
  const write = (yuan: number) => formatLevel(yuan, display, decimals);
  const height = Math.round(Math.min(300, Math.max(200, width * 0.4)));
  const x = scaleBand(data.quarters, [LEFT, width - 8]).padding(0.2);
  const y = scaleLinear([low * display.factor, high * display.factor], [height - BOTTOM, TOP]).nice(5);
  const place = (yuan: number) => y(yuan * display.factor);
  const picture = draw('svg', { width, height, class: 'accounts', 'font-size': 11 });
  picture.append(draw('defs', {}, [hatching(`owed-${data.id}`, look.paper, look.muted)]));
  for (const tick of y.ticks(5))
    picture.append(
      draw('line', {
        x1: LEFT,
        x2: width - 8,
        y1: y(tick),
        y2: y(tick),
        stroke: tick === 0 ? look.ink : look.hairline,
      }),
      draw('text', { x: LEFT - 6, y: y(tick), dy: '0.35em', 'text-anchor': 'end', fill: look.muted }, [
        plainNumber(tick, tickDecimals(y.domain(), 5), language),
      ]),
    );
  data.quarters.forEach((quarter, at) => {
    for (const part of stacks[at]!) {
      const box = {
        x: x(quarter),
        width: x.bandwidth(),
        y: place(part.to),
        height: Math.max(0, place(part.from) - place(part.to)),
      };
      picture.append(
        draw('rect', { ...box, fill: fillOf(part.index, setting), stroke: look.paper, 'stroke-width': 0.6 }),
      );
    }
    if (quarter.endsWith('Q1'))
      picture.append(
        draw(
          'text',
          { x: x(quarter)! + x.bandwidth() / 2, y: height - 8, 'text-anchor': 'middle', fill: look.muted },
          [quarter.slice(0, 4)],
        ),
      );
  });
  const middle = (at: number) => x(data.quarters[at]!)! + x.bandwidth() / 2;
  const path = line<number>(
    (_, at) => middle(at),
    (yuan) => place(yuan),
  )(nets);
  picture.append(
    draw('path', {
      d: path ?? '',
      fill: 'none',
      stroke: look.ink,
      'stroke-width': 2,
      'stroke-dasharray': '5 3',
    }),
  );
  const chart: Chart = {
    kind: `accounts-${data.id}`,
    title: data.title,
    subtitle: `${data.subtitle}${words.comma}${display.name}`,
    picture,
    key: keyOfAccounts(data, setting),
    points: data.quarters.map((quarter, at) => ({
      x: middle(at),
      y: place(nets[at]!),
      row: 0,
      text: [
        quarter,
        ...data.lines.map((one) => `${one.name} ${write(one.yuan[at]!)}`),
        `${data.net} ${write(nets[at]!)}`,
      ].join(words.separator),
    })),
    table: {
      head: [words.quarter, ...data.lines.map((one) => one.name), data.net],
      rows: data.quarters.map((quarter, at) => [
        quarter,
        ...data.lines.map((one) => write(one.yuan[at]!)),
        write(nets[at]!),
      ]),
    },
    tidy: {
      columns: ['quarter', 'sector', 'line', 'name', 'yuan', 'runs'],
      rows: data.quarters.flatMap((quarter, at) =>
        [...data.lines, { id: 'net', name: data.net, yuan: nets }].map((one) => [
          quarter,
          data.id,
          one.id,
          one.name,
          one.yuan[at]!,
          data.runs,
        ]),
      ),
    },
  };
  return figureOf(chart, setting);
}

/** Colours of the lines: shades of one hue, so that no line looks like a scenario. */
const fillOf = (index: number, { look }: Setting): string =>
  look.sequential(Math.min(0.95, 0.3 + 0.28 * index));

/** Parts of a quarter's bar, positive ones upward from 0, negative ones downward. */
function stackOf({ lines }: AccountsData, at: number): { index: number; from: number; to: number }[] {
  let [up, down] = [0, 0];
  return lines.map((one, index) => {
    const yuan = one.yuan[at]!;
    if (yuan >= 0) {
      up += yuan;
      return { index, from: up - yuan, to: up };
    }
    down += yuan;
    return { index, from: down, to: down - yuan };
  });
}

function keyOfAccounts(data: AccountsData, setting: Setting): Element {
  const item = (mark: Element, text: string) =>
    element('span', { class: 'key-item' }, [
      draw('svg', { width: 26, height: 12, 'aria-hidden': 'true' }, [mark]),
      text,
    ]);
  return element('div', { class: 'key' }, [
    ...data.lines.map((one, index) =>
      item(draw('rect', { width: 26, height: 12, fill: fillOf(index, setting) }), one.name),
    ),
    item(
      draw('line', {
        x1: 0,
        x2: 26,
        y1: 6,
        y2: 6,
        stroke: setting.look.ink,
        'stroke-width': 2,
        'stroke-dasharray': '5 3',
      }),
      data.net,
    ),
  ]);
}
