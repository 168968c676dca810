/** Lenders and guarantors of a province from the counts and leanings in `institutions.json`. */
import type { GuarantorInput, LenderClass, LenderInput } from '../../../sim/index.ts';
import { sumOf, wholeParts } from './apportion.ts';

/** What the derivation needs to know about a prefecture. */
export interface Home {
  readonly code: string;
  readonly slug: string;
  readonly region: string;
  readonly enterprises: number;
  /** Enterprises outside the urban core. */
  readonly countyEnterprises: number;
  readonly balanceYuan: number;
}

type ByCode = Readonly<Record<string, number>>;

export interface LenderPlan {
  readonly province: readonly {
    readonly class: LenderClass;
    readonly weights: readonly number[];
    readonly agreements: number;
  }[];
  readonly home: readonly HomePlan[];
  readonly agreementLean: { readonly value: ByCode };
}

/** Local lenders of a class: placed where `at` says, or at least `least` everywhere and the rest by county enterprises. */
export interface HomePlan {
  readonly class: LenderClass;
  readonly count: number;
  readonly agreements: number;
  readonly at?: ByCode;
  readonly least?: number;
  /** Weight of the first lender of a prefecture; the others weigh 1. */
  readonly firstWeight: number;
}

export interface GuarantorPlan {
  readonly total: number;
  readonly netAssets: number;
  readonly least: number;
  readonly rankWeights: readonly number[];
  readonly withoutArrival: ByCode;
  readonly arrivalLean: { readonly value: ByCode };
}

/** Licensed lenders: province-wide ones first, then local ones by class and prefecture. */
export function deriveLenders(plan: LenderPlan, homes: readonly Home[]): LenderInput[] {
  const wide = plan.province.flatMap(({ class: kind, weights, agreements }) =>
    weights.map((weight, k) => ({
      id: `${kind}-${k + 1}`,
      class: kind,
      prefecture: -1,
      weight,
      agreement: k < agreements ? (1 as const) : (0 as const),
    })),
  );
  return [...wide, ...plan.home.flatMap((one) => localLenders(one, plan.agreementLean.value, homes))];
}

function localLenders(plan: HomePlan, lean: ByCode, homes: readonly Home[]): LenderInput[] {
  const counts = plan.at
    ? homes.map(({ code }) => plan.at?.[code] ?? 0)
    : spread(
        plan.count,
        plan.least ?? 0,
        homes.map((home) => home.countyEnterprises),
      );
  const agreements = wholeParts(
    homes.map((home, k) => counts[k] * lean[home.region]),
    plan.agreements,
  );
  return homes.flatMap((home, prefecture) =>
    Array.from({ length: counts[prefecture] }, (_, k) => ({
      id: `${plan.class}-${home.slug}-${k + 1}`,
      class: plan.class,
      prefecture,
      weight: k === 0 ? plan.firstWeight : 1,
      agreement: k < agreements[prefecture] ? (1 as const) : (0 as const),
    })),
  );
}

/** `count` institutions, at least `least` in each place and the rest by `size`. */
function spread(count: number, least: number, size: readonly number[]): number[] {
  return wholeParts(size, count - least * size.length).map((more) => more + least);
}

/** Government guarantors; net assets sum to the plan's total, arrival weighted by them has mean 1. */
export function deriveGuarantors(plan: GuarantorPlan, homes: readonly Home[]): GuarantorInput[] {
  const counts = spread(
    plan.total,
    plan.least,
    homes.map((home) => home.enterprises),
  );
  const places = homes.flatMap((home, prefecture) =>
    Array.from({ length: counts[prefecture] }, (_, rank) => ({
      home,
      prefecture,
      rank,
      among: counts[prefecture],
    })),
  );
  const weights = places.map(({ home, rank, among }) => {
    const ranks = plan.rankWeights.slice(0, among);
    return (Math.sqrt(home.enterprises * home.balanceYuan) * plan.rankWeights[rank]) / sumOf(ranks);
  });
  const netAssets = wholeParts(weights, plan.netAssets);
  const leans = places.map(({ home, rank, among }) =>
    rank >= among - (plan.withoutArrival[home.code] ?? 0) ? 0 : plan.arrivalLean.value[home.region],
  );
  const mean = sumOf(leans.map((lean, k) => lean * netAssets[k])) / plan.netAssets;
  return places.map(({ home, prefecture, rank }, k) => ({
    id: `guarantor-${home.slug}-${rank + 1}`,
    prefecture,
    netAssets: netAssets[k],
    arrivalFactor: leans[k] / mean,
  }));
}
