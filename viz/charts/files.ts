/** What a figure gives away: CSV with byte-order mark, JSON, Parquet, PNG, SVG, all of them as ZIP; and how to cite it. */
import { textCell } from '../../workers/csv.ts';
import { type Words, wordsOf } from '../text/index.ts';
import { today } from '../text/months.ts';
import type { Chart, Setting, Tidy } from './chart.ts';
import { CITATION_STYLES, citationOf } from './citation.ts';
import { element } from './html.ts';
import { pngOf, svgOf } from './picture-file.ts';

/** Tidy rows as CSV; the byte-order mark makes spreadsheets read it as UTF-8. */
export function csvOf({ columns, rows }: Tidy): string {
  const cell = (value: string | number) => {
    if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
    return textCell(value);
  };
  return `\ufeff${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

/** Tidy rows as a JSON array of records; undefined values are null. */
export function jsonOf({ columns, rows }: Tidy): string {
  const records = rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));
  return `${JSON.stringify(records, null, 1)}\n`;
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

/** What is on screen. */
export interface Shown {
  readonly chart: Chart;
  readonly setting: Setting;
}

/** `n = 64 · 1:100 · Headwater 0.1.0 · Exploration, not forecast`, under exported pictures. */
function sourceOf({ origin, language }: Setting): string {
  const { exploration } = wordsOf(language);
  return origin
    ? `n = ${origin.runs} · 1:${origin.scale} · Headwater ${origin.release} · ${exploration}`
    : `Headwater · ${exploration}`;
}

const pictureOf = ({ chart, setting }: Shown): string => svgOf(chart, setting, sourceOf(setting));

/** What the figure is and where its numbers come from, as JSON. */
export function metadataOf({ chart, setting: { origin, language } }: Shown): string {
  const { documents, link, ...run } = origin ?? {};
  const about = {
    figure: chart.kind,
    title: chart.title,
    subtitle: chart.subtitle,
    language,
    columns: chart.tidy.columns,
    rows: chart.tidy.rows.length,
    ...run,
    link: link?.(),
    exported: today(),
    note: 'Exploration, not forecast. Figures behind the model are reported and unverified.',
    ...(documents?.() as object | undefined),
  };
  return `${JSON.stringify(about, null, 1)}\n`;
}

/** The citations of a figure in every style, and what their address does not carry. */
export function citationsOf({ chart, setting: { origin } }: Shown): string {
  const cited = { kind: chart.kind, title: chart.title, origin, day: today() };
  const all = CITATION_STYLES.map((style) => `${style}\n${citationOf(style, cited)}\n`);
  return [...all, ...(origin?.linkCarriesNot ? [`${origin.linkCarriesNot}\n`] : [])].join('\n');
}

async function archive(name: string, shown: Shown): Promise<Blob> {
  const { parquetOf, zipOf } = await import('./archive.ts');
  const { tidy } = shown.chart;
  const svg = pictureOf(shown);
  const png = new Uint8Array(await (await pngOf(svg)).arrayBuffer());
  const files = {
    [`${name}.csv`]: csvOf(tidy),
    [`${name}.json`]: jsonOf(tidy),
    [`${name}.parquet`]: parquetOf(tidy),
    [`${name}.svg`]: svg,
    [`${name}.png`]: png,
    'metadata.json': metadataOf(shown),
    'citation.txt': citationsOf(shown),
  };
  return new Blob([zipOf(files, new Date())], { type: 'application/zip' });
}

type Writer = (shown: Shown, name: string) => Promise<Blob> | Blob;

/** Kind of file, its ending, and how it is made. */
const WRITERS: readonly (readonly [label: string, ending: string, write: Writer])[] = [
  ['CSV', 'csv', ({ chart }) => new Blob([csvOf(chart.tidy)], { type: 'text/csv' })],
  ['JSON', 'json', ({ chart }) => new Blob([jsonOf(chart.tidy)], { type: 'application/json' })],
  [
    'Parquet',
    'parquet',
    async ({ chart }) => {
      const { parquetOf } = await import('./archive.ts');
      return new Blob([parquetOf(chart.tidy)], { type: 'application/vnd.apache.parquet' });
    },
  ],
  ['SVG', 'svg', (shown) => new Blob([pictureOf(shown)], { type: 'image/svg+xml' })],
  ['PNG', 'png', (shown) => pngOf(pictureOf(shown))],
  ['ZIP', 'zip', (shown, name) => archive(name, shown)],
];

/** The files under a figure, and its citations; `shown` tells what is on screen when one is asked for. */
export function downloadsOf(shown: () => Shown, words: Words): HTMLElement {
  const fault = element('p', { class: 'refusal', role: 'alert' });
  const buttons = WRITERS.map(([label, ending, write]) => {
    const button = element('button', { type: 'button', 'aria-label': words.saveAs(label) }, [label]);
    button.addEventListener('click', async () => {
      const now = shown();
      const name = `headwater-${now.chart.kind}`;
      fault.textContent = '';
      try {
        saveFile(`${name}.${ending}`, await write(now, name));
      } catch {
        fault.textContent = words.notSaved(label);
      }
    });
    return button;
  });
  const group = { class: 'chart-files', role: 'group', 'aria-label': words.filesOfFigure };
  return element('div', group, [...buttons, citations(shown, words), fault]);
}

/** A small menu that copies the figure's citation; what was copied stays to be read and selected. */
function citations(shown: () => Shown, words: Words): HTMLElement {
  const text = element('p', { class: 'citation', role: 'status' });
  const note = element('p', { class: 'hint', role: 'status' });
  const styles = CITATION_STYLES.map((style) => {
    const button = element('button', { type: 'button', 'aria-label': words.copyCitation(style) }, [style]);
    button.addEventListener('click', async () => {
      const { chart, setting } = shown();
      const citation = citationOf(style, {
        kind: chart.kind,
        title: chart.title,
        origin: setting.origin,
        day: today(),
      });
      text.textContent = citation;
      note.textContent = setting.origin?.linkCarriesNot ?? '';
      await navigator.clipboard?.writeText(citation).catch(() => undefined);
    });
    return button;
  });
  return element('details', { class: 'chart-cite' }, [
    element('summary', {}, [words.cite]),
    element('div', { class: 'chart-cite-body' }, [element('p', {}, [words.citeNote]), ...styles, text, note]),
  ]);
}
