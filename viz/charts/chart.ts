/** What every chart function is given about the page, and what its figure is made of. */
import type { Language } from '../text/language.ts';
import type { Look } from './look.ts';
import type { Point } from './points.ts';

/** Where the numbers of a figure come from; goes into its exports. */
export interface Origin {
  readonly release: string;
  readonly seed: string;
  readonly runs: number;
  /** Enterprises a simulated one stands for. */
  readonly scale: number;
  readonly stage: string;
  /** Address that shows this scenario again. */
  readonly link: () => string;
  /** What the address names and does not carry, in words. */
  readonly linkCarriesNot?: string | undefined;
  /** Scenario files and receipts, as a value for JSON. */
  readonly documents: () => unknown;
}

/** The page around a chart: how wide, which colours, which language. */
export interface Setting {
  /** Room for the picture, px. */
  readonly width: number;
  readonly look: Look;
  readonly language: Language;
  readonly origin?: Origin | undefined;
}

/** The table twin: the numbers of the picture and no others. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Tidy rows for files: raw values in the model's units, undefined values empty. */
export interface Tidy {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The parts of one figure. */
export interface Chart {
  /** Names the kind, as in `fan`; also part of the file name of an export. */
  readonly kind: string;
  /** The finding, as a sentence. */
  readonly title: string;
  /** What is drawn, in which unit, over whom. */
  readonly subtitle: string;
  readonly picture: SVGSVGElement;
  readonly points: readonly Point[];
  /** True when left and right run on to the next row, as in a map. */
  readonly wraps?: boolean;
  readonly table: Table;
  readonly tidy: Tidy;
  /** Explanation of marks, under the picture. */
  readonly key?: Element;
}
