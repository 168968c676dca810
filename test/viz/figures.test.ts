import { parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import { comparatorDraft, WITHOUT_SHOCKS, withComparator } from '../../viz/app/comparators.ts';
import { presetOf } from '../../viz/app/library.ts';
import { officialOutline } from '../../viz/app/outline.ts';
import { responseOf } from '../../viz/app/response.ts';
import { usualState } from '../../viz/app/start.ts';
import { parquetOf, zipOf } from '../../viz/charts/archive.ts';
import type { Chart } from '../../viz/charts/chart.ts';
import { citationOf } from '../../viz/charts/citation.ts';
import { citationsOf, metadataOf, type Shown } from '../../viz/charts/files.ts';
import { LOOKS } from '../../viz/charts/look.ts';
import { fitText, spread, textWidth, twoLines, wrapText } from '../../viz/charts/measure.ts';

describe('labels', () => {
  test('moved apart keep their order, their distance and the frame', () => {
    const wanted = [10, 11, 90, 50, 12, 95];
    const placed = spread(wanted, 15, 0, 100);
    const order = (list: readonly number[]) =>
      list.map((_, k) => k).sort((a, b) => list[a]! - list[b]! || a - b);
    expect(order(placed)).toEqual(order(wanted));
    const sorted = [...placed].sort((a, b) => a - b);
    for (let k = 1; k < sorted.length; k++) expect(sorted[k]! - sorted[k - 1]!).toBeGreaterThanOrEqual(15);
    expect(Math.min(...placed)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...placed)).toBeLessThanOrEqual(100);
  });

  test('are cut or broken where they do not fit, Chinese anywhere, English between words', () => {
    expect(fitText('Guarantee payouts', 12, 60)).toMatch(/^Guar.*…$/);
    expect(textWidth(fitText('担保代偿支出合计', 12, 60), 12)).toBeLessThanOrEqual(60);
    const lines = wrapText('Loan penetration strays furthest in December', 12, 120);
    expect(lines.join(' ')).toBe('Loan penetration strays furthest in December');
    expect(lines.length).toBeGreaterThan(1);
    expect(wrapText('贷款覆盖率在2027年6月偏离最大', 12, 60).join('')).toBe('贷款覆盖率在2027年6月偏离最大');
    expect(twoLines('Re-guarantor', 11, 66)).toEqual(['Re-', 'guarantor']);
    expect(twoLines('风险补偿资金池', 11, 66)).toEqual(['风险补偿', '资金池']);
    expect(twoLines('One two three four five', 10, 50).at(-1)).toMatch(/…$/);
  });
});

