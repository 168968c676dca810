/** The door for validations: scores of targets and effects, from a file. */
import * as z from 'zod/mini';
import { type Checked, checkShape } from './shape.ts';

const value = z.nullable(z.number());
const truth = z.nullable(z.boolean());

const EFFECT = z.looseObject({
  id: z.string(),
  question: z.optional(z.string()),
  ours: value,
  p05: value,
  p95: value,
  scale: z.optional(z.number()),
  pairs: z.optional(z.number()),
  first: z.optional(z.tuple([value, value])),
  engine: z.optional(z.string()),
  probPositive: value,
  without: value,
  with: value,
  signRight: truth,
  sizeRight: truth,
  verdict: z.enum(['right', 'wrongSign', 'tooSmallToTell', 'wrongSize', 'notScored']),
});

const TARGET = z.looseObject({
  key: z.string(),
  id: z.string(),
  dimensions: z.record(z.string(), z.union([z.string(), z.boolean()])),
  role: z.enum(['fit', 'held-out', 'input']),
  scored: z.boolean(),
  unit: z.string(),
  published: z.number(),
  tolerance: z.looseObject({ kind: z.string(), value: z.number() }),
  basis: z.array(z.string()),
  ours: value,
  p05: value,
  p95: value,
  first: z.optional(value),
  engine: z.optional(z.string()),
  distance: value,
  within: truth,
});

const VALIDATION = z.looseObject({
  schema: z.literal('headwater/validation@1'),
  made: z.looseObject({ engine: z.string(), effectsHash: z.string() }),
  targets: z.array(TARGET).check(z.minLength(1, 'empty')),
  effects: z.array(EFFECT),
});

/** The shape of a validation that somebody hands back; what it says was checked when it was made. Never throws. */
export const checkValidation = (document: unknown): Checked<z.infer<typeof VALIDATION>> =>
  checkShape(VALIDATION, document, ['validation']);
