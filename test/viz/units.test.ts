// The unit under a title is the unit of the axis, the cells and the readout.
import { describe, expect, test } from 'vitest';
import type { Attribution, Part } from '../../experiments/index.ts';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import { responseData } from '../../viz/app/drawing-stress.ts';
import { differenceData, fanData } from '../../viz/app/drawings.ts';
import { findingOf } from '../../viz/app/findings.ts';
import { presetOf } from '../../viz/app/library.ts';
import { displayOfDifference } from '../../viz/charts/difference.ts';
import { displayOfFan } from '../../viz/charts/fan.ts';
import { displayOfPairs } from '../../viz/charts/pairs.ts';
import { changeUnit, displayOf } from '../../viz/text/numbers.ts';
import { pairsData, readingOf } from '../../viz/views/why-data.ts';
import type { Pair } from '../../workers/api.ts';
import { contextOf, pairOf } from '../support/answer.ts';

const total = (mean: number) => ({ mean, p05: mean, p95: mean });
const flow = (pair: Pair): Pair => ({
  ...pair,
  total: {
    comparator: total(4e9),
    scenario: total(4e9),
    difference: { ...total(16e6), low: 11e6, high: 21e6, positive: 1 },
  },
});

/** A mean of three yuan between bands of four hundred million. */
const faint: Pair = flow({
  ...pairOf(5e7, 3, 2e8),
  difference: {
    ...pairOf(5e7, 3, 2e8).difference,
    p05: new Float64Array(61).fill(-4e8),
    p95: new Float64Array(61).fill(4e8),
  },
});
const looked = { indicator: 'fiscal-cost', draft: presetOf(LIBRARY, 'risk-split')!.draft };
const contextIn = (language: 'en' | 'zh', pair: Pair) =>
  contextOf(
    { province: { 'fiscal-cost': pair, 'npl-ratio': pairOf(0.03, 0.001, 0.0005) } },
    language,
    looked,
  );

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  const context = contextIn(language, faint);
  const finding = findingOf(context, 'fiscal-cost');
  const [unit, month] = language === 'en' ? ['CNY\u00a0m', 'CNY\u00a0m a month'] : ['亿元', '亿元/月'];

  test('a difference and a response name the unit of their bands, by the month', () => {
    for (const data of [differenceData(context, finding), responseData(context, finding)]) {
      expect(changeUnit(displayOfDifference(data, language))).toBe(unit);
      expect(data.subtitle).toContain(month);
    }
  });

  test('in a single run, which has no bands, it is the unit of the line', () => {
    const data = { ...differenceData(context, finding), runs: 1 };
    expect(changeUnit(displayOfDifference(data, language))).toBe(language === 'en' ? 'CNY' : '元');
  });

  test('a fan names the unit of both scenarios', () => {
    const large = flow({ ...pairOf(2e8, 0, 1), scenario: pairOf(3, 0, 1).scenario });
    const other = contextIn(language, large);
    const data = fanData(other, findingOf(other, 'fiscal-cost'));
    expect(displayOfFan(data, language).name).toBe(unit);
    expect(data.subtitle).toContain(month);
  });

  test('a level has its unit without a month, percentage points where it is a difference', () => {
    const npl = findingOf(context, 'npl-ratio');
    expect(responseData(context, npl).subtitle).toMatch(language === 'en' ? /\bpp;/ : /个百分点；/);
    expect(fanData(context, npl).subtitle).toContain('%');
  });

  test('the interaction matrix names the unit of its cells', () => {
    const part: Part = { share: 3e9, low: 3e9, high: 3e9, error: 0, ci95: null };
    const interactions = [
      [0, 2e6],
      [2e6, 0],
    ];
    const explained = { a: 0, b: 6e9, total: 6e9, assumptions: [], acts: [part, part], interactions };
    const player = (name: string) => ({ players: [{ family: 'policy' as const, name }] });
    const attribution = {
      scale: 100,
      runs: 8,
      assumptions: [],
      acts: [player('partA'), player('partB')],
      months: ['2030-12'],
      indicators: { 'fiscal-cost': [explained] },
    } as unknown as Attribution;
    const data = pairsData(readingOf(context, attribution, 'fiscal-cost', '2030-12')!)!;
    const name = changeUnit(displayOfPairs(data, language));
    expect(name).toBe(language === 'en' ? 'CNY\u00a0m' : '万元');
    expect(data.subtitle).toContain(name);
  });
});

test('a bare count leaves no empty place in a subtitle', () => {
  const context = contextOf({ province: { 'guarantors-suspended': pairOf(3, 1, 0.5) } }, 'en', looked);
  const finding = findingOf(context, 'guarantors-suspended');
  expect(changeUnit(displayOf(finding.indicator.unit, 'en'))).toBe('');
  for (const data of [differenceData(context, finding), fanData(context, finding)])
    expect(data.subtitle).not.toMatch(/, ,|, $/);
});
