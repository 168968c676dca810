import { nearest } from './nearest.ts';

/** Something wrong with what a person wrote: what kind, of what, which rule, the value met, and where. */
export interface Fault {
  readonly kind: 'invalid' | 'unknown' | 'missing';
  readonly name: string;
  readonly rule: string;
  /** The value met; absent when there is none to show. */
  readonly value?: unknown;
  readonly path: string;
}

const LONGEST_VALUE = 60;

/** A value on one line, at most 60 characters long. */
export function show(value: unknown): string {
  const text = textOf(value);
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`;
}

/** JSON where a value has any; what only a program can hand over (a number beyond JSON, a loop) by its kind. */
function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
}

/** One line: `invalid riskSplit.bankShare; not in [0, 1]: 1.4 (at policies[0].set)`. */
export function faultLine(fault: Fault): string {
  const value = 'value' in fault ? `: ${show(fault.value)}` : '';
  return `${fault.kind} ${fault.name}; ${fault.rule}${value} (at ${fault.path})`;
}

/** The fault of a name nobody knows, with the nearest one that is known. */
export function unknownName(name: string, value: string, known: readonly string[], path: string): Fault {
  const near = nearest(value, known);
  return { kind: 'unknown', name, rule: near ? `nearest is ${near}` : 'none is known', value, path };
}

/** Bad input, with every fault found. The message has one line for each. */
export class InputError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(faultLine).join('\n'));
    this.name = 'InputError';
    this.faults = faults;
  }
}

/** Place in a document: `policies[0].scope`; the document itself is `scenario`. */
export function pathOf(keys: readonly PropertyKey[]): string {
  const text = keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${shortKey(String(key))}`))
    .join('');
  return text.replace(/^\./, '') || 'scenario';
}

/** A key as it stands in a line: quoted when it is not a plain word. */
export const shortKey = (key: string): string => (/^[\w-]{1,60}$/.test(key) ? key : show(key));
