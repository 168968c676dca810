/** What a fact of the register looks like. */

/** A published figure: exact, a range, or a bound. */
export type Quantity =
  | number
  | { readonly min: number; readonly max: number }
  | { readonly operator: '<' | '<=' | '>' | '>=' | '~'; readonly value: number };

/** `state` is a level, `effect` a difference to test on, `target` a wish and never an outcome. */
export type FactKind = 'state' | 'effect' | 'target' | 'policy-parameter' | 'benchmark' | 'event';

export interface Fact {
  readonly id: string;
  readonly metric: string;
  readonly subject: string;
  readonly value: Quantity;
  /** As published: percent, CNY 100m, working days. The engine's units are fractions, yuan and months. */
  readonly unit: string;
  readonly asOf: string;
  readonly kind: FactKind;
  /** Id in `documents.json`. */
  readonly document: string;
  readonly section: string;
  /** Whom the document names as its source; most entries name nobody. */
  readonly statedSource?: string;
  readonly summary: string;
  /** Facts of the same register that cannot be true in the same sense. */
  readonly conflictsWith?: readonly string[];
}

/** A document the facts were read from. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly titleEn?: string;
  readonly authors?: readonly string[];
  readonly publisher?: string;
  readonly kind: string;
  readonly date: string;
  readonly grade: string;
  readonly caveat?: string;
}

/** One prefecture of the public statistics; GDP in CNY 100m, null where it is not published by itself. */
export interface PublicStatistics {
  readonly code: string;
  readonly population2020: number;
  readonly gdp2023: number | null;
}

const SIGNS = { '<': '< ', '<=': '≤ ', '>': '> ', '>=': '≥ ', '~': 'about ' } as const;

/** A figure as a person reads it: `3.87 percent`, `1 to 3 months`, `≥ 7.6 percent`. */
export function quantityText({ value, unit }: Pick<Fact, 'value' | 'unit'>): string {
  if (typeof value === 'number') return `${figure(value)} ${unit}`;
  if ('min' in value) return `${figure(value.min)} to ${figure(value.max)} ${unit}`;
  return `${SIGNS[value.operator]}${figure(value.value)} ${unit}`;
}

function figure(value: number): string {
  const [whole, fraction] = String(value).split('.');
  const grouped = Math.abs(value) >= 10_000 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return fraction ? `${grouped}.${fraction}` : grouped;
}
