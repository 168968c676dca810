/** Results as one long table: a row for each group, indicator and month. */
import type { Comparison, ComparisonResult, Result, Summary } from '../experiments/index.ts';

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

/** A column that is made when its first values come. */
function columnOf(columns: Map<string, Column>, name: string, kind: Column['kind']): Column['values'] {
  const column = columns.get(name) ?? { name, kind, values: [] };
  columns.set(name, column);
  return column.values;
}

function tidy<T extends { readonly unit: string }>(
  groups: readonly Group<T>[],
  months: readonly string[],
  measuresOf: (one: T) => Measures,
): Column[] {
  const columns = new Map<string, Column>();
  for (const { dimension, id, indicators } of groups) {
    for (const [indicator, one] of Object.entries(indicators)) {
      const labels = [dimension, id, indicator, one.unit];
      const texts = TEXTS.map((_, k) => months.map((month) => labels[k] ?? month));
      for (const [k, values] of texts.entries()) columnOf(columns, TEXTS[k], 'text').push(...values);
      for (const [name, values] of Object.entries(measuresOf(one)))
        columnOf(columns, name, 'number').push(...values);
    }
  }
  return [...columns.values()];
}

const prefixed = (
  prefix: string,
  { mean, p05, p50, p95 }: { mean: Numbers; p05: Numbers; p50: Numbers; p95: Numbers },
): Measures =>
  Object.fromEntries(
    Object.entries({ mean, p05, p50, p95 }).map(([name, values]) => [`${prefix}${name}`, values]),
  );

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
