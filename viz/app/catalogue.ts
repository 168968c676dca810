/** Fills the library from the files the engine and the provinces are made of; plain data, no engine. */
/// <reference path="../brief.d.ts" />

import { PRESETS } from '../../scenarios/presets/index.ts';
import parameters from '../../scenarios/provinces/hunan/parameters.json?brief';
import structure from '../../scenarios/provinces/hunan/structure.json' with { type: 'json' };
import type { Policy, ShockEvent } from '../../scenarios/schema/scenario.ts';
import { ENGINE_VERSION, INDICATORS, INSTRUMENTS, SHOCKS } from '../../sim/index.ts';
import { policyOf, shockOf } from './draft.ts';
import type { Assumption, Fact, Library, Preset } from './library.ts';
import type { ParameterFile } from './parameter-files.ts';
import { BASELINE, type Draft, type Text } from './state.ts';

/** A parameter without its sources, with a note where it is an assumption; `parameter-files.ts` has all of it. */
type Brief = Omit<ParameterFile, 'note' | 'evidence' | 'date'> & Partial<Pick<ParameterFile, 'note'>>;

const BRIEF = parameters as unknown as readonly Brief[];

interface PresetFile {
  readonly id: string;
  readonly title: Text;
  readonly question: Text;
  readonly author: string;
  readonly date: string;
  readonly sources?: readonly string[];
  readonly base?: string;
  readonly province?: string;
  readonly policies?: readonly (Partial<Policy> & { lever: string })[];
  readonly shocks?: readonly (Partial<ShockEvent> & { kind: string })[];
  readonly assumptions?: Readonly<Record<string, number>>;
}

const PROVINCE = 'hunan';
const FILES = PRESETS as ReadonlyMap<string, PresetFile>;

/** A scenario document as a draft: its base's changes first, then its own, defaults filled in. */
export function draftOf(file: PresetFile, preset: string, title?: Text): Draft {
  const base = file.base !== undefined && file.base !== file.id ? FILES.get(file.base) : undefined;
  const below = base && base.id !== BASELINE ? draftOf(base, base.id) : undefined;
  return {
    preset,
    ...(title && { title }),
    policies: [...(below?.policies ?? []), ...(file.policies ?? []).map(policyOf)],
    shocks: [...(below?.shocks ?? []), ...(file.shocks ?? []).map(shockOf)],
    assumptions: { ...below?.assumptions, ...file.assumptions },
  };
}

const PAIR = /-(weak|strong)$/;

/** The lab draws Hunan; presets of other provinces run in the terminal. */
const drawn = [...FILES.values()].filter(({ province = PROVINCE }) => province === PROVINCE);

const presets: readonly Preset[] = drawn.map((file) => ({
  id: file.id,
  title: file.title,
  question: file.question,
  author: file.author,
  date: file.date,
  sources: file.sources ?? [],
  named: !PAIR.test(file.id),
  draft: draftOf(file, file.id),
}));

const records = new Map(BRIEF.map((record) => [record.id, record]));

const factOfRecord = ({ value, range, unit, grade }: Brief): Fact => ({
  value: [value].flat()[0]!,
  range,
  unit,
  grade,
});

const assumptions: readonly Assumption[] = BRIEF.flatMap((record) =>
  record.assumption && record.name && record.title
    ? [{ ...factOfRecord(record), id: record.name, title: record.title, note: record.note ?? '' }]
    : [],
);

/** The library of this release. */
export const LIBRARY: Library = {
  presets,
  instruments: INSTRUMENTS,
  shockKinds: SHOCKS,
  assumptions,
  places: structure.prefectures.map(({ code, en, zh, tile }) => ({
    code,
    name: { en, zh },
    tile: tile as unknown as readonly [number, number],
  })),
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
  factOf(lever, parameter) {
    const record = INSTRUMENTS.find((one) => one.id === lever)?.parameters[parameter]?.record;
    return factOfRecord(records.get(record ?? '')!);
  },
};
