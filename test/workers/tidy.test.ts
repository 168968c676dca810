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
