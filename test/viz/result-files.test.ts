// What is saved of a result can be run again, and says no less than the lab has computed.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hashOf, receiptOf } from '../../experiments/index.ts';
import { readReceipts, resolve } from '../../scenarios/index.ts';
import { LAST_MONTH, type Scale } from '../../sim/index.ts';
import { filesOf } from '../../viz/app/asked-files.ts';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import { setParameter } from '../../viz/app/draft.ts';
import type { Question } from '../../viz/app/lab.ts';
import { presetOf } from '../../viz/app/library.ts';
import { resultDocument, resultTable } from '../../viz/app/result-files.ts';
import { usualState } from '../../viz/app/start.ts';
import type { Band, LabReceipts, LabResult, LabUpdate } from '../../workers/api.ts';

const months = ['2025-12', '2026-01'];
const series = (...values: number[]) => Float64Array.from(values);
const around = (value: number): Band => ({
  mean: series(value, Number.NaN),
  p05: series(value - 0.01, Number.NaN),
  p50: series(value, Number.NaN),
  p95: series(value + 0.01, Number.NaN),
});

/** A scenario at 0.4 beside a comparator at `level`, the same in the province and in Changsha. */
function resultAgainst(level: number): LabResult {
  const gap = 0.4 - level;
  const pair = {
    scenario: around(0.4),
    comparator: around(level),
    difference: {
      ...around(gap),
      low: series(gap - 0.005, Number.NaN),
      high: series(gap + 0.005, Number.NaN),
      positive: series(1, Number.NaN),
    },
  };
  const place = {
    scenario: series(0.4, Number.NaN),
    comparator: series(level, Number.NaN),
    difference: series(gap, Number.NaN),
    half: series(0.25, Number.NaN),
  };
  const sum = (mean: number) => ({ mean, p05: mean - 1, p95: mean + 1 });
  const flow = {
    ...pair,
    total: {
      scenario: sum(400),
      comparator: sum(400 - 100 * gap),
      difference: { ...sum(100 * gap), low: 100 * gap - 5, high: 100 * gap + 5, positive: 1 },
    },
  };
  const placeFlow = {
    ...place,
    total: { scenario: 40, comparator: 40 - gap, difference: gap, half: 0.25 },
  };
  return {
    months,
    province: { 'loan-penetration': pair, 'penetration-gap': pair, 'fiscal-cost': flow },
    prefecture: { '430100': { 'loan-penetration': place, 'fiscal-cost': placeFlow } },
  };
}

const state = {
  ...usualState(LIBRARY, {}, ['en']),
  draft: setParameter(presetOf(LIBRARY, 'risk-split')!.draft, 'riskSplit', 'bankShare', 0.35, 0.2),
  others: ['data-sharing'],
};
const asked: Question = { ...state, day: '2027-03-04' };

/** Receipts as the worker makes them, for the files it was given. */
function receiptsOf(scale: Scale): LabReceipts {
  const { scenario, comparators } = filesOf(asked, LIBRARY, asked.day);
  const receipt = (file: unknown) => {
    const settings = { scale, seed: '1', runs: 64, until: LAST_MONTH };
    const { resultHash, ...recipe } = receiptOf(resolve(file), settings, '0'.repeat(64));
    return scale === 1 ? recipe : { ...recipe, resultHash };
  };
  const [comparator, ...others] = comparators.map(receipt);
  return { scenario: receipt(scenario), comparator: comparator!, others };
}

function answerAt(scale: Scale, receipts?: LabReceipts) {
  const update: LabUpdate = {
    id: 1,
    stage: 'ensemble',
    scale,
    runsDone: 64,
    runsTotal: 64,
    result: resultAgainst(0.25),
    others: [resultAgainst(0.3)],
    ...(receipts && { receipts }),
  };
  return { state, library: LIBRARY, lab: { update, asked } };
}

// biome-ignore lint/suspicious/noExplicitAny: a document as somebody else reads it
const read = (document: unknown): any => JSON.parse(JSON.stringify(document));

beforeEach(() => void vi.useFakeTimers({ now: new Date(2027, 2, 5) }));
afterEach(() => void vi.useRealTimers());

