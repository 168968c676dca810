/** The stored baseline: on the screen before the model has run. Written only by `test/golden/baseline.mjs`. */

import type { Scale } from '../../sim/index.ts';
import type { Band, Contrast, LabResult, LabUpdate, PlacePair, Series } from '../../workers/api.ts';

type Values = readonly (number | null)[];

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
  readonly indicators: Readonly<Record<string, Readonly<Record<'mean' | 'p05' | 'p50' | 'p95', Values>>>>;
  readonly prefecture: Readonly<Record<string, Readonly<Record<string, Values>>>>;
}

const series = (values: Values): Series => Float64Array.from(values, (value) => value ?? Number.NaN);

/** The stored baseline as an answer: the status quo against itself. */
export function storedUpdate({ receipt, months, indicators, prefecture }: StoredBaseline): LabUpdate {
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
  const province = Object.entries(indicators).map(([id, { mean, p05, p50, p95 }]) => {
    const band: Band = { mean: series(mean), p05: series(p05), p50: series(p50), p95: series(p95) };
    return [id, { scenario: band, comparator: band, difference: nothing }] as const;
  });
  const places = Object.entries(prefecture).map(([code, values]) => {
    const pairs = Object.entries(values).map(([id, list]): [string, PlacePair] => {
      const level = series(list);
      return [id, { scenario: level, comparator: level, difference: zeros, half: zeros }];
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
export async function loadBaseline(url: string, engine: string): Promise<LabUpdate | undefined> {
  try {
    const response = await fetch(url);
    const stored = (await response.json()) as StoredBaseline;
    return stored.receipt.engine === engine ? storedUpdate(stored) : undefined;
  } catch {
    return undefined;
  }
}
