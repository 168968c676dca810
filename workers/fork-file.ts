/**
 * A spun-up world as one file: a head that says what it is, the counts, the state, and a SHA-256 over all of it. A file
 * that was cut short, altered, or made for another key or engine is not a spun-up world, and reading it gives nothing.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Books, Fork } from '../experiments/index.ts';
import { ENGINE_VERSION, type Group, LAYOUT_VERSION, type Scale } from '../sim/index.ts';

/** Layout: magic, bytes of the head, head (JSON, padded to 8), counts (f64, month by month), state, SHA-256. */
const MAGIC = 0x4857464b;
const PREFIX = 8;
const HASH = 32;

interface Head {
  readonly key: string;
  readonly engine: string;
  readonly layout: number;
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

/** Largest file that is copied to be hashed by the platform, off this thread; a 1:1 world is hashed here, as it lies. */
const MOST_COPIED = 64 * 1024 * 1024;

/** SHA-256 of parts that follow each other. */
async function hashOf(parts: readonly Part[]): Promise<Part> {
  const { subtle } = globalThis.crypto;
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  if (subtle && bytes <= MOST_COPIED)
    return new Uint8Array(await subtle.digest('SHA-256', joined(parts, bytes)));
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return hash.digest() as Part;
}

function joined(parts: readonly Part[], bytes: number): Part {
  if (parts.length === 1) return parts[0];
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The file of a spun-up world that is kept under `key`, in parts that follow each other. */
export async function encodeFork(key: string, { state, recording, books }: Fork): Promise<Part[]> {
  const { groups, months, counts, scale } = recording;
  const width = counts[0]?.length ?? 0;
  const head: Head = {
    key,
    engine: ENGINE_VERSION,
    layout: LAYOUT_VERSION,
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
  return [front, whole, await hashOf([front, whole])];
}

/** The spun-up world in a file; undefined when the file is not whole, or is of another key, engine or layout. */
export async function decodeFork(key: string, bytes: Part): Promise<Fork | undefined> {
  if (bytes.length < PREFIX + HASH) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC || !(await isWhole(bytes))) return undefined;
  const length = view.getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, PREFIX + length))) as Head;
  if (head.key !== key || head.engine !== ENGINE_VERSION || head.layout !== LAYOUT_VERSION) return undefined;
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

async function isWhole(bytes: Part): Promise<boolean> {
  const hash = await hashOf([bytes.subarray(0, -HASH)]);
  const written = bytes.subarray(-HASH);
  return hash.every((byte, k) => byte === written[k]);
}
