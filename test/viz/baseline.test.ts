import { describe, expect, test } from 'vitest';
import { ENGINE_VERSION } from '../../sim/index.ts';
import { storedUpdate } from '../../viz/app/baseline.ts';
import { runBaseline, storedFor } from '../golden/baseline.mjs';

const MINUTE = 60_000;

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

// All sixteen worlds of either province are run again by the long tests.
test('the first world of the stored baseline of Hunan comes out again', { timeout: MINUTE }, () => {
  const { receipt } = runBaseline('hunan', 1);
  expect(receipt.resultHash).toBe(storedFor('hunan').firstHash);
});
