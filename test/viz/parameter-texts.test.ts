// The parameters in Chinese: every text is there, says the same amounts, and was written for the English it stands beside.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { effectRegister } from '../../scenarios/provinces/hunan/effects.ts';
import { BORROWED } from '../../scenarios/provinces/zhejiang/borrowed.ts';
import { INDICATORS, PARAMETERS } from '../../sim/index.ts';
import { parameterFiles } from '../../viz/app/parameter-files.ts';
import { parameterTexts } from '../../viz/app/parameter-texts.ts';
import { RULES_ZH } from '../../viz/text/indicator-rules.ts';
import { UNITS_ZH } from '../../viz/text/parameter-units.ts';
import { READING_WORDS } from '../../viz/text/readings.ts';
import { amounts, CALQUE } from './amounts.ts';

const PARAMETER_FILES = parameterFiles('hunan');

interface Written {
  readonly means: string;
  readonly note: string;
  /** First eight digits of the SHA-256 of the English meaning and note. */
  readonly of: string;
}
const FILE = new URL('../../viz/text/parameters.zh.json', import.meta.url);
const written: Readonly<Record<string, Written>> = JSON.parse(readFileSync(FILE, 'utf8'));

const meaningOf = (id: string): string => PARAMETERS[id as keyof typeof PARAMETERS].means;
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

test('every window and every reason for no value has its Chinese, and no other is kept', () => {
  const said = new Set(INDICATORS.flatMap(({ window, nullWhen }) => [window, nullWhen]));
  expect(new Set(Object.keys(RULES_ZH))).toEqual(said);
});

test('no evidence text in Chinese counts in millions and billions as English does', () => {
  for (const name of ['parameters', 'parameters-zhejiang', 'facts']) {
    const file = new URL(`../../viz/text/${name}.zh.json`, import.meta.url);
    const texts: Readonly<Record<string, object>> = JSON.parse(readFileSync(file, 'utf8'));
    for (const [id, said] of Object.entries(texts))
      expect(Object.values(said).join('\n'), `${name} ${id}`).not.toMatch(CALQUE);
  }
  for (const calque of ['908十亿元', '0.28百万、', '2.77 百万户', '单位：百万元', '百万个'])
    expect(calque).toMatch(CALQUE);
  for (const chinese of ['三百万户次', '几十亿元', '9,080亿元', '277万户'])
    expect(chinese).not.toMatch(CALQUE);
});

describe('the parameters in Chinese', () => {
  test('are those of the file, neither more nor fewer', () => {
    expect(Object.keys(written).sort()).toEqual(PARAMETER_FILES.map(({ id }) => id).sort());
  });

  test.each(PARAMETER_FILES)('$id was translated from the English that stands there now', ({ id, note }) => {
    expect(written[id]?.of).toBe(hashOf(`${meaningOf(id)}\n${note}`));
  });

  test.each(PARAMETER_FILES)('$id says the same amounts', ({ id, note }) => {
    expect(amounts(written[id]!.note)).toEqual(amounts(note));
    expect(written[id]!.means).toMatch(/\p{Script=Han}/u);
  });

  test('and what effects read has its words and its unit in both languages, and no other is kept', () => {
    const read = new Set(effectRegister().effects.flatMap((one) => one.read ?? []));
    expect(Object.keys(READING_WORDS).sort()).toEqual([...read].sort());
    for (const { en, zh, unit } of Object.values(READING_WORDS)) {
      expect(en && unit).toBeTruthy();
      expect(zh).toMatch(/\p{Script=Han}|^AUC$/u);
    }
  });

  test('have a unit each, and the table shows them', () => {
    for (const record of PARAMETER_FILES) {
      expect(UNITS_ZH[record.unit], record.unit).toBeDefined();
      expect(parameterTexts(record, 'zh', 'hunan').unit).toBe(UNITS_ZH[record.unit]);
      expect(parameterTexts(record, 'en', 'hunan').note).toBe(record.note);
    }
  });
});

describe('Zhejiang’s own notes in Chinese', () => {
  const own: readonly { readonly id: string; readonly note: string }[] = JSON.parse(
    readFileSync(new URL('../../scenarios/provinces/zhejiang/parameters.json', import.meta.url), 'utf8'),
  );
  const chinese: Readonly<Record<string, Omit<Written, 'means'>>> = JSON.parse(
    readFileSync(new URL('../../viz/text/parameters-zhejiang.zh.json', import.meta.url), 'utf8'),
  );

  test('are those of its file, neither more nor fewer', () => {
    expect(Object.keys(chinese).sort()).toEqual(own.map(({ id }) => id).sort());
  });

  test.each(own)(
    '$id was translated from the English there now and says the same amounts',
    ({ id, note }) => {
      expect(chinese[id]!.of).toBe(hashOf(note));
      expect(chinese[id]!.note).toMatch(/\p{Script=Han}/u);
      expect(amounts(chinese[id]!.note)).toEqual(amounts(note));
    },
  );

  test('stand where a source speaks; elsewhere Hunan’s note is said to be Hunan’s', () => {
    const names = new Set(own.map(({ id }) => id));
    for (const record of parameterFiles('zhejiang')) {
      const { note } = parameterTexts(record, 'zh', 'zhejiang');
      expect(note, record.id).toBe(
        names.has(record.id)
          ? chinese[record.id]!.note
          : `浙江没有相关来源，沿用湖南。湖南：${written[record.id]!.note}`,
      );
      expect(record.note.startsWith(BORROWED), record.id).toBe(!names.has(record.id));
    }
  });
});
