/** Scenario in words + province pack -> everything the engine needs, as plain numbers. */
import type { Patch, ProvinceInput, Shock } from '../../sim/index.ts';
import { type Fault, unknownName } from './fault.ts';
import { patchesOf, shocksOf } from './indices.ts';
import { overlapFaults, type Placed } from './overlap.ts';
import { type Changes, type Provinces, readScenario } from './read.ts';
import { rootOf } from './root.ts';
import type { Assumptions, Policy, Scenario } from './scenario.ts';
import type { Checked } from './shape.ts';

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

function baseOf(scenario: Scenario, library: Library, depth: number): Checked<Scenario> {
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

function merged(base: Scenario, scenario: Scenario): Checked<Scenario> {
  const faults: Fault[] = overlapFaults([
    ...placed(base.policies, `${base.id}.`),
    ...placed(scenario.policies, ''),
  ]);
  if (base.province !== scenario.province) {
    const rule = `not the province of its base ${base.id}, ${base.province}`;
    faults.push({ kind: 'invalid', name: 'province', rule, value: scenario.province, path: 'scenario' });
  }
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
  if (read.faults) return read;
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
