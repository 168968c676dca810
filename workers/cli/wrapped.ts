/** Text in lines of a width, and two texts side by side. */
import { width } from './text-table.ts';

/** What stays together: words, numbers with their unit, and every Chinese character with the marks after it. */
const PIECES =
  /[\u2e80-\uffef][，。；：、）]*|(?:CNY )?[^\s\u2e80-\uffef]+(?: %[^\s\u2e80-\uffef]*)?[，。；：、）]*\s*|\s+/g;

/** Breaks a text into lines of at most `columns`; a longer word has a line of its own. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && width(line) + width(piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** A text behind a head, its further lines indented as far. */
export function hanging(head: string, text: string, columns: number): string {
  const indent = width(head);
  return wrapped(text, columns - indent)
    .map((line, k) => (k === 0 ? head : ' '.repeat(indent)) + line)
    .join('\n');
}

/** Two texts behind a head, side by side. */
export function sideBySide(head: string, [left, right]: readonly [string, string], columns: number): string {
  const indent = width(head);
  const half = Math.floor((columns - indent - 3) / 2);
  const [a, b] = [wrapped(left, half), wrapped(right, half)];
  return Array.from({ length: Math.max(a.length, b.length) }, (_, k) => {
    const start = k === 0 ? head : ' '.repeat(indent);
    const first = a[k] ?? '';
    return `${start}${first}${' '.repeat(Math.max(0, half - width(first)))} | ${b[k] ?? ''}`.trimEnd();
  }).join('\n');
}
