/** One institution, programme or mechanism of the sources, and what of the model stands for it. */
import type { Text } from '../../sim/index.ts';
import type { ClaimId } from './claims.ts';

/** What implements a row. Several rows may share one carrier with other settings or another scope. */
export interface Carrier {
  readonly kind: 'lever' | 'shock' | 'agent' | 'contract' | 'phase' | 'indicator' | 'preset';
  /** Id of the lever, shock, indicator, preset or phase; for agents and contracts a class or product of the engine. */
  readonly name: string;
  /** The settings or scope that tell this row from others with the same carrier. */
  readonly with?: Text;
}

/** Part of a scenario whose presence or absence makes the difference the row is about. */
export interface Change {
  readonly policies?: readonly {
    readonly lever: string;
    readonly set?: Readonly<Record<string, number>>;
    readonly enabled?: false;
    readonly scope?: {
      readonly prefectures?: readonly string[];
      readonly settings?: readonly string[];
      readonly sectors?: readonly string[];
      readonly sizes?: readonly string[];
      readonly lenders?: readonly string[];
    };
  }[];
  readonly shocks?: readonly {
    readonly kind: string;
    readonly severity?: number;
    readonly months?: number;
    readonly scope?: { readonly prefectures?: readonly string[]; readonly sectors?: readonly string[] };
  }[];
  /** Values in place of the pack's, for rows that are agents or rules rather than levers. */
  readonly parameters?: Readonly<Record<string, readonly number[]>>;
}

/** A row the model represents. */
export interface RepresentedRow {
  readonly id: string;
  readonly by: readonly [Carrier, ...Carrier[]];
  /** Causal claims of the sources the row must reproduce; empty when the sources claim nothing of it. */
  readonly claims: readonly ClaimId[];
  /** Taking the row away, or putting it in: must change some byte of the result. */
  readonly change: Change;
  /** File and title of the test that shows the claim, or the channel where nothing is claimed. */
  readonly test: { readonly file: string; readonly title: string };
}

/** A row outside enterprise lending, and why it is left out. */
export interface OutsideRow {
  readonly id: string;
  readonly outside: Text;
}

export type SystemRow = RepresentedRow | OutsideRow;
