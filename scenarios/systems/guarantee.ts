/** Guarantee, insurance, loss sharing, treasuries and shocks. */
import type { SystemRow } from './row.ts';

export const GUARANTEE: readonly SystemRow[] = [];
