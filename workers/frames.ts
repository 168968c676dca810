/** Paired runs -> what the page shows: bands of the province, means and intervals of prefectures. Grows run by run. */
import { type FiscalLedger, studentQuantile, TELLING } from '../experiments/index.ts';
import { monthName } from '../sim/index.ts';
import type { Band, BookSums, LabResult, Pair, PlacePair, Series } from './api.ts';
import { resultOfOne } from './one-run.ts';
import { type Axes, fiscalOf, type Run } from './run-values.ts';
import { inTotal, pairTotal, placeTotal } from './totals.ts';

/** Running sums of one paired quantity over runs. */
interface Sums {
  readonly count: Uint16Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly difference: Float64Array;
  /** Sum of squared deviations from the running mean of the difference. */
  readonly squares: Float64Array;
}

const newSums = (length: number): Sums => ({
  count: new Uint16Array(length),
  a: new Float64Array(length),
  b: new Float64Array(length),
  difference: new Float64Array(length),
  squares: new Float64Array(length),
});

/** Half of the 95 % interval per unit of standard error, by number of runs. */
const tValues: number[] = [];
const tOf = (runs: number): number => {
  tValues[runs] ??= studentQuantile(0.975, runs - 1);
  return tValues[runs];
};

export class Frames {
  readonly #axes: Axes;
  readonly #runs: { readonly a: Run; readonly b: Run }[] = [];
  readonly #sums: Sums;
  /** Runs that are in the sums; the others are added when a result is asked for. */
  #summed = 0;
  /** Books of the comparator and of the scenario, added up over runs. */
  readonly #books: { a?: Float64Array; b?: Float64Array } = {};

  constructor(axes: Axes) {
    this.#axes = axes;
    const { prefectures, indicators, months } = axes;
    this.#sums = newSums((1 + prefectures.length) * indicators.length * months.length);
  }

  get runs(): number {
    return this.#runs.length;
  }

  /** Adds replication k of the comparator `a` and of the scenario `b`. */
  add(a: Run, b: Run): void {
    this.#runs.push({ a, b });
  }

