import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Likely } from '../../viz/app/foresight.ts';
import { LINGER, Lookout, REST } from '../../viz/app/lookout.ts';

const likely = (key: string): Likely => ({ key, after: () => [] });

function watch() {
  const seen: string[] = [];
  const lookout = new Lookout(
    {
      foresee: ({ key }) => seen.push(key),
      foreseeOnce: ({ key }) => seen.push(`once ${key}`),
    },
    () => likely('first'),
  );
  return { lookout, seen };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a slider that somebody lingers on is looked ahead to, one they pass by is not', () => {
  const { lookout, seen } = watch();
  lookout.turnTo(likely('passed'));
  vi.advanceTimersByTime(LINGER / 2);
  lookout.turnTo(likely('stayed'));
  vi.advanceTimersByTime(LINGER);
  lookout.turnTo(likely('left'));
  lookout.turnAway();
  vi.advanceTimersByTime(10 * LINGER);
  expect(seen).toEqual(['stayed']);
});

test('a lab at rest looks ahead to its first slider, once, unless it is asked meanwhile', () => {
  const { lookout, seen } = watch();
  lookout.rest();
  vi.advanceTimersByTime(REST / 2);
  lookout.stir();
  vi.advanceTimersByTime(2 * REST);
  expect(seen).toEqual([]);
  lookout.rest();
  vi.advanceTimersByTime(2 * REST);
  expect(seen).toEqual(['once first']);
});

test('once somebody has turned to a slider, a lab at rest looks ahead to that one alone', () => {
  const { lookout, seen } = watch();
  lookout.rest();
  lookout.turnTo(likely('mine'));
  vi.advanceTimersByTime(2 * REST);
  lookout.rest();
  vi.advanceTimersByTime(2 * REST);
  expect(seen).toEqual(['mine']);
});
