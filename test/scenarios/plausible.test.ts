import { describe, expect, test } from 'vitest';
import { fitDataHash, fittedOf } from '../../experiments/calibration/index.ts';
import { InputError, loadProvince } from '../../scenarios/index.ts';
import { calibrationSpace } from '../../scenarios/provinces/hunan/calibration.ts';
import { PLAUSIBLE } from '../../scenarios/provinces/hunan/plausible.ts';
import { changesOfDraw, memberAt } from '../../scenarios/provinces/plausible.ts';
import { changesAt, checkedSpace, pointOf, type Space, vectorAt } from '../../scenarios/provinces/space.ts';

const { parameters } = loadProvince('hunan');
const space = calibrationSpace(parameters);
const recordOf = (id: string) => parameters.find((one) => one.id === id);

const tiny: Space = {
  seed: 'tiny',
  anchors: { 'trade.shockMargin': [0.1, 0.1, 0.1, 0.1], 'trade.growth': [0.05] },
  coordinates: [
    {
      id: 'swings',
      title: { en: 'swings', zh: '波动' },
      range: [0.5, 1.5],
      moves: [{ parameter: 'trade.shockMargin', how: 'times', at: [0, 1] }],
      note: 'a test',
    },
    {
      id: 'growth',
      title: { en: 'growth', zh: '增长' },
      range: [0, 0.08],
      moves: [
        { parameter: 'trade.growth', how: 'set' },
        { parameter: 'trade.shockMargin', how: 'add', at: [3] },
      ],
      note: 'a test',
    },
  ],
};

describe('the coordinates of a fit', () => {
  test('move their records and nothing else', () => {
    const changed = changesAt(tiny, [1.5, 0.02]);
    expect(changed['trade.growth']).toEqual([0.02]);
    expect(changed['trade.shockMargin']?.map((one) => Number(one.toFixed(9)))).toEqual([
      0.15, 0.15, 0.1, 0.12,
    ]);
  });

  test('a point of the cube and its vector lead back to each other', () => {
    expect(vectorAt(tiny, [0, 1])).toEqual([0.5, 0.08]);
    expect(pointOf(tiny, [1, 0.02])).toEqual([0.5, 0.25]);
  });

  test('one that leaves the range of its record is refused', () => {
    const wide = { ...tiny, coordinates: [{ ...tiny.coordinates[1], range: [0, 0.2] as const }] };
    expect(() => checkedSpace(wide, parameters)).toThrow(InputError);
    expect(() => checkedSpace(wide, parameters)).toThrow('trade.growth');
  });

  test('a record without an anchor is refused', () => {
    expect(() => checkedSpace({ ...tiny, anchors: {} }, parameters)).toThrow(
      'missing anchor trade.shockMargin',
    );
  });

  test('each says in both languages what it moves, and why that far', () => {
    for (const { title, note, range } of space.coordinates) {
      expect(title.en.length * title.zh.length * note.length).toBeGreaterThan(0);
      expect(range[0]).toBeLessThan(range[1]);
    }
  });
});

describe('draws from a weighted set', () => {
  const set = { members: [0.5, 0.25, 0.25].map((weight) => ({ weight, vector: [] })) };

  test('any number of draws stands for the weights', () => {
    expect([0, 1, 2, 3].map((k) => memberAt(set, k, 4))).toEqual([0, 0, 1, 2]);
    expect([0, 1].map((k) => memberAt(set, k, 2))).toEqual([0, 2]);
  });

  test('an empty set is refused', () => {
    expect(() => changesOfDraw({ ...PLAUSIBLE, members: [] }, space, 0, 1)).toThrow('it has no member');
  });

  test('every vector of the published set stays inside the ranges of its records', () => {
    PLAUSIBLE.members.forEach((_, k) => {
      for (const [id, values] of Object.entries(changesOfDraw(PLAUSIBLE, space, k, PLAUSIBLE.members.length)))
        for (const value of values) {
          const [low, high] = recordOf(id)?.range ?? [Number.NaN, Number.NaN];
          expect(value >= low - 1e-9 && value <= high + 1e-9, id).toBe(true);
        }
    });
  });

  test('the point values of the province are the likeliest vector of the set', () => {
    for (const [id, values] of Object.entries(PLAUSIBLE.point))
      expect([recordOf(id)?.value].flat(), id).toEqual(values);
  });

  test('the set holds a hundred vectors or more, or none', () => {
    const { length } = PLAUSIBLE.members;
    expect(length === 0 || length >= 100).toBe(true);
  });

  test('the set was drawn from the data as they are', () => {
    expect(fitDataHash(fittedOf(loadProvince('hunan'), space))).toBe(PLAUSIBLE.receipt.dataHash);
  });
});
