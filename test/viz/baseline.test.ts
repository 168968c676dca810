import { describe, expect, test } from 'vitest';
import { ENGINE_VERSION } from '../../sim/index.ts';
import { storedUpdate } from '../../viz/app/baseline.ts';
import { runBaseline, storedFor, storedOf } from '../golden/baseline.mjs';

const MINUTES = 60_000;

describe.each([
  ['hunan', 14],
  ['zhejiang', 11],
] as const)('the stored baseline of %s', (province, prefectures) => {
  const stored = storedFor(province);

  test('belongs to this engine', () => expect(stored.receipt.engine).toBe(ENGINE_VERSION));

  test(`is an answer the Overview can show: six indicators, 61 months, ${prefectures} prefectures`, () => {
    const { result } = storedUpdate(stored);
    expect(Object.keys(result.province)).toHaveLength(6);
    expect(result.months).toHaveLength(61);
    expect(Object.keys(result.prefecture)).toHaveLength(prefectures);
  });
});

// Zhejiang has ten times the enterprises: its baseline is run again by the long tests.
test('the stored baseline of Hunan comes out again, byte for byte', { timeout: 10 * MINUTES }, () => {
  const stored = storedFor('hunan');
  const again = storedOf(runBaseline('hunan'));
  expect(again.receipt.resultHash).toBe(stored.receipt.resultHash);
  expect(again).toEqual(stored);
});
