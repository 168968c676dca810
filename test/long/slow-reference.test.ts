import { describe, expect, test } from 'vitest';
import { seedOf } from '../../experiments/seed.ts';
import { resolvePreset } from '../../scenarios/index.ts';
import { INSTRUMENTS } from '../../sim/index.ts';
import { parting } from '../reference/compare.ts';
import { STORM, STRONG, TINY } from '../reference/everything.ts';
import { lotOf } from '../reference/lots.ts';
import { cutProvince, inputOf } from '../support/small-province.ts';

const lots = (from: number, until: number): number[] =>
  Array.from({ length: until - from + 1 }, (_, k) => from + k);

describe('the slow engine', () => {
  test.each(lots(1, 42))(
    'gives the same bytes over eight years of levers and shocks drawn by lot: %d',
    (lot) => {
      expect(parting(inputOf({ province: TINY, ...lotOf(lot), seed: `lot ${lot}` }))).toBeNull();
    },
  );

  test('gives the same bytes in a province six times the size', () => {
    expect(parting(inputOf({ province: cutProvince(500), patches: STRONG, shocks: STORM }))).toBeNull();
  });

  test('gives the same bytes in another province, with every lever strong and every shock', () => {
    const { province, patches, shocks } = resolvePreset('zhejiang');
    const story = { province, patches: [...patches, ...STRONG], shocks: [...shocks, ...STORM] };
    expect(parting({ ...story, seed: seedOf('law'), scale: 1000 })).toBeNull();
  });

  test('gives the same bytes where every instrument has stood half-way since before the start', () => {
    const standing = Object.fromEntries(
      INSTRUMENTS.flatMap(({ parameters }) =>
        Object.values(parameters).map(({ record, min, max }) => [record, [(min + max) / 2]]),
      ),
    );
    const province = { ...TINY, parameters: { ...TINY.parameters, ...standing } };
    expect(parting(inputOf({ province }))).toBeNull();
  });
});
