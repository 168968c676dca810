/** Credit information, matching, segments, territory and green programmes. */
import type { SystemRow } from './row.ts';

export const INFORMATION: readonly SystemRow[] = [];
