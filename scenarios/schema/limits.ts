import { type Fault, pathOf, shortKey } from './fault.ts';

/** Largest scenario file, bytes of UTF-8. */
export const LARGEST_FILE = 1_000_000;
/** Deepest nesting of lists and objects; a scenario needs 5. */
export const DEEPEST = 12;
/** Most values in a document. */
export const MOST_VALUES = 100_000;

const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'];

/** Bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}

interface Visit {
  readonly value: unknown;
  readonly keys: readonly PropertyKey[];
}

function childrenOf({ value, keys }: Visit): Visit[] {
  if (Array.isArray(value)) return value.map((child, k) => ({ value: child, keys: [...keys, k] }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, child]) => ({ value: child, keys: [...keys, key] }));
}

function faultOf({ value, keys }: Visit): Fault | undefined {
  const key = keys.at(-1);
  if (keys.length > DEEPEST) return tooMuch(`nested deeper than ${DEEPEST} levels`, pathOf(keys.slice(0, 3)));
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return {
      kind: 'invalid',
      name: shortKey(String(key)),
      rule: 'not a finite number',
      value,
      path: pathOf(keys.slice(0, -1)),
    };
  }
  if (typeof key !== 'string' || !FORBIDDEN_KEYS.includes(key)) return undefined;
  return { kind: 'unknown', name: 'key', rule: 'never allowed', value: key, path: pathOf(keys.slice(0, -1)) };
}

const tooMuch = (rule: string, path = 'scenario'): Fault => ({
  kind: 'invalid',
  name: 'scenario',
  rule,
  path,
});

/** What makes a document unfit to be looked at more closely: depth, number of values, keys no object may have. */
export function limitFaults(document: unknown): Fault[] {
  const faults: Fault[] = [];
  const open: Visit[] = [{ value: document, keys: [] }];
  let seen = 0;
  for (let visit = open.pop(); visit; visit = open.pop()) {
    if (++seen > MOST_VALUES) return [tooMuch(`more than ${MOST_VALUES} values`)];
    const fault = faultOf(visit);
    if (!fault) open.push(...childrenOf(visit));
    else if (faults.length < 100) faults.push(fault);
  }
  return faults.reverse();
}
