/** The shape of a province pack, and how the engine's plain numbers come out of it. */
import type { GuarantorInput, LenderInput, ParameterName, ProvinceInput, Text } from '../../sim/index.ts';
import { type Fault, InputError, unknownName } from '../schema/fault.ts';
import type { Policy, ShockEvent } from '../schema/scenario.ts';
import { type Grade, type ParameterRecord, valuesOf } from './parameters.ts';

/** One place as the lab draws it: administrative code, names, reporting region, column and row of the tile map. */
export interface PrefectureRecord {
  readonly code: string;
  readonly slug: string;
  readonly en: string;
  readonly zh: string;
  readonly region: string;
  readonly tile: readonly [column: number, row: number];
}

/** A reporting region; gaps are measured between the core and the periphery. */
export interface RegionRecord {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly core?: boolean;
  readonly periphery?: boolean;
}

/** Half-width within which a target counts as met; bounds give the slack allowed past the value. */
export interface Tolerance {
  readonly kind: 'relative' | 'absolute' | 'upper-bound' | 'lower-bound';
  readonly value: number;
}

/** One number the simulated end of 2025 is compared with. */
export interface Target {
  readonly id: string;
  readonly dimensions: Readonly<Record<string, string | boolean>>;
  readonly value: number;
  readonly unit: string;
  readonly tolerance: Tolerance;
  /** Evidence ids, or `derived` and `assumed`. */
  readonly basis: readonly string[];
  readonly role: 'fit' | 'held-out' | 'input';
  readonly toleranceReason?: string;
  /** False when no published number stands behind the value: a plausibility band, not a test. */
  readonly scored: boolean;
  readonly note?: string;
}

/** Sources of one dated change of the past. */
export interface Sourced {
  readonly grade: Grade;
  readonly evidence: readonly string[];
  readonly note: string;
}

/** Published figures that cannot hold together, the one this pack goes by, and why. */
export interface Contradiction {
  readonly id: string;
  readonly about: Text;
  readonly figures: readonly { readonly evidence: string; readonly value: string }[];
  readonly chosen: string;
  readonly why: Text;
}

/** Everything known about one province before any scenario. */
export interface ProvincePack {
  readonly id: string;
  readonly title: Text;
  readonly regions: readonly RegionRecord[];
  readonly prefectures: readonly PrefectureRecord[];
  readonly parameters: readonly ParameterRecord[];
  /** Enterprises in 2023-01, index `((prefecture * 3 + setting) * 8 + sector) * 4 + size`. */
  readonly population: Float64Array;
  readonly debtTilt: readonly number[];
  readonly lenders: readonly LenderInput[];
  readonly guarantors: readonly GuarantorInput[];
  readonly targets: readonly Target[];
  /** Instruments and events of 2023-01 to 2025-12, in the shape of a scenario file. */
  readonly history: { readonly policies: readonly Policy[]; readonly shocks: readonly ShockEvent[] };
  /** Sources of those, in the same order. */
  readonly historySources: { readonly policies: readonly Sourced[]; readonly shocks: readonly Sourced[] };
  readonly contradictions: readonly Contradiction[];
}

/** Short name -> value, as in a scenario file. */
export type AssumptionValues = Readonly<Record<string, number | readonly number[]>>;

/** A parameter of the world outside or of taste that a person may vary. */
export interface Assumption {
  /** Short name used in scenario files. */
  readonly id: string;
  readonly parameter: ParameterName;
  readonly title: Text;
  /** What differs where it is higher, and through which channel. */
  readonly expected: Text;
  readonly unit: string;
  readonly value: number;
  readonly range: readonly [number, number];
  /** Numbers it takes: always 1. */
  readonly length: number;
  readonly grade: Grade;
  readonly evidence: readonly string[];
  readonly note: string;
}

const described = ({ unit, range, grade, evidence, note }: Omit<ParameterRecord, 'id' | 'value'>) => ({
  unit,
  range,
  grade,
  evidence,
  note,
});

/** The assumptions a person may change, in the order of the parameters. */
export function assumptionsOf(parameters: readonly ParameterRecord[]): Assumption[] {
  return parameters.flatMap(({ id, assumption, name, title, expected, value, ...record }) =>
    assumption && name && title && expected && typeof value === 'number'
      ? [{ id: name, parameter: id, title, expected, value, ...described(record), length: 1 }]
      : [],
  );
}

/**
 * The engine's input, with `assumptions` in place of the pack's own values. Throws InputError for an unknown
 * assumption or a value outside its range.
 */
export function toInput(pack: ProvincePack, assumptions: AssumptionValues = {}): ProvinceInput {
  const { changed, faults } = changesOf(pack, assumptions);
  if (faults.length > 0) throw new InputError(faults);
  const core = new Set(pack.regions.flatMap((region) => (region.core ? [region.id] : [])));
  const periphery = new Set(pack.regions.flatMap((region) => (region.periphery ? [region.id] : [])));
  return {
    id: pack.id,
    prefectures: pack.prefectures.map(({ code, region }) => ({
      code,
      region,
      core: core.has(region) ? 1 : 0,
      periphery: periphery.has(region) ? 1 : 0,
    })),
    population: pack.population,
    debtTilt: pack.debtTilt,
    lenders: pack.lenders,
    guarantors: pack.guarantors,
    parameters: { ...valuesOf(pack.parameters), ...changed },
  };
}

function changesOf(pack: ProvincePack, assumptions: AssumptionValues) {
  const known = assumptionsOf(pack.parameters);
  const changed: Partial<Record<ParameterName, readonly number[]>> = {};
  const faults: Fault[] = [];
  for (const [id, value] of Object.entries(assumptions)) {
    const one = known.find((candidate) => candidate.id === id);
    if (!one) {
      faults.push(
        unknownName(
          'assumption',
          id,
          known.map((each) => each.id),
          'assumptions',
        ),
      );
      continue;
    }
    const fault = valueFault(one, value);
    if (fault) faults.push(fault);
    else changed[one.parameter] = [value].flat();
  }
  return { changed, faults };
}

function valueFault(
  { id, range: [low, high] }: Assumption,
  value: number | readonly number[],
): Fault | undefined {
  const [only, ...others] = [value].flat();
  const fault = { kind: 'invalid', name: `assumption ${id}`, value, path: 'assumptions' } as const;
  if (others.length > 0 || typeof only !== 'number') return { ...fault, rule: 'not a number' };
  return only >= low && only <= high ? undefined : { ...fault, rule: `not in [${low}, ${high}]` };
}
