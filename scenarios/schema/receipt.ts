/** The door for receipts: from a file of their own, or inside a result. */
import * as z from 'zod/mini';
import { FORK_MONTH, LAST_MONTH, monthIndex, SCALES } from '../../sim/index.ts';
import type { Fault } from './fault.ts';
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
  scenarioHash: hash,
  dataHash: hash,
  resultHash: hash,
});

/** A receipt as it stands in a file; its scenario has not been checked. */
export type ReceiptDocument = z.infer<typeof receiptSchema>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readOne(document: unknown, name: string): Checked<ReceiptDocument> {
  const checked = checkShape(receiptSchema, document, [name]);
  return checked.faults ? { faults: checked.faults } : { value: checked.value };
}

/** The receipts in a document: one, a pair `{a, b}`, or either under `receipt` of a result. Never throws. */
export function readReceipts(document: unknown): Checked<ReceiptDocument[]> {
  const inner = isObject(document) && 'receipt' in document ? document.receipt : document;
  const isPair = isObject(inner) && 'a' in inner && 'b' in inner;
  const read = isPair ? [readOne(inner.a, 'a'), readOne(inner.b, 'b')] : [readOne(inner, 'receipt')];
  const faults: Fault[] = read.flatMap((one) => one.faults ?? []);
  if (faults.length > 0) return { faults };
  return { value: read.flatMap((one) => (one.faults ? [] : [one.value])) };
}
