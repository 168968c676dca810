/** What a fit has run so far: a line a run. */
import { canonicalJson } from '../canonical.ts';
import { headingLine as lineOf, linesOf } from '../checkpoint.ts';
import type { Point } from './design.ts';
import type { Simulator, Task } from './plan.ts';

/** Everything that must be the same for a run to be the same: engine, seed, hashes. */
export type Heading = Readonly<Record<string, string | number>>;

/** Task -> outputs. */
export type Memory = Map<string, readonly number[]>;

const workOf = (heading: Heading) => ({
  schema: 'headwater/calibration-checkpoint@1',
  heading,
  rule: 'of another fit (engine, data, targets or coordinates differ); leave out --resume',
});

const keyOf = ({ point, word, scale }: Task): string => canonicalJson([word, scale, point]);

/** First line of a checkpoint. */
export const headingLine = (heading: Heading): string => lineOf(workOf(heading));

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

/** Runs of a checkpoint's text. Throws InputError when it belongs to another fit. */
export function readCheckpoint(text: string, heading: Heading, path: string): Memory {
  const memory: Memory = new Map();
  for (const line of linesOf(text, workOf(heading), path) as Line[])
    memory.set(
      keyOf(line),
      line.outputs.map((one) => one ?? Number.NaN),
    );
  return memory;
}

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
