import { describe, expect, test } from 'vitest';
import { hashOf } from '../../../experiments/hash.ts';
import { measureOf } from '../../../experiments/validation/measures.ts';
import { isSizeRight, notTold, reduceTrials } from '../../../experiments/validation/reduce.ts';
import { distance, isWithin, targetKey } from '../../../experiments/validation/score.ts';
import { lineThrough } from '../../../experiments/validation/skill.ts';
import { loadProvince, type Target } from '../../../scenarios/index.ts';
import type { Effect, EffectRegister } from '../../../scenarios/provinces/effects.ts';
import document from '../../../scenarios/provinces/hunan/targets.json' with { type: 'json' };
import { made } from './made.ts';

const target = (changes: Partial<Target> = {}): Target => ({
  id: 'npl-ratio',
  dimensions: {},
  value: 0.04,
  unit: 'ratio',
  tolerance: { kind: 'absolute', value: 0.002 },
  basis: ['derived'],
  role: 'fit',
  scored: true,
  ...changes,
});

const effect = (changes: Partial<Effect>): Effect => ({
  id: 'E',
  sources: [],
  claim: { en: 'Something rises', zh: '某项上升' },
  experiment: 'one',
  read: 'npl-ratio',
  as: 'difference',
  sign: 1,
  ...changes,
});

const register = (effects: readonly Effect[]): EffectRegister => ({
  experiments: { one: { title: { en: 'one', zh: '一' }, until: '2025-12', without: {}, with: {} } },
  reasons: { input: { en: 'typed in', zh: '输入' }, lostInChance: { en: 'chance', zh: '偶然' } },
  effects,
});

/** Verdict on an effect whose pairs of worlds differ by these amounts. */
function judged(one: Effect, differences: readonly (number | null)[]) {
  const trials = differences.map((d) => [d === null ? null : ([1, 1 + d] as const)]);
  return reduceTrials([], { first: trials }, [], register([one]), [], made).effects[0];
}

