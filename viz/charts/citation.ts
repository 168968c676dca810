/** How to cite a figure: APA, BibTeX and GB/T 7714. */
import type { Origin } from './chart.ts';

export const CITATION_STYLES = ['APA', 'BibTeX', 'GB/T 7714'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

const TITLE = 'Headwater 活水: a laboratory for small-enterprise finance in Hunan';
const RELEASED = 2026;

/** What a citation is made of. */
interface Cited {
  /** Kind of the figure, as in the names of its files. */
  readonly kind: string;
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
export function citationOf(style: CitationStyle, cited: Cited): string {
  const { title, origin, day } = cited;
  const [version, link] = [origin?.release ?? '', origin?.link() ?? ''];
  const run = howRun(origin);
  switch (style) {
    case 'APA':
      return `Headwater contributors. (${RELEASED}). ${title} [Figure${run && `; ${run}`}]. In ${TITLE}${version && ` (Version ${version})`} [Computer software]. Retrieved ${day}${link && `, from ${link}`}`;
    case 'BibTeX':
      return [
        `@software{${keyOf(cited)},`,
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
      return `Headwater contributors. ${title}${run && ` (${run})`}[DS/OL]//${TITLE}${version && `: 版本${version}`}. (${RELEASED})[${day}].${link && ` ${link}.`}`;
  }
}

/** FNV-1a of 32 bits, as eight hexadecimal digits. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** A key for each figure and run, the same on every day it is cited: `headwater2026-fan-npl-ratio-1f0c9a2b`. */
const keyOf = ({ kind, title, origin }: Cited): string =>
  `headwater${RELEASED}-${kind}-${shortHash([title, origin?.release, howRun(origin), origin?.link()].join('\n'))}`;

/** Characters that BibTeX would read as its own. */
const braced = (text: string): string => text.replace(/[{}\\]/g, '').replace(/[%&#$_]/g, (one) => `\\${one}`);
