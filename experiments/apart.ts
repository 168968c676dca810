/** Spreads with chance and what is not known of the parameters apart. */

import type { Resolved } from '../scenarios/index.ts';
import type { Changes } from '../scenarios/provinces/plausible.ts';
import type { ProvinceInput } from '../sim/index.ts';
import type { Spread, Summaries } from './ensemble.ts';
import type { Comparisons } from './paired.ts';

/** Which luck and which parameters a replication takes. */
export interface Draw {
  /** Number of the luck: the seed's replication. */
  readonly luck: number;
  readonly changes: Changes;
}

/** Draws of replication k: both vary, chance alone at the point values, parameters alone with the first luck. */
export interface Draws {
  /** SHA-256 of the set drawn from, for the receipt. */
  readonly hash?: string;
  readonly both: (k: number) => Draw;
  readonly chance: (k: number) => Draw;
  readonly parameters: (k: number) => Draw;
}

/** Draws from a set of this hash whose replication k takes `changes(k)`. */
export const drawsOf = (changes: (k: number) => Changes, hash?: string): Draws => ({
  ...(hash !== undefined && { hash }),
  both: (luck) => ({ luck, changes: changes(luck) }),
  chance: (luck) => ({ luck, changes: {} }),
  parameters: (k) => ({ luck: 0, changes: changes(k) }),
});

/** The province with a draw's values, except where the scenario's own assumptions say something else. */
export function drawnProvince({ province, data }: Resolved, { changes }: Draw): ProvinceInput {
  const base = data.province.parameters;
  const free = Object.entries(changes).filter(([name]) => {
    const key = name as keyof typeof base;
    return String(province.parameters[key]) === String(base[key]);
  });
  if (free.length === 0) return province;
  return { ...province, parameters: { ...province.parameters, ...Object.fromEntries(free) } };
}

/** The two spreads beside the one of both together. */
export interface Apart {
  readonly chance: Spread;
  readonly parameters: Spread;
}

const spreadAlone = ({ mean, p05, p50, p95 }: Spread): Spread => ({ mean, p05, p50, p95 });

const beside = <T extends Spread>(both: T, chance: Spread, parameters: Spread): T & Apart => ({
  ...both,
  chance: spreadAlone(chance),
  parameters: spreadAlone(parameters),
});

type Keyed<T> = Readonly<Record<string, T>>;

const each = <T>(both: Keyed<T>, combine: (id: string, one: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(both).map(([id, one]) => [id, combine(id, one)]));

/** Summaries of all indicators with both spreads beside each. */
export const summariesApart = (both: Summaries, chance: Summaries, parameters: Summaries): Summaries =>
  each(both, (id, one) => beside(one, chance[id], parameters[id]));

/** Comparisons of all indicators with both spreads beside each. */
export const comparisonsApart = (
  both: Comparisons,
  chance: Comparisons,
  parameters: Comparisons,
): Comparisons =>
  each(both, (id, one) => ({
    ...one,
    a: beside(one.a, chance[id].a, parameters[id].a),
    b: beside(one.b, chance[id].b, parameters[id].b),
    difference: beside(one.difference, chance[id].difference, parameters[id].difference),
  }));

/** Province and groups of a result, each combined from its three parts. */
export function partsApart<T>(
  [both, chance, parameters]: readonly [Parts<T>, Parts<T>, Parts<T>],
  combine: (both: Keyed<T>, chance: Keyed<T>, parameters: Keyed<T>) => Keyed<T>,
): Parts<T> {
  const groups = (dimension: string) =>
    each(both.by[dimension], (id, one) =>
      combine(one, chance.by[dimension][id], parameters.by[dimension][id]),
    );
  return {
    indicators: combine(both.indicators, chance.indicators, parameters.indicators),
    by: Object.fromEntries(Object.keys(both.by).map((dimension) => [dimension, groups(dimension)])),
  };
}

interface Parts<T> {
  readonly indicators: Keyed<T>;
  readonly by: Readonly<Record<string, Keyed<Keyed<T>>>>;
}
