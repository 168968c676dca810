/** The names and ranges a scenario of one province may use. */
import type { Instrument, ParameterValues, ShockKind } from '../../sim/index.ts';

/** An assumption a person may change, by its short name. */
export interface AssumptionRange {
  readonly id: string;
  readonly range: readonly [number, number];
  /** Numbers it takes: 1, or as many as its dimension has. */
  readonly length: number;
}

export interface Vocabulary {
  readonly province: string;
  readonly instruments: readonly Instrument[];
  readonly shocks: readonly ShockKind[];
  readonly assumptions: readonly AssumptionRange[];
  /** Administrative codes, in the province's order. */
  readonly prefectures: readonly string[];
  /** Values of the province's records; where they are absent nothing is taken to be at its status quo. */
  readonly statusQuo?: ParameterValues;
}
