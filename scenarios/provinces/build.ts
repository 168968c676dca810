/** A province from its files: structure, margins, leanings, institutions, parameters, targets, history. */
import type { Text } from '../../sim/index.ts';
import type { Policy, ShockEvent } from '../schema/scenario.ts';
import {
  deriveGuarantors,
  deriveLenders,
  type GuarantorPlan,
  type Home,
  type LenderPlan,
} from './derive/institutions.ts';
import type { Margins, Tilts } from './derive/margins.ts';
import { derivePopulation, placeEnterprises } from './derive/population.ts';
import type { Contradiction, PrefectureRecord, ProvincePack, RegionRecord, Sourced, Target } from './pack.ts';
import { readParameters } from './parameters.ts';

type Dated<T> = { readonly change: T; readonly source: Sourced };

/** What the folder of a province holds, as its files say it. */
export interface ProvinceFiles {
  readonly id: string;
  readonly title: Text;
  readonly structure: { readonly regions: unknown; readonly prefectures: unknown };
  readonly margins: Margins;
  readonly tilts: unknown;
  readonly institutions: { readonly lenders: unknown; readonly guarantors: unknown };
  readonly parameters: readonly unknown[];
  readonly targets: unknown;
  readonly history: { readonly policies: unknown; readonly shocks: unknown };
  readonly contradictions: readonly Contradiction[];
}

/** The pack; derives the population, the lenders and the guarantors. Throws InputError for unsound records. */
export function provinceFrom(files: ProvinceFiles): ProvincePack {
  const prefectures = files.structure.prefectures as readonly PrefectureRecord[];
  const { atStart, debtTilt } = derivePopulation(files.margins, files.tilts as Tilts);
  const homes = homesOf(files.margins, prefectures);
  return {
    id: files.id,
    title: files.title,
    regions: files.structure.regions as readonly RegionRecord[],
    prefectures,
    parameters: readParameters(files.parameters, prefectures.length),
    population: atStart,
    debtTilt,
    lenders: deriveLenders(files.institutions.lenders as LenderPlan, homes),
    guarantors: deriveGuarantors(files.institutions.guarantors as GuarantorPlan, homes),
    targets: files.targets as readonly Target[],
    ...historyOf(files.history),
    contradictions: files.contradictions,
  };
}

function homesOf(margins: Margins, prefectures: readonly PrefectureRecord[]): Home[] {
  const places = placeEnterprises(margins);
  return prefectures.map(({ code, slug, region }, k) => {
    const { enterprises, balanceYuan } = margins.prefectures[k];
    const countyEnterprises = places[k * 3 + 1] + places[k * 3 + 2];
    return { code, slug, region, enterprises, countyEnterprises, balanceYuan };
  });
}

function historyOf(history: ProvinceFiles['history']): Pick<ProvincePack, 'history' | 'historySources'> {
  const policies = history.policies as readonly Dated<Policy>[];
  const shocks = history.shocks as readonly Dated<ShockEvent>[];
  return {
    history: { policies: policies.map((one) => one.change), shocks: shocks.map((one) => one.change) },
    historySources: { policies: policies.map((one) => one.source), shocks: shocks.map((one) => one.source) },
  };
}
