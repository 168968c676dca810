import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import scales from '../../scenarios/provinces/hunan/scales.json' with { type: 'json' };
import { type ScaleTable, tablesText } from '../golden/evidence-text.ts';

test('the tables of Hunan say what the data say (npm run golden rewrites them)', () => {
  const path = new URL('../../scenarios/provinces/hunan/TABLES.md', import.meta.url);
  expect(readFileSync(path, 'utf8')).toBe(tablesText());
});

test('coarse worlds are within their published tolerance of finer ones', () => {
  const { scales: worlds, indicators } = scales as ScaleTable;
  const [from, ...finer] = worlds.filter(({ scale }) => scale <= 100);
  for (const { scale, values } of finer)
    indicators.forEach(({ id, tolerance }, k) => {
      const away = Math.abs((values[k] ?? Number.NaN) - (from.values[k] ?? Number.NaN));
      expect(away, `${id} at 1:${from.scale} against 1:${scale}`).toBeLessThanOrEqual(tolerance);
    });
});
