/** Paired runs -> what the page shows: bands of the province, means and intervals of prefectures. Grows run by run. */
import { quantile, studentQuantile } from '../experiments/index.ts';
import { monthName } from '../sim/index.ts';
import type { Band, Contrast, LabResult, Pair, PlacePair, Series } from './api.ts';
import type { Axes, Values } from './replications.ts';

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
  readonly #runs: { readonly a: Values; readonly b: Values }[] = [];
  readonly #sums: Sums;

  constructor(axes: Axes) {
    this.#axes = axes;
    const { prefectures, indicators, months } = axes;
    this.#sums = newSums((1 + prefectures.length) * indicators.length * months.length);
  }

  get runs(): number {
    return this.#runs.length;
  }

  /** Adds replication k of the comparator `a` and of the scenario `b`. */
  add(a: Values, b: Values): void {
    this.#runs.push({ a, b });
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

  /** Everything so far. */
  result(): LabResult {
    const { indicators, prefectures, months } = this.#axes;
    const province = indicators.map((id, k) => [id, this.#pair(k)] as const);
    const prefecture = prefectures.map((code, group) => {
      const offset = (group + 1) * indicators.length;
      const places = indicators.map((id, k) => [id, this.#place(offset + k)] as const);
      return [code, Object.fromEntries(places.filter(([, place]) => place.scenario.some(Number.isFinite)))] as const;
    });
    return { months: months.map(monthName), province: Object.fromEntries(province), prefecture: Object.fromEntries(prefecture) };
  }

  #pair(row: number): Pair {
    const length = this.#axes.months.length;
    const [comparator, scenario, difference] = [newBand(length), newBand(length), newBand(length)];
    const [low, high, positive] = [newSeries(length), newSeries(length), newSeries(length)];
    for (let month = 0; month < length; month++) {
      const at = row * length + month;
      const a = this.#runs.map((run) => run.a[at]);
      const b = this.#runs.map((run) => run.b[at]);
      const gaps = b.map((value, k) => value - a[k]);
      fill(comparator, month, a);
      fill(scenario, month, b);
      const known = fill(difference, month, gaps);
      const half = this.#half(at);
      low[month] = difference.mean[month] - half;
      high[month] = difference.mean[month] + half;
      positive[month] = known.filter((gap) => gap > 0).length / known.length;
    }
    const contrast: Contrast = { ...difference, low, high, positive };
    return { comparator, scenario, difference: contrast };
  }

  #place(row: number): PlacePair {
    const length = this.#axes.months.length;
    const { count, a, b, difference } = this.#sums;
    const at = (month: number) => row * length + month;
    const known = (values: Float64Array, month: number) => (count[at(month)] ? values[at(month)] : Number.NaN);
    const place = { comparator: newSeries(length), scenario: newSeries(length), difference: newSeries(length), half: newSeries(length) };
    for (let month = 0; month < length; month++) {
      place.comparator[month] = known(a, month) / count[at(month)];
      place.scenario[month] = known(b, month) / count[at(month)];
      place.difference[month] = known(difference, month);
      place.half[month] = this.#half(at(month));
    }
    return place;
  }

  /** Half-width of the 95 % interval of the mean difference; NaN for fewer than two runs. */
  #half(at: number): number {
    const { count, squares } = this.#sums;
    const runs = count[at];
    return runs < 2 ? Number.NaN : tOf(runs) * Math.sqrt(squares[at] / (runs - 1) / runs);
  }
}

const newSeries = (length: number): Series => new Float64Array(length);
const newBand = (length: number): Band => ({
  mean: newSeries(length),
  p05: newSeries(length),
  p50: newSeries(length),
  p95: newSeries(length),
});

/** Writes the statistics of one month's runs and returns the defined values, ascending. */
function fill(band: Band, month: number, values: readonly number[]): readonly number[] {
  const known = values.filter(Number.isFinite).sort((x, y) => x - y);
  band.mean[month] = known.length ? known.reduce((sum, value) => sum + value, 0) / known.length : Number.NaN;
  band.p05[month] = quantile(known, 0.05) ?? Number.NaN;
  band.p50[month] = quantile(known, 0.5) ?? Number.NaN;
  band.p95[month] = quantile(known, 0.95) ?? Number.NaN;
  return known;
}
