/** Whom a policy or shock may be limited to, and changes of a scope. */
import type { Policy, ScopeNames } from '../../scenarios/schema/scenario.ts';
import type { ScopeName } from '../../scenarios/schema/scope-check.ts';
import { movedWhenOff, TELLS } from '../../scenarios/schema/tells.ts';
import { type Instrument, LENDER_CLASSES, SECTORS, SETTINGS, SIZES } from '../../sim/index.ts';
import type { Library } from './library.ts';
import { SCOPE_KEYS } from './link.ts';

/** Everyone a part of a scope may name, in the order of the lab; prefectures by official code. */
export function membersOf(part: ScopeName, { places }: Library): readonly string[] {
  const lists = { settings: SETTINGS, sectors: SECTORS, sizes: SIZES, lenders: LENDER_CLASSES };
  return part === 'prefectures' ? places.map(({ code }) => code) : lists[part];
}

/** Parameters a policy sets, and those that move where it switches its instrument off. */
function movedBy(instrument: Instrument, { set, enabled }: Policy, library: Library): readonly string[] {
  if (enabled) return Object.keys(set);
  const { id, parameters } = instrument;
  const off = movedWhenOff(instrument, (name) => library.factOf(id, name).value);
  return Object.keys(parameters).filter((name) => name in set || off.includes(name));
}

/** Parts that all of these parameters can tell apart. */
function partsTold({ parameters }: Instrument, names: readonly string[]): readonly ScopeName[] {
  const told = names.flatMap((name) => (parameters[name] ? [TELLS[parameters[name].over]] : []));
  return SCOPE_KEYS.filter((part) => told.every((parts) => parts.includes(part)));
}

/** Parts that all parameters a policy moves can tell apart; of a policy that moves none, all its instrument has. */
export function partsOfPolicy(
  instrument: Instrument,
  policy: Policy,
  library: Library,
): readonly ScopeName[] {
  const moved = movedBy(instrument, policy, library);
  return partsTold(instrument, moved.length ? moved : Object.keys(instrument.parameters));
}

/** Parts of its scope for which the model refuses a policy: what moves is the same for all of them. */
export const refusedParts = (
  instrument: Instrument,
  policy: Policy,
  library: Library,
): readonly ScopeName[] =>
  untoldParts(policy.scope, partsTold(instrument, movedBy(instrument, policy, library)));

/** Whether all that a policy moves is the same in the whole province. */
export const isSameForAll = (instrument: Instrument, policy: Policy, library: Library): boolean =>
  movedBy(instrument, policy, library).every((name) => instrument.parameters[name]?.over === 'province');

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
