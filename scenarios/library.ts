/** The presets and provinces of this release, bound together for those who resolve scenarios. */
import { INSTRUMENTS, type ProvinceInput, SHOCKS } from '../sim/index.ts';
import { PRESETS } from './presets/index.ts';
import { assumptionsOf, loadProvince, PROVINCE_IDS, toInput } from './provinces/index.ts';
import { InputError, unknownName } from './schema/fault.ts';
import { readScenario } from './schema/read.ts';
import { type Library, type Resolved, resolveScenario } from './schema/resolve.ts';
import type { Assumptions, Scenario } from './schema/scenario.ts';
import type { Vocabulary } from './schema/vocabulary.ts';

/** Names a scenario of a province may use. Throws InputError for an unknown province. */
export function vocabularyOf(id: string): Vocabulary {
  const pack = loadProvince(id);
  return {
    province: id,
    instruments: INSTRUMENTS,
    shocks: SHOCKS,
    assumptions: assumptionsOf(pack.parameters),
    prefectures: pack.prefectures.map((one) => one.code),
    statusQuo: inputOf(id, {}).parameters,
  };
}

/** Provinces kept, by name and assumptions: scenarios that assume the same share one object. */
const MOST_INPUTS = 32;
const inputs = new Map<string, ProvinceInput>();

function inputOf(id: string, assumptions: Assumptions): ProvinceInput {
  const key = JSON.stringify([id, assumptions]);
  const known = inputs.get(key) ?? toInput(loadProvince(id), assumptions);
  inputs.delete(key);
  inputs.set(key, known);
  if (inputs.size > MOST_INPUTS) inputs.delete(inputs.keys().next().value as string);
  return known;
}

/** Everything scenarios may refer to. */
export const LIBRARY: Library = {
  ids: PROVINCE_IDS,
  vocabularyOf,
  presets: PRESETS,
  province: (id) => ({
    input: (assumptions) => inputOf(id, assumptions),
    history: loadProvince(id).history,
  }),
};

/** Ids of the presets: the named ones, then `<lever>-weak` and `<lever>-strong`. */
export const PRESET_IDS: readonly string[] = [...PRESETS.keys()];

/** A preset with its defaults filled in. Throws InputError for an unknown id. */
export function presetOf(id: string): Scenario {
  const document = PRESETS.get(id);
  if (document === undefined) throw new InputError([unknownName('preset', id, PRESET_IDS, 'scenario')]);
  const read = readScenario(document, LIBRARY);
  if (read.faults) throw new InputError(read.faults);
  return read.value;
}

/** A scenario file's text or parsed document, ready to run. Throws InputError with every fault. */
export function resolve(document: unknown): Resolved {
  const resolved = resolveScenario(document, LIBRARY);
  if (resolved.faults) throw new InputError(resolved.faults);
  return resolved.value;
}

/** A preset, ready to run. Throws InputError for an unknown id. */
export const resolvePreset = (id: string): Resolved => resolve(presetOf(id));
