/** SHA-256 of canonical JSON, fed piece by piece so that a 1:1 world never needs one huge string. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';

/** Lower-case hexadecimal SHA-256 of a text in UTF-8. */
export const hashText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 of a value's canonical JSON. */
export const hashOf = (value: unknown): string => hashText(canonicalJson(value));

const kept = new WeakMap<object, string>();

/** The same for an object that never changes, worked out once while it lives. */
export function hashOnce(value: object): string {
  const hash = kept.get(value) ?? hashOf(value);
  kept.set(value, hash);
  return hash;
}

const ALPHABET = utf8ToBytes('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const PADDING = 61;
const CHUNK = 3 * 16_384;

/** Writes the base64 of `bytes[from, until)` to `target` and returns its length; pads only at the end of `bytes`. */
function encode64(bytes: Uint8Array, from: number, until: number, target: Uint8Array): number {
  let at = 0;
  for (let i = from; i < until; i += 3) {
    const word = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    target[at++] = ALPHABET[word >> 18];
    target[at++] = ALPHABET[(word >> 12) & 63];
    target[at++] = i + 1 < until ? ALPHABET[(word >> 6) & 63] : PADDING;
    target[at++] = i + 2 < until ? ALPHABET[word & 63] : PADDING;
  }
  return at;
}

/** Takes text and columns in turn. */
export interface Sink {
  text(part: string): void;
  /** The base64 of some bytes, without quotes. */
  base64(bytes: Uint8Array): void;
}

/** A hash of what it takes. */
export interface Digest extends Sink {
  /** What a sink elsewhere has taken, or some of it. */
  bytes(part: Uint8Array): void;
  hex(): string;
}

/** Starts an empty digest. */
export function openDigest(): Digest {
  const hash = sha256.create();
  const buffer = new Uint8Array((CHUNK / 3) * 4);
  return {
    text: (part) => void hash.update(utf8ToBytes(part)),
    base64(bytes) {
      for (let from = 0; from < bytes.length; from += CHUNK) {
        const length = encode64(bytes, from, Math.min(from + CHUNK, bytes.length), buffer);
        hash.update(buffer.subarray(0, length));
      }
    },
    bytes: (part) => void hash.update(part),
    hex: () => bytesToHex(hash.digest()),
  };
}

/** Keeps what it takes as the bytes a digest would be fed. */
export interface ByteSink extends Sink {
  all(): Uint8Array<ArrayBuffer>;
}

/** Starts with nothing. */
export function openBytes(): ByteSink {
  const parts: Uint8Array[] = [];
  return {
    text: (part) => void parts.push(utf8ToBytes(part)),
    base64(bytes) {
      const text = new Uint8Array(4 * Math.ceil(bytes.length / 3));
      encode64(bytes, 0, bytes.length, text);
      parts.push(text);
    },
    all: () => concatBytes(...parts) as Uint8Array<ArrayBuffer>,
  };
}