describe('a response', () => {
  const flat = (length: number, value = 0) => Array.from({ length }, () => value);
  const around = (mean: readonly number[], half: number, runs = 8) => ({
    mean,
    low: mean.map((one) => one - half),
    high: mean.map((one) => one + half),
    runs,
  });

  test('has its depth at the furthest month, and is over when a tenth is left for good', () => {
    const mean = [0, 0, -1, -4, -10, -5, -0.9, -2, -0.8, -0.5, 0];
    const found = responseOf(around(mean, 0.01), [2]);
    expect(found).toEqual({ deepest: 4, depth: -10, isChance: false, start: 2, recovered: 8, months: 6 });
  });
  test('is over too where it is no more than chance makes', () => {
    const path = { mean: [0, 5, 5, 2, 2], low: [0, 4, 4, -1, -1], high: [0, 6, 6, 5, 5], runs: 8 };
    expect(responseOf(path, [1])).toMatchObject({ deepest: 1, recovered: 3, months: 2 });
  });
  test('that lasts to the end has not recovered', () => {
    expect(responseOf(around([0, 1, 2, 3], 0.1), [1])).toMatchObject({ deepest: 3, recovered: -1 });
  });
  test('of nothing is nothing, before the shock nothing counts', () => {
    expect(responseOf(around(flat(5), 0), [1]).deepest).toBe(-1);
    expect(responseOf(around([9, 0, 1, 0], 0), [1])).toMatchObject({ deepest: 2, months: 2 });
    expect(responseOf(around(flat(4, Number.NaN), 0), [0]).deepest).toBe(-1);
  });
  test('drowned in chance at its furthest is told at the furthest month that is not, all months together', () => {
    const mean = [0, -2, -2.1, -1.9, 0, 0.1, 2.5];
    const half = [0, 0.2, 0.2, 0.2, 0.2, 0.2, 3];
    const [low, high] = [-1, 1].map((sign) => mean.map((one, at) => one + sign * half[at]!)) as [
      number[],
      number[],
    ];
    expect(responseOf({ mean, low, high, runs: 8 }, [1])).toMatchObject({
      deepest: 2,
      isChance: false,
      recovered: 4,
    });
    const weak = around([0, -1, 0.2, 1.5], 1.6);
    expect(responseOf(weak, [1])).toMatchObject({ deepest: 3, isChance: true });
    // Beyond its own interval, as one month of twenty is by chance.
    const picked = around([0, -1, 0.2, 1.5], 1.2);
    expect(responseOf(picked, [1])).toMatchObject({ deepest: 3, isChance: true });
    const alike = { mean: [0, 2, 1], low: flat(3, Number.NaN), high: flat(3, Number.NaN) };
    expect(responseOf({ ...alike, runs: 2 }, [1])).toMatchObject({ deepest: 1, isChance: true });
    expect(responseOf({ ...alike, runs: 1 }, [1])).toMatchObject({ deepest: 1, isChance: false });
    const looked = { mean: [0, -1, 1.5], low: [0, -1.9, -0.1], high: [0, -0.1, 3.1], runs: 3 };
    expect(responseOf(looked, [1])).toMatchObject({ deepest: 2, isChance: true });
  });
  test('to several shocks is counted from the last that started before its deepest month', () => {
    const mean = [0, -0.1, 0, 0, 0, -3, -5, -1, 0, 0];
    expect(responseOf(around(mean, 0.01), [1, 5, 8])).toMatchObject({ start: 5, deepest: 6, months: 3 });
  });
});

describe('files of a figure', () => {
  const tidy = {
    columns: ['month', 'value'],
    rows: [
      ['2026-01', 0.1 + 0.2],
      ['长沙', Number.NaN],
    ],
  };
  test('Parquet gives back every number to the last bit, and null for what is undefined', async () => {
    const { buffer } = parquetOf(tidy);
    expect(await parquetReadObjects({ file: buffer })).toEqual([
      { month: '2026-01', value: 0.1 + 0.2 },
      { month: '长沙', value: null },
    ]);
  });
  test('an archive of the same files at the same time is the same archive', () => {
    const at = new Date(2026, 0, 1);
    expect(zipOf({ 'a.txt': '活水' }, at)).toEqual(zipOf({ 'a.txt': '活水' }, at));
  });

  const origin = {
    release: '1.2.3',
    seed: '7',
    runs: 64,
    scale: 100,
    stage: 'ensemble',
    link: () => 'https://example.org/?scenario=risk-split',
    documents: () => ({}),
  };
  test('say in citations and metadata what their address does not carry, and nothing where it carries everything', () => {
    const chart = { kind: 'fan', title: 'NPL ratio is 3%', subtitle: '', tidy } as unknown as Chart;
    const shown = (linkCarriesNot?: string): Shown => ({
      chart,
      setting: { width: 600, look: LOOKS.light, language: 'en', origin: { ...origin, linkCarriesNot } },
    });
    const note = 'Kept in this browser only: “Mine”';
    expect(citationsOf(shown(note))).toContain(note);
    expect(JSON.parse(metadataOf(shown(note)))).toMatchObject({ linkCarriesNot: note });
    expect(citationsOf(shown())).not.toContain('undefined');
    expect(JSON.parse(metadataOf(shown()))).not.toHaveProperty('linkCarriesNot');
  });

  const cited = { kind: 'fan', title: 'NPL ratio is 3%', origin };
  test.each([
    [
      'APA',
      /^Headwater contributors\. \(2026\)\. NPL ratio is 3% .*\(Version 1\.2\.3\) \[Computer software\]\. Retrieved 2026-11-24, from https/,
    ],
    [
      'BibTeX',
      /^@software\{headwater2026-fan-[0-9a-f]{8},[\s\S]*version = \{1\.2\.3\},[\s\S]*NPL ratio is 3\\%[\s\S]*\}$/,
    ],
    [
      'GB/T 7714',
      /NPL ratio is 3% \(n = 64, 1:100, seed 7\)\[DS\/OL\]\/\/.*版本1\.2\.3\. \(2026\)\[2026-11-24\]\. https/,
    ],
  ] as const)('the citation in %s names figure, version, day and address', (style, form) => {
    expect(citationOf(style, { ...cited, day: '2026-11-24' })).toMatch(form);
  });

  test('figures, findings, runs and scenarios have keys of their own in BibTeX, the same on every day', () => {
    const keyOf = (change: object, day = '2026-11-24') =>
      /\{(.+),/.exec(citationOf('BibTeX', { ...cited, ...change, day }))![1]!;
    const keys = [
      {},
      { kind: 'slope' },
      { title: 'NPL ratio is 4%' },
      { origin: { ...origin, seed: '8' } },
      { origin: { ...origin, link: () => 'https://example.org/?scenario=flood' } },
    ].map((change) => keyOf(change));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyOf({}, '2027-01-01')).toBe(keys[0]);
  });
});

