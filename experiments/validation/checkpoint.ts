/** What a validation has told so far: a line a replication. */
import { headingLine as lineOf, linesOf } from '../checkpoint.ts';
import { hashOf } from '../hash.ts';
import type { Made } from './result.ts';
import type { Levels, Trial } from './trial.ts';

type Answer = Levels | Trial;

/** Task -> what it told, by the hash of the task. */
export type Told = Map<string, Answer>;

const workOf = (made: Made) => ({
  schema: 'headwater/validation-checkpoint@1',
  heading: made,
  rule: 'of another validation (engine, method, data, draws, claims or options differ); leave out --resume',
});

/** First line of a checkpoint. */
export const headingLine = (made: Made): string => lineOf(workOf(made));

/** Line of one replication. */
export const answerLine = (task: object, answer: Answer): string =>
  `${JSON.stringify({ task: hashOf(task), answer })}\n`;

/** What a checkpoint's text tells. Throws InputError when it belongs to another validation. */
export function readCheckpoint(text: string, made: Made, path: string): Told {
  const lines = linesOf(text, workOf(made), path) as { task: string; answer: Answer }[];
  return new Map(lines.map(({ task, answer }) => [task, answer]));
}

/** Runs only the tasks that are not told yet; answers come in the order of the tasks. */
export async function goingOn<Task extends object>(
  tasks: readonly Task[],
  told: Told,
  run: (tasks: readonly Task[]) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  const known = tasks.map((task) => told.get(hashOf(task)));
  const fresh = await run(tasks.filter((_, k) => known[k] === undefined));
  let next = 0;
  return known.map((answer) => answer ?? fresh[next++]);
}
