import { describe, expect, test } from 'vitest';
import { ENGINE_VERSION } from '../../sim/index.ts';
import { storedUpdate } from '../../viz/app/baseline.ts';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import { runBaseline, storedFor } from '../golden/baseline.mjs';

const MINUTE = 60_000;

describe.each([
  ['hunan', 14],
  ['zhejiang', 11],
] as const)('the stored baseline of %s', (province, prefectures) => {
  const stored = storedFor(province);

  test('belongs to this engine', () => expect(stored.receipt.engine).toBe(ENGINE_VERSION));

  test(`is an answer the Overview can show: six indicators, 61 months, ${prefectures} prefectures`, () => {
    const { result } = storedUpdate(stored, LIBRARY.indicators);
    expect(Object.keys(result.province)).toHaveLength(6);
    expect(result.months).toHaveLength(61);
    expect(Object.keys(result.prefecture)).toHaveLength(prefectures);
  });
});

test('the stored baseline tells what treasuries pay over the whole projection, not in its last month', () => {
  const { province, prefecture } = storedUpdate(storedFor('hunan'), LIBRARY.indicators).result;
  const cost = province['fiscal-cost']!;
  const months = [...cost.scenario.mean].slice(1);
  // Both are kept to six digits.
  expect(cost.total!.scenario.mean / months.reduce((sum, yuan) => sum + yuan)).toBeCloseTo(1, 4);
  const { p05, p95 } = cost.total!.scenario;
  expect(p05).toBeLessThan(cost.total!.scenario.mean);
  expect(p95).toBeGreaterThan(cost.total!.scenario.mean);
  expect(p95 - p05).toBeLessThan(
    [...cost.scenario.p95].slice(1).reduce((sum, yuan, at) => sum + yuan - cost.scenario.p05[at + 1]!, 0),
  );
  const places = Object.values(prefecture).map((place) => place['fiscal-cost']!.total!.scenario);
  expect(places.every((yuan) => yuan > 0)).toBe(true);
  expect(province['npl-ratio']!.total).toBeUndefined();
});

// All sixteen worlds of either province are run again by the long tests.
test('the first world of the stored baseline of Hunan comes out again', { timeout: MINUTE }, () => {
  const { receipt } = runBaseline('hunan', 1);
  expect(receipt.resultHash).toBe(storedFor('hunan').firstHash);
});
