/** The heavier files of a figure, loaded when one is asked for: Parquet, and everything in one ZIP archive. */
import { strToU8, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Tidy } from './chart.ts';

/** Tidy rows as Parquet: numbers as doubles, undefined ones as null, everything else as text. */
export function parquetOf({ columns, rows }: Tidy): Uint8Array<ArrayBuffer> {
  const columnData = columns.map((name, at) => {
    const values = rows.map((row) => row[at]!);
    return values.every((value) => typeof value === 'number')
      ? {
          name,
          type: 'DOUBLE' as const,
          nullable: true,
          data: values.map((value) => (Number.isFinite(value) ? value : null)),
        }
      : { name, type: 'STRING' as const, data: values.map(String) };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

/** Files by name as one archive. */
export function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  at: Date,
): Uint8Array<ArrayBuffer> {
  const bytes = Object.entries(files).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return zipSync(Object.fromEntries(bytes), { mtime: at }) as Uint8Array<ArrayBuffer>;
}