describe('targets', () => {
  test('have the values and tolerances that were fixed before fitting', () => {
    const fixed = document.targets.map(({ id, dimensions, value, unit, tolerance }) => ({
      id,
      dimensions,
      value,
      unit,
      tolerance,
    }));
    expect(hashOf(fixed)).toBe(document.hash);
  });

  test('are told apart by their keys', () => {
    const keys = loadProvince('hunan').targets.map(targetKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('say why where the tolerance is wider than a tenth or a point', () => {
    const isWide = ({ tolerance, value, unit }: (typeof document.targets)[number]) =>
      tolerance.kind === 'relative'
        ? tolerance.value > 0.1
        : tolerance.kind === 'absolute' &&
          unit !== 'count' &&
          tolerance.value > Math.max(0.0101, 0.1001 * Math.abs(value));
    const wide = document.targets.filter((one) => one.role !== 'input' && isWide(one));
    expect(wide.filter((one) => !('toleranceReason' in one)).map((one) => one.id)).toEqual([]);
  });

  test('about thirty are fitted and a dozen or more are held out', () => {
    const of = (role: string) => document.targets.filter((one) => one.role === role && one.scored).length;
    expect(of('fit')).toBeGreaterThanOrEqual(28);
    expect(of('held-out')).toBeGreaterThanOrEqual(12);
  });

  test('every fitted one is measured', () => {
    const unmeasured = loadProvince('hunan').targets.filter(
      ({ role, id, dimensions }) => role === 'fit' && !measureOf(id, dimensions),
    );
    expect(unmeasured.map(targetKey)).toEqual([]);
  });

  test('relative and absolute tolerances reach both ways, bounds one way', () => {
    expect(isWithin(0.042, target())).toBe(true);
    expect(isWithin(0.0379, target())).toBe(false);
    expect(distance(0.036, target())).toBeCloseTo(-2, 12);
    const bound = target({ tolerance: { kind: 'upper-bound', value: 0.01 } });
    expect([isWithin(0.001, bound), isWithin(0.05, bound), isWithin(0.051, bound)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(distance(0.001, bound)).toBe(0);
    const least = target({ tolerance: { kind: 'lower-bound', value: 0.01 } });
    expect([0.029, 0.03, 0.9].map((ours) => isWithin(ours, least))).toEqual([false, true, true]);
    expect(distance(0.9, least)).toBe(0);
    expect(distance(0.02, least)).toBeCloseTo(-2, 12);
    const relative = target({ value: -200, tolerance: { kind: 'relative', value: 0.1 } });
    expect([isWithin(-180, relative), isWithin(-179, relative)]).toEqual([true, false]);
  });
});

describe('the verdict on an effect', () => {
  test('is right when four worlds in five agree with the published sign', () => {
    expect(judged(effect({}), [1, 2, 1, 1, -1]).verdict).toBe('right');
    expect(judged(effect({ sign: -1 }), [-1, -2, -1, -1, 1]).verdict).toBe('right');
  });

  test('is too small to tell when worlds disagree, and wrong when they agree on the other sign', () => {
    expect(judged(effect({}), [1, -1, 1, -0.5]).verdict).toBe('tooSmallToTell');
    expect(judged(effect({}), [-1, -1, -1, -1]).verdict).toBe('wrongSign');
    expect(judged(effect({}), [null, null]).verdict).toBe('tooSmallToTell');
    expect(judged(effect({}), [-3, 1, 1, -3]).verdict).toBe('tooSmallToTell');
  });

  test('counts a size between half and double of what is published', () => {
    const size = { low: 0.8, high: 1.2, unit: 'ratio' };
    const of = (ours: number) => judged(effect({ size }), [ours, ours]).verdict;
    expect([0.39, 0.41, 2.39, 2.41].map(of)).toEqual(['wrongSize', 'right', 'right', 'wrongSize']);
    expect(isSizeRight(-1, { low: -1.2, high: -0.8, unit: '' })).toBe(true);
    expect(isSizeRight(1, { low: -1.2, high: -0.8, unit: '' })).toBe(false);
  });

  test('about unchanged is right when all of the interval of the mean is near zero, wrong when none of it is', () => {
    const unchanged = effect({ sign: 0, near: 0.001 });
    expect(judged(unchanged, [0.0005, -0.0001, 0.0003, 0]).verdict).toBe('right');
    expect(judged(unchanged, [0.01, 0.011, 0.009]).verdict).toBe('wrongSign');
    expect(judged(unchanged, [-0.01, -0.011, -0.009]).verdict).toBe('wrongSign');
  });

  test('a mean near zero, or away from it, by chance tells nothing of about unchanged, nor does a single pair', () => {
    const unchanged = effect({ sign: 0, near: 0.001 });
    expect(judged(unchanged, [0.02, -0.02, 0.01, -0.01]).verdict).toBe('tooSmallToTell');
    expect(judged(unchanged, [0.02, -0.005, 0.01, -0.01]).verdict).toBe('tooSmallToTell');
    expect(judged(unchanged, [0]).verdict).toBe('tooSmallToTell');
    expect(judged(unchanged, [0]).signRight).toBe(false);
  });

  test('names the missing mechanism only when it fails', () => {
    const missing = { en: 'nobody does it', zh: '无人执行' };
    expect(judged(effect({ missing }), [-1]).why).toEqual(missing);
    expect(judged(effect({ missing }), [1]).why).toBe(undefined);
    expect(judged(effect({}), [1, -1]).why).toEqual({ en: 'chance', zh: '偶然' });
  });

  test('an effect that cannot be scored says why and is not counted', () => {
    const one: Effect = { id: 'N', sources: [], claim: { en: 'n', zh: '无' }, notScored: 'input' };
    const { effects, summary } = reduceTrials([], { first: [] }, [], register([one]), [], made);
    expect(effects[0]).toMatchObject({ verdict: 'notScored', why: { en: 'typed in', zh: '输入' } });
    expect(summary.effects.total).toBe(0);
  });

  test('an effect whose figure was put in shows its numbers and is not counted', () => {
    const circular = judged(effect({ notScored: 'input' }), [1, 1]);
    expect(circular).toMatchObject({ ours: 1, verdict: 'notScored', why: { en: 'typed in', zh: '输入' } });
    const all = register([effect({ notScored: 'input' })]);
    expect(reduceTrials([], { first: [[[0, 1]]] }, [], all, [], made).summary.effects.total).toBe(0);
  });
});

describe('a second look', () => {
  const pairs = (...differences: readonly number[]) => differences.map((d) => [[1, 1 + d] as const]);

  test('is taken at what the first has not told apart from chance, and at what is said to change nothing', () => {
    const split = pairs(1, -1, 1, -1);
    const clear = pairs(-1, -1, -1, -1);
    expect(notTold(split, register([effect({})]))).toEqual(['E']);
    expect(notTold(clear, register([effect({})]))).toEqual([]);
    expect(notTold(clear, register([effect({ sign: 0, near: 0.1 })]))).toEqual(['E']);
  });

  test('decides alone where it was taken, and says its scale and pairs', () => {
    const looks = { first: pairs(1, -1, 1, -1), second: pairs(-2, -2, -2) };
    const told = reduceTrials([], looks, [], register([effect({})]), [], made).effects[0];
    expect(told).toMatchObject({ verdict: 'wrongSign', ours: -2, scale: 10, pairs: 3 });
    const { first } = looks;
    const elsewhere = reduceTrials([], { first, second: [[null]] }, [], register([effect({})]), [], made);
    expect(elsewhere.effects[0]).toMatchObject({ verdict: 'tooSmallToTell', scale: 100, pairs: 4 });
  });
});

describe('the summary', () => {
  test('counts scored targets by role, and what the model lacks as out', () => {
    const targets = [
      target(),
      target({ id: 'exit-rate', role: 'held-out' }),
      target({ id: 'x', scored: false }),
      target({ id: 'y', role: 'held-out' }),
    ];
    const levels = [[0.041, 0.01, 5, null]];
    const { summary, targets: scores } = reduceTrials(levels, { first: [] }, targets, register([]), [], made);
    expect(summary.fitted).toEqual({ within: 1, total: 1 });
    expect(summary.heldOut).toEqual({ within: 0, total: 2 });
    expect(scores[3]).toMatchObject({ ours: null, within: null, distance: null });
  });

  test('the line in GDP per head goes through two points and is flat through one', () => {
    expect(
      lineThrough([
        [1, 2],
        [3, 6],
      ])(2),
    ).toBeCloseTo(4, 12);
    expect(lineThrough([[1, 2]])(50)).toBe(2);
  });

  test('held-out places are compared with the provincial mean and the line', () => {
    const places = [
      { code: 'a', region: 'rich', enterprises: 50, gdp: 200, people: 1 },
      { code: 'b', region: 'poor', enterprises: 50, gdp: 100, people: 1 },
      { code: 'c', region: 'middle', enterprises: 50, gdp: 150, people: 1 },
    ];
    const targets = [
      target(),
      target({ dimensions: { region: 'rich' }, value: 0.03 }),
      target({ dimensions: { region: 'poor' }, value: 0.05 }),
      target({ dimensions: { region: 'middle' }, value: 0.044, role: 'held-out' }),
    ];
    const levels = [[0.04, 0.03, 0.05, 0.044]];
    const { skill } = reduceTrials(levels, { first: [] }, targets, register([]), places, made);
    expect(skill).toMatchObject({ targets: ['npl-ratio[region=middle]'], model: 0 });
    expect(skill?.provincialMean).toBeCloseTo(4, 9);
    expect(skill?.gdpLine).toBeCloseTo(4, 9);
  });
});
