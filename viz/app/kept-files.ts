/** Scenario files that were opened, kept in this browser: a link names the file it was made from and carries no more of it. */
import type { ScenarioDocument } from './state.ts';
import { isRecord, readList, write } from './storage.ts';

const FILES = 'headwater/files@1';
const MOST = 20;

/** True for what was kept as a file; it was checked when it was opened. */
export const isDocument = (value: unknown): value is ScenarioDocument =>
  isRecord(value) && typeof value.id === 'string';

const keys = new WeakMap<ScenarioDocument, string>();

/** Name of a file in links, `my-county:1x9k2p0c3`: its id, and a fingerprint that tells it from others of this id. */
export function fileKey(file: ScenarioDocument): string {
  const key = keys.get(file) ?? `${file.id}:${fingerprint(JSON.stringify(file))}`;
  keys.set(file, key);
  return key;
}

/** 64 bits of a text (FNV-1a with two primes), enough to tell a person's files apart. */
function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    a = Math.imul(a ^ text.charCodeAt(at), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(at), 0x85ebca6b);
  }
  return [a, b].map((half) => (half >>> 0).toString(36).padStart(7, '0')).join('');
}

/** The file of this key, if this browser has it. */
export const keptFile = (key: string): ScenarioDocument | undefined =>
  readList(FILES, isDocument).find((file) => fileKey(file) === key);

let latest: ScenarioDocument | undefined;

/** Keeps a file in front of the others; as many of the oldest go as there is no room for. */
export function keepFile(file: ScenarioDocument): void {
  if (file === latest) return;
  latest = file;
  const others = readList(FILES, isDocument).filter((one) => fileKey(one) !== fileKey(file));
  const files = [file, ...others].slice(0, MOST);
  while (files.length > 0 && !write(FILES, files)) files.pop();
}
