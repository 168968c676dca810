// What notebooks say: a level at the month asked for, a flow as its sum, and no more than the runs show.
import { describe, expect, test } from 'vitest';
import { atTheEnd, beyondChance, digits, sentence } from '../../notebooks/tell.ts';
import type { LabUpdate, Pair } from '../../workers/api.ts';
import { contextOf, MONTHS, pairOf } from '../support/answer.ts';

const NB = '\u00a0';
const AUGUST = MONTHS.indexOf('2027-08');

/** A relief while the flood lasts that has turned by the end. */
function turning(): Pair {
  const pair = pairOf(0.03, 0.000077, 0.00006);
  pair.scenario.mean[AUGUST] = 0.029965;
  pair.difference.mean[AUGUST] = -0.000035;
  pair.difference.low[AUGUST] = -0.000055;
  pair.difference.high[AUGUST] = -0.000015;
  return pair;
}

/** A flow whose last month says nothing and whose sum does. */
const exits: Pair = {
  ...pairOf(9000, 6, 90),
  total: {
    comparator: { mean: 540_000, p05: 539_000, p95: 541_000 },
    scenario: { mean: 538_544, p05: 537_000, p95: 539_500 },
    difference: { mean: -1456, p05: -2000, p95: -900, low: -1760, high: -1152, positive: 0 },
  },
};

function answerOf(province: Record<string, Pair>, runs = 16): LabUpdate {
  return { ...contextOf({ province }, 'en').lab.update!, runsDone: runs };
}
const answer = answerOf({
  'overdue-ratio': turning(),
  exits,
  'guarantee-balance': pairOf(2e11, 15.7e9, 3.3e9),
});

describe('what a notebook tells', () => {
  test('is of the last month, or of the month asked for', () => {
    expect(atTheEnd(answer, 'overdue-ratio')).toMatchObject({ when: 'Dec 2030', difference: 0.000077 });
    expect(atTheEnd(answer, 'overdue-ratio', { month: '2027-08' })).toEqual({
      indicator: 'overdue-ratio',
      when: 'Aug 2027',
      scenario: 0.029965,
      comparator: 0.03,
      difference: -0.000035,
      low: -0.000055,
      high: -0.000015,
      runs: 16,
    });
  });

  test('is of a flow its sum over the projection, whichever month is asked for', () => {
    const sum = {
      indicator: 'exits',
      when: '2026–2030 together',
      scenario: 538_544,
      comparator: 540_000,
      difference: -1456,
      low: -1760,
      high: -1152,
      runs: 16,
    };
    expect(atTheEnd(answer, 'exits')).toEqual(sum);
    expect(atTheEnd(answer, 'exits', { month: '2027-08' })).toEqual(sum);
  });

  test('is more than chance makes only where the interval leaves out 0', () => {
    expect(beyondChance({ low: 1, high: 2 })).toBe(true);
    expect(beyondChance({ low: -2, high: -1 })).toBe(true);
    expect(beyondChance({ low: -1, high: 1 })).toBe(false);
    expect(beyondChance({ low: Number.NaN, high: Number.NaN })).toBe(false);
  });
});

test('a table keeps the digits that count', () => {
  const shown = [-0.000035, 0.041234, -1456, 52_466_702_450, -0, Number.NaN].map(digits);
  expect(shown).toEqual(['-0.000035', '0.04123', '-1,456', '52.47B', '0', '–']);
});

describe('a sentence', () => {
  test('names the month it is about', () => {
    expect(sentence(answer, 'overdue-ratio', { month: '2027-08' })).toBe(
      `Overdue ratio, Aug 2027: −0.0035${NB}pp (95% interval −0.0055 to −0.0015${NB}pp, 16 paired runs), more than chance makes.`,
    );
    expect(sentence(answer, 'overdue-ratio')).toContain('Overdue ratio, Dec 2030: +0.0077');
  });

  test('names the years of a flow and writes its sum in full', () => {
    expect(sentence(answer, 'exits')).toBe(
      'Exits, 2026–2030 together: −1,456 enterprises (95% interval −1,760 to −1,152, 16 paired runs), more than chance makes.',
    );
  });

  test('writes money in its step, no finer than chance', () => {
    expect(sentence(answer, 'guarantee-balance')).toContain(
      `: +CNY${NB}15.7${NB}bn (95% interval +12.4 to +19.0${NB}bn, 16 paired runs)`,
    );
  });

  test('says within chance where the interval holds 0, and nothing of chance after one run', () => {
    const chancy = pairOf(0.03, 0.001, 0.002);
    expect(sentence(answerOf({ 'npl-ratio': chancy }), 'npl-ratio')).toMatch(/, within chance\.$/);
    const once = sentence(answerOf({ 'npl-ratio': pairOf(0.03, 0.001, Number.NaN) }, 1), 'npl-ratio');
    expect(once).toMatch(/: \+0\.10\spp \(one run, which does not show what is chance\)\.$/);
  });

  test('refuses a month or an indicator that is not there', () => {
    expect(() => sentence(answer, 'exits', { month: '2031-01' })).toThrow(
      'unknown month 2031-01; one of 2025-12 to 2030-12',
    );
    expect(() => atTheEnd(answer, 'exit')).toThrow(
      /^unknown indicator exit; one of enterprises, entries, exits/,
    );
  });
});
