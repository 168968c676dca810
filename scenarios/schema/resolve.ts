/** Scenario in words + province pack -> everything the engine needs, as plain numbers. */
import type { Patch, ProvinceInput, Shock } from '../../sim/index.ts';
import { type Fault, unknownName } from './fault.ts';
import { patchesOf, shocksOf } from './indices.ts';
import { overlapFaults, type Placed } from './overlap.ts';
import { type Changes, openDocument, type Provinces, readScenario } from './read.ts';
import { rootOf } from './root.ts';
import { type Assumptions, headSchema, type Policy, type Scenario } from './scenario.ts';
import { type Checked, checkShape } from './shape.ts';

/** A province as scenarios see it. */
export interface Province {
  /** The engine's input with these assumptions in place of the pack's values. */
  input(assumptions: Assumptions): ProvinceInput;
  /** Instruments and events of 2023-01 to 2025-12. */
  readonly history: Changes;
}

/** Everything a scenario may refer to by name. */
export interface Library extends Provinces {
  readonly presets: ReadonlyMap<string, unknown>;
  province(id: string): Province;
}

/** A scenario ready to run. */
export interface Resolved {
  /** With every default filled in and its base merged: it says everything by itself. */
  readonly scenario: Scenario;
  readonly province: ProvinceInput;
  /** The data behind it: the province before assumptions, and its history. */
  readonly data: { readonly province: ProvinceInput; readonly history: Changes };
  /** History first, then the scenario's own, each in canonical order. */
  readonly patches: readonly Patch[];
  readonly shocks: readonly Shock[];
}

const DEEPEST_BASE = 8;

const placed = (policies: readonly Policy[], prefix: string): Placed[] =>
  policies.map((policy, k) => ({ policy, path: `${prefix}policies[${k}]` }));

function baseOf(scenario: Pick<Scenario, 'base'>, library: Library, depth: number): Checked<Scenario> {
  const path = 'scenario';
  const document = library.presets.get(scenario.base);
  if (document === undefined)
    return { faults: [unknownName('base', scenario.base, [...library.presets.keys()], path)] };
  if (depth >= DEEPEST_BASE)
    return {
      faults: [{ kind: 'invalid', name: 'base', rule: 'leads back to itself', value: scenario.base, path }],
    };
  const base = readScenario(document, library);
  return base.faults ? base : withBase(base.value, library, depth + 1);
}

/** What is wrong with the base of a document that has other faults: its name, or its province. */
function baseFaults(input: unknown, library: Library): readonly Fault[] {
  const opened = openDocument(input);
  if (opened.faults) return [];
  const { base: name, province } = checkShape(headSchema, opened.value, []).sound;
  if (name === undefined) return [];
  const base = baseOf({ base: name }, library, 0);
  if (base.faults) return base.faults;
  const isKnown = province !== undefined && library.ids.includes(province);
  return isKnown ? provinceFaults(base.value, province) : [];
}

function provinceFaults(base: Scenario, province: string): Fault[] {
  if (base.province === province) return [];
  const rule = `not the province of its base ${base.id}, ${base.province}`;
  return [{ kind: 'invalid', name: 'province', rule, value: province, path: 'scenario' }];
}

function merged(base: Scenario, scenario: Scenario): Checked<Scenario> {
  const faults = [
    ...overlapFaults([...placed(base.policies, `${base.id}.`), ...placed(scenario.policies, '')]),
    ...provinceFaults(base, scenario.province),
  ];
  if (faults.length > 0) return { faults };
  return {
    value: {
      ...scenario,
      title: scenario.title ?? { en: scenario.id, zh: scenario.id },
      base: rootOf(scenario.province),
      policies: [...base.policies, ...scenario.policies],
      shocks: [...base.shocks, ...scenario.shocks],
      assumptions: { ...base.assumptions, ...scenario.assumptions },
    },
  };
}

function withBase(scenario: Scenario, library: Library, depth = 0): Checked<Scenario> {
  const root = rootOf(scenario.province);
  if (scenario.id === root && scenario.base === root) return { value: scenario };
  const base = baseOf(scenario, library, depth);
  return base.faults ? base : merged(base.value, scenario);
}

/**
 * Resolves a scenario document (text or parsed) against a library. The result depends on nothing but its meaning: the
 * order of policies, of shocks and of names in a scope changes no byte of patches and shocks.
 */
export function resolveScenario(input: unknown, library: Library): Checked<Resolved> {
  const read = readScenario(input, library);
  if (read.faults) return { faults: [...read.faults, ...baseFaults(input, library)] };
  const complete = withBase(read.value, library);
  if (complete.faults) return complete;
  const scenario = complete.value;
  const { prefectures } = library.vocabularyOf(scenario.province);
  const province = library.province(scenario.province);
  const { history } = province;
  return {
    value: {
      scenario,
      province: province.input(scenario.assumptions),
      data: { province: province.input({}), history },
      patches: [...patchesOf(history.policies, prefectures), ...patchesOf(scenario.policies, prefectures)],
      shocks: [...shocksOf(history.shocks, prefectures), ...shocksOf(scenario.shocks, prefectures)],
    },
  };
}
