/** The protocol between the page and the simulation worker, in one file. */
import type { FiscalLedger } from '../experiments/index.ts';
import type { Scale } from '../sim/index.ts';

/** One value a month, NaN where the indicator is undefined; starts with 2025-12. */
export type Series = Float64Array;

/** An indicator over runs. With one run all four are equal. */
export interface Band {
  readonly mean: Series;
  readonly p05: Series;
  readonly p50: Series;
  readonly p95: Series;
}

/** A paired difference, scenario minus comparator, taken run by run. */
export interface Contrast extends Band {
  /** Ends of the 95 % interval of the mean; NaN with one run. */
  readonly low: Series;
  readonly high: Series;
  /** Share of runs with a difference above 0. */
  readonly positive: Series;
}

/** One number a run, over runs: a flow summed over the projection. With one run all three are equal. */
export interface Total {
  readonly mean: number;
  readonly p05: number;
  readonly p95: number;
}

/** A flow of the province summed over the projection, 2026-01 to the last month, in both scenarios. */
export interface PairTotal {
  readonly comparator: Total;
  readonly scenario: Total;
  /** Taken run by run, with the 95 % interval of the mean (NaN with one run) and the share of runs above 0. */
  readonly difference: Total & { readonly low: number; readonly high: number; readonly positive: number };
}

/** The same of a prefecture: means over runs and the half-width of the interval of their difference. */
export interface PlaceTotal {
  readonly comparator: number;
  readonly scenario: number;
  readonly difference: number;
  readonly half: number;
}

/** One indicator for the province. */
export interface Pair {
  readonly comparator: Band;
  readonly scenario: Band;
  readonly difference: Contrast;
  /** Of flows alone. */
  readonly total?: PairTotal;
}

/** One indicator for one prefecture: means over runs and the half-width of the interval of their difference. */
export interface PlacePair {
  readonly comparator: Series;
  readonly scenario: Series;
  readonly difference: Series;
  readonly half: Series;
  /** Of flows alone. */
  readonly total?: PlaceTotal;
}

/** Books of the province summed over runs, `[month][column]` in whole yuan; columns are the engine's `BOOK_COLUMNS`. */
export interface BookSums {
  readonly runs: number;
  readonly sums: Float64Array;
}

/** What a pair of scenarios gave so far. */
export interface LabResult {
  /** `2025-12` … `2030-12`. */
  readonly months: readonly string[];
  readonly province: Readonly<Record<string, Pair>>;
  /** Prefecture code -> indicator -> values; indicators without a breakdown are absent. */
  readonly prefecture: Readonly<Record<string, Readonly<Record<string, PlacePair>>>>;
  /** Absent in a stored result. */
  readonly books?: { readonly scenario: BookSums; readonly comparator: BookSums };
  /** What treasuries pay, expected and in the costliest runs. Absent in a stored result. */
  readonly fiscal?: { readonly scenario: FiscalLedger; readonly comparator: FiscalLedger };
}

/** Where an answer comes from: a stored file, one coarse run, one run at 1:100, or several. */
export type Stage = 'stored' | 'sketch' | 'single' | 'ensemble';

/** Most scenarios a scenario is compared with at once. */
export const MOST_COMPARATORS = 3;

/** What the page asks for. Scenarios are documents as a file would hold them. */
export interface LabRequest {
  /** Rises with every request; answers carry it back. */
  readonly id: number;
  readonly scenario: unknown;
  /** One to `MOST_COMPARATORS`, the first is the one the lab speaks of. */
  readonly comparators: readonly unknown[];
  readonly seed: string;
  /** Replications at the end. */
  readonly runs: number;
  /** Scale of the last answer: 1:100 usually, finer for a closer look. */
  readonly scale: Scale;
}

/** What to run again and, but at 1:1, the hash that must come out. */
export type LabReceipt = Readonly<Record<string, unknown>>;

/** A receipt for each scenario of a request. */
export interface LabReceipts {
  readonly scenario: LabReceipt;
  readonly comparator: LabReceipt;
  readonly others: readonly LabReceipt[];
}

/** An answer; each one replaces the one before. */
export interface LabUpdate {
  readonly id: number;
  readonly stage: Stage;
  /** Enterprises a simulated one stands for. */
  readonly scale: Scale;
  readonly runsDone: number;
  readonly runsTotal: number;
  /** The scenario against the first comparator. */
  readonly result: LabResult;
  /** The scenario against each further comparator, in order. */
  readonly others: readonly LabResult[];
  /** With the last answer of a request. */
  readonly receipts?: LabReceipts;
}

/** How a request ended. */
export type LabEnd = 'done' | 'superseded';

/** One thing wrong with a scenario document, in the house's words. */
export type LabFault = string;

/** What a receipt is asked for. */
export interface ReceiptSettings {
  readonly scale: Scale;
  readonly seed: string;
  readonly runs: number;
}

/** Scenarios that may be asked for next, the likeliest first. */
export interface Foresight {
  readonly scenarios: readonly unknown[];
  readonly seed: string;
}

/** What the worker offers. */
export interface LabApi {
  /**
   * Runs the scenario and its comparators, coarse first; the request in flight, if any, is dropped. `onProgress` hears
   * the months of long worlds. Rejects with the fault's words.
   */
  run(
    request: LabRequest,
    onUpdate: (update: LabUpdate) => void,
    onProgress?: (id: number, month: number) => void,
  ): Promise<LabEnd>;
  /** Drops a request; its promise resolves to `superseded`. */
  cancel(id: number): void;
  /** Runs the sketches of these scenarios ahead of time, until a request or another foresight comes. */
  foresee(foresight: Foresight): Promise<void>;
  /** Checks a scenario file's text; the document as it came when it can be run, the faults when it cannot. */
  check(text: string): { readonly document: unknown } | { readonly faults: readonly LabFault[] };
  /** Runs a scenario from its start and gives the full receipt, result hash included, as the terminal would. */
  receipt(scenario: unknown, settings: ReceiptSettings): Promise<LabReceipt>;
  /** Answers at once: the sign of life the page waits for. */
  ping(): true;
}
