/** A shelf in a folder on disk. A file gets its name only when it is complete, so a killed process leaves none half-written. */
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Shelf } from '../kept-forks.ts';

const isFile = (name: string): boolean => name.endsWith('.world');

export function folderShelf(folder: string): Shelf {
  return {
    async read(name) {
      try {
        return new Uint8Array(readFileSync(join(folder, name)));
      } catch {
        return undefined;
      }
    },
    async write(name, parts) {
      mkdirSync(folder, { recursive: true });
      const draft = join(folder, `${name}.${process.pid}`);
      const file = openSync(draft, 'w');
      for (const part of parts) for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
      closeSync(file);
      renameSync(draft, join(folder, name));
    },
    async list() {
      return readdirSync(folder)
        .filter(isFile)
        .map((name) => ({ name, ...statSync(join(folder, name)) }))
        .sort((a, b) => a.mtimeMs - b.mtimeMs)
        .map(({ name, size }) => ({ name, bytes: size }));
    },
    remove: async (name) => rmSync(join(folder, name), { force: true }),
  };
}
