/**
 * A spun-up world as one file: a head that says what it is, the counts, the state, and a SHA-256 over all of it. A file
 * that was cut short, altered, or made for another key or engine is not a spun-up world, and reading it gives nothing.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Books, Fork } from '../experiments/index.ts';
import { ENGINE_VERSION, type Group, type Scale } from '../sim/index.ts';

/** Layout: magic, bytes of the head, head (JSON, padded to 8), counts (f64, month by month), state, SHA-256. */
const MAGIC = 0x4857464b;
const PREFIX = 8;
const HASH = 32;

interface Head {
  readonly key: string;
  readonly engine: string;
  readonly groups: readonly Group[];
  readonly months: readonly number[];
  readonly scale: Scale;
  readonly books: Books;
  /** Numbers a month. */
  readonly width: number;
  readonly state: number;
}

/** Bytes on memory of their own, which files take. */
export type Part = Uint8Array<ArrayBuffer>;

const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** The file of a spun-up world that is kept under `key`, in parts that follow each other; the state is not copied. */
export function encodeFork(key: string, { state, recording, books }: Fork): Part[] {
  const { groups, months, counts, scale } = recording;
  const width = counts[0]?.length ?? 0;
  const head: Head = {
    key,
    engine: ENGINE_VERSION,
    groups,
    months,
    scale,
    books,
    width,
    state: state.length,
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const countsFrom = PREFIX + padded(text.length);
  const front = new Uint8Array(countsFrom + 8 * width * counts.length);
  const view = new DataView(front.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, text.length, true);
  front.set(text, PREFIX);
  const numbers = new Float64Array(front.buffer, countsFrom);
  for (const [month, row] of counts.entries()) numbers.set(row, month * width);
  const whole = state as Part;
  return [front, whole, sha256.create().update(front).update(whole).digest() as Part];
}

/** The spun-up world in a file; undefined when the file is not whole, or is of another key or engine. */
export function decodeFork(key: string, bytes: Part): Fork | undefined {
  if (bytes.length < PREFIX + HASH) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC || !isWhole(bytes)) return undefined;
  const length = view.getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, PREFIX + length))) as Head;
  if (head.key !== key || head.engine !== ENGINE_VERSION) return undefined;
  const { groups, months, scale, books, width } = head;
  const countsFrom = PREFIX + padded(length);
  const countsTo = countsFrom + 8 * width * months.length;
  const numbers = new Float64Array(bytes.slice(countsFrom, countsTo).buffer);
  const counts = months.map((_, month) => numbers.slice(month * width, (month + 1) * width));
  return {
    state: bytes.subarray(countsTo, countsTo + head.state),
    recording: { groups, months: [...months], counts, scale },
    books,
  };
}

function isWhole(bytes: Uint8Array): boolean {
  const hash = sha256(bytes.subarray(0, -HASH));
  const written = bytes.subarray(-HASH);
  return hash.every((byte, k) => byte === written[k]);
}
