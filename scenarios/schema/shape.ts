/** Runs a zod schema over what came in and says what is wrong in the house's words. */
import type * as z from 'zod/mini';
import { type Fault, pathOf, shortKey, unknownName } from './fault.ts';

/** Either the checked value or every fault. */
export type Checked<T> =
  | { readonly value: T; readonly faults?: never }
  | { readonly faults: readonly Fault[] };

type Issue = z.core.$ZodIssue;
type Keys = readonly PropertyKey[];

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'not text',
  number: 'not a finite number',
  int: 'not a whole number',
  boolean: 'not true or false',
  array: 'not a list',
  object: 'not an object',
  record: 'not an object',
};

const UNSAID = 'Invalid input';

function ruleOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return EXPECTED[issue.expected] ?? `not ${issue.expected}`;
  if (issue.code === 'invalid_union') return 'not a number or a list of numbers';
  if (issue.message !== UNSAID) return issue.message;
  if (issue.code === 'too_big') return `above ${issue.maximum}`;
  return issue.code === 'too_small' ? `below ${issue.minimum}` : issue.code.replaceAll('_', ' ');
}

function valueAt(document: unknown, keys: Keys): unknown {
  let value = document;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** Splits a place into the name of the field, with its position in a list, and the path of what holds it. */
function nameAndPath(keys: Keys, owner: string): { name: string; path: string } {
  const last = keys.findLastIndex((key) => typeof key === 'string');
  if (last < 0) return { name: 'scenario', path: pathOf(keys) };
  const name =
    shortKey(String(keys[last])) +
    keys
      .slice(last + 1)
      .map((index) => `[${String(index)}]`)
      .join('');
  return { name: keys[last - 1] === 'set' ? `${owner}${name}` : name, path: pathOf(keys.slice(0, last)) };
}

/** A lever's parameter is named after it. */
function ownerOf(document: unknown): string {
  const lever = valueAt(document, ['lever']);
  return typeof lever === 'string' ? `${shortKey(lever)}.` : '';
}

function faultsOf(issue: Issue, document: unknown, prefix: Keys, known: readonly string[]): Fault[] {
  const keys = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownName('key', key, knownAt(issue, known), pathOf(keys)));
  }
  const { name, path } = nameAndPath(keys, ownerOf(document));
  const value = valueAt(document, issue.path);
  if (value === undefined) return [{ kind: 'missing', name, rule: 'required', path }];
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    if (typeof value === 'string') return [unknownName(name, value, values, path)];
    return [{ kind: 'invalid', name, rule: `not one of ${values.join(', ')}`, value, path }];
  }
  return [{ kind: 'invalid', name, rule: ruleOf(issue), value, path }];
}

const INNER_KEYS: Readonly<Record<string, readonly string[]>> = {
  scope: ['prefectures', 'settings', 'sectors', 'sizes', 'lenders'],
  title: ['en', 'zh'],
  question: ['en', 'zh'],
};

const knownAt = (issue: Issue, known: readonly string[]): readonly string[] =>
  INNER_KEYS[String(issue.path.at(-1))] ?? known;

/** The outcome of a shape check; `sound` holds the fields that are right even when others are not. */
export type Shaped<T> =
  | { readonly value: T; readonly sound: T; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly sound: Partial<T> };

function soundFields<S extends z.ZodMiniObject>(schema: S, document: unknown): Partial<z.output<S>> {
  if (typeof document !== 'object' || document === null) return {};
  const fields = Object.entries(schema.shape).flatMap(([key, field]) => {
    const result = (field as z.ZodMiniType).safeParse((document as Record<string, unknown>)[key]);
    return result.success && result.data !== undefined ? [[key, result.data] as const] : [];
  });
  return Object.fromEntries(fields) as Partial<z.output<S>>;
}

/** Checks `document`, found at `prefix` of a scenario; every issue becomes a fault, nothing is thrown. */
export function checkShape<S extends z.ZodMiniObject>(
  schema: S,
  document: unknown,
  prefix: Keys,
): Shaped<z.output<S>> {
  const result = schema.safeParse(document);
  if (result.success) return { value: result.data, sound: result.data };
  const known = Object.keys(schema.shape);
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, document, prefix, known));
  return { faults, sound: soundFields(schema, document) };
}

/** As `checkShape`, for an object whose keys are free. */
export function checkRecord<S extends z.ZodMiniRecord>(
  schema: S,
  document: unknown,
  prefix: Keys,
): Checked<z.output<S>> {
  const result = schema.safeParse(document);
  if (result.success) return { value: result.data };
  return { faults: result.error.issues.flatMap((issue) => faultsOf(issue, document, prefix, [])) };
}
