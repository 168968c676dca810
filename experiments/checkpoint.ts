/**
 * What long work has done so far, as lines of JSON that are only ever appended: a heading that says which work it is, then
 * one line for each thing done. A line torn by a crash is forgotten; a heading of other work is refused.
 */
import { InputError } from '../scenarios/index.ts';
import { canonicalJson } from './canonical.ts';

/** Which work it is, and how it is called to the person who meets its checkpoint. */
export interface Work {
  readonly schema: string;
  /** Everything that must be the same for what was done to be the same. */
  readonly heading: object;
  /** Rule a checkpoint of other work breaks. */
  readonly rule: string;
}

/** First line of a checkpoint. */
export const headingLine = ({ schema, heading }: Omit<Work, 'rule'>): string =>
  `${canonicalJson({ schema, ...heading })}\n`;

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** What the lines of a checkpoint say; nothing of one that is torn. Throws InputError when it belongs to other work. */
export function linesOf(text: string, work: Work, path: string): unknown[] {
  const [first, ...lines] = text.split('\n');
  if (`${first}\n` !== headingLine(work))
    throw new InputError([
      { kind: 'invalid', name: 'checkpoint', rule: work.rule, value: first.slice(0, 80), path },
    ]);
  return lines.map(parsed).filter((line) => line !== undefined);
}

/** Lines of a checkpoint that are whole, so that what is appended next starts on a line of its own. */
export const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);
