/** The plain numbers the engine needs. Whoever calls the engine has checked them; the engine trusts them. */
import type { ParameterName } from './parameters.ts';

/** Kinds of place inside a prefecture. */
export const SETTINGS = ['urban', 'county', 'township'] as const;
/** Lines of business. */
export const SECTORS = [
  'agriculture',
  'manufacturing',
  'construction',
  'trade',
  'transport',
  'hospitality-tourism',
  'technology',
  'services',
] as const;
/** Legal and statistical size classes, from self-employed to medium. */
export const SIZES = ['individual', 'micro', 'small', 'medium'] as const;
/** Classes of lender; `private` is the informal fallback and not a licensed lender. */
export const LENDER_CLASSES = [
  'state',
  'joint-stock',
  'city',
  'rural',
  'village-microcredit',
  'digital',
  'relationship',
  'private',
] as const;

export type Setting = (typeof SETTINGS)[number];
export type Sector = (typeof SECTORS)[number];
export type Size = (typeof SIZES)[number];
export type LenderClass = (typeof LENDER_CLASSES)[number];

/** Enterprises represented by one simulated enterprise. */
export const SCALES = [1, 10, 100, 1000] as const;
export type Scale = (typeof SCALES)[number];

/** One prefecture: its administrative code and the reporting region it belongs to. */
export interface PrefectureInput {
  readonly code: string;
  readonly region: string;
  /** 1 for the prefectures of the provincial core. */
  readonly core: 0 | 1;
  /** 1 for the underdeveloped west and south, as the inclusive-finance fund counts it. */
  readonly periphery?: 0 | 1;
}

/** One licensed lender at the start; a province-wide lender has `prefecture` -1. */
export interface LenderInput {
  readonly id: string;
  readonly class: LenderClass;
  readonly prefecture: number;
  /** Relative weight among the lenders of its class that serve a place. */
  readonly weight: number;
  /** 1 when the lender has a risk-sharing agreement with the guarantors. */
  readonly agreement: 0 | 1;
}

/** One government guarantor at the start. */
export interface GuarantorInput {
  readonly id: string;
  /** Prefecture whose enterprises it serves; -1 serves the whole province. */
  readonly prefecture: number;
  /** Capital paid in, yuan; `start.guarantorAssets` of it is left at the start. */
  readonly netAssets: number;
  /** Factor on the mean arrival of compensation (0 = the treasury pays nothing). */
  readonly arrivalFactor: number;
}

/** Everything that makes one province: places, population, institutions, parameters. */
export interface ProvinceInput {
  readonly id: string;
  readonly prefectures: readonly PrefectureInput[];
  /** Enterprises at the start (2023-01), index `((prefecture * 3 + setting) * 8 + sector) * 4 + size`. */
  readonly population: Float64Array;
  /** Mean debt of a borrower relative to its size class, by prefecture (1 = provincial mean). */
  readonly debtTilt: readonly number[];
  readonly lenders: readonly LenderInput[];
  readonly guarantors: readonly GuarantorInput[];
  readonly parameters: ParameterValues;
}

/** Value of every parameter; the length is fixed by its dimension in `PARAMETERS`. */
export type ParameterValues = { readonly [K in ParameterName]: readonly number[] };

/** Who a patch or shock concerns; an absent list means everyone. Indices, not names. */
export interface Scope {
  readonly prefectures?: readonly number[];
  readonly settings?: readonly number[];
  readonly sectors?: readonly number[];
  readonly sizes?: readonly number[];
  readonly lenders?: readonly number[];
}

/** A dated change of one instrument's parameters. Months count from 2023-01 = 0, both ends inclusive. */
export interface Patch {
  readonly instrument: string;
  readonly from: number;
  readonly until: number;
  readonly phaseInMonths: number;
  readonly scope: Scope;
  /** Parameter of the instrument -> value; `enabled: 0` removes the instrument. */
  readonly set: Readonly<Record<string, number>>;
}

/** One shock: severity 1 is the reference event of its kind. */
export interface Shock {
  readonly kind: string;
  readonly from: number;
  readonly months: number;
  readonly severity: number;
  readonly scope: Scope;
}

/** One world to run: a province, what happens in it, its luck and its scale. */
export interface WorldInput {
  readonly province: ProvinceInput;
  readonly patches: readonly Patch[];
  readonly shocks: readonly Shock[];
  readonly seed: readonly [number, number];
  readonly scale: Scale;
}

/** First simulated month (2023-01), the fork (2025-12) and the last month (2030-12). */
export const FIRST_YEAR = 2023;
export const FORK_MONTH = 35;
export const LAST_MONTH = 95;

/** '2026-07' for month 42. */
export function monthName(month: number): string {
  const year = FIRST_YEAR + Math.floor(month / 12);
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** 42 for '2026-07'; NaN when the text is not a month. */
export function monthIndex(name: string): number {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(name);
  return match ? (Number(match[1]) - FIRST_YEAR) * 12 + Number(match[2]) - 1 : Number.NaN;
}
