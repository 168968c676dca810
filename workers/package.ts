/** The files of a result that someone takes away: table, document, receipt. */
import { parquetWriteBuffer } from 'hyparquet-writer';
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
    nullable: kind === 'number' || values.includes(null),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

/** Names of the files in a data package. */
export const packageNames = (name: string) =>
  [`${name}.csv`, `${name}.json`, `${name}.parquet`, 'receipt.json'] as const;

/** The data package of a result: CSV, JSON, Parquet and the receipt. */
export function dataPackage(
  name: string,
  document: { readonly receipt: unknown },
  columns: readonly Column[],
): File[] {
  const [csv, json, parquet, receipt] = packageNames(name);
  return [
    { name: csv, content: csvText(columns) },
    { name: json, content: `${JSON.stringify(document)}\n` },
    { name: parquet, content: parquetBytes(columns) },
    { name: receipt, content: `${JSON.stringify(document.receipt, null, 2)}\n` },
  ];
}
