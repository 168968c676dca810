/** Loss flow as a Sankey diagram: every node that is not an end passes on what it receives, to the yuan. */
import { sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey';
import { wordsOf } from '../text/index.ts';
import { displayOfSum, formatLevel } from '../text/numbers.ts';
import { stressWordsOf } from '../text/stress.ts';
import type { Chart, Setting } from './chart.ts';
import { figureOf } from './figure.ts';
import { fitText } from './measure.ts';
import { draw } from './svg.ts';

export interface FlowData {
  readonly title: string;
  readonly subtitle: string;
  /** Names by id. */
  readonly names: Readonly<Record<string, string>>;
  /** Positive yuan over all runs. */
  readonly links: readonly { readonly from: string; readonly to: string; readonly yuan: number }[];
  /** What the ledger and the balances disagree by, exact. */
  readonly residual: number;
  readonly runs: number;
}

interface Node {
  readonly id: string;
}
interface Link {
  readonly source: string;
  readonly target: string;
  readonly value: number;
}

/** What goes into and comes out of every node that has both, and how much they differ. */
export function balanceOf(
  links: FlowData['links'],
): { readonly id: string; readonly in: number; readonly out: number }[] {
  const sum = (list: FlowData['links']) => list.reduce((total, one) => total + one.yuan, 0);
  const ids = [...new Set(links.flatMap((one) => [one.from, one.to]))];
  return ids
    .map((id) => ({
      id,
      in: sum(links.filter((one) => one.to === id)),
      out: sum(links.filter((one) => one.from === id)),
    }))
    .filter((node) => node.in > 0 && node.out > 0);
}

const MOST_DECIMALS = 6;

/** Decimals of a stream: the picture's own, more where they would make nothing of it. */
export function decimalsOf(value: number, usual: number): number {
  let decimals = usual;
  while (value !== 0 && decimals < MOST_DECIMALS && Math.abs(value) < 0.5 / 10 ** decimals) decimals++;
  return decimals;
}

const NODE = 12;
const PAD = 16;

/** The figure; yuan are means over runs. */
export function flowChart(data: FlowData, setting: Setting): HTMLElement {
  const { language } = setting;
  const [words, own] = [wordsOf(language), stressWordsOf(language)];
  const sources = data.links.filter((one) => !data.links.some((other) => other.to === one.from));
  const total = sources.reduce((sum, one) => sum + one.yuan, 0) / data.runs;
  const display = displayOfSum(total, language);
  const decimals = total * display.factor < 100 ? 2 : 1;
  const write = (yuan: number) =>
    formatLevel(yuan / data.runs, display, decimalsOf((yuan / data.runs) * display.factor, decimals));
  const { picture, places } = paint(data, setting, write);
  const open =
    balanceOf(data.links).reduce((sum, node) => sum + Math.abs(node.in - node.out), 0) +
    Math.abs(data.residual);
  const name = (id: string) => data.names[id] ?? id;
  const chart: Chart = {
    kind: 'loss-flow',
    title: data.title,
    subtitle: `${data.subtitle}${words.comma}${display.name}`,
    picture,
    points: data.links.map((one, at) => ({
      ...places[at]!,
      row: at,
      half: [8, 8] as const,
      text: [`${name(one.from)} → ${name(one.to)}`, write(one.yuan)].join(words.separator),
    })),
    key: Object.assign(document.createElement('span'), {
      textContent: `${own.residual}${words.colon}${open === 0 ? '0' : write(open)}`,
    }),
    table: {
      head: [own.flowFrom, own.flowTo, own.paid],
      rows: [
        ...data.links.map((one) => [name(one.from), name(one.to), write(one.yuan)]),
        [own.residual, '–', open === 0 ? '0' : write(open)],
      ],
    },
    tidy: {
      columns: ['from', 'to', 'from_name', 'to_name', 'yuan', 'runs'],
      rows: [
        ...data.links.map((one) => [
          one.from,
          one.to,
          name(one.from),
          name(one.to),
          one.yuan / data.runs,
          data.runs,
        ]),
        ['residual', '', own.residual, '', open, data.runs],
      ],
    },
  };
  return figureOf(chart, setting);
}

function paint(data: FlowData, { look, width }: Setting, write: (yuan: number) => string) {
  const wide = width >= 560;
  const height = wide ? 330 : 420;
  const room = wide ? 150 : Math.min(136, width * 0.34);
  const ids = [...new Set(data.links.flatMap((one) => [one.from, one.to]))];
  const layout = sankey<Node, Link>()
    .nodeId((node) => node.id)
    .nodeAlign(sankeyJustify)
    .nodeWidth(NODE)
    .nodePadding(PAD * 1.6)
    .extent([
      [2, 14],
      [width - room, height - 14],
    ]);
  const { nodes, links } = layout({
    nodes: ids.map((id) => ({ id })),
    links: data.links.map((one) => ({ source: one.from, target: one.to, value: one.yuan })),
  });
  const path = sankeyLinkHorizontal<Node, Link>();
  const picture = draw('svg', { width, height, class: 'loss-flow', 'font-size': 11.5 });
  for (const link of links)
    picture.append(
      draw('path', {
        d: path(link) ?? '',
        fill: 'none',
        stroke: look.scenarios[0],
        'stroke-opacity': 0.32,
        'stroke-width': Math.max(1.2, link.width ?? 0),
      }),
    );
  for (const node of nodes) {
    const [x0, x1, y0, y1] = [node.x0!, node.x1!, node.y0!, node.y1!];
    const middle = (y0 + y1) / 2;
    const text = { x: x1 + 5, fill: look.ink };
    picture.append(
      draw('rect', { x: x0, y: y0, width: x1 - x0, height: Math.max(1.5, y1 - y0), fill: look.ink }),
      draw(
        'text',
        {
          ...text,
          y: middle - 1,
          'font-weight': 600,
          stroke: look.paper,
          'stroke-width': 3,
          'paint-order': 'stroke',
        },
        [fitText(data.names[node.id] ?? node.id, 12, x1 > width - room - 20 ? room - 8 : 180)],
      ),
      draw(
        'text',
        {
          ...text,
          y: middle + 12,
          fill: look.muted,
          'font-size': 11,
          stroke: look.paper,
          'stroke-width': 3,
          'paint-order': 'stroke',
        },
        [write(node.value ?? 0)],
      ),
    );
  }
  const places = links.map((link) => ({
    x: ((link.source as { x1: number }).x1 + (link.target as { x0: number }).x0) / 2,
    y: ((link.y0 ?? 0) + (link.y1 ?? 0)) / 2,
  }));
  return { picture, places };
}
