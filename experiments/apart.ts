/** Spreads with chance and what is not known of the parameters apart. */

import type { Resolved } from '../scenarios/index.ts';
import type { Changes } from '../scenarios/provinces/plausible.ts';
import type { ProvinceInput } from '../sim/index.ts';
import type { Spread, Summaries } from './ensemble.ts';
import type { FiscalLedger, Tail } from './fiscal.ts';
import type { Comparisons } from './paired.ts';
import type { ComparedTotal, Total } from './totals.ts';

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

const totalAlone = ({ mean, p05, p95 }: Total): Total => ({ mean, p05, p95 });

const totalBeside = <T extends Total>(both: T, chance: Total, parameters: Total): T => ({
  ...both,
  chance: totalAlone(chance),
  parameters: totalAlone(parameters),
});

/** The sums of a flow, where an indicator is one, from its three parts. */
function totalApart<T>(
  parts: readonly { readonly total?: T }[],
  combine: (both: T, chance: T, parameters: T) => T,
): { readonly total?: T } {
  const [both, chance, parameters] = parts.map(({ total }) => total);
  return both && chance && parameters ? { total: combine(both, chance, parameters) } : {};
}

type Keyed<T> = Readonly<Record<string, T>>;

const each = <T>(both: Keyed<T>, combine: (id: string, one: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(both).map(([id, one]) => [id, combine(id, one)]));

/** Summaries of all indicators with both spreads beside each. */
export const summariesApart = (both: Summaries, chance: Summaries, parameters: Summaries): Summaries =>
  each(both, (id, one) => ({
    ...beside(one, chance[id], parameters[id]),
    ...totalApart([one, chance[id], parameters[id]], totalBeside),
  }));

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
    ...totalApart([one, chance[id], parameters[id]], comparedBeside),
  }));

const comparedBeside = (
  both: ComparedTotal,
  chance: ComparedTotal,
  parameters: ComparedTotal,
): ComparedTotal => ({
  a: totalBeside(both.a, chance.a, parameters.a),
  b: totalBeside(both.b, chance.b, parameters.b),
  difference: totalBeside(both.difference, chance.difference, parameters.difference),
});

/** A fiscal ledger with both others beside each of its sums. */
export function ledgerApart(
  both: FiscalLedger,
  chance: FiscalLedger,
  parameters: FiscalLedger,
): FiscalLedger {
  const tail = (of: (ledger: FiscalLedger) => Tail): Tail => ({
    ...of(both),
    chance: of(chance),
    parameters: of(parameters),
  });
  const rows = both.rows.map(({ id, years }, row) => ({
    id,
    all: tail(({ rows: all }) => all[row].all),
    years: years.map((_, year) => tail(({ rows: all }) => all[row].years[year])),
  }));
  return { ...both, rows, owed: tail(({ owed }) => owed) };
}

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
