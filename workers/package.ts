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
