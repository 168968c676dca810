/** A result with everything needed to make it again, as one ZIP archive. */
import { strToU8, zipSync } from 'fflate';
import type { ComparisonResult } from '../experiments/index.ts';
import { dataPackage } from './package.ts';
import { comparisonColumns } from './tidy.ts';

/** One date for every file, so that the same result gives the same archive. */
const DATE = new Date(2026, 0, 1);

/** The archive of a comparison; `texts` are further files by name. */
export function archiveOf(
  result: ComparisonResult,
  texts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const files = [
    ...dataPackage('comparison', result, comparisonColumns(result)),
    ...Object.entries(texts).map(([name, content]) => ({ name, content })),
  ];
  const bytes = files.map(
    ({ name, content }) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return zipSync(Object.fromEntries(bytes), { mtime: DATE }) as Uint8Array<ArrayBuffer>;
}
