import { describe, expect, test } from 'vitest';
import { en } from '../../viz/text/en.ts';
import { NAMES } from '../../viz/text/names.ts';
import { zh } from '../../viz/text/zh.ts';

/** Any arguments at all, to see what a text with arguments makes of them. */
const samples = ['甲', '乙', '丙', '丁', '戊', '己'];
const sample = (text: unknown): string =>
  typeof text === 'function' ? text(...samples.slice(0, text.length)) : String(text);

const LATIN_SPACED = /[\u3400-\u9fff] [A-Za-z0-9]|[A-Za-z0-9%] [\u3400-\u9fff]/;
/** Texts that are spaced on purpose: nothing between sentences. */
const EMPTY_ALLOWED = ['gapBetweenSentences'];

describe('the dictionary', () => {
  test('has the same texts in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  test.each([
    ['en', en],
    ['zh', zh],
  ])('has no empty text in %s', (_, words) => {
    for (const [name, text] of Object.entries(words)) {
      if (!EMPTY_ALLOWED.includes(name)) expect(sample(text), name).not.toBe('');
    }
  });

  test('uses every argument in both languages', () => {
    for (const [name, text] of Object.entries(zh)) {
      if (typeof text !== 'function') continue;
      const other = en[name as keyof typeof en] as (...args: string[]) => string;
      expect(typeof other, name).toBe('function');
      expect(other.length, name).toBe((text as (...args: string[]) => string).length);
    }
  });

  test('has no manual spaces between Chinese and Latin', () => {
    for (const [name, text] of Object.entries(zh)) expect(sample(text), name).not.toMatch(LATIN_SPACED);
  });

  test.each([
    [9999, '9999', '9999'],
    [269_050, '26.905万', '269050'],
    [650_000, '65万', '650000'],
    [2_770_000, '277万', '2.77m'],
    [99_990_000, '9999万', '99.99m'],
    [908e6, '9.08亿', '908m'],
    [962e9, '9620亿', '962000m'],
    [1.3e12, '1.3万亿', '1300000m'],
    [-1_001_000, '-100.1万', '-1.001m'],
  ])('shortens %d to %s and %s', (value, chinese, english) => {
    expect(zh.shortened(value)).toBe(chinese);
    expect(en.shortened(value)).toBe(english);
  });

  test('shortens every number in Chinese to the digits it has and no others', () => {
    const wrong: string[] = [];
    for (let digits = 1000; digits < 10_000; digits++)
      for (const power of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
        const text = zh.shortened(Number(`${digits}e${power}`));
        const written = /^([\d.]+)(万|亿|万亿)$/.exec(text)?.[1]?.replace('.', '');
        if (Number(`0.${written}`) !== Number(`0.${digits}`)) wrong.push(text);
      }
    expect(wrong).toEqual([]);
  });

  test('keeps to the glossary', () => {
    const all = Object.values(zh).map(sample).join('\n');
    for (const wrong of ['杠杆', '不良贷款率', '百分点数', '地市', '场景']) expect(all).not.toContain(wrong);
  });

  test('names every word of scenario files in both languages', () => {
    for (const [id, { en: english, zh: chinese }] of Object.entries(NAMES)) {
      expect(english, id).not.toBe('');
      expect(chinese, id).toMatch(/[\u3400-\u9fff]/);
    }
  });
});
