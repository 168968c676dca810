/** The door for parameter records: complete, known, in range, sourced; or refused with every fault. */
import * as z from 'zod/mini';
import {
  type Dimension,
  LENDER_CLASSES,
  PARAMETERS,
  type ParameterName,
  type ParameterValues,
  SECTORS,
  SEGMENTS,
  SETTINGS,
  SIZES,
  SOURCES,
} from '../../sim/index.ts';
import { type Fault, InputError, unknownName } from '../schema/fault.ts';
import { checkShape } from '../schema/shape.ts';

z.config({ jitless: true });

const text = z.strictObject({ en: z.string(), zh: z.string() });

/** One parameter of the engine: a number with its unit, plausible range, date, grade and sources. */
export const parameterSchema = z.strictObject({
  id: z.string(),
  value: z.union([z.number(), z.array(z.number())]),
  unit: z.string(),
  range: z.tuple([z.number(), z.number()]),
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'not a date YYYY-MM-DD')),
  grade: z.enum(['measured', 'reported', 'estimated', 'assumed']),
  evidence: z.array(z.string()),
  note: z.string().check(z.minLength(1, 'empty; say why this value')),
  assumption: z.optional(z.literal(true)),
  name: z.optional(z.string().check(z.regex(/^[a-z][a-zA-Z]*$/, 'not one word in camelCase'))),
  title: z.optional(text),
  /** Of an assumption: what differs where it is higher, and through which channel. */
  expected: z.optional(text),
});

export type ParameterRecord = z.infer<typeof parameterSchema> & { readonly id: ParameterName };
/** How sure a number is: counted, said by a source, derived from such, or set by us. */
export type Grade = ParameterRecord['grade'];

const NAMES = Object.keys(PARAMETERS) as ParameterName[];

/** Numbers a parameter of each dimension takes. */
export function lengthOf(per: Dimension, prefectures: number): number {
  const lengths: Readonly<Record<Dimension, number>> = {
    one: 1,
    setting: SETTINGS.length,
    sector: SECTORS.length,
    size: SIZES.length,
    class: LENDER_CLASSES.length,
    'class-size': LENDER_CLASSES.length * SIZES.length,
    'class-setting': LENDER_CLASSES.length * SETTINGS.length,
    source: SOURCES.length,
    'source-sector': SOURCES.length * SECTORS.length,
    'source-size': SOURCES.length * SIZES.length,
    'source-setting': SOURCES.length * SETTINGS.length,
    'segment-sector': SEGMENTS.length * SECTORS.length,
    'segment-size': SEGMENTS.length * SIZES.length,
    'segment-setting': SEGMENTS.length * SETTINGS.length,
    prefecture: prefectures,
  };
  return lengths[per];
}

/**
 * Reads the records of a province with `prefectures` prefectures. Throws InputError with one line for each fault:
 * orphan, duplicate or missing name, wrong length, value outside its range, `reported` or `measured` without a source,
 * an assumption without a name, title and expectation.
 */
export function readParameters(raw: readonly unknown[], prefectures: number): ParameterRecord[] {
  const records: ParameterRecord[] = [];
  const faults = raw.flatMap((one, k) => addRecord(records, one, k, prefectures));
  faults.push(...missingFaults(raw), ...sharedNameFaults(records));
  if (faults.length > 0) throw new InputError(faults);
  return records;
}

/** Adds the `k`-th record when it has the right shape and a name of its own; returns what is wrong with it. */
function addRecord(
  records: ParameterRecord[],
  raw: unknown,
  k: number,
  prefectures: number,
): readonly Fault[] {
  const checked = checkShape(parameterSchema, raw, ['parameters', k]);
  if (checked.faults) return checked.faults;
  const path = `parameters[${k}]`;
  const { id } = checked.value;
  if (!isName(id)) return [unknownName('parameter', id, NAMES, path)];
  if (records.some((other) => other.id === id)) return [invalid(id, 'there is one already', id, path)];
  const record = { ...checked.value, id };
  records.push(record);
  return recordFaults(record, prefectures, path);
}

/** Parameter -> its numbers, as the engine takes them. */
export function valuesOf(records: readonly ParameterRecord[]): ParameterValues {
  return Object.fromEntries(
    records.map(({ id, value }) => [id, [value].flat()]),
  ) as unknown as ParameterValues;
}

const isName = (id: string): id is ParameterName => Object.hasOwn(PARAMETERS, id);

const invalid = (name: string, rule: string, value: unknown, path: string): Fault => ({
  kind: 'invalid',
  name: `parameter ${name}`,
  rule,
  value,
  path,
});

function recordFaults(record: ParameterRecord, prefectures: number, path: string): Fault[] {
  const { id, value, range, grade, evidence } = record;
  const [low, high] = range;
  const values = [value].flat();
  const length = lengthOf(PARAMETERS[id].per, prefectures);
  const faults: Fault[] = [];
  if (values.length !== length)
    faults.push(invalid(id, `not ${length} numbers`, values.length, `${path}.value`));
  for (const [k, one] of values.entries()) {
    const at = Array.isArray(value) ? `${path}.value[${k}]` : `${path}.value`;
    if (!(one >= low && one <= high)) faults.push(invalid(id, `not in [${low}, ${high}]`, one, at));
  }
  if ((grade === 'reported' || grade === 'measured') && evidence.length === 0) {
    faults.push(invalid(id, `${grade} without a source`, evidence, `${path}.evidence`));
  }
  return [...faults, ...assumptionFaults(record, length, path)];
}

function assumptionFaults(
  { id, assumption, name, title, expected }: ParameterRecord,
  length: number,
  path: string,
): Fault[] {
  if (!assumption) return [];
  const faults: Fault[] = [];
  if (length !== 1) faults.push(invalid(id, 'an assumption is one number', length, path));
  if (!name) faults.push({ kind: 'missing', name: `name of assumption ${id}`, rule: 'required', path });
  if (!title) faults.push({ kind: 'missing', name: `title of assumption ${id}`, rule: 'required', path });
  if (!expected)
    faults.push({ kind: 'missing', name: `expectation of assumption ${id}`, rule: 'required', path });
  return faults;
}

/** Names no record carries, sound or not. */
function missingFaults(raw: readonly unknown[]): Fault[] {
  const found = new Set(
    raw.map((one) => (typeof one === 'object' && one !== null && 'id' in one ? one.id : undefined)),
  );
  return NAMES.filter((name) => !found.has(name)).map((name) => ({
    kind: 'missing',
    name: `parameter ${name}`,
    rule: 'the engine needs it',
    path: 'parameters',
  }));
}

function sharedNameFaults(records: readonly ParameterRecord[]): Fault[] {
  const named = records.filter((record) => record.name);
  return named
    .filter((record, k) => named.findIndex((other) => other.name === record.name) < k)
    .map((record) => invalid(record.id, 'name of another assumption', record.name, 'parameters'));
}
