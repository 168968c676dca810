/** The door through which scenario files enter: loose outside, exact inside. */
import { FORK_MONTH, LAST_MONTH } from '../../sim/index.ts';
import { type Fault, unknownName } from './fault.ts';
import { LARGEST_FILE, limitFaults, utf8Length } from './limits.ts';
import { assumptionFaults, policyFaults, shockFaults, type Window } from './meaning.ts';
import { migrate } from './migrations.ts';
import { overlapFaults, type Placed } from './overlap.ts';
import { type Assumptions, assumptionsSchema, headSchema, type Policy, policySchema, type Scenario, type ShockEvent, shockSchema } from './scenario.ts';
import { type Checked, checkShape, checkRecord } from './shape.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Provinces a scenario may name. */
export interface Provinces {
  readonly ids: readonly string[];
  vocabularyOf(id: string): Vocabulary;
}

/** Months in which a scenario's policies and shocks may start and end: 2026-01 to 2030-12. */
export const PROJECTION: Window = { first: FORK_MONTH + 1, last: LAST_MONTH };
/** Months of the past, for the history a province pack carries: 2023-01 to 2025-12. */
export const PAST: Window = { first: 0, last: FORK_MONTH };

type Document = Record<string, unknown>;

const wrong = (rule: string, value?: unknown): { faults: Fault[] } => ({
  faults: [{ kind: 'invalid', name: 'scenario', rule, ...(value === undefined ? {} : { value }), path: 'scenario' }],
});

function parseText(text: string): Checked<unknown> {
  const bytes = utf8Length(text);
  if (bytes > LARGEST_FILE) return wrong(`larger than ${LARGEST_FILE} bytes`, bytes);
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 120) : 'unreadable';
    return wrong(`not JSON, ${reason}`);
  }
}

/** `enabled` may also stand among the parameters in `set`. */
function withSwitchOutside(policy: unknown): unknown {
  if (typeof policy !== 'object' || policy === null || !('set' in policy) || 'enabled' in policy) return policy;
  const { set } = policy;
  if (typeof set !== 'object' || set === null || Array.isArray(set) || !('enabled' in set)) return policy;
  const { enabled, ...rest } = set;
  return { ...policy, set: rest, enabled };
}

function readPolicies(raw: readonly unknown[], vocabulary: Vocabulary, window: Window) {
  const faults: Fault[] = [];
  const placed: Placed[] = [];
  raw.forEach((one, k) => {
    const checked = checkShape(policySchema, withSwitchOutside(one), ['policies', k]);
    const path = `policies[${k}]`;
    faults.push(...(checked.faults ?? []), ...policyFaults(checked.sound, vocabulary, window, path));
    if (!checked.faults) placed.push({ policy: checked.value, path });
  });
  return { faults: [...faults, ...overlapFaults(placed)], value: placed.map((one) => one.policy) };
}

function readShocks(raw: readonly unknown[], vocabulary: Vocabulary, window: Window) {
  const faults: Fault[] = [];
  const value: ShockEvent[] = [];
  raw.forEach((one, k) => {
    const checked = checkShape(shockSchema, one, ['shocks', k]);
    faults.push(...(checked.faults ?? []), ...shockFaults(checked.sound, vocabulary, window, `shocks[${k}]`));
    if (!checked.faults) value.push(checked.value);
  });
  return { faults, value };
}

function readAssumptions(raw: unknown, vocabulary: Vocabulary): { faults: readonly Fault[]; value: Assumptions } {
  const checked = checkRecord(assumptionsSchema, raw, ['assumptions']);
  if (checked.faults) return { faults: checked.faults, value: {} };
  return { faults: assumptionFaults(checked.value, vocabulary), value: checked.value };
}

/** Dated changes alone, as a province pack's history has them. */
export interface Changes {
  readonly policies: readonly Policy[];
  readonly shocks: readonly ShockEvent[];
}

const listAt = (document: Document, key: string): readonly unknown[] => {
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

function provinceOf(document: Document, provinces: Provinces): Checked<Vocabulary> {
  const id = document.province ?? provinces.ids[0];
  if (typeof id === 'string' && provinces.ids.includes(id)) return { value: provinces.vocabularyOf(id) };
  const faults = typeof id === 'string' ? [unknownName('province', id, provinces.ids, 'scenario')] : [];
  return { faults };
}

function readDocument(document: Document, provinces: Provinces): Checked<Scenario> {
  const head = checkShape(headSchema, document, []);
  const province = provinceOf(document, provinces);
  const vocabulary = province.faults ? provinces.vocabularyOf(provinces.ids[0]) : province.value;
  const policies = readPolicies(listAt(document, 'policies'), vocabulary, PROJECTION);
  const shocks = readShocks(listAt(document, 'shocks'), vocabulary, PROJECTION);
  const assumptions = readAssumptions(document.assumptions ?? {}, vocabulary);
  const faults = [head.faults, province.faults, policies.faults, shocks.faults, assumptions.faults].flatMap((some) => some ?? []);
  if (head.faults || faults.length > 0) return { faults: distinct(faults) };
  return { value: { ...head.value, policies: policies.value, shocks: shocks.value, assumptions: assumptions.value } };
}

const distinct = (faults: readonly Fault[]): Fault[] => [...new Map(faults.map((one) => [JSON.stringify(one), one])).values()];

/**
 * Reads a scenario: a file's text or an already parsed document. Returns the scenario with defaults filled in, or every
 * fault; never throws on any input.
 */
export function readScenario(input: unknown, provinces: Provinces): Checked<Scenario> {
  const parsed = typeof input === 'string' ? parseText(input) : { value: input };
  if (parsed.faults) return parsed;
  const limits = limitFaults(parsed.value);
  if (limits.length > 0) return { faults: limits };
  const migrated = migrate(parsed.value);
  return migrated.faults ? migrated : readDocument(migrated.value, provinces);
}
