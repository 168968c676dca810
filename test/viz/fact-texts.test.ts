// The facts behind the parameters in Chinese: every text is there, says the same amounts, and was written for its English.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import contradictions from '../../scenarios/evidence/contradictions.json' with { type: 'json' };
import { evidenceOf, quantityText } from '../../scenarios/evidence/index.ts';
import { PROVINCE_IDS } from '../../scenarios/index.ts';
import { factTexts } from '../../viz/app/fact-texts.ts';
import { parameterFiles } from '../../viz/app/parameter-files.ts';
import { FACT_DATES_ZH, FACT_UNITS_ZH } from '../../viz/text/fact-words.ts';
import { amounts } from './amounts.ts';

const written: Readonly<Record<string, { readonly summary: string; readonly of: string }>> = JSON.parse(
  readFileSync(new URL('../../viz/text/facts.zh.json', import.meta.url), 'utf8'),
);
const cited = [
  ...new Set(PROVINCE_IDS.flatMap((id) => parameterFiles(id).flatMap((one) => one.evidence))),
].map(evidenceOf);

/** Facts of which only the figure is shown, beside others that contradict it. */
const contradicting = contradictions
  .flatMap(({ figures }) => figures)
  .map(({ evidence }) => evidenceOf(evidence));
const figured = [...new Set([...cited, ...contradicting])];

describe('facts behind the parameters, in Chinese', () => {
  test('are those that are cited, neither more nor fewer', () => {
    expect(Object.keys(written).sort()).toEqual(cited.map(({ id }) => id).sort());
  });

  test.each(cited)('$id was translated from the English there now and says the same amounts', (fact) => {
    const { summary, of } = written[fact.id]!;
    expect(of).toBe(createHash('sha256').update(fact.summary).digest('hex').slice(0, 8));
    expect(amounts(summary)).toEqual(amounts(fact.summary));
    expect(summary).toMatch(/\p{Script=Han}/u);
    expect(factTexts(fact, 'zh').summary).toBe(summary);
  });

  test.each(cited)('$id has its time in Chinese', (fact) => {
    const { asOf } = factTexts(fact, 'zh');
    if (!/^\d{4}(-\d{2}){0,2}$/.test(fact.asOf)) expect(FACT_DATES_ZH[fact.asOf], fact.asOf).toBe(asOf);
  });

  test.each(figured)('$id has its figure in Chinese', (fact) => {
    const { quantity } = factTexts(fact, 'zh');
    expect(FACT_UNITS_ZH[fact.unit], fact.unit).toBeDefined();
    const { factor = 1 } = FACT_UNITS_ZH[fact.unit]!;
    const published = (
      quantityText({ ...fact, unit: '' })
        .replace(/,/g, '')
        .match(/\d+(\.\d+)?/g) ?? []
    ).map((one) => Number((Number(one) * factor).toPrecision(10)));
    const shown = (
      quantity
        .replace(FACT_UNITS_ZH[fact.unit]!.name, '')
        .replace(/,/g, '')
        .match(/\d+(\.\d+)?/g) ?? []
    ).map(Number);
    expect(shown).toEqual(published);
  });

  test('are shown as published in English', () => {
    for (const fact of cited)
      expect(factTexts(fact, 'en')).toEqual({
        quantity: quantityText(fact),
        asOf: fact.asOf,
        summary: fact.summary,
      });
  });

  test('contradict each other with the figures that the register has', () => {
    for (const { figures } of contradictions)
      for (const { evidence, value } of figures) expect(quantityText(evidenceOf(evidence))).toBe(value);
  });

  test('keep no unit and no time that nobody needs', () => {
    const units = new Set(figured.map((one) => one.unit));
    expect(Object.keys(FACT_UNITS_ZH).filter((one) => !units.has(one))).toEqual([]);
    const times = new Set(cited.map((one) => one.asOf));
    expect(Object.keys(FACT_DATES_ZH).filter((one) => !times.has(one))).toEqual([]);
  });
});
