/** Whom a policy or shock may be limited to, and changes of a scope. */
import type { Policy, ScopeNames } from '../../scenarios/schema/scenario.ts';
import type { ScopeName } from '../../scenarios/schema/scope-check.ts';
import { TELLS } from '../../scenarios/schema/tells.ts';
import { type Instrument, LENDER_CLASSES, SECTORS, SETTINGS, SIZES } from '../../sim/index.ts';
import type { Library } from './library.ts';
import { SCOPE_KEYS } from './link.ts';

/** Everyone a part of a scope may name, in the order of the lab; prefectures by official code. */
export function membersOf(part: ScopeName, { places }: Library): readonly string[] {
  const lists = { settings: SETTINGS, sectors: SECTORS, sizes: SIZES, lenders: LENDER_CLASSES };
  return part === 'prefectures' ? places.map(({ code }) => code) : lists[part];
}

/** Parts that all parameters a policy sets can tell apart; of a policy that sets none, all its instrument has. */
export function partsOfPolicy({ parameters }: Instrument, { set }: Policy): readonly ScopeName[] {
  const moved = Object.keys(set).length ? Object.keys(set) : Object.keys(parameters);
  const told = moved.flatMap((name) => (parameters[name] ? [TELLS[parameters[name].over]] : []));
  return SCOPE_KEYS.filter((part) => told.length > 0 && told.every((parts) => parts.includes(part)));
}

/** Whether all that a policy sets is the same in the whole province. */
export const isSameForAll = ({ parameters }: Instrument, { set }: Policy): boolean =>
  Object.keys(set).every((name) => parameters[name]?.over === 'province');

/** Parts a scope names although nothing tells them apart. */
export const untoldParts = (scope: ScopeNames, told: readonly ScopeName[]): readonly ScopeName[] =>
  SCOPE_KEYS.filter((part) => scope[part]?.length && !told.includes(part));

/** A scope with one part replaced, its parts in the order of links; nobody named means everyone. */
export function withPart(scope: ScopeNames, part: ScopeName, members: readonly string[]): ScopeNames {
  const next: Readonly<Record<string, readonly string[] | undefined>> = { ...scope, [part]: members };
  return Object.fromEntries(
    SCOPE_KEYS.filter((key) => next[key]?.length).map((key) => [key, [...next[key]!]]),
  );
}

/** A scope in which one member of a part is named or not, the others in the order of `all`. */
export function withMember(
  scope: ScopeNames,
  part: ScopeName,
  member: string,
  isNamed: boolean,
  all: readonly string[],
): ScopeNames {
  const before: readonly string[] = scope[part] ?? [];
  return withPart(
    scope,
    part,
    all.filter((one) => (one === member ? isNamed : before.includes(one))),
  );
}
