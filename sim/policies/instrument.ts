/** What every policy instrument looks like. One instrument a file; `registry.ts` lists them. */
import type { ParameterName } from '../parameters.ts';

/** A text in both languages of the house. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** What a parameter varies over: enterprises by cell, lenders, prefectures, or nothing. */
export type Over = 'cell' | 'lender' | 'prefecture' | 'province';

export interface InstrumentParameter {
  /** Record in the province pack that holds the status quo, which is the default. */
  readonly record: ParameterName;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Step of the slider. */
  readonly step: number;
  readonly over: Over;
  /** Value when the instrument is switched off; as it stands where that has none. */
  readonly off?: number;
  /** Parameter of the same instrument without which this one does nothing. */
  readonly needs?: string;
  readonly title: Text;
}

export interface Instrument {
  readonly id: string;
  readonly title: Text;
  /** One sentence: what changes for whom, through which channel. */
  readonly does: Text;
  readonly parameters: Readonly<Record<string, InstrumentParameter>>;
  /** Numbers of the rows in the systems table that this instrument implements. */
  readonly systems: readonly string[];
  /** Ids of the fact register behind the range. */
  readonly evidence: readonly string[];
  /** Two settings and what should differ between them, through which channel. */
  readonly pair: {
    readonly weak: Readonly<Record<string, number>>;
    readonly strong: Readonly<Record<string, number>>;
    readonly expected: Text;
  };
}
