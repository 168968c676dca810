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
    [1, '100万'],
    [2.77, '277万'],
    [99.99, '9999万'],
    [100, '1亿'],
    [908, '9.08亿'],
    [962_000, '9620亿'],
    [1_300_000, '1.3万亿'],
    [-1.001, '-100.1万'],
  ])('writes %d million in Chinese as %s', (value, text) => {
    expect(zh.millions(value)).toBe(text);
  });

  test('writes every number of millions in Chinese with the digits it has and no others', () => {
    const wrong: string[] = [];
    for (let digits = 1000; digits < 10_000; digits++)
      for (const power of [-3, -2, -1, 0, 1, 2, 3]) {
        const text = zh.millions(Number(`${digits}e${power}`));
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
