/** Files of `--out`: all of them or none. */
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { InputError } from '../../scenarios/index.ts';
import { type Column, csvText } from './tidy.ts';

/** A file's name and content. */
export interface File {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Columns as a Parquet file. */
export function parquetBytes(columns: readonly Column[]): Uint8Array {
  const columnData = columns.map(({ name, kind, values }) => ({
    name,
    data: values,
    type: kind === 'text' ? ('STRING' as const) : ('DOUBLE' as const),
    nullable: kind === 'number',
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

/** The data package of a result: CSV, JSON, Parquet and the receipt. */
export function dataPackage(
  name: string,
  document: { readonly receipt: unknown },
  columns: readonly Column[],
): File[] {
  return [
    { name: `${name}.csv`, content: csvText(columns) },
    { name: `${name}.json`, content: `${JSON.stringify(document)}\n` },
    { name: `${name}.parquet`, content: parquetBytes(columns) },
    { name: 'receipt.json', content: `${JSON.stringify(document.receipt, null, 2)}\n` },
  ];
}

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