  #addUp({ values: a, books: booksA }: Run, { values: b, books: booksB }: Run): void {
    this.#books.a = addUp(this.#books.a, booksA);
    this.#books.b = addUp(this.#books.b, booksB);
    const { count, a: sumA, b: sumB, difference, squares } = this.#sums;
    for (let i = 0; i < count.length; i++) {
      const gap = b[i] - a[i];
      if (Number.isNaN(gap)) continue;
      count[i]++;
      sumA[i] += a[i];
      sumB[i] += b[i];
      const before = gap - difference[i];
      difference[i] += before / count[i];
      squares[i] += before * (gap - difference[i]);
    }
  }

  /** Everything so far. Its series share one block of memory, which is quicker to make and to copy than thousands. */
  result(): LabResult {
    const [first] = this.#runs;
    if (first && this.#runs.length === 1) return resultOfOne(this.#axes, first.a, first.b);
    for (; this.#summed < this.#runs.length; this.#summed++) {
      const { a, b } = this.#runs[this.#summed];
      this.#addUp(a, b);
    }
    const { indicators, prefectures, months } = this.#axes;
    const block = newBlock(
      months.length,
      indicators.length * (PAIR_SERIES + PLACE_SERIES * prefectures.length),
    );
    const province = indicators.map((id, k) => [id, this.#pair(k, block)] as const);
    const prefecture = prefectures.map((code, group) => {
      const offset = (group + 1) * indicators.length;
      const places = indicators.flatMap((id, k) =>
        this.#isKnown(offset + k) ? [[id, this.#place(offset + k, block)] as const] : [],
      );
      return [code, Object.fromEntries(places)] as const;
    });
    return {
      months: months.map(monthName),
      province: Object.fromEntries(province),
      prefecture: Object.fromEntries(prefecture),
      books: { scenario: this.#booksOf('b'), comparator: this.#booksOf('a') },
      fiscal: { scenario: this.#fiscalOf('b'), comparator: this.#fiscalOf('a') },
    };
  }

  #booksOf(side: 'a' | 'b'): BookSums {
    return { runs: this.#runs.length, sums: this.#books[side]!.slice() };
  }

  #fiscalOf(side: 'a' | 'b'): FiscalLedger {
    return fiscalOf(
      this.#axes,
      this.#runs.map((pair) => pair[side]),
    );
  }

  /** Whether a row has a value in some month. */
  #isKnown(row: number): boolean {
    const length = this.#axes.months.length;
    return this.#sums.count.subarray(row * length, (row + 1) * length).some((runs) => runs > 0);
  }

  #pair(row: number, series: Block): Pair {
    const length = this.#axes.months.length;
    const [comparator, scenario, difference] = [newBand(series), newBand(series), newBand(series)];
    const [low, high, positive] = [series(), series(), series()];
    const [a, b, gaps] = [0, 1, 2].map(() => new Float64Array(this.#runs.length)) as [Series, Series, Series];
    for (let month = 0; month < length; month++) {
      const at = row * length + month;
      for (let k = 0; k < gaps.length; k++) {
        const run = this.#runs[k];
        a[k] = run.a.values[at];
        b[k] = run.b.values[at];
        gaps[k] = b[k] - a[k];
      }
      fill(comparator, month, a);
      fill(scenario, month, b);
      const known = fill(difference, month, gaps);
      const half = this.#half(at);
      low[month] = difference.mean[month] - half;
      high[month] = difference.mean[month] + half;
      positive[month] = shareAbove(known);
    }
    return {
      comparator,
      scenario,
      difference: { ...difference, low, high, positive },
      ...inTotal(this.#axes, row, this.#runs, pairTotal),
    };
  }

  #place(row: number, series: Block): PlacePair {
    const length = this.#axes.months.length;
    const { count, a, b, difference } = this.#sums;
    const at = (month: number) => row * length + month;
    const known = (values: Float64Array, month: number) =>
      count[at(month)] ? values[at(month)] : Number.NaN;
    const place = { comparator: series(), scenario: series(), difference: series(), half: series() };
    for (let month = 0; month < length; month++) {
      place.comparator[month] = known(a, month) / count[at(month)];
      place.scenario[month] = known(b, month) / count[at(month)];
      place.difference[month] = known(difference, month);
      place.half[month] = this.#half(at(month));
    }
    return { ...place, ...inTotal(this.#axes, row, this.#runs, placeTotal) };
  }

  /** Half-width of the 95 % interval of the mean difference; NaN where nothing is known of it, as in `confidence95`. */
  #half(at: number): number {
    const { count, squares } = this.#sums;
    const runs = count[at];
    return runs < 2 || (runs < TELLING && squares[at] === 0)
      ? Number.NaN
      : tOf(runs) * Math.sqrt(squares[at] / (runs - 1) / runs);
  }
}

/** Adds whole yuan, so that the order of runs does not matter. */
function addUp(sums: Float64Array | undefined, books: Float64Array): Float64Array {
  if (!sums) return books.slice();
  for (let i = 0; i < sums.length; i++) sums[i] += books[i];
  return sums;
}

/** Series of a pair, and of a prefecture's. */
const PAIR_SERIES = 15;
const PLACE_SERIES = 4;

/** Hands out one empty series after the other. */
type Block = () => Series;

function newBlock(length: number, series: number): Block {
  const all = new Float64Array(length * series);
  let used = 0;
  return () => all.subarray(used++ * length, used * length);
}

const newBand = (series: Block): Band => ({ mean: series(), p05: series(), p50: series(), p95: series() });

/** Writes the statistics of one month's runs and returns the defined values, ascending. Sorts `values` in place. */
function fill(band: Band, month: number, values: Series): Series {
  values.sort();
  const undefinedFrom = values.findIndex(Number.isNaN);
  const known = undefinedFrom < 0 ? values : values.subarray(0, undefinedFrom);
  let sum = 0;
  for (const value of known) sum += value;
  band.mean[month] = sum / known.length;
  band.p05[month] = quantile(known, 0.05);
  band.p50[month] = quantile(known, 0.5);
  band.p95[month] = quantile(known, 0.95);
  return known;
}

/** Quantile of type 7 of ascending values; NaN of none. As in `experiments/statistics.ts`, for columns. */
function quantile(ascending: Series, p: number): number {
  const place = (ascending.length - 1) * p;
  const below = Math.floor(place);
  const low = ascending[below];
  return below + 1 < ascending.length
    ? low + (ascending[below + 1] - low) * (place - below)
    : (low ?? Number.NaN);
}

/** Share of ascending values above 0; NaN of none. */
function shareAbove(ascending: Series): number {
  let above = 0;
  for (let k = ascending.length - 1; k >= 0 && ascending[k] > 0; k--) above++;
  return above / ascending.length;
}
