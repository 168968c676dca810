/** Names of lines: written at their right end, or as a key where there is no room. */

import { wordsOf } from '../text/index.ts';
import type { Setting } from './chart.ts';
import { element } from './html.ts';
import { type Hue, lineOf, textOf } from './look.ts';
import { draw } from './svg.ts';

interface Named {
  readonly name: string;
  readonly hue: Hue;
}

const GAP = 17;

/** Labels beside the ends of lines, moved apart where they would overlap. */
export function drawEndLabels(
  ends: readonly (Named & { y: number })[],
  x: number,
  { look }: Setting,
): SVGGElement {
  const placed = ends.filter((end) => Number.isFinite(end.y)).sort((a, b) => a.y - b.y);
  let last = Number.NEGATIVE_INFINITY;
  const group = draw('g', { 'font-size': 12, 'font-weight': 600 });
  for (const end of placed) {
    last = Math.max(end.y, last + GAP);
    const fill = textOf(end.hue, look);
    group.append(
      draw('text', { x, y: last, dy: '0.35em', 'text-anchor': 'start', fill }, [shorten(end.name, 20)]),
    );
  }
  return group;
}

/** Cuts a text to about `most` Latin letters; an ideograph takes nearly two. */
export const shorten = (text: string, most: number): string => {
  let size = 0;
  for (const [at, letter] of [...text].entries()) {
    size += letter > '\u2e80' ? 1.9 : 1;
    if (size > most) return `${[...text].slice(0, at).join('')}…`;
  }
  return text;
};

/** Swatches with names, and what the bands mean. */
export function keyOf(lines: readonly Named[], setting: Setting, bands: boolean): Element {
  const words = wordsOf(setting.language);
  const items = lines.map((one) => {
    const { stroke, dash } = lineOf(one.hue, setting.look);
    const swatch = draw('svg', { width: 26, height: 12, 'aria-hidden': 'true' }, [
      draw('rect', { width: 26, height: 12, fill: stroke, opacity: one.hue === 'baseline' ? 0.1 : 0.2 }),
      draw('line', {
        x1: 0,
        x2: 26,
        y1: 6,
        y2: 6,
        stroke,
        'stroke-width': 2,
        'stroke-dasharray': dash,
      }),
    ]);
    return element('span', { class: 'key-item' }, [swatch, one.name]);
  });
  const note = bands ? [element('span', { class: 'key-note' }, [words.bandNote])] : [];
  return element('div', { class: 'key' }, [...items, ...note]);
}
