// The second province: data alone makes it, and its rules are Hunan's.
import { describe, expect, test } from 'vitest';
import { audit, openBooks, seedOf } from '../../experiments/index.ts';
import { loadProvince, resolve, resolvePreset } from '../../scenarios/index.ts';
import { createWorld, LENDER_CLASSES, PARAMETERS, stepMonth } from '../../sim/index.ts';

const pack = loadProvince('zhejiang');
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, one) => total + one, 0);

describe('Zhejiang', () => {
  test('has every parameter, and says of each whether a Zhejiang source or Hunan stands behind it', () => {
    expect(pack.parameters.map((one) => one.id).toSorted()).toEqual(Object.keys(PARAMETERS).toSorted());
    const borrowed = pack.parameters.filter((one) => one.note.startsWith('Taken over from Hunan'));
    expect(borrowed.every((one) => one.grade === 'assumed' && one.evidence.length === 0)).toBe(true);
    expect(borrowed.length).toBeLessThan(pack.parameters.length);
  });

  test('has eleven prefectures, 8.7 million enterprises three years of growth later, and three Taizhou banks', () => {
    expect(pack.prefectures).toHaveLength(11);
    expect(Math.abs(sum(pack.population) * 1.02 ** 3 - 8_700_000)).toBeLessThan(2);
    const taizhou = pack.prefectures.findIndex((one) => one.slug === 'taizhou');
    const banks = pack.lenders.filter((one) => one.class === 'relationship');
    expect(banks.map((one) => one.prefecture)).toEqual([taizhou, taizhou, taizhou]);
  });

  test('a scenario on Hunan’s base is refused with both provinces named', () => {
    const document = { schema: 'headwater/scenario@1', id: 'mixed', province: 'zhejiang' };
    expect(() => resolve(document)).toThrow('not the province of its base baseline, hunan');
  });

  test('runs with closed books, and its relationship banks lend at home', () => {
    const { province, patches, shocks } = resolvePreset('zhejiang');
    const world = createWorld({ province, patches, shocks, seed: seedOf('1#0'), scale: 1000 });
    const books = openBooks();
    for (let month = 0; month < 12; month++) {
      stepMonth(world, (phase) => audit(books, world, { month, phase, limits: true }));
    }
    expect(books).toMatchObject({ maxResidual: 0, breaches: [] });
    const relationship = LENDER_CLASSES.indexOf('relationship');
    const loans = Array.from(world.lenders.class).map((c, l) =>
      c === relationship ? world.lenders.loans[l]! : 0,
    );
    expect(sum(loans)).toBeGreaterThan(0);
  });
});
