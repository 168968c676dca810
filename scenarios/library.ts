/** The presets and provinces of this release, bound together for those who resolve scenarios. */
import { INSTRUMENTS, SHOCKS } from '../sim/index.ts';
import { PRESETS } from './presets/index.ts';
import { assumptionsOf, loadProvince, PROVINCE_IDS, toInput } from './provinces/index.ts';
import { InputError, unknownName } from './schema/fault.ts';
import { readScenario } from './schema/read.ts';
import { type Library, type Resolved, resolveScenario } from './schema/resolve.ts';
import type { Scenario } from './schema/scenario.ts';
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
  };
}

/** Everything scenarios may refer to. */
export const LIBRARY: Library = {
  ids: PROVINCE_IDS,
  vocabularyOf,
  presets: PRESETS,
  province(id) {
    const pack = loadProvince(id);
    return { input: (assumptions) => toInput(pack, assumptions), history: pack.history };
  },
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
