/** The frame around every chart: finding, picture with one tab stop, live readout, table twin, files. */
import { wordsOf } from '../text/index.ts';
import type { Chart, Setting, Table } from './chart.ts';
import { downloadsOf } from './files.ts';
import { element } from './html.ts';
import { pointAfter, pointAt } from './points.ts';
import { draw } from './svg.ts';

interface Shown {
  readonly chart: Chart;
  readonly setting: Setting;
  /** Index of the point under the cursor, -1 for none. */
  readonly at: number;
}

const shownIn = new WeakMap<HTMLElement, Shown>();

/** A figure from its parts. All its numbers can be read without seeing it. */
export function figureOf(chart: Chart, setting: Setting): HTMLElement {
  const words = wordsOf(setting.language);
  const plot = element('div', { class: 'chart-plot', tabindex: '0', role: 'application' });
  const figure = element('figure', { class: 'chart', 'data-kind': chart.kind }, [
    element('figcaption', {}, [
      element('h3', { class: 'chart-title' }),
      element('p', { class: 'chart-subtitle' }),
      element('p', { class: 'chart-runs' }),
    ]),
    plot,
    element('p', { class: 'chart-readout', 'aria-live': 'polite' }),
  ]);
  const rows = element('div', { class: 'chart-scroll', tabindex: '0', role: 'region' });
  const twin = element('details', { class: 'chart-table' }, [element('summary', {}, [words.asTable]), rows]);
  const files = downloadsOf(() => shownIn.get(figure)!, words);
  figure.append(
    element('div', { class: 'chart-foot' }, [element('div', { class: 'chart-key' }), files, twin]),
  );
  shownIn.set(figure, { chart, setting, at: -1 });
  twin.addEventListener('toggle', () => fillTable(figure));
  listen(figure, plot);
  fill(figure);
  return figure;
}

/** Puts a new drawing of the same kind into a figure on the page: focus, cursor and open parts stay. */
export function refreshFigure(figure: HTMLElement, fresh: HTMLElement): HTMLElement {
  const [old, next] = [shownIn.get(figure), shownIn.get(fresh)];
  const same =
    old && next && old.chart.kind === next.chart.kind && old.setting.language === next.setting.language;
  if (!same) {
    figure.replaceWith(fresh);
    return fresh;
  }
  shownIn.set(figure, { ...next, at: Math.min(old.at, next.chart.points.length - 1) });
  fill(figure);
  return figure;
}

function fill(figure: HTMLElement): void {
  const { chart, setting } = shownIn.get(figure)!;
  const words = wordsOf(setting.language);
  part(figure, '.chart-title').textContent = chart.title;
  part(figure, '.chart-subtitle').textContent = chart.subtitle;
  const { origin } = setting;
  part(figure, '.chart-runs').textContent = origin ? words.runsOfFigure(origin.runs, origin.scale) : '';
  const plot = part(figure, '.chart-plot');
  plot.setAttribute('aria-label', `${chart.title}${words.stop}${words.chartKeys}`);
  chart.picture.setAttribute('aria-hidden', 'true');
  plot.replaceChildren(chart.picture);
  part(figure, '.chart-key').replaceChildren(...(chart.key ? [chart.key] : []));
  part(figure, '.chart-scroll').setAttribute('aria-label', chart.title);
  fillTable(figure);
  showPoint(figure);
}

/** The twin is only built while it is open: results arrive several times a second. */
function fillTable(figure: HTMLElement): void {
  const open = figure.querySelector<HTMLDetailsElement>('.chart-table')!.open;
  const { chart } = shownIn.get(figure)!;
  part(figure, '.chart-scroll').replaceChildren(...(open ? [tableOf(chart.table)] : []));
}

function tableOf({ head, rows }: Table): HTMLElement {
  const cells = (texts: readonly string[]) =>
    texts.map((text, at) => (at ? element('td', {}, [text]) : element('th', { scope: 'row' }, [text])));
  return element('table', {}, [
    element('thead', {}, [
      element(
        'tr',
        {},
        head.map((text) => element('th', { scope: 'col' }, [text])),
      ),
    ]),
    element(
      'tbody',
      {},
      rows.map((row) => element('tr', {}, cells(row))),
    ),
  ]);
}

function listen(figure: HTMLElement, plot: HTMLElement): void {
  const go = (at: number) => {
    const shown = shownIn.get(figure)!;
    if (at === shown.at) return;
    shownIn.set(figure, { ...shown, at });
    showPoint(figure);
  };
  plot.addEventListener('keydown', (event) => {
    const { chart, at } = shownIn.get(figure)!;
    if (event.key === 'Escape') return go(-1);
    const next = pointAfter(chart.points, at, event.key, chart.wraps);
    if (next < 0) return;
    event.preventDefault();
    go(next);
  });
  plot.addEventListener('pointermove', (event) => {
    const { chart } = shownIn.get(figure)!;
    const box = chart.picture.getBoundingClientRect();
    go(pointAt(chart.points, event.clientX - box.left, event.clientY - box.top));
  });
  plot.addEventListener('pointerleave', () => {
    if (document.activeElement !== plot) go(-1);
  });
}

function showPoint(figure: HTMLElement): void {
  const { chart, setting, at } = shownIn.get(figure)!;
  const point = chart.points[at];
  chart.picture.querySelector('.cursor')?.remove();
  part(figure, '.chart-readout').textContent = point?.text ?? '';
  if (!point) return;
  const stroke = { stroke: setting.look.ink, fill: 'none', 'stroke-width': 2 };
  const [w, h] = point.half ?? [0, 0];
  const marks = point.half
    ? [draw('rect', { ...stroke, x: point.x - w, y: point.y - h, width: 2 * w, height: 2 * h, rx: 3 })]
    : [
        draw('line', {
          x1: point.x,
          x2: point.x,
          y1: 20,
          y2: '92%',
          stroke: setting.look.muted,
          'stroke-dasharray': '1 3',
        }),
        draw('circle', { ...stroke, cx: point.x, cy: point.y, r: 5 }),
      ];
  chart.picture.append(draw('g', { class: 'cursor', 'pointer-events': 'none' }, marks));
  if (chart.picture.classList.contains('wide') && document.activeElement === chart.picture.parentElement)
    marks[0]!.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

const part = (figure: HTMLElement, selector: string) => figure.querySelector<HTMLElement>(selector)!;
