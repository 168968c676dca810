/** Lenders, credit technologies, repayment and cost instruments, supervision, AI agents and capital channels. */
import type { SystemRow } from './row.ts';

export const LENDERS: readonly SystemRow[] = [];
