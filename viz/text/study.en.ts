/** Longer questions: progress, stopping, asking again. */
import type { studyZh } from './study.zh.ts';
import type { Translated } from './translated.ts';

export const studyEn: Translated<typeof studyZh> = {
  name: 'Progress',
  progress: (done, total) => `${done} of ${total} worlds run`,
  waiting: 'waiting to run',
  paused: 'waits for another question; what was done so far is shown',
  gaveWay: 'gave way to another question; what was done so far is shown',
  stopped: 'stopped; what was done so far is shown',
  failed: (reason) => `could not run: ${reason}`,
  done: 'done',
  stop: 'Stop',
  again: 'Run again',
};
