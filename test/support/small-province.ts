/**
 * Hunan in small: every prefecture, lender and parameter of the pack, one enterprise in five hundred, and institutions'
 * means cut alike, so that 96 months at scale 1 take about a second. At scale 1 a simulated enterprise is an enterprise:
 * laws about one yuan, one loan or one enterprise more can be put to the letter.
 */
import { seedOf } from '../../experiments/seed.ts';
import { resolvePreset } from '../../scenarios/index.ts';
import type {
  GuarantorInput,
  ParameterValues,
  Patch,
  ProvinceInput,
  Scale,
  Shock,
  WorldInput,
} from '../../sim/index.ts';

const THINNING = 500;

/** The pack at its point values, and what happened in it from 2023-01 to 2025-12. */
export const { province: HUNAN, patches: HISTORY, shocks: PAST_SHOCKS } = resolvePreset('baseline');

/** Cells cut to one in `oneIn`, cumulated so that the total is exact and no cell drifts. */
function thinned(population: Float64Array, oneIn: number): Float64Array {
  let real = 0;
  return population.map((count) => {
    const before = Math.floor(real / oneIn);
    real += count;
    return Math.floor(real / oneIn) - before;
  });
}

/** One guarantor a prefecture with the means of all of them: a smaller one could not write a single loan. */
function pooledGuarantors(guarantors: readonly GuarantorInput[], oneIn: number): GuarantorInput[] {
  return HUNAN.prefectures.map(({ code }, prefecture) => {
    const local = guarantors.filter((one) => one.prefecture === prefecture);
    const total = local.reduce((sum, one) => sum + one.netAssets, 0);
    const arrival = local.reduce((sum, one) => sum + one.netAssets * one.arrivalFactor, 0);
    return {
      id: `guarantor-${code}`,
      prefecture,
      netAssets: Math.round(total / oneIn),
      arrivalFactor: arrival / total,
    };
  });
}

const POPULATION = thinned(HUNAN.population, THINNING);
const GUARANTORS = pooledGuarantors(HUNAN.guarantors, THINNING);

/**
 * Money of risk funds and founders of banks, cut as the enterprises are; the re-guarantor and insurers keep theirs, so
 * that no law depends on it.
 */
const MONEY = Object.fromEntries(
  (
    [
      'fundAllocation.fund',
      'riskPool.size',
      'dataPool.size',
      'specialisedFund.size',
      'parkRiskFund.endowment',
      'relationshipBanks.capital',
    ] as const
  ).map((id) => [id, HUNAN.parameters[id].map((yuan) => yuan / THINNING)]),
);

/** Values that take the place of the pack's. */
export type Changes = Partial<{ -readonly [K in keyof ParameterValues]: readonly number[] }>;

/** The small province, with some of its parameters changed. */
export function smallProvince(parameters: Changes = {}, changes: Partial<ProvinceInput> = {}): ProvinceInput {
  return {
    ...HUNAN,
    id: 'small-hunan',
    population: POPULATION,
    guarantors: GUARANTORS,
    parameters: { ...HUNAN.parameters, ...MONEY, ...parameters },
    ...changes,
  };
}

/** The pack cut smaller still, one enterprise in `oneIn`. */
export const cutProvince = (oneIn: number): ProvinceInput =>
  smallProvince(
    {},
    { population: thinned(HUNAN.population, oneIn), guarantors: pooledGuarantors(HUNAN.guarantors, oneIn) },
  );

/** What is asked of a world; everything left out is the small province as history left it, with luck `law`. */
export interface Story {
  readonly province?: ProvinceInput;
  /** Policies and shocks besides those of history. */
  readonly patches?: readonly Patch[];
  readonly shocks?: readonly Shock[];
  readonly seed?: string;
  readonly scale?: Scale;
}

const PROVINCE = smallProvince();

/** The engine's input for a story. */
export function inputOf({
  province = PROVINCE,
  patches = [],
  shocks = [],
  seed = 'law',
  scale = 1,
}: Story = {}): WorldInput {
  return {
    province,
    patches: [...HISTORY, ...patches],
    shocks: [...PAST_SHOCKS, ...shocks],
    seed: seedOf(seed),
    scale,
  };
}

/** A patch from 2026-01 to the end, for everyone and at once, unless told otherwise. */
export function patch(instrument: string, set: Patch['set'], more: Partial<Patch> = {}): Patch {
  return { instrument, from: 36, until: 95, phaseInMonths: 0, scope: {}, set, ...more };
}

/** Every value of a parameter, by some rule. */
export const everywhere = (values: readonly number[], rule: (value: number) => number): number[] =>
  values.map(rule);
