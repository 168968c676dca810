/** Checks that policies and shocks share: dates within a window, scopes that name places and can be told apart. */
import { monthIndex, monthName } from '../../sim/index.ts';
import { type Fault, unknownName } from './fault.ts';
import type { ScopeNames } from './scenario.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Months between which changes may happen, as indices. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/** A part of a scope: `prefectures`, `settings`, … */
export type ScopeName = keyof ScopeNames;

/** The fault of a known name with a wrong value. */
export const invalid = (name: string, rule: string, value: unknown, path: string): Fault => ({
  kind: 'invalid',
  name,
  rule,
  value,
  path,
});

/** A month outside the window. */
export function dateFaults(name: string, value: string, window: Window, path: string): Fault[] {
  const at = monthIndex(value);
  if (at >= window.first && at <= window.last) return [];
  return [invalid(name, `not in [${monthName(window.first)}, ${monthName(window.last)}]`, value, path)];
}

/** Prefecture codes the province does not have. */
export function codeFaults(scope: ScopeNames, vocabulary: Vocabulary, path: string): Fault[] {
  const codes = scope.prefectures ?? [];
  return codes
    .map((code, k) => ({ code, name: `prefectures[${k}]` }))
    .filter(({ code }) => !vocabulary.prefectures.includes(code))
    .map(({ code, name }) => unknownName(name, code, vocabulary.prefectures, path));
}

const usedParts = (scope: ScopeNames): ScopeName[] =>
  (Object.keys(scope) as ScopeName[]).filter((part) => scope[part] !== undefined);

/** Parts of a scope that make no difference to `name`, which tells only `told` apart. */
export function scopeFaults(
  name: string,
  told: readonly ScopeName[],
  scope: ScopeNames,
  path: string,
): Fault[] {
  const rule =
    told.length > 0
      ? `the same within ${told.join(', ')}; cannot be limited`
      : 'the same everywhere; cannot be limited';
  return usedParts(scope)
    .filter((part) => !told.includes(part))
    .map((part) => invalid(name, `${rule} by ${part}`, scope[part], `${path}.scope`));
}
