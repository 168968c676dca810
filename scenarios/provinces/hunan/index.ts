/** Hunan: data files and derivations put together. Start with README.md for what the numbers are and are not. */
import contradictions from '../../evidence/contradictions.json' with { type: 'json' };
import type { Policy, ShockEvent } from '../../schema/scenario.ts';
import type {
  Contradiction,
  PrefectureRecord,
  ProvincePack,
  RegionRecord,
  Sourced,
  Target,
} from '../pack.ts';
import { readParameters } from '../parameters.ts';
import {
  deriveGuarantors,
  deriveLenders,
  type GuarantorPlan,
  type Home,
  type LenderPlan,
} from './derive-institutions.ts';
import { derivePopulation, placeEnterprises } from './derive-population.ts';
import history from './history.json' with { type: 'json' };
import institutions from './institutions.json' with { type: 'json' };
import margins from './margins.json' with { type: 'json' };
import type { Margins, Tilts } from './margins.ts';
import parameters from './parameters.json' with { type: 'json' };
import structure from './structure.json' with { type: 'json' };
import targets from './targets.json' with { type: 'json' };
import tilts from './tilts.json' with { type: 'json' };

export const MARGINS: Margins = margins;
export const TILTS = tilts as Tilts;
const PREFECTURES = structure.prefectures as unknown as readonly PrefectureRecord[];
const REGIONS: readonly RegionRecord[] = structure.regions;

/** The pack; derives the population, the lenders and the guarantors. Throws InputError for unsound records. */
export function hunan(): ProvincePack {
  const { atStart, debtTilt } = derivePopulation(MARGINS, TILTS);
  const homes = homesOf(MARGINS);
  return {
    id: 'hunan',
    title: { en: 'Hunan', zh: '湖南' },
    regions: REGIONS,
    prefectures: PREFECTURES,
    parameters: readParameters(parameters, PREFECTURES.length),
    population: atStart,
    debtTilt,
    lenders: deriveLenders(institutions.lenders as LenderPlan, homes),
    guarantors: deriveGuarantors(institutions.guarantors as GuarantorPlan, homes),
    targets: targets.targets as unknown as readonly Target[],
    ...historyOf(),
    contradictions: contradictions as readonly Contradiction[],
  };
}

function homesOf(from: Margins): Home[] {
  const places = placeEnterprises(from);
  return PREFECTURES.map(({ code, slug, region }, k) => {
    const { enterprises, balanceYuan } = from.prefectures[k];
    return {
      code,
      slug,
      region,
      enterprises,
      countyEnterprises: places[k * 3 + 1] + places[k * 3 + 2],
      balanceYuan,
    };
  });
}

type Dated<T> = { readonly change: T; readonly source: Sourced };

function historyOf(): Pick<ProvincePack, 'history' | 'historySources'> {
  const policies = history.policies as unknown as readonly Dated<Policy>[];
  const shocks = history.shocks as unknown as readonly Dated<ShockEvent>[];
  return {
    history: { policies: policies.map((one) => one.change), shocks: shocks.map((one) => one.change) },
    historySources: { policies: policies.map((one) => one.source), shocks: shocks.map((one) => one.source) },
  };
}
