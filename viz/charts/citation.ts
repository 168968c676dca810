/** How to cite a figure: APA, BibTeX and GB/T 7714. */
import type { Origin } from './chart.ts';

export const CITATION_STYLES = ['APA', 'BibTeX', 'GB/T 7714'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

const TITLE = 'Headwater 活水: a laboratory for small-enterprise finance in Hunan';
const RELEASED = 2026;

/** What a citation is made of. */
interface Cited {
  /** The finding, as the figure states it. */
  readonly title: string;
  readonly origin: Origin | undefined;
  /** Day the figure was read, `2026-11-24`. */
  readonly day: string;
}

/** `n = 64, 1:100, seed 1`; empty without an origin. */
const howRun = (origin: Origin | undefined): string =>
  origin ? `n = ${origin.runs}, 1:${origin.scale}, seed ${origin.seed}` : '';

/** One figure's citation in a style. */
export function citationOf(style: CitationStyle, { title, origin, day }: Cited): string {
  const [version, link] = [origin?.release ?? '', origin?.link() ?? ''];
  const run = howRun(origin);
  switch (style) {
    case 'APA':
      return `Headwater contributors. (${RELEASED}). ${title} [Figure${run && `; ${run}`}]. In ${TITLE}${version && ` (Version ${version})`} [Computer software]. Retrieved ${day}${link && `, from ${link}`}`;
    case 'BibTeX':
      return [
        `@software{headwater${RELEASED},`,
        '  author = {{Headwater contributors}},',
        `  title = {{${TITLE}}},`,
        `  year = {${RELEASED}},`,
        ...(version && [`  version = {${version}},`]),
        `  note = {Figure: ${braced(title)}${run && ` (${run})`}},`,
        ...(link && [`  url = {${link}},`]),
        `  urldate = {${day}}`,
        '}',
      ].join('\n');
    case 'GB/T 7714':
      return `Headwater contributors. ${title}[DS/OL]//${TITLE}${version && `: 版本${version}`}. (${RELEASED})[${day}].${link && ` ${link}.`}`;
  }
}

/** Characters that BibTeX would read as its own. */
const braced = (text: string): string => text.replace(/[{}\\]/g, '').replace(/[%&#$_]/g, (one) => `\\${one}`);
