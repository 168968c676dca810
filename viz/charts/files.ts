/** What a figure gives away: CSV with byte-order mark, JSON, SVG and PNG, exactly what is on screen. */
import type { Words } from '../text/index.ts';
import type { Chart, Setting, Tidy } from './chart.ts';
import { element } from './html.ts';
import { FONT } from './look.ts';
import { draw } from './svg.ts';

/** Tidy rows as CSV; the byte-order mark makes spreadsheets read it as UTF-8. */
export function csvOf({ columns, rows }: Tidy): string {
  const cell = (value: string | number) => {
    if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
    return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  };
  return `\ufeff${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

/** Tidy rows as a JSON array of records; undefined values are null. */
export function jsonOf({ columns, rows }: Tidy): string {
  const records = rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));
  return `${JSON.stringify(records, null, 1)}\n`;
}

/** The picture with its title and unit line, as a file of its own. */
export function svgOf(chart: Chart, { look }: Setting): string {
  const picture = chart.picture.cloneNode(true) as SVGSVGElement;
  picture.querySelector('.cursor')?.remove();
  const [width, height] = [chart.picture.width.baseVal.value, chart.picture.height.baseVal.value];
  picture.setAttribute('y', '52');
  picture.setAttribute('color', look.ink);
  const sheet = draw('svg', { width, height: height + 60, 'font-family': FONT }, [
    draw('rect', { width: '100%', height: '100%', fill: look.paper }),
    draw('text', { x: 8, y: 22, 'font-size': 15, 'font-weight': 600, fill: look.ink }, [chart.title]),
    draw('text', { x: 8, y: 41, 'font-size': 11.5, fill: look.muted }, [chart.subtitle]),
    picture,
  ]);
  return new XMLSerializer().serializeToString(sheet);
}

/** Hands a file to the person. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A text as a file. */
export function saveText(name: string, body: string, type: string): void {
  saveFile(name, new Blob([body], { type }));
}

async function savePng(name: string, svg: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  canvas.toBlob((blob) => blob && saveFile(name, blob), 'image/png');
}

type Writer = (name: string, chart: Chart, setting: Setting) => void;

const WRITERS: readonly (readonly [label: string, write: Writer])[] = [
  ['CSV', (name, { tidy }) => saveText(`${name}.csv`, csvOf(tidy), 'text/csv')],
  ['JSON', (name, { tidy }) => saveText(`${name}.json`, jsonOf(tidy), 'application/json')],
  ['SVG', (name, chart, setting) => saveText(`${name}.svg`, svgOf(chart, setting), 'image/svg+xml')],
  ['PNG', (name, chart, setting) => void savePng(`${name}.png`, svgOf(chart, setting))],
];

/** The files under a figure; `shown` tells what is on screen when one is asked for. */
export function downloadsOf(shown: () => { chart: Chart; setting: Setting }, words: Words): HTMLElement {
  const buttons = WRITERS.map(([label, write]) => {
    const button = element('button', { type: 'button', 'aria-label': words.saveAs(label) }, [label]);
    button.addEventListener('click', () => {
      const { chart, setting } = shown();
      write(`headwater-${chart.kind}`, chart, setting);
    });
    return button;
  });
  return element('div', { class: 'chart-files', role: 'group', 'aria-label': words.filesOfFigure }, buttons);
}
