/**
 * What a fit has run so far, as lines of JSON that are only ever appended: a heading that says which fit it is, then
 * one line a run. A line torn by a crash is forgotten; a heading of another fit is refused.
 */
import { InputError } from '../../scenarios/index.ts';
import { canonicalJson } from '../canonical.ts';
import type { Point } from './design.ts';
import type { Simulator, Task } from './plan.ts';

/** Everything that must be the same for a run to be the same: engine, seed, hashes. */
export type Heading = Readonly<Record<string, string | number>>;

/** Task -> outputs. */
export type Memory = Map<string, readonly number[]>;

const SCHEMA = 'headwater/calibration-checkpoint@1';

const keyOf = ({ point, word, scale }: Task): string => canonicalJson([word, scale, point]);

/** First line of a checkpoint. */
export const headingLine = (heading: Heading): string => `${canonicalJson({ schema: SCHEMA, ...heading })}\n`;

/** Line of one run; NaN becomes null. */
export const runLine = (task: Task, outputs: readonly number[]): string =>
  `${JSON.stringify({
    word: task.word,
    scale: task.scale,
    point: task.point,
    outputs: outputs.map((one) => (Number.isFinite(one) ? one : null)),
  })}\n`;

interface Line {
  readonly word: string;
  readonly scale: number;
  readonly point: Point;
  readonly outputs: readonly (number | null)[];
}

function parsed(line: string): Line | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Runs of a checkpoint's text. Throws InputError when it belongs to another fit. */
export function readCheckpoint(text: string, heading: Heading, path: string): Memory {
  const [first, ...lines] = text.split('\n');
  if (`${first}\n` !== headingLine(heading))
    throw new InputError([
      {
        kind: 'invalid',
        name: 'checkpoint',
        rule: 'of another fit (engine, data, targets or coordinates differ); leave out --resume',
        value: first.slice(0, 80),
        path,
      },
    ]);
  const memory: Memory = new Map();
  for (const text of lines) {
    const line = parsed(text);
    if (line)
      memory.set(
        keyOf(line),
        line.outputs.map((one) => one ?? Number.NaN),
      );
  }
  return memory;
}

/** Lines of a checkpoint that are whole, so that what is appended next starts on a line of its own. */
export const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

/** A simulator that runs only what is not remembered yet. */
export const remembering = (simulator: Simulator, memory: Memory): Simulator => ({
  async run(tasks) {
    const known = tasks.map((task) => memory.get(keyOf(task)));
    const missing = tasks.filter((_, k) => !known[k]);
    const fresh = missing.length > 0 ? await simulator.run(missing) : [];
    let next = 0;
    return known.map((outputs) => outputs ?? fresh[next++]);
  },
});
