import { describe, expect, test } from 'vitest';
import {
  answerLine,
  goingOn,
  headingLine,
  type Made,
  readCheckpoint,
} from '../../../experiments/validation/index.ts';

const made = { engine: '1.0.0', method: 2, province: 'hunan' } as unknown as Made;
const tasks = [1, 2, 3].map((replication) => ({ of: 'levels', scale: 10, replication }));
const answers = [
  [0.1 + 0.2, null],
  [1 / 3, 1e-300],
  [0, 7],
];
const told = () =>
  readCheckpoint(
    `${headingLine(made)}${answerLine(tasks[0], answers[0])}${answerLine(tasks[2], answers[2])}`,
    made,
    'there',
  );

describe('a checkpoint of a validation', () => {
  test('gives every number back to the bit, and forgets a torn line', () => {
    const text = `${headingLine(made)}${answerLine(tasks[1], answers[1])}{"task":"ab`;
    expect([...readCheckpoint(text, made, 'there').values()]).toEqual([answers[1]]);
  });

  test('of another validation is refused', () => {
    const other = { ...made, engine: '2.0.0' };
    expect(() => readCheckpoint(headingLine(made), other, 'there')).toThrow('of another validation');
  });

  test('leaves only what is missing to be run, and answers in the order of the tasks', async () => {
    const asked: unknown[] = [];
    const all = await goingOn(tasks, told(), async (missing) => {
      asked.push(...missing);
      return [answers[1]];
    });
    expect(asked).toEqual([tasks[1]]);
    expect(all).toEqual(answers);
  });
});
