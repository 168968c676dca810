/** Everything on screen as tidy rows, or as one document with its receipt. */
import type { Band, LabUpdate, PairTotal } from '../../workers/api.ts';
import type { Tidy } from '../charts/chart.ts';
import { comparatorDraft } from './comparators.ts';
import type { Context } from './context.ts';
import { indicatorOf } from './library.ts';
import { scenarioFile } from './scenario-file.ts';

/** One row a month, place, indicator and scenario; values in the model's units. */
export function resultTable({ result, scale, runsDone }: LabUpdate): Tidy {
  const rows: (string | number)[][] = [];
  const { months } = result;
  for (const [id, pair] of Object.entries(result.province)) {
    for (const side of ['scenario', 'comparator', 'difference'] as const) {
      const band: Band = pair[side];
      months.forEach((month, at) => {
        rows.push([
          month,
          'province',
          id,
          side,
          band.mean[at]!,
          band.p05[at]!,
          band.p50[at]!,
          band.p95[at]!,
          runsDone,
          scale,
        ]);
      });
    }
  }
  for (const [code, place] of Object.entries(result.prefecture)) {
    for (const [id, pair] of Object.entries(place)) {
      for (const side of ['scenario', 'comparator', 'difference'] as const) {
        months.forEach((month, at) => {
          rows.push([
            month,
            code,
            id,
            side,
            pair[side][at]!,
            Number.NaN,
            Number.NaN,
            Number.NaN,
            runsDone,
            scale,
          ]);
        });
      }
    }
  }
  return {
    columns: ['month', 'place', 'indicator', 'series', 'mean', 'p05', 'p50', 'p95', 'runs', 'scale'],
    rows,
  };
}

const list = (series: ArrayLike<number>) =>
  Array.from(series, (value) => (Number.isFinite(value) ? value : null));

/** A flow summed over the projection. */
function totalOf({ comparator, scenario, difference }: PairTotal): unknown {
  const { low, high, positive, ...spread } = difference;
  const ci95 = Number.isFinite(low) ? [low, high] : null;
  return { a: comparator, b: scenario, difference: { ...spread, ci95, probPositive: positive } };
}

/** Provincial results of both scenarios and their paired difference, with what to run again. */
export function resultDocument(context: Context): unknown {
  const { lab, library, state } = context;
  const { result, scale, runsDone, stage, receipts } = lab.update!;
  const asked = lab.asked ?? state;
  const band = (one: Band) =>
    Object.fromEntries((['mean', 'p05', 'p50', 'p95'] as const).map((key) => [key, list(one[key])]));
  const indicators = Object.entries(result.province).map(
    ([id, { comparator, scenario, difference, total }]) => [
      id,
      {
        unit: indicatorOf(library, id)?.unit,
        a: band(comparator),
        b: band(scenario),
        difference: {
          ...band(difference),
          ci95: Array.from(difference.low, (low, at) =>
            Number.isFinite(low) ? [low, difference.high[at]] : null,
          ),
          probPositive: list(difference.positive),
        },
        ...(total && { total: totalOf(total) }),
      },
    ],
  );
  return {
    release: library.release,
    note: 'Exploration, not forecast. Figures behind the model are reported and unverified.',
    stage,
    scale,
    runs: runsDone,
    seed: asked.seed,
    a: scenarioFile(comparatorDraft(asked.comparator, asked.draft, library), library),
    b: scenarioFile(asked.draft, library),
    months: result.months,
    indicators: Object.fromEntries(indicators),
    ...(receipts && { receipts }),
  };
}
