/** The door for receipts: from a file of their own, or inside a result. */
import * as z from 'zod/mini';
import { FORK_MONTH, LAST_MONTH, monthIndex, SCALES } from '../../sim/index.ts';
import type { Fault } from './fault.ts';
import { isObject } from './objects.ts';
import { type Checked, checkShape } from './shape.ts';

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'not 64 hexadecimal digits'));
const isLastMonth = (month: string) => monthIndex(month) >= FORK_MONTH && monthIndex(month) <= LAST_MONTH;

const receiptSchema = z.strictObject({
  engine: z.string().check(z.minLength(1, 'empty')),
  province: z.string(),
  scenario: z.record(z.string(), z.unknown()),
  seed: z.string().check(z.minLength(1, 'empty')),
  scale: z.literal([...SCALES]),
  runs: z.int().check(z.gte(1, 'below 1')),
  until: z.string().check(z.refine(isLastMonth, 'not a month of the projection')),
  parameters: z.literal(['point', 'plausible']),
  drawsHash: z.optional(hash),
  scenarioHash: hash,
  dataHash: hash,
  resultHash: hash,
});

/** A receipt as it stands in a file; its scenario has not been checked. */
export type ReceiptDocument = z.infer<typeof receiptSchema>;

function readOne(document: unknown, ...place: PropertyKey[]): Checked<ReceiptDocument> {
  const checked = checkShape(receiptSchema, document, place);
  return checked.faults ? { faults: checked.faults } : { value: checked.value };
}

/** Further comparators of a result saved by the lab. */
function readOthers(others: unknown): Checked<ReceiptDocument>[] {
  if (Array.isArray(others)) return others.map((one, k) => readOne(one, 'others', k));
  return [
    { faults: [{ kind: 'invalid', name: 'others', rule: 'not a list', value: others, path: 'receipt' }] },
  ];
}

/** Those of what was compared, in its order; a story told in one world has `a` alone. */
function readSeveral(receipts: Record<string, unknown>): Checked<ReceiptDocument>[] {
  return [
    readOne(receipts.a, 'a'),
    ...('b' in receipts ? [readOne(receipts.b, 'b')] : []),
    ...('others' in receipts ? readOthers(receipts.others) : []),
  ];
}

/** The receipts in a document: one, or `{a, b, others}`, or either under `receipt` of a result. Never throws. */
export function readReceipts(document: unknown): Checked<ReceiptDocument[]> {
  const inner = isObject(document) && 'receipt' in document ? document.receipt : document;
  const isSeveral = isObject(inner) && 'a' in inner;
  const read = isSeveral ? readSeveral(inner) : [readOne(inner, 'receipt')];
  const faults: Fault[] = read.flatMap((one) => one.faults ?? []);
  if (faults.length > 0) return { faults };
  return { value: read.flatMap((one) => (one.faults ? [] : [one.value])) };
}
