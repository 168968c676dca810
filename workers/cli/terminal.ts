/** The terminal: answers on standard output, progress and faults on standard error, Ctrl-C. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { EXIT } from './command.ts';

const QUIET_MS = 2000;
const REDRAW_MS = 100;
const REPEAT_MS = 10_000;

export interface Terminal {
  /** Raised by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Writes an answer. */
  print(text: string): void;
  /** Writes one line beside the answer. */
  warn(line: string): void;
  /** Shows how far the work is: one line redrawn on a terminal, a plain line now and then elsewhere. */
  progress(line: string): void;
  /** Takes the progress line away. */
  settle(): void;
  /** Lets signals and messages through. */
  pause(): Promise<void>;
}

/** A reader that has left changes no exit code; an answer that cannot be written is a failure. */
function watchStreams(): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    process.stderr.write(`failed: standard output cannot be written, ${code}\n`);
    process.exit(EXIT.broken);
  });
}

/** Opens the process's own terminal. A second Ctrl-C ends at once. */
export function openTerminal(): Terminal {
  const controller = new AbortController();
  const started = performance.now();
  let shownAt = Number.NEGATIVE_INFINITY;
  let drawn = false;
  const stop = () => {
    if (controller.signal.aborted) process.exit(EXIT.stopped);
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  watchStreams();
  const settle = () => {
    if (drawn) process.stderr.write('\r\x1b[K');
    drawn = false;
  };
  return {
    signal: controller.signal,
    print: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    warn(line) {
      settle();
      process.stderr.write(`${line}\n`);
    },
    progress(line) {
      const now = performance.now();
      const { isTTY } = process.stderr;
      if (now - started < (isTTY ? REDRAW_MS : QUIET_MS) || now - shownAt < (isTTY ? REDRAW_MS : REPEAT_MS))
        return;
      shownAt = now;
      process.stderr.write(isTTY ? `\r\x1b[K${line}` : `${line}\n`);
      drawn = isTTY;
    },
    settle,
    pause: () => nextTurn(undefined),
  };
}
