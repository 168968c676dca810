/** Results as one long table: a row for each group, indicator and month, and one for the sum of a flow. */
import type { Comparison, ComparisonResult, Result, Spread, Summary, Total } from '../experiments/index.ts';
import { textCell } from './csv.ts';

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

/** How values of an indicator become columns, over its months and, of a flow, over the projection. */
interface Form<T> {
  readonly months: (one: T) => Measures;
  readonly sum: (one: T) => Measures | undefined;
}

function tidy<T extends { readonly unit: string; readonly needs?: number }>(
  groups: readonly Group<T>[],
  months: readonly string[],
  form: Form<T>,
): Column[] {
  const table = new Table();
  const span = `${months[1]}/${months.at(-1)}`;
  for (const { dimension, id, indicators } of groups) {
    for (const [indicator, one] of Object.entries(indicators)) {
      const labels = [dimension, id, indicator, one.unit];
      const add = (times: readonly string[], measures: Measures) => {
        const texts = TEXTS.map((name, k) => [name, times.map((time) => labels[k] ?? time)] as const);
        const needs = one.needs === undefined ? {} : { [NEEDS]: times.map(() => `1:${one.needs}`) };
        table.add(times.length, { ...Object.fromEntries(texts), ...needs }, measures);
      };
      add(months, form.months(one));
      const sum = form.sum(one);
      if (sum) add([span], sum);
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

const ofComparison = ({ a, b, difference }: Pick<Comparison, 'a' | 'b' | 'difference'>): Measures => ({
  ...prefixed('a_', a),
  ...prefixed('b_', b),
  ...prefixed('difference_', difference),
  difference_ci95_low: difference.ci95.map((interval) => interval?.[0] ?? null),
  difference_ci95_high: difference.ci95.map((interval) => interval?.[1] ?? null),
  difference_prob_positive: difference.probPositive,
});

/** A sum as a spread of one time; its median is not kept. */
const spreadOfSum = ({ mean, p05, p95, chance, parameters }: Total): Spread => ({
  mean: [mean],
  p05: [p05],
  p50: [null],
  p95: [p95],
  ...(chance && { chance: spreadOfSum(chance) }),
  ...(parameters && { parameters: spreadOfSum(parameters) }),
});

function sumOfComparison({ total }: Comparison): Measures | undefined {
  if (!total) return undefined;
  const { ci95, probPositive } = total.difference;
  const difference = { ...spreadOfSum(total.difference), ci95: [ci95], probPositive: [probPositive] };
  return ofComparison({ a: spreadOfSum(total.a), b: spreadOfSum(total.b), difference });
}

/** The long table of a result. */
export const resultColumns = (result: Result): Column[] =>
  tidy<Summary>(groupsOf(result), result.months, {
    months: (one) => prefixed('', one),
    sum: ({ total }) => total && prefixed('', spreadOfSum(total)),
  });

/** The long table of a comparison. */
export const comparisonColumns = (result: ComparisonResult): Column[] =>
  tidy<Comparison>(groupsOf(result), result.months, { months: ofComparison, sum: sumOfComparison });

const field = (value: string | number | null): string =>
  typeof value === 'string' ? textCell(value) : String(value ?? '');

/** Comma-separated values with a byte-order mark, so that spreadsheets read the Chinese. */
export function csvText(columns: readonly Column[]): string {
  const rows = columns[0].values.map((_, row) =>
    columns.map((column) => field(column.values[row])).join(','),
  );
  return `\uFEFF${[columns.map((column) => column.name).join(','), ...rows].join('\r\n')}\r\n`;
}
