/** Results as one long table: a row for each group, indicator and month. */
import type { Comparison, ComparisonResult, Result, Spread, Summary } from '../experiments/index.ts';

/** A column of texts or of numbers, null where undefined. */
export interface Column {
  readonly name: string;
  readonly kind: 'text' | 'number';
  readonly values: (string | number | null)[];
}

type Numbers = readonly (number | null)[];
type Measures = Readonly<Record<string, Numbers>>;

interface Group<T> {
  readonly dimension: string;
  readonly id: string;
  readonly indicators: Readonly<Record<string, T>>;
}

function groupsOf<T>(result: {
  readonly province: string;
  readonly indicators: Readonly<Record<string, T>>;
  readonly by: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, T>>>>>>;
}): Group<T>[] {
  const within = Object.entries(result.by).flatMap(([dimension, groups]) =>
    Object.entries(groups).map(([id, indicators]) => ({ dimension, id, indicators })),
  );
  return [{ dimension: 'province', id: result.province, indicators: result.indicators }, ...within];
}

const TEXTS = ['dimension', 'group', 'indicator', 'unit', 'month'] as const;

/** Coarsest scale at which an indicator means something, as `list indicators` says it; told where this world is coarser. */
const NEEDS = 'needs';

/** Columns of one table, filled row by row: what a row does not have is null. */
class Table {
  readonly #columns = new Map<string, Column>();
  #rows = 0;

  /** Adds `count` rows. */
  add(count: number, texts: Readonly<Record<string, readonly string[]>>, measures: Measures): void {
    for (const [name, values] of Object.entries(texts)) this.#column(name, 'text').push(...values);
    for (const [name, values] of Object.entries(measures)) this.#column(name, 'number').push(...values);
    this.#rows += count;
  }

  /** All columns, each with a value or null in every row. */
  columns(): Column[] {
    for (const column of this.#columns.values()) this.#pad(column);
    return [...this.#columns.values()];
  }

  #column(name: string, kind: Column['kind']): Column['values'] {
    const column = this.#columns.get(name) ?? { name, kind, values: [] };
    this.#columns.set(name, column);
    this.#pad(column);
    return column.values;
  }

  #pad({ values }: Column): void {
    while (values.length < this.#rows) values.push(null);
  }
}

function tidy<T extends { readonly unit: string; readonly needs?: number }>(
  groups: readonly Group<T>[],
  months: readonly string[],
  measuresOf: (one: T) => Measures,
): Column[] {
  const table = new Table();
  for (const { dimension, id, indicators } of groups) {
    for (const [indicator, one] of Object.entries(indicators)) {
      const labels = [dimension, id, indicator, one.unit];
      const texts = TEXTS.map((name, k) => [name, months.map((month) => labels[k] ?? month)] as const);
      const needs = one.needs === undefined ? {} : { [NEEDS]: months.map(() => `1:${one.needs}`) };
      table.add(months.length, { ...Object.fromEntries(texts), ...needs }, measuresOf(one));
    }
  }
  return table.columns();
}

const spreadColumns = (prefix: string, { mean, p05, p50, p95 }: Spread): Measures =>
  Object.fromEntries(
    Object.entries({ mean, p05, p50, p95 }).map(([name, values]) => [`${prefix}${name}`, values]),
  );

/** A spread, and those by chance and by parameters alone where they were told apart. */
const prefixed = (prefix: string, one: Spread): Measures => ({
  ...spreadColumns(prefix, one),
  ...(one.chance && spreadColumns(`${prefix}chance_`, one.chance)),
  ...(one.parameters && spreadColumns(`${prefix}parameters_`, one.parameters)),
});

const ofSummary = (one: Summary): Measures => prefixed('', one);

const ofComparison = ({ a, b, difference }: Comparison): Measures => ({
  ...prefixed('a_', a),
  ...prefixed('b_', b),
  ...prefixed('difference_', difference),
  difference_ci95_low: difference.ci95.map((interval) => interval?.[0] ?? null),
  difference_ci95_high: difference.ci95.map((interval) => interval?.[1] ?? null),
  difference_prob_positive: difference.probPositive,
});

/** The long table of a result. */
export const resultColumns = (result: Result): Column[] => tidy(groupsOf(result), result.months, ofSummary);

/** The long table of a comparison. */
export const comparisonColumns = (result: ComparisonResult): Column[] =>
  tidy(groupsOf(result), result.months, ofComparison);

const field = (value: string | number | null): string => {
  if (value === null) return '';
  return typeof value === 'string' && /[",\r\n]/.test(value)
    ? `"${value.replaceAll('"', '""')}"`
    : String(value);
};

/** Comma-separated values with a byte-order mark, so that spreadsheets read the Chinese. */
export function csvText(columns: readonly Column[]): string {
  const rows = columns[0].values.map((_, row) =>
    columns.map((column) => field(column.values[row])).join(','),
  );
  return `\uFEFF${[columns.map((column) => column.name).join(','), ...rows].join('\r\n')}\r\n`;
}
