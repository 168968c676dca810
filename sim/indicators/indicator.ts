import type { Scale } from '../input.ts';
import type { Text } from '../policies/instrument.ts';
import { COUNT, COUNTERS, type Counter } from './counters.ts';
import type { Group } from './groups.ts';

/** Counts of one group up to a month, as many months back as there are. */
export class History {
  /** Counts of all groups by month, and the place of the month and of the group in them. */
  readonly #counts: readonly Float64Array[];
  readonly #at: number;
  readonly #offset: number;
  readonly scale: Scale;
  /** Of a prefecture: whether gaps are measured from or to it. */
  readonly standing: Group['standing'];

  constructor(
    counts: readonly Float64Array[],
    at: number,
    group: number,
    scale: Scale,
    standing?: Group['standing'],
  ) {
    this.#counts = counts;
    this.#at = at;
    this.#offset = group * COUNTERS.length;
    this.scale = scale;
    this.standing = standing;
  }

  /** One count this month, or `back` months ago; NaN where there is no such month. */
  now(counter: Counter, back = 0): number {
    const month = this.#counts[this.#at - back];
    return month ? month[this.#offset + COUNT[counter]] : Number.NaN;
  }

  /** Sum of a count over the last `length` months; NaN where there are not so many. */
  sum(counter: Counter, length: number): number {
    if (this.#at + 1 < length) return Number.NaN;
    const column = this.#offset + COUNT[counter];
    let total = 0;
    for (let back = 0; back < length; back++) total += this.#counts[this.#at - back][column];
    return total;
  }
}

export interface Indicator {
  readonly id: string;
  readonly title: Text;
  readonly unit:
    | 'ratio'
    | 'annual ratio'
    | 'enterprises'
    | 'yuan'
    | 'days'
    | 'index'
    | 'multiple'
    | 'count'
    | 'AUC';
  readonly numerator: Text;
  readonly denominator: Text;
  readonly window: 'month end' | 'month' | 'three months' | 'twelve months' | 'thirty-six months';
  readonly nullWhen: string;
  /** The coarsest scale at which the indicator means something. */
  readonly coarsestScale: Scale;
  /** Whether it can be broken down, or belongs to the province (and its prefectures) alone. */
  readonly of: 'enterprises' | 'loans' | 'institutions' | 'province';
  /** Value from a group's history, the province's, and every prefecture's; null where undefined. */
  value(group: History, province: History, prefectures: readonly History[]): number | null;
}

/** a / b, or null when b is zero or either is unknown. */
export function ratio(a: number, b: number): number | null {
  return b !== 0 && Number.isFinite(a) && Number.isFinite(b) ? a / b : null;
}

export const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
