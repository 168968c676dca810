import { describe, expect, test } from 'vitest';
import { readMonth } from '../../viz/controls/month-field.ts';
import { addMonths, monthsBetween, writeMonth } from '../../viz/text/months.ts';
import {
  decimalsFor,
  displayOf,
  formatChange,
  formatInterval,
  formatLevel,
  formatRange,
} from '../../viz/text/numbers.ts';

const NB = '\u00a0';

describe('numbers in both languages', () => {
  test('ratios are percentages, their differences percentage points, with a sign', () => {
    const [en, zh] = [displayOf('ratio', 'en'), displayOf('ratio', 'zh')];
    expect(formatLevel(0.4051, en, 1)).toBe('40.5%');
    expect(formatChange(0.0123, en, 1)).toBe(`+1.2${NB}pp`);
    expect(formatChange(-0.0123, zh, 1)).toBe('−1.2个百分点');
    expect(formatInterval(0.009, 0.015, en, 1)).toBe(`+0.9 to +1.5${NB}pp`);
    expect(formatInterval(-0.009, 0.015, zh, 1)).toBe('−0.9至+1.5个百分点');
    expect(formatInterval(Number.NaN, Number.NaN, zh, 1)).toBe('–');
  });

  test('a difference that rounds to nothing has neither sign', () => {
    expect(formatChange(-0.00001, displayOf('ratio', 'en'), 1)).toBe(`±0.0${NB}pp`);
  });

  test('money is recomputed for the language, not relabelled', () => {
    const balance = 1.87e12;
    expect(formatLevel(balance, displayOf('yuan', 'en', balance), 2)).toBe(`CNY${NB}1.87${NB}tn`);
    expect(formatLevel(balance, displayOf('yuan', 'zh', balance), 2)).toBe('1.87万亿元');
    expect(formatLevel(2.19e8, displayOf('yuan', 'en', 2.19e8), 0)).toBe(`CNY${NB}219${NB}m`);
    expect(formatLevel(2.19e8, displayOf('yuan', 'zh', 2.19e8), 2)).toBe('2.19亿元');
    expect(formatRange(9.62e11, 9.7e11, displayOf('yuan', 'zh', 9.7e11), 0)).toBe('9,620–9,700亿元');
  });

  test('gaps between places are points in both languages', () => {
    expect(formatLevel(0.274, displayOf('points', 'en'), 1)).toBe(`27.4${NB}pp`);
    expect(formatLevel(0.274, displayOf('points', 'zh'), 1)).toBe('27.4个百分点');
  });

  test('no more digits than the noise supports', () => {
    const share = displayOf('ratio', 'en');
    expect(decimalsFor(0.03, share)).toBe(0);
    expect(decimalsFor(0.003, share)).toBe(1);
    expect(decimalsFor(0.0003, share)).toBe(2);
    expect(decimalsFor(1e-9, share)).toBe(3);
  });

  test('an undefined value is a dash, never 0 or NaN', () => {
    expect(formatLevel(Number.NaN, displayOf('ratio', 'en'), 1)).toBe('–');
    expect(formatChange(Number.NaN, displayOf('yuan', 'zh'), 1)).toBe('–');
  });
});

describe('months', () => {
  test('are written in the language and counted exactly', () => {
    expect(writeMonth('2026-07', 'en')).toBe('Jul 2026');
    expect(writeMonth('2026-07', 'zh')).toBe('2026年7月');
    expect(addMonths('2026-11', 3)).toBe('2027-02');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(monthsBetween('2026-01', '2030-12')).toBe(59);
  });

  test('may be typed in several ways', () => {
    for (const typed of ['2026-7', '2026/07', '2026年7月', ' 2026.07 '])
      expect(readMonth(typed)).toBe('2026-07');
    expect(readMonth('soon')).toBe('soon');
  });
});
