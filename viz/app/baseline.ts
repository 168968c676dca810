/** The stored baseline: on the screen before the model has run. Written only by `test/golden/baseline.mjs`. */

import { flowTotal, isFlow } from '../../experiments/flows.ts';
import type { Scale } from '../../sim/index.ts';
import type {
  Band,
  Contrast,
  LabResult,
  LabUpdate,
  Pair,
  PlacePair,
  Series,
  Total,
} from '../../workers/api.ts';
import type { IndicatorEntry, Library } from './library.ts';

type Values = readonly (number | null)[];

interface StoredBand extends Readonly<Record<'mean' | 'p05' | 'p50' | 'p95', Values>> {
  /** Of a flow: its sum over the projection. */
  readonly total?: Total;
}

/** The file: provincial bands and prefecture means of the indicators the Overview shows. */
export interface StoredBaseline {
  readonly receipt: Readonly<Record<string, unknown>> & {
    readonly scale: Scale;
    readonly runs: number;
    readonly engine: string;
  };
  /** Hash of the result of the first world alone, which a test runs again. */
  readonly firstHash: string;
  readonly months: readonly string[];
  readonly indicators: Readonly<Record<string, StoredBand>>;
  readonly prefecture: Readonly<Record<string, Readonly<Record<string, Values>>>>;
}

const series = (values: Values): Series => Float64Array.from(values, (value) => value ?? Number.NaN);

/** A flow's sum over the projection: the status quo against itself. */
function totalOf(level: Total): NonNullable<Pair['total']> {
  const zero = { mean: 0, p05: 0, p95: 0, low: 0, high: 0, positive: 0 };
  return { comparator: level, scenario: level, difference: zero };
}

function placeTotalOf(level: Series): NonNullable<PlacePair['total']> {
  const sum = flowTotal(level);
  return { comparator: sum, scenario: sum, difference: 0, half: 0 };
}

/** The stored baseline as an answer: the status quo against itself. */
export function storedUpdate(
  { receipt, months, indicators, prefecture }: StoredBaseline,
  catalogue: readonly IndicatorEntry[],
): LabUpdate {
  const flows = new Set(catalogue.filter(isFlow).map(({ id }) => id));
  const zeros = new Float64Array(months.length);
  const nothing: Contrast = {
    mean: zeros,
    p05: zeros,
    p50: zeros,
    p95: zeros,
    low: zeros,
    high: zeros,
    positive: zeros,
  };
  const province = Object.entries(indicators).map(([id, { mean, p05, p50, p95, total }]) => {
    const band: Band = { mean: series(mean), p05: series(p05), p50: series(p50), p95: series(p95) };
    const summed = total && { total: totalOf(total) };
    return [id, { scenario: band, comparator: band, difference: nothing, ...summed }] as const;
  });
  const places = Object.entries(prefecture).map(([code, values]) => {
    const pairs = Object.entries(values).map(([id, list]): [string, PlacePair] => {
      const level = series(list);
      const total = flows.has(id) && { total: placeTotalOf(level) };
      return [id, { scenario: level, comparator: level, difference: zeros, half: zeros, ...total }];
    });
    return [code, Object.fromEntries(pairs)] as const;
  });
  const result: LabResult = {
    months,
    province: Object.fromEntries(province),
    prefecture: Object.fromEntries(places),
  };
  const receipts = { scenario: receipt, comparator: receipt, others: [] };
  return {
    id: 0,
    stage: 'stored',
    scale: receipt.scale,
    runsDone: receipt.runs,
    runsTotal: receipt.runs,
    result,
    others: [],
    receipts,
  };
}

/** Fetches the file; undefined when it is missing or belongs to another engine. */
export async function loadBaseline(url: string, library: Library): Promise<LabUpdate | undefined> {
  try {
    const response = await fetch(url);
    const stored = (await response.json()) as StoredBaseline;
    return stored.receipt.engine === library.release ? storedUpdate(stored, library.indicators) : undefined;
  } catch {
    return undefined;
  }
}
