/**
 * Who pays each yuan: what was lost, or by how much it differs from another world, step by step down to what each bearer
 * pays, and what is left, which must be 0.
 */
import { scaleLinear } from 'd3';
import { wordsOf } from '../text/index.ts';
import { displayOfSum, formatChange, formatLevel, plainNumber } from '../text/numbers.ts';
import { stressWordsOf } from '../text/stress.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { textWidth } from './measure.ts';
import { draw } from './svg.ts';
import { tickDecimals } from './ticks.ts';

export interface LossBarsData {
  /** All losses with each bearer's share, or signed differences of two worlds, of which shares mean nothing. */
  readonly kind: 'all' | 'change';
  readonly title: string;
  readonly subtitle: string;
  readonly total: { readonly name: string; readonly yuan: number };
  /** What each pays; a negative one got more back than it paid. */
  readonly bearers: readonly { readonly id: string; readonly name: string; readonly yuan: number }[];
  /** Total less what all pay, exact. */
  readonly residual: number;
  readonly runs: number;
}

const ROW = 30;
const TOP = 22;
const SIZE = 12;

interface Bar {
  readonly id: string;
  readonly name: string;
  readonly yuan: number;
  readonly from: number;
  readonly to: number;
}

/** The bars: the total from 0, then each bearer's part from where the one before ended. */
function barsOf({ total, bearers }: LossBarsData): Bar[] {
  let left = total.yuan;
  const parts = bearers.map((one): Bar => {
    const bar = { ...one, from: left - one.yuan, to: left };
    left -= one.yuan;
    return bar;
  });
  return [{ id: 'total', ...total, from: 0, to: total.yuan }, ...parts];
}

/** The figure; yuan are means over runs, the residual is exact. */
export function lossBars(data: LossBarsData, setting: Setting): HTMLElement {
  const { language } = setting;
  const [words, own] = [wordsOf(language), stressWordsOf(language)];
  const bars = barsOf(data);
  const shares = data.kind === 'all';
  const size = Math.max(...bars.map((bar) => Math.abs(bar.yuan)));
  const display = displayOfSum(size, language);
  const decimals = size * display.factor < 100 ? 2 : 1;
  const write = (yuan: number) => (shares ? formatLevel : formatChange)(yuan, display, decimals);
  const share = (bar: Bar) => `${plainNumber((100 * bar.yuan) / data.total.yuan, 1, language)}%`;
  const says = (bar: Bar) => (shares ? [write(bar.yuan), share(bar)] : [write(bar.yuan)]);
  const { picture, middle } = paint(bars, setting, display.factor, (bar) => says(bar).join(' · '));
  const residual = data.residual === 0 ? '0' : write(data.residual);
  const chart: Chart = {
    kind: shares ? 'losses' : 'loss-change',
    title: data.title,
    subtitle: `${data.subtitle}${words.comma}${display.name}`,
    picture,
    points: bars.map((bar, row) => ({
      ...middle(row),
      row,
      half: [6, ROW / 2 - 4] as const,
      text: [bar.name, ...says(bar)].join(words.separator),
    })),
    key: Object.assign(document.createElement('span'), {
      textContent: `${own.residual}${words.colon}${residual}`,
    }),
    table: {
      head: shares ? [own.bearer, own.paid, own.shareOfLoss] : [own.bearer, words.difference],
      rows: [
        ...bars.map((bar) => [bar.name, ...says(bar)]),
        [own.residual, residual, ...(shares ? ['–'] : [])],
      ],
    },
    tidy: {
      columns: ['bearer', 'name', shares ? 'yuan' : 'difference_yuan', ...(shares ? ['share'] : []), 'runs'],
      rows: [
        ...bars.map((bar) => [
          bar.id,
          bar.name,
          bar.yuan,
          ...(shares ? [bar.yuan / data.total.yuan] : []),
          data.runs,
        ]),
        ['residual', own.residual, data.residual, ...(shares ? [0] : []), data.runs],
      ],
    },
  };
  return figureOf(chart, setting);
}

function paint(
  bars: readonly Bar[],
  { look, width, language }: Setting,
  factor: number,
  says: (bar: Bar) => string,
) {
  const names = Math.min(width * 0.42, 10 + Math.max(...bars.map((bar) => textWidth(bar.name, SIZE))));
  const label = 14 + Math.max(...bars.map((bar) => textWidth(says(bar), 11)));
  const inside = width - names > 420;
  const low = Math.min(0, ...bars.map((bar) => Math.min(bar.from, bar.to)));
  const high = Math.max(...bars.map((bar) => Math.max(bar.from, bar.to)));
  const x = scaleLinear([low * factor, high * factor], [names, width - (inside ? label : 26)]).nice(4);
  const row = inside ? ROW : ROW + 12;
  const height = TOP + bars.length * row + 4;
  const picture = draw('svg', { width, height, class: 'losses', 'font-size': SIZE });
  const count = width < 420 ? 3 : 5;
  for (const tick of x.ticks(count))
    picture.append(
      draw('line', { x1: x(tick), x2: x(tick), y1: TOP - 4, y2: height, stroke: look.hairline }),
      draw('text', { x: x(tick), y: TOP - 8, 'text-anchor': 'middle', 'font-size': 11, fill: look.muted }, [
        plainNumber(tick, tickDecimals(x.domain(), count), language),
      ]),
    );
  const middle = (at: number) => ({
    x: x(((bars[at]!.from + bars[at]!.to) / 2) * factor),
    y: TOP + at * row + ROW / 2,
  });
  const labels: Element[] = [];
  const halo = { stroke: look.paper, 'stroke-width': 3, 'paint-order': 'stroke', 'stroke-linejoin': 'round' };
  bars.forEach((bar, at) => {
    const [from, to] = [bar.from, bar.to].map((yuan) => x(yuan * factor)) as [number, number];
    const y = TOP + at * row;
    const fill = at === 0 ? look.muted : look.scenarios[0]!;
    picture.append(
      draw(
        'text',
        {
          x: names - 6,
          y: y + ROW / 2,
          dy: '0.35em',
          'text-anchor': 'end',
          fill: look.ink,
          'font-weight': at ? 400 : 650,
        },
        [bar.name],
      ),
      draw('rect', {
        x: Math.min(from, to),
        y: y + 5,
        width: Math.max(1.5, Math.abs(to - from)),
        height: ROW - 10,
        fill,
      }),
    );
    labels.push(
      draw(
        'text',
        inside
          ? { x: Math.max(from, to) + 6, y: y + ROW / 2, dy: '0.35em', 'font-size': 11, fill: look.ink }
          : { x: names, y: y + ROW + 5, 'font-size': 11, fill: look.muted, ...halo },
        [says(bar)],
      ),
    );
    if (at > 0)
      picture.append(
        draw('line', {
          x1: to,
          x2: to,
          y1: y - row + ROW - 5,
          y2: y + 5,
          stroke: look.border,
          'stroke-dasharray': '2 2',
        }),
      );
  });
  picture.append(...labels);
  return { picture, middle };
}
