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
  const beyond = finer.flatMap(({ scale, values }) =>
    indicators.flatMap(({ id, tolerance }, k) => {
      const away = Math.abs((values[k] ?? Number.NaN) - (from.values[k] ?? Number.NaN));
      return away <= tolerance ? [] : [`${id} at 1:${scale}`];
    }),
  );
  expect(finer.map(({ scale }) => scale)).toEqual([10, 1]);
  expect(beyond).toEqual([]);
});
