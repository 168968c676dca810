/** Fills the library from the files the engine and the provinces are made of; plain data, no engine. */
import { PRESETS } from '../../scenarios/presets/index.ts';
import { ROOT_PRESET, rootOf } from '../../scenarios/schema/root.ts';
import { ENGINE_VERSION, INDICATORS, INSTRUMENTS, SHOCKS } from '../../sim/index.ts';
import { policyOf, shockOf } from './draft.ts';
import type { Assumption, Fact, Library, Preset } from './library.ts';
import { type Brief, DEFAULT_PROVINCE, PROVINCES, type ProvinceFiles } from './provinces.ts';
import type { Draft, ScenarioDocument } from './state.ts';

/** A preset's file leaves nothing out that says what it is about. */
type PresetFile = ScenarioDocument &
  Required<Pick<ScenarioDocument, 'title' | 'question' | 'author' | 'date'>>;

const FILES = PRESETS as ReadonlyMap<string, PresetFile>;

/** A scenario document as a draft: its base's changes first, then its own, defaults filled in. */
export function draftOf(document: ScenarioDocument, preset: string): Draft {
  const { province = DEFAULT_PROVINCE, base = ROOT_PRESET } = document;
  const file = base === rootOf(province) ? undefined : FILES.get(base);
  const below = file && draftOf(file, base);
  return {
    province,
    preset,
    policies: [...(below?.policies ?? []), ...(document.policies ?? []).map(policyOf)],
    shocks: [...(below?.shocks ?? []), ...(document.shocks ?? []).map(shockOf)],
    assumptions: { ...below?.assumptions, ...assumed(document.assumptions ?? {}) },
  };
}

/** A list of one number is that number: levers and links know it so. */
const assumed = (values: Draft['assumptions']): Draft['assumptions'] =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const [first, ...others] = [value].flat();
      return [name, others.length === 0 && first !== undefined ? first : value];
    }),
  );

const PAIR = /-(weak|strong)$/;

const presets: readonly Preset[] = [...FILES.values()].map((file) => ({
  id: file.id,
  title: file.title,
  question: file.question,
  author: file.author,
  date: file.date,
  sources: file.sources ?? [],
  named: !PAIR.test(file.id),
  document: file,
  draft: draftOf(file, file.id),
}));

const factOfRecord = ({ value, range, unit, grade }: Brief): Fact => ({
  value: [value].flat()[0]!,
  range,
  unit,
  grade,
});

const assumptionsOf = (records: readonly Brief[]): Assumption[] =>
  records.flatMap((record) =>
    record.assumption && record.name && record.title
      ? [{ ...factOfRecord(record), parameter: record.id, id: record.name, title: record.title }]
      : [],
  );

/** What is the same in every province. */
const common = {
  presets,
  instruments: INSTRUMENTS,
  shockKinds: SHOCKS,
  indicators: INDICATORS.map(({ id, unit, title, coarsestScale, window, numerator, denominator }) => ({
    id,
    unit: /-gap$/.test(id) ? 'points' : unit,
    title,
    coarsestScale,
    window,
    numerator,
    denominator,
  })),
  release: ENGINE_VERSION,
};

function libraryOf({ records, places, ...province }: ProvinceFiles): Library {
  const known = new Map(records.map((record) => [record.id, record]));
  return {
    ...common,
    province,
    of: (id) => libraries.get(id) ?? LIBRARY,
    assumptions: assumptionsOf(records),
    places,
    factOf(lever, parameter) {
      const record = INSTRUMENTS.find((one) => one.id === lever)?.parameters[parameter]?.record;
      return factOfRecord(known.get(record ?? '')!);
    },
  };
}

const libraries = new Map(PROVINCES.map((one) => [one.id, libraryOf(one)]));

/** The library of this release, for the default province. */
export const LIBRARY: Library = libraries.get(DEFAULT_PROVINCE)!;
