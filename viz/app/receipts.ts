/** Receipts as the terminal reads them. */
import type { LabReceipts } from '../../workers/api.ts';

/**
 * The receipts of an answer, `a` of what is compared with and `b` of the scenario, as in every comparison; recipes where
 * the result was not hashed, as at 1:1.
 */
export function receiptsOf({ scenario, comparator, others }: LabReceipts): Record<string, unknown> {
  const all = { a: comparator, b: scenario, ...(others.length > 0 && { others }) };
  return 'resultHash' in scenario ? { receipt: all } : { recipe: all };
}
