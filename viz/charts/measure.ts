/** Rough widths of texts, enough to keep labels apart and to break lines, without asking the page. */

const LETTER = 0.56;
const IDEOGRAPH = 1.04;

/** Width of a text at `size` px. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? IDEOGRAPH : LETTER), 0) * size;

/** A text cut so that it fits, with an ellipsis where something is missing. */
export function fitText(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > room) letters.pop();
  return `${letters.join('')}…`;
}

/** A text in lines that fit: broken at spaces, after hyphens, or anywhere between ideographs. */
export function wrapText(text: string, size: number, room: number): string[] {
  const pieces = text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff-]*-+|[^\s\u2e80-\uffff-]+|\s+/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line && textWidth(line + piece, size) > room) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  if (line.trim()) lines.push(line.trim());
  return lines;
}

/** A text in one line, or in two about as long as each other, of which the second is cut where more would be needed. */
export function twoLines(text: string, size: number, room: number): string[] {
  const filled = wrapText(text, size, room);
  const even = wrapText(text, size, Math.min(room, textWidth(text, size) / 2 + size));
  const [first = '', ...rest] = filled.length === 2 && even.length === 2 ? even : filled;
  const lines = rest.length > 0 ? [first, rest.join(' ')] : [first];
  return lines.map((line) => fitText(line, size, room));
}

/** Places of labels along a line, moved apart to at least `gap`, kept inside `[low, high]` and in order; NaN takes no place. */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = [...wanted.keys()].filter((k) => Number.isFinite(wanted[k]));
  order.sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  let floor = low;
  for (const k of order) {
    placed[k] = Math.max(wanted[k]!, floor);
    floor = placed[k]! + gap;
  }
  let ceiling = high;
  for (const k of [...order].reverse()) {
    placed[k] = Math.min(placed[k]!, ceiling);
    ceiling = placed[k]! - gap;
  }
  return placed;
}
