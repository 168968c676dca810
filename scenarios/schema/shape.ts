/** Runs a zod schema over what came in and says what is wrong in the house's words. */
import type * as z from 'zod/mini';
import { type Fault, pathOf, shortKey, unknownName } from './fault.ts';
import { isObject } from './objects.ts';

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

/** The outcome of a shape check; `sound` holds what is right, at any depth, even when something beside it is not. */
export type Shaped<T> =
  | { readonly value: T; readonly sound: T; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly sound: Partial<T> };

type Inner =
  | { readonly type: 'object'; readonly shape: Readonly<Record<string, z.ZodMiniType>> }
  | { readonly type: 'record'; readonly valueType: z.ZodMiniType }
  | { readonly type: 'array'; readonly element: z.ZodMiniType }
  | { readonly type: 'default' | 'optional'; readonly innerType: z.ZodMiniType }
  | { readonly type: 'other' };

/** Longest list whose items are looked at one by one. */
const LONGEST_LIST = 200;

/** What of a value is right: all of it, or the entries of a list or an object that are; undefined for nothing. */
function soundPart(schema: z.ZodMiniType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success || value === undefined) return result.data;
  const inner = schema._zod.def as unknown as Inner;
  if (inner.type === 'default' || inner.type === 'optional') return soundPart(inner.innerType, value);
  if (inner.type === 'array' && Array.isArray(value)) return soundItems(inner.element, value);
  if (!isObject(value)) return undefined;
  if (inner.type === 'record') return soundEntries(Object.keys(value), () => inner.valueType, value);
  if (inner.type !== 'object') return undefined;
  return soundEntries(Object.keys(inner.shape), (key) => inner.shape[key], value);
}

/** The right items in their places, with holes where the others were; undefined when none is right. */
function soundItems(schema: z.ZodMiniType, list: readonly unknown[]): unknown {
  const items: unknown[] = [];
  list.slice(0, LONGEST_LIST).forEach((item, k) => {
    const sound = soundPart(schema, item);
    if (sound !== undefined) items[k] = sound;
  });
  return items.length > 0 ? items : undefined;
}

function soundEntries(
  keys: readonly string[],
  schemaOf: (key: string) => z.ZodMiniType,
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const entries = keys.map((key) => [key, soundPart(schemaOf(key), value[key])] as const);
  return Object.fromEntries(entries.filter(([, sound]) => sound !== undefined));
}

const soundOf = <S extends z.ZodMiniType>(schema: S, document: unknown): Partial<z.output<S>> =>
  (soundPart(schema, document) ?? {}) as Partial<z.output<S>>;

/** Checks `document`, found at `prefix` of a scenario; every issue becomes a fault, nothing is thrown. */
export function checkShape<S extends z.ZodMiniObject>(
  schema: S,
  document: unknown,
  prefix: Keys,
): Shaped<z.output<S>> {
  return check(schema, document, prefix, Object.keys(schema.shape));
}

/** As `checkShape`, for an object whose keys are free. */
export const checkRecord = <S extends z.ZodMiniRecord>(
  schema: S,
  document: unknown,
  prefix: Keys,
): Shaped<z.output<S>> => check(schema, document, prefix, []);

function check<S extends z.ZodMiniType>(
  schema: S,
  document: unknown,
  prefix: Keys,
  known: readonly string[],
): Shaped<z.output<S>> {
  const result = schema.safeParse(document);
  if (result.success) return { value: result.data, sound: result.data };
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, document, prefix, known));
  return { faults, sound: soundOf(schema, document) };
}
