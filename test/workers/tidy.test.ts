// The long table of a result: everything the JSON says of a value, in columns that line up.
import { describe, expect, test } from 'vitest';
import type { ComparisonResult, Result } from '../../experiments/index.ts';
import { comparisonColumns, csvText, resultColumns } from '../../workers/tidy.ts';

const spread = (at: number) => ({
  mean: [at, at],
  p05: [at - 1, at - 1],
  p50: [at, at],
  p95: [at + 1, at + 1],
});
const months = ['2025-12', '2026-01'];
const apart = { ...spread(5), unit: 'ratio', chance: spread(6), parameters: spread(7) };
const coarse = {
  mean: [null, null],
  p05: [null, null],
  p50: [null, null],
  p95: [null, null],
  unit: 'yuan',
  needs: 100,
};

/** Rows of a table as objects, read back from its CSV. */
function rowsOf(text: string): Record<string, string>[] {
  const [head, ...rows] = text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(head.map((name, k) => [name, row[k]])));
}

describe('the table of a result', () => {
  const result = {
    province: 'hunan',
    months,
    indicators: { penetration: apart, multiple: coarse },
    by: { region: { west: { penetration: { ...spread(1), unit: 'ratio' } } } },
  } as unknown as Result;
  const columns = resultColumns(result);
  const rows = rowsOf(csvText(columns));

  test('has every column in every row', () => {
    expect(new Set(columns.map(({ values }) => values.length))).toEqual(new Set([6]));
    expect(rows).toHaveLength(6);
  });

  test('tells spreads by chance and by parameters apart where the result does', () => {
    expect(rows[0]).toMatchObject({ mean: '5', chance_mean: '6', chance_p95: '7', parameters_p05: '6' });
    expect(rows[4]).toMatchObject({ group: 'west', mean: '1', chance_mean: '', parameters_mean: '' });
  });

  test('says which scale an indicator needs where this world is too coarse, instead of leaving it blank', () => {
    expect(rows[2]).toMatchObject({ indicator: 'multiple', mean: '', needs: '1:100' });
    expect(rows[0].needs).toBe('');
  });
});

test('the table of a comparison tells them apart for both scenarios and the difference', () => {
  const difference = { ...apart, ci95: [[1, 2], null], probPositive: [1, null] };
  const result = {
    province: 'hunan',
    months,
    indicators: { penetration: { unit: 'ratio', a: apart, b: apart, difference } },
    by: {},
  } as unknown as ComparisonResult;
  const [row] = rowsOf(csvText(comparisonColumns(result)));
  expect(row).toMatchObject({
    a_chance_mean: '6',
    b_parameters_mean: '7',
    difference_chance_p50: '6',
    difference_ci95_low: '1',
  });
});

describe('the sum of a flow', () => {
  const sum = (mean: number) => ({ mean, p05: mean - 1, p95: mean + 1 });
  const table = (indicators: object, columnsOf: typeof resultColumns) =>
    rowsOf(csvText(columnsOf({ province: 'hunan', months, indicators, by: {} } as unknown as Result)));

  test('stands after its months under the span they make, in a result as in a comparison', () => {
    const cost = { ...spread(5), unit: 'yuan', total: { ...sum(50), chance: sum(51) } };
    const rows = table({ penetration: apart, cost }, resultColumns);
    expect(rows.map(({ month }) => month)).toEqual([...months, ...months, '2026-01/2026-01']);
    expect(rows.at(-1)).toMatchObject({
      indicator: 'cost',
      mean: '50',
      p05: '49',
      p50: '',
      chance_mean: '51',
    });
  });

  test('has in a comparison both sides, the difference and its interval', () => {
    const difference = { ...spread(1), ci95: [null, [0, 2]], probPositive: [null, 1] };
    const total = { a: sum(10), b: sum(14), difference: { ...sum(4), ci95: [3, 5], probPositive: 1 } };
    const rows = table(
      { cost: { unit: 'yuan', a: spread(2), b: spread(3), difference, total } },
      comparisonColumns as unknown as typeof resultColumns,
    );
    expect(rows).toHaveLength(3);
    expect(rows[2]).toMatchObject({
      month: '2026-01/2026-01',
      a_mean: '10',
      b_mean: '14',
      difference_mean: '4',
      difference_ci95_low: '3',
      difference_ci95_high: '5',
      difference_prob_positive: '1',
    });
  });
});
