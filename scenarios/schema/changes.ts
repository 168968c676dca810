/** Dated changes, one by one: each is checked by itself, then all against each other. */
import { FORK_MONTH, LAST_MONTH } from '../../sim/index.ts';
import type { Fault } from './fault.ts';
import { isObject, onlyKeys } from './objects.ts';
import { overlapFaults, type Placed } from './overlap.ts';
import { policyFaults } from './policy-check.ts';
import { type Policy, policySchema, type ShockEvent, shockSchema } from './scenario.ts';
import type { Window } from './scope-check.ts';
import { type Checked, checkShape } from './shape.ts';
import { shockFaults } from './shock-check.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Months in which a scenario's policies and shocks may start and end: 2026-01 to 2030-12. */
export const PROJECTION: Window = { first: FORK_MONTH + 1, last: LAST_MONTH };
/** Months of the past, for the history a province pack carries: 2023-01 to 2025-12. */
export const PAST: Window = { first: 0, last: FORK_MONTH };

type Document = Readonly<Record<string, unknown>>;

/** `enabled` may also stand among the parameters in `set`. */
function withSwitchOutside(policy: unknown): unknown {
  if (!isObject(policy) || 'enabled' in policy) return policy;
  const { set } = policy;
  if (!isObject(set) || !('enabled' in set)) return policy;
  const { enabled, ...rest } = set;
  return { ...policy, set: rest, enabled };
}

/** A policy without what it sets of a known lever that has no such parameter: that is told by its name, not by its shape. */
function withoutStrangers(policy: unknown, { instruments }: Vocabulary): unknown {
  if (!isObject(policy) || !isObject(policy.set)) return policy;
  const instrument = instruments.find(({ id }) => id === policy.lever);
  if (!instrument) return policy;
  return { ...policy, set: onlyKeys(policy.set, (key) => Object.hasOwn(instrument.parameters, key)) };
}

/** Policies that have the right shape, and every fault. */
export function readPolicies(raw: readonly unknown[], vocabulary: Vocabulary, window: Window) {
  const faults: Fault[] = [];
  const placed: Placed[] = [];
  raw.forEach((one, k) => {
    const written = withSwitchOutside(one);
    const checked = checkShape(policySchema, withoutStrangers(written, vocabulary), ['policies', k]);
    const path = `policies[${k}]`;
    faults.push(...(checked.faults ?? []), ...policyFaults(checked.sound, written, vocabulary, window, path));
    if (!checked.faults) placed.push({ policy: checked.value, path });
  });
  return { faults: [...faults, ...overlapFaults(placed)], value: placed.map((one) => one.policy) };
}

/** Shocks that have the right shape, and every fault. */
export function readShocks(raw: readonly unknown[], vocabulary: Vocabulary, window: Window) {
  const faults: Fault[] = [];
  const value: ShockEvent[] = [];
  raw.forEach((one, k) => {
    const checked = checkShape(shockSchema, one, ['shocks', k]);
    faults.push(...(checked.faults ?? []), ...shockFaults(checked.sound, vocabulary, window, `shocks[${k}]`));
    if (!checked.faults) value.push(checked.value);
  });
  return { faults, value };
}

/** Dated changes alone, as a province pack's history has them. */
export interface Changes {
  readonly policies: readonly Policy[];
  readonly shocks: readonly ShockEvent[];
}

/** The list under a key; anything else, or what is beyond its limit, is the head's to complain about. */
export const listAt = (document: Document, key: string): readonly unknown[] => {
  const list = document[key];
  return Array.isArray(list) ? list.slice(0, 200) : [];
};

/** Checks dated changes that stand alone; `window` says in which months they may happen. */
export function readChanges(document: Document, vocabulary: Vocabulary, window: Window): Checked<Changes> {
  const policies = readPolicies(listAt(document, 'policies'), vocabulary, window);
  const shocks = readShocks(listAt(document, 'shocks'), vocabulary, window);
  const faults = [...policies.faults, ...shocks.faults];
  return faults.length > 0 ? { faults } : { value: { policies: policies.value, shocks: shocks.value } };
}
