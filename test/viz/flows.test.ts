import { describe, expect, test } from 'vitest';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import { overTime } from '../../viz/app/drawing-regions.ts';
import { mapData } from '../../viz/app/drawings.ts';
import { findingOf } from '../../viz/app/findings.ts';
import { presetOf } from '../../viz/app/library.ts';
import { mapParts } from '../../viz/charts/tile-map.ts';
import { sentenceOf } from '../../viz/views/overview-sentence.ts';
import { numberRows } from '../../viz/views/report-data.ts';
import type { Pair } from '../../workers/api.ts';
import { contextOf, pairOf, placeOf } from '../support/answer.ts';

const total = (mean: number) => ({ mean, p05: mean * 0.99, p95: mean * 1.01 });

/** Nine million a month in December either way, but sixteen million apart over the projection. */
const cost: Pair = {
  ...pairOf(9e6, 0, 1e6),
  total: {
    comparator: total(4.006e9),
    scenario: total(4.022e9),
    difference: { ...total(16e6), low: 11e6, high: 21e6, positive: 1 },
  },
};
const county = presetOf(LIBRARY, 'risk-split')!.draft;
const looked = { indicator: 'fiscal-cost', draft: county };
const place = {
  ...placeOf(1e6, 0, 1),
  total: { comparator: 4e8, scenario: 3.9976e8, difference: -237042, half: 1e6 },
};
const result = {
  province: { 'fiscal-cost': cost, 'npl-ratio': pairOf(0.03, 0, 0.001) },
  prefecture: { '430100': { 'fiscal-cost': place } },
};

describe.each(['en', 'zh'] as const)('what treasuries pay, in %s', (language) => {
  const context = contextOf(result, language, looked);
  const span = language === 'en' ? '2026–2030 together' : '2026至2030年合计';
  const finding = findingOf(context, 'fiscal-cost');

  test('is told over the whole projection, with the verdict on that sum', () => {
    expect(finding).toMatchObject({ verdict: 'real', summed: true, when: span, difference: 16e6 });
    expect([finding.base, finding.level].map((text) => text.replace(/\s/g, ' '))).toEqual(
      language === 'en' ? ['CNY 4,006 m', 'CNY 4,022 m'] : ['40.1亿元', '40.2亿元'],
    );
  });

  test('names its years in the sentence and in the brief', () => {
    expect(sentenceOf(context)).toContain(span);
    const row = numberRows(context).find(({ id }) => id === 'fiscal-cost')!;
    expect(row.cells[0]).toContain(span);
    expect(row.cells.at(-1)).toBe(context.words.beyondChance);
  });

  test('names another indicator beyond chance only where it is so with all others taken together', () => {
    const said = (change: number) =>
      sentenceOf(
        contextOf(
          { ...result, province: { ...result.province, 'npl-ratio': pairOf(0.03, change, 0.001) } },
          language,
          looked,
        ),
      );
    const name = language === 'en' ? 'NPL ratio' : '不良率';
    // Its own interval, 0.1 points wide, leaves out 0 in both.
    expect(said(0.0012)).not.toContain(name);
    expect(said(0.0012)).toContain(context.words.sentenceNothingElse);
    expect(said(0.003)).toContain(name);
  });

  test('has its unit and its years under the map, and no bare yuan on its tiles', () => {
    const data = mapData(context, finding, 'difference');
    expect(data.subtitle).not.toMatch(/, ,|，，/);
    expect(data.subtitle).toContain(span);
    expect(data.subtitle).toContain(language === 'en' ? 'CNY\u00a0m' : '万元');
    const parts = mapParts(data, { width: 400, look: context.look, language });
    expect(parts.short(data.tiles[0]!)).toBe(language === 'en' ? '−0.24' : '−24');
    expect(data.period).toBe('2026-01/2030-12');
  });

  test('leaves levels at the last month', () => {
    const npl = findingOf(context, 'npl-ratio');
    expect(npl.summed).toBe(false);
    expect(npl.when).toBe(language === 'en' ? 'Dec 2030' : '2030年12月');
  });
});

test('prefectures over time are told a flow in sums of twelve months, from the first full year on', () => {
  const context = contextOf(result, 'en', looked);
  const { months, places } = overTime(context, findingOf(context, 'fiscal-cost'));
  expect([months[0], months.at(-1), months.length]).toEqual(['2026-12', '2030-12', 49]);
  expect([places[0]!.scenario[0], places[0]!.scenario[48]]).toEqual([12e6, 12e6]);
});

test('a map never calls a difference beyond chance zero', () => {
  const place = placeOf(0.03, -0.0004, 0.0001);
  const province = { 'npl-ratio': pairOf(0.03, 0, 0.001) };
  const context = contextOf({ province, prefecture: { '430100': { 'npl-ratio': place } } }, 'en', looked);
  const data = mapData(context, findingOf(context, 'npl-ratio'), 'difference');
  expect(data.title).toMatch(/1 prefectures differ.*−0\.04\spp/);
});

test('a map calls beyond chance what is so with all prefectures taken together', () => {
  const province = { 'npl-ratio': pairOf(0.03, 0, 0.001) };
  const titleOf = (half: number) => {
    const prefecture = { '430100': { 'npl-ratio': placeOf(0.03, -0.0004, half) } };
    const context = contextOf({ province, prefecture }, 'en', looked);
    return mapData(context, findingOf(context, 'npl-ratio'), 'difference').title;
  };
  expect(titleOf(0.00015)).toMatch(/differ beyond chance/);
  expect(titleOf(0.00035)).toMatch(/^None/);
});

test('a change is not written as nothing beside levels that differ', () => {
  const found = (change: number) =>
    findingOf(
      contextOf({ province: { 'npl-ratio': pairOf(0.03049, change, 0.01) } }, 'en', looked),
      'npl-ratio',
    );
  const finding = found(0.00002);
  expect([finding.base, finding.level]).toEqual(['3.0%', '3.1%']);
  expect(finding.change).toMatch(/^\+0\.002\spp$/);
  expect(found(0).change).toMatch(/^±0\spp$/);
});
