/** The systems the sources describe: what of the model stands for each, what it must reproduce, and where that is shown. */
import { CLAIMS } from './claims.ts';
import { GUARANTEE } from './guarantee.ts';
import { INFORMATION } from './information.ts';
import { LENDERS } from './lenders.ts';
import type { SystemRow } from './row.ts';
import titles from './titles.json' with { type: 'json' };

export { CLAIMS, type ClaimId } from './claims.ts';
export type { Change, RepresentedRow, SystemRow } from './row.ts';

/** Every row, in the order of the sources. */
export const SYSTEMS: readonly SystemRow[] = [...INFORMATION, ...LENDERS, ...GUARANTEE];

/** Titles of the sources' systems: 53 of Hunan, 91 of Zhejiang, Taizhou and the nation. */
export const SYSTEM_TITLES: readonly {
  readonly id: string;
  readonly title: { readonly en: string; readonly zh: string };
}[] = titles;

/** One line a system for the catalogue: represented and by what, outside and why, or not yet represented. */
export function systemRows() {
  return SYSTEM_TITLES.map(({ id, title }) => {
    const row = SYSTEMS.find((one) => one.id === id);
    if (!row) return { id, title, status: 'not yet represented', by: [] };
    if ('outside' in row) return { id, title, status: 'outside', by: [], reason: row.outside };
    const { by, claims, change, test } = row;
    return {
      id,
      title,
      status: 'represented',
      by,
      claims: claims.map((one) => ({ id: one, ...CLAIMS[one] })),
      change,
      test,
    };
  });
}
