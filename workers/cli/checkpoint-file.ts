/** The file of a checkpoint: begun, gone on with, or set aside, and never lost. */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { wholeLines } from '../../experiments/index.ts';

/** What long work keeps in its checkpoint, and how to read it. */
export interface Kept<T> {
  readonly path: string;
  /** First line, with its end. */
  readonly heading: string;
  /** What a text tells. Throws InputError when it is of other work. */
  readonly read: (text: string) => T;
  /** What a new checkpoint tells. */
  readonly nothing: () => T;
}

/** What was done before, and where an earlier checkpoint was set aside, if one was. */
export interface Opened<T> {
  readonly told: T;
  readonly former?: string;
}

/** The first of `calibration.jsonl.former-1`, `-2`, … that is free. */
function freeName(path: string, k = 1): string {
  const name = `${path}.former-${k}`;
  return existsSync(name) ? freeName(path, k + 1) : name;
}

/** Hours of work may be in a checkpoint: one that is not gone on with keeps what it has under another name. */
function setAside(path: string): string | undefined {
  if (!existsSync(path) || statSync(path).size === 0) return undefined;
  const former = freeName(path);
  renameSync(path, former);
  return former;
}

/** Cuts off a line that was torn; whole lines are not written again, so that nothing can happen to them. */
function withoutTornLine(path: string, text: string): void {
  const whole = wholeLines(text);
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
}

/**
 * Opens a checkpoint to be added to, in a folder that is created where it is missing. One that is not there, or ends
 * within its heading, is begun. Throws InputError where work should go on from other work's.
 */
export function openCheckpoint<T>({ path, heading, read, nothing }: Kept<T>, resume: boolean): Opened<T> {
  mkdirSync(dirname(path), { recursive: true });
  const former = resume ? undefined : setAside(path);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (text.length < heading.length && heading.startsWith(text)) {
    writeFileSync(path, heading);
    return { told: nothing(), ...(former !== undefined && { former }) };
  }
  const told = read(text);
  withoutTornLine(path, text);
  return { told };
}
