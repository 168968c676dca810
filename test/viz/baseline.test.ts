import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ENGINE_VERSION } from '../../sim/index.ts';
import { storedUpdate } from '../../viz/app/baseline.ts';
import { runBaseline, storedOf } from '../golden/baseline.mjs';

const MINUTES = 60_000;
const stored = JSON.parse(readFileSync(new URL('../../viz/baseline/hunan.json', import.meta.url), 'utf8'));

describe('the stored baseline', () => {
  test('belongs to this engine', () => expect(stored.receipt.engine).toBe(ENGINE_VERSION));

  test('comes out again, byte for byte', { timeout: 10 * MINUTES }, () => {
    const again = storedOf(runBaseline());
    expect(again.receipt.resultHash).toBe(stored.receipt.resultHash);
    expect(again).toEqual(stored);
  });

  test('is an answer the Overview can show: six indicators, 61 months, 14 prefectures', () => {
    const { result } = storedUpdate(stored);
    expect(Object.keys(result.province)).toHaveLength(6);
    expect(result.months).toHaveLength(61);
    expect(Object.keys(result.prefecture)).toHaveLength(14);
  });
});
