/** Files of `--out`: all of them or none. */
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../scenarios/index.ts';
import type { File } from '../package.ts';

/** Refuses a folder that cannot be one, before any work is done. Throws InputError. */
export function checkFolder(folder: string | undefined): void {
  const stats = folder === undefined ? undefined : statSync(folder, { throwIfNoEntry: false });
  if (!stats || stats.isDirectory()) return;
  throw new InputError([
    { kind: 'invalid', name: '--out', rule: 'not a folder', value: folder, path: 'command line' },
  ]);
}

/** Writes files under temporary names and then renames them; when one cannot be written, none stays. */
export function writeFiles(folder: string, files: readonly File[]): void {
  mkdirSync(folder, { recursive: true });
  const pairs = files.map(({ name, content }) => ({
    content,
    path: join(folder, name),
    draft: join(folder, `.${name}.${process.pid}.tmp`),
  }));
  try {
    for (const { draft, content } of pairs) writeFileSync(draft, content);
    for (const { draft, path } of pairs) renameSync(draft, path);
  } finally {
    for (const { draft } of pairs) rmSync(draft, { force: true });
  }
}