describe('an official map', () => {
  const codes = LIBRARY.places.map((one) => one.code);
  const square = (code: unknown) => ({
    type: 'Feature',
    properties: { adcode: code },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [112, 28],
          [113, 28],
          [113, 29],
          [112, 28],
        ],
      ],
    },
  });
  const file = (given: readonly unknown[]) =>
    JSON.stringify({ type: 'FeatureCollection', features: given.map(square) });

  test('is matched on codes, however they are written, and carries its approval number', () => {
    const given = codes.map((code, k) => (k % 2 ? Number(code) : `156${code}`));
    const outline = officialOutline(file(given), ' GS(2024)0650 ', LIBRARY);
    expect(outline).toMatchObject({ approval: 'GS(2024)0650' });
    expect('features' in outline && outline.features.features.map((one) => one.properties.code)).toEqual(
      codes,
    );
  });
  test.each([
    ['without an approval number', file(codes), ' ', 'noApproval'],
    ['that is no GeoJSON', '{"type":"Topology"}', 'GS', 'notGeoJson'],
    ['that is no JSON', 'PK', 'GS', 'notGeoJson'],
  ])('%s is refused', (_, text, approval, fault) => {
    expect(officialOutline(text, approval, LIBRARY)).toEqual({ fault });
  });

  test('that lacks prefectures is refused, and says which', () => {
    expect(officialOutline(file(codes.slice(2)), 'GS', LIBRARY)).toEqual({
      fault: 'missing',
      missing: codes.slice(0, 2),
    });
  });
});

describe('comparators', () => {
  const usual = usualState(LIBRARY, {}, ['en']);
  test('are one to three, none twice, and the last cannot be taken away', () => {
    const three = ['risk-split', 'data-sharing', 'flood-2027', 'risk-split'].reduce(
      (state, id, at) => withComparator(state, at + 1, id),
      usual,
    );
    expect([three.comparator, ...three.others]).toEqual(['baseline', 'risk-split', 'data-sharing']);
    expect(withComparator(three, 0, undefined)).toMatchObject({
      comparator: 'risk-split',
      others: ['data-sharing'],
    });
    expect(withComparator(usual, 0, undefined)).toBe(usual);
  });
  test('can be the scenario itself without its shocks', () => {
    const flood = presetOf(LIBRARY, 'flood-2027')!.draft;
    expect(comparatorDraft(WITHOUT_SHOCKS, flood, LIBRARY)).toEqual({ ...flood, shocks: [] });
    expect(comparatorDraft(WITHOUT_SHOCKS, usual.draft, LIBRARY)).toBe(usual.draft);
  });
});
