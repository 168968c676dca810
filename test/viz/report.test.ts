import { describe, expect, test } from 'vitest';
import contradictions from '../../scenarios/evidence/contradictions.json' with { type: 'json' };
import { BOOK_COLUMNS } from '../../sim/index.ts';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import type { Context } from '../../viz/app/context.ts';
import { parameterFiles } from '../../viz/app/parameter-files.ts';
import { usualState } from '../../viz/app/start.ts';
import { LOOKS } from '../../viz/charts/look.ts';
import { wordsOf } from '../../viz/text/index.ts';
import type { Language } from '../../viz/text/language.ts';
import { bearerRows, numberRows, unknowns } from '../../viz/views/report-data.ts';
import type { Band, LabUpdate } from '../../workers/api.ts';

const MONTHS = ['2030-11', '2030-12'];
const flat = (value: number): Band => {
  const series = Float64Array.of(value, value);
  return {
    mean: series,
    p05: Float64Array.of(value * 0.9, value * 0.9),
    p50: series,
    p95: Float64Array.of(value * 1.1, value * 1.1),
  };
};

/** Loan penetration 40 % under the scenario and 38 % under the comparator, beyond chance; books of two runs. */
function contextIn(language: Language): Context {
  const contrast = {
    ...flat(0.02),
    low: Float64Array.of(0.015, 0.015),
    high: Float64Array.of(0.025, 0.025),
    positive: Float64Array.of(1, 1),
  };
  const books = (lost: number) => {
    const sums = new Float64Array(BOOK_COLUMNS.length * MONTHS.length);
    const set = (column: string, month: number, yuan: number) => {
      sums[month * BOOK_COLUMNS.length + BOOK_COLUMNS.indexOf(column)] = yuan;
    };
    set('lenders-loans', 0, 100e9);
    set('lenders-loans', 1, 100e9 - lost);
    set('lost-recovered', 1, 0.25 * lost);
    set('lost-writtenOff', 1, 0.5 * lost);
    set('fundPayout', 1, 0.25 * lost);
    return { runs: 2, sums };
  };
  const update = {
    id: 1,
    stage: 'ensemble',
    scale: 100,
    runsDone: 2,
    runsTotal: 2,
    others: [],
    result: {
      months: MONTHS,
      province: { 'loan-penetration': { scenario: flat(0.4), comparator: flat(0.38), difference: contrast } },
      prefecture: {},
      books: { scenario: books(32e9), comparator: books(40e9) },
    },
  } as unknown as LabUpdate;
  const state = { ...usualState(LIBRARY, {}, []), language };
  return {
    state,
    words: wordsOf(language),
    look: LOOKS.light,
    library: LIBRARY,
    lab: { update, stale: false, faded: false, status: 'done', restarts: 0, asked: state },
    tell: (text: Record<Language, string>) => text[language],
  } as unknown as Context;
}

describe.each(['en', 'zh'] as const)('the brief in %s', (language) => {
  const context = contextIn(language);

  test('gives six numbers with range, difference, interval and verdict', () => {
    const rows = numberRows(context);
    expect(rows).toHaveLength(6);
    const [title, base, level, range, change, interval, verdict] = rows[0]!.cells;
    expect(title).toBe(language === 'en' ? 'Loan penetration' : '贷款覆盖率');
    expect([base, level, range]).toEqual(['38%', '40%', '36–44%']);
    expect(change).toMatch(language === 'en' ? /^\+2\.0\spp$/ : /^\+2\.0个百分点$/);
    expect(interval).toMatch(/^\+1\.5.+\+2\.5/);
    expect(verdict).toBe(context.words.beyondChance);
    expect(rows[1]!.cells[1]).toBe('–');
  });

  test('says who bears each yuan a run on average, and the parts add up', () => {
    const rows = bearerRows(context);
    expect(rows.map((row) => row[0])).toContain(language === 'en' ? 'risk funds' : '风险补偿资金池');
    const numbers = rows.map((row) => Number(/[\d.]+/.exec(row[1]!)![0]));
    expect(numbers.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBeCloseTo(numbers.at(-1)!, 5);
    expect(rows.at(-1)![1]).toMatch(language === 'en' ? /^CNY\s15\.00\sbn$/ : /^150\.0?0?亿元$/);
    expect(rows.at(-1)![3]).toMatch(/^−/);
  });

  test('counts what is not known from the records themselves', () => {
    const text = unknowns(context).join('\n');
    const all = parameterFiles('hunan');
    const assumed = all.filter((one) => one.grade === 'assumed').length;
    for (const number of [assumed, all.length, contradictions.length]) expect(text).toContain(String(number));
  });
});
