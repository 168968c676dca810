/** Names of a scenario -> the engine's indices. What comes in has been checked. */
import {
  LENDER_CLASSES,
  monthIndex,
  type Patch,
  type Scope,
  SECTORS,
  SETTINGS,
  type Shock,
  SIZES,
} from '../../sim/index.ts';
import type { Policy, ScopeNames, ShockEvent } from './scenario.ts';

function indicesOf(names: readonly string[], all: readonly string[]): number[] {
  return [...new Set(names.map((name) => all.indexOf(name)))].sort((a, b) => a - b);
}

/** A scope in indices; `prefectures` are the province's codes in its order. */
export function scopeIndices(scope: ScopeNames, prefectures: readonly string[]): Scope {
  return {
    ...(scope.prefectures && { prefectures: indicesOf(scope.prefectures, prefectures) }),
    ...(scope.settings && { settings: indicesOf(scope.settings, SETTINGS) }),
    ...(scope.sectors && { sectors: indicesOf(scope.sectors, SECTORS) }),
    ...(scope.sizes && { sizes: indicesOf(scope.sizes, SIZES) }),
    ...(scope.lenders && { lenders: indicesOf(scope.lenders, LENDER_CLASSES) }),
  };
}

const inOrder = (record: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

const byText = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, text: JSON.stringify(item) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ item }) => item);

const patchOf = (policy: Policy, prefectures: readonly string[]): Patch => ({
  instrument: policy.lever,
  from: monthIndex(policy.from),
  until: monthIndex(policy.until),
  phaseInMonths: policy.phaseInMonths,
  scope: scopeIndices(policy.scope, prefectures),
  set: policy.enabled ? inOrder(policy.set) : { enabled: 0 },
});

const shockOf = (shock: ShockEvent, prefectures: readonly string[]): Shock => ({
  kind: shock.kind,
  from: monthIndex(shock.from),
  months: shock.months,
  severity: shock.severity,
  scope: scopeIndices(shock.scope, prefectures),
});

/** Patches in an order that does not depend on the file's; policies that set nothing leave none. */
export function patchesOf(policies: readonly Policy[], prefectures: readonly string[]): Patch[] {
  const telling = policies.filter((policy) => !policy.enabled || Object.keys(policy.set).length > 0);
  return byText(telling.map((policy) => patchOf(policy, prefectures)));
}

/** Shocks in an order that does not depend on the file's. */
export function shocksOf(shocks: readonly ShockEvent[], prefectures: readonly string[]): Shock[] {
  return byText(shocks.map((shock) => shockOf(shock, prefectures)));
}
