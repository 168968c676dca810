import { describe, expect, test } from 'vitest';
import {
  FISCAL_OWED,
  FISCAL_TOTAL,
  type FiscalItem,
  fiscalLedger,
  RUNS_FOR_TAIL,
  tailOf,
} from '../../experiments/fiscal.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, k) => k + 1);
const UNKNOWN = { mean: null, p95: null, p99: null, shortfall: null };

describe('the tail of what treasuries pay', () => {
  test('of a hundred runs: type 7 quantiles, and the mean of the five costliest', () => {
    expect(tailOf(upTo(100).reverse())).toEqual({ mean: 50.5, p95: 95.05, p99: 99.01, shortfall: 98 });
  });

  test('a run on the border of the costliest twentieth counts for the part within it', () => {
    // 1.5 of 30 runs: the costliest whole, half of the next.
    expect(tailOf(upTo(30)).shortfall).toBeCloseTo((30 + 29 / 2) / 1.5, 12);
  });

  test('is not told where no run can lie beyond it', () => {
    const { p95, p99 } = RUNS_FOR_TAIL;
    expect(tailOf(upTo(p95 - 1))).toEqual({ ...UNKNOWN, mean: 10 });
    expect(tailOf(upTo(p95))).toMatchObject({ p99: null, shortfall: 20 });
    expect(tailOf(upTo(p99 - 1)).p99).toBeNull();
    expect(tailOf(upTo(p99)).p99).not.toBeNull();
  });

  test('is unknown where the scale tells nothing', () => {
    expect(tailOf([Number.NaN])).toEqual(UNKNOWN);
  });
});

describe('the fiscal ledger', () => {
  const months = ['2025-12', '2026-01', '2026-12', '2027-01'];
  const EACH: Record<FiscalItem, number> = {
    'subsidy-paid': 1,
    'compensation-paid': 10,
    'capital-injected': 100,
    'funds-endowed': 1000,
    [FISCAL_TOTAL]: 1111,
    [FISCAL_OWED]: 7,
  };
  const paid = (run: number, id: FiscalItem) => [1e9, 1, 1, 1].map((months) => months * EACH[id] * (run + 1));
  const ledger = fiscalLedger(months, 2, paid);

  test('adds up months by year, without the month before any policy', () => {
    expect([ledger.from, ledger.to, ...ledger.years]).toEqual(['2026-01', '2027-01', '2026', '2027']);
    const [subsidy] = ledger.rows;
    expect([subsidy.all.mean, ...subsidy.years.map((year) => year.mean)]).toEqual([4.5, 3, 1.5]);
  });

  test('has all purposes and their sum, and apart from them what is owed at the end', () => {
    expect(ledger.rows.map(({ all }) => all.mean)).toEqual([4.5, 45, 450, 4500, 4999.5]);
    expect(ledger.owed.mean).toBe(10.5);
  });

  test('leaves out what a coarse scale does not tell', () => {
    const coarse = fiscalLedger(months, 1, (run, id) =>
      id === 'compensation-paid' ? months.map(() => null) : paid(run, id),
    );
    expect(coarse.rows.map(({ all }) => all.mean)).toEqual([3, null, 300, 3000, 3333]);
  });

  test('of no month is unknown, not nothing', () => {
    const none = fiscalLedger(['2025-12'], 2, paid);
    expect(none.from).toBeUndefined();
    for (const tail of [...none.rows.map(({ all }) => all), none.owed]) expect(tail).toEqual(UNKNOWN);
  });
});
