/** What a well-formed scenario may say: known names, values in range, dates in order, scopes that mean something. */
import { type Instrument, type InstrumentParameter, monthIndex, monthName } from '../../sim/index.ts';
import { type Fault, shortKey, unknownName } from './fault.ts';
import type { Assumptions, Policy, ScopeNames, ShockEvent } from './scenario.ts';
import type { AssumptionRange, Vocabulary } from './vocabulary.ts';

/** Months between which changes may happen, as indices. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

type ScopeName = keyof ScopeNames;

/** Parts of a scope that a parameter can tell apart. */
const TELLS: Readonly<Record<InstrumentParameter['over'], readonly ScopeName[]>> = {
  cell: ['prefectures', 'settings', 'sectors', 'sizes'],
  lender: ['lenders'],
  prefecture: ['prefectures'],
  province: [],
};
const SHOCK_TELLS: readonly ScopeName[] = ['prefectures', 'settings', 'sectors', 'sizes'];

const invalid = (name: string, rule: string, value: unknown, path: string): Fault => ({ kind: 'invalid', name, rule, value, path });

function dateFaults(name: string, value: string, window: Window, path: string): Fault[] {
  const at = monthIndex(value);
  if (at >= window.first && at <= window.last) return [];
  return [invalid(name, `not in [${monthName(window.first)}, ${monthName(window.last)}]`, value, path)];
}

function untilFaults(from: string | undefined, until: string, window: Window, path: string): Fault[] {
  const outside = dateFaults('until', until, window, path);
  if (outside.length > 0 || from === undefined || !(monthIndex(until) < monthIndex(from))) return outside;
  return [invalid('until', `before from ${from}`, until, path)];
}

function codeFaults(scope: ScopeNames, vocabulary: Vocabulary, path: string): Fault[] {
  const codes = scope.prefectures ?? [];
  return codes
    .map((code, k) => ({ code, name: `prefectures[${k}]` }))
    .filter(({ code }) => !vocabulary.prefectures.includes(code))
    .map(({ code, name }) => unknownName(name, code, vocabulary.prefectures, path));
}

const usedParts = (scope: ScopeNames): ScopeName[] =>
  (Object.keys(scope) as ScopeName[]).filter((part) => scope[part] !== undefined);

function scopeFaults(name: string, told: readonly ScopeName[], scope: ScopeNames, path: string): Fault[] {
  const rule = told.length > 0 ? `the same within ${told.join(', ')}; cannot be limited` : 'the same everywhere; cannot be limited';
  return usedParts(scope)
    .filter((part) => !told.includes(part))
    .map((part) => invalid(name, `${rule} by ${part}`, scope[part], `${path}.scope`));
}

function valueFaults(instrument: Instrument, policy: Partial<Policy>, path: string): Fault[] {
  const faults: Fault[] = [];
  for (const [key, value] of Object.entries(policy.set ?? {})) {
    const name = `${instrument.id}.${shortKey(key)}`;
    if (!Object.hasOwn(instrument.parameters, key)) {
      faults.push(unknownName(`parameter of ${instrument.id}`, key, Object.keys(instrument.parameters), `${path}.set`));
      continue;
    }
    const { min, max, over } = instrument.parameters[key];
    if (!(value >= min && value <= max)) faults.push(invalid(name, `not in [${min}, ${max}]`, value, `${path}.set`));
    faults.push(...scopeFaults(name, TELLS[over], policy.scope ?? {}, path));
  }
  if (policy.enabled && policy.set && Object.keys(policy.set).length === 0) {
    faults.push({ kind: 'missing', name: `${instrument.id}.set`, rule: 'a policy sets a parameter or has enabled false', path });
  }
  return faults;
}

function leverFaults(policy: Partial<Policy>, vocabulary: Vocabulary, path: string): Fault[] {
  if (policy.lever === undefined) return [];
  const instrument = vocabulary.instruments.find((one) => one.id === policy.lever);
  if (instrument) return valueFaults(instrument, policy, path);
  return [unknownName('lever', policy.lever, vocabulary.instruments.map((one) => one.id), path)];
}

/** Every fault of the fields of one policy that have the right shape. */
export function policyFaults(policy: Partial<Policy>, vocabulary: Vocabulary, window: Window, path: string): Fault[] {
  return [
    ...leverFaults(policy, vocabulary, path),
    ...(policy.from === undefined ? [] : dateFaults('from', policy.from, window, path)),
    ...(policy.until === undefined ? [] : untilFaults(policy.from, policy.until, window, path)),
    ...codeFaults(policy.scope ?? {}, vocabulary, `${path}.scope`),
  ];
}

function kindFaults(shock: Partial<ShockEvent>, vocabulary: Vocabulary, path: string): Fault[] {
  if (shock.kind === undefined) return [];
  const kind = vocabulary.shocks.find((one) => one.id === shock.kind);
  if (!kind) return [unknownName('shock', shock.kind, vocabulary.shocks.map((one) => one.id), path)];
  const { severity = 1 } = shock;
  if (severity > 0 && severity <= kind.maxSeverity) return [];
  return [invalid(`${kind.id}.severity`, `not in (0, ${kind.maxSeverity}]`, severity, path)];
}

/** Every fault of the fields of one shock that have the right shape. */
export function shockFaults(shock: Partial<ShockEvent>, vocabulary: Vocabulary, window: Window, path: string): Fault[] {
  const scope = shock.scope ?? {};
  return [
    ...kindFaults(shock, vocabulary, path),
    ...(shock.from === undefined ? [] : dateFaults('from', shock.from, window, path)),
    ...codeFaults(scope, vocabulary, `${path}.scope`),
    ...scopeFaults(shock.kind ?? 'shock', SHOCK_TELLS, scope, path),
  ];
}

function assumptionFault(known: AssumptionRange, value: number | readonly number[]): Fault | undefined {
  const [low, high] = known.range;
  const values = typeof value === 'number' ? [value] : value;
  const name = `assumption ${known.id}`;
  if (typeof value !== 'number' && value.length !== known.length) {
    return invalid(name, known.length === 1 ? 'not a number' : `not ${known.length} numbers`, value, 'assumptions');
  }
  return values.every((one) => one >= low && one <= high) ? undefined : invalid(name, `not in [${low}, ${high}]`, value, 'assumptions');
}

/** Every fault among the assumptions. */
export function assumptionFaults(assumptions: Assumptions, vocabulary: Vocabulary): Fault[] {
  const known = vocabulary.assumptions.map((one) => one.id);
  return Object.entries(assumptions).flatMap(([id, value]) => {
    const one = vocabulary.assumptions.find((candidate) => candidate.id === id);
    if (!one) return [unknownName('assumption', id, known, 'assumptions')];
    return assumptionFault(one, value) ?? [];
  });
}