describe('the document of all results', () => {
  const document = read(resultDocument(answerAt(100, receiptsOf(100))));

  test('says what it is', () => expect(document.schema).toBe('headwater/lab-result@1'));

  test('is read by `verify`, as a whole and one receipt after the other', () => {
    const whole = readReceipts(document);
    expect(whole).not.toHaveProperty('faults');
    expect(whole.faults ?? whole.value.map((one) => one.scenario.id)).toEqual([
      'baseline',
      'risk-split-changed',
      'data-sharing',
    ]);
    const { a, b, others } = document.receipt;
    for (const one of [a, b, ...others]) expect(readReceipts(one).faults).toBeUndefined();
  });

  test('has the files its receipts are of, also when it is saved on another day', () => {
    expect(hashOf(resolve(document.b).scenario)).toBe(document.receipt.b.scenarioHash);
    expect(hashOf(resolve(document.a).scenario)).toBe(document.receipt.a.scenarioHash);
    expect(hashOf(resolve(document.others[0].a).scenario)).toBe(document.receipt.others[0].scenarioHash);
  });

  test('has further comparators and prefectures, in the model’s units', () => {
    expect(document.indicators['penetration-gap'].unit).toBe('ratio');
    expect(document.others[0].indicators['loan-penetration'].a.mean).toEqual([0.3, null]);
    const place = document.by.prefecture['430100']['loan-penetration'];
    expect(place).toMatchObject({ unit: 'ratio', a: { mean: [0.25, null] }, b: { mean: [0.4, null] } });
    expect(place.difference.ci95[1]).toBeNull();
    expect(place.difference.ci95[0][0]).toBeCloseTo(-0.1, 12);
  });

  test('has the sums of flows, of prefectures too, and none of levels', () => {
    expect(document.indicators['fiscal-cost'].total.difference).toMatchObject({ probPositive: 1 });
    const { total } = document.by.prefecture['430100']['fiscal-cost'];
    expect(total).toMatchObject({ a: { mean: 39.85 }, b: { mean: 40 } });
    expect(total.difference.ci95[0]).toBeCloseTo(-0.1, 12);
    expect(document.by.prefecture['430100']['loan-penetration']).not.toHaveProperty('total');
  });

  test('calls what has no result hash a recipe, and has neither before the last answer', () => {
    const whole = read(resultDocument(answerAt(1, receiptsOf(1))));
    expect(whole).not.toHaveProperty('receipt');
    expect(whole.recipe.b).toMatchObject({ scale: 1, scenario: { id: 'risk-split-changed' } });
    const early = read(resultDocument(answerAt(100)));
    expect(Object.keys(early)).not.toEqual(expect.arrayContaining(['receipt']));
    expect(Object.keys(early)).not.toEqual(expect.arrayContaining(['recipe']));
  });
});

describe('the table of all results', () => {
  const { columns, rows } = resultTable(answerAt(100));
  const records = rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));
  const first = (place: string, of: string) =>
    records.filter(
      (one) =>
        one.month === '2025-12' &&
        one.place === place &&
        one.indicator === 'loan-penetration' &&
        one.series === of,
    );

  test('has each scenario once and each comparator by its name', () => {
    expect(first('province', 'scenario').map(({ mean, versus }) => [mean, versus])).toEqual([[0.4, '']]);
    expect(first('province', 'comparator').map(({ mean, versus }) => [mean, versus])).toEqual([
      [0.25, 'baseline'],
      [0.3, 'data-sharing'],
    ]);
  });

  test('has the sum of a flow under the months it is over, as tiles and maps show it', () => {
    const sums = (place: string) =>
      records
        .filter((one) => one.month === '2026-01/2026-01' && one.place === place)
        .map(({ indicator, series: of, mean, versus }) => [indicator, of, mean, versus]);
    expect(sums('province')).toEqual([
      ['fiscal-cost', 'scenario', 400, ''],
      ['fiscal-cost', 'comparator', 385, 'baseline'],
      ['fiscal-cost', 'difference', expect.closeTo(15, 12), 'baseline'],
      ['fiscal-cost', 'comparator', 390, 'data-sharing'],
      ['fiscal-cost', 'difference', expect.closeTo(10, 12), 'data-sharing'],
    ]);
    expect(sums('430100').map(([, of]) => of)).toEqual([
      ...['scenario', 'comparator', 'difference', 'comparator', 'difference'],
    ]);
    const isSum = (month: unknown) => String(month).includes('/');
    const [difference] = records.filter((one) => isSum(one.month) && one.series === 'difference');
    expect(difference).toMatchObject({ p05: expect.closeTo(14, 12), p95: expect.closeTo(16, 12) });
    expect(difference).toMatchObject({ p50: Number.NaN, ci95_low: expect.closeTo(10, 12) });
    const [of] = records.filter(
      ({ month, place, series }) => isSum(month) && place !== 'province' && series === 'difference',
    );
    expect(of!.ci95_high).toBeCloseTo(0.4, 12);
  });

  test('says the unit of every row, after the columns it always had', () => {
    expect(columns.slice(-2)).toEqual(['versus', 'unit']);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    const units = new Map(records.map((one) => [one.indicator, one.unit]));
    expect([...units]).toEqual([
      ['loan-penetration', 'ratio'],
      ['penetration-gap', 'ratio'],
      ['fiscal-cost', 'yuan'],
    ]);
  });

  test('has the interval of every difference', () => {
    const [whole] = first('province', 'difference');
    expect(whole!.ci95_low).toBeCloseTo(0.145, 12);
    expect(whole!.ci95_high).toBeCloseTo(0.155, 12);
    const [place] = first('430100', 'difference');
    expect(place!.ci95_low).toBeCloseTo(-0.1, 12);
    expect(place!.ci95_high).toBeCloseTo(0.4, 12);
  });
});
