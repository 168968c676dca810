import { describe, expect, test } from 'vitest';
import { FISCAL_ITEMS, FISCAL_TOTAL, planOf, soloEngine } from '../../experiments/index.ts';
import { LIBRARY, resolveScenario } from '../../scenarios/index.ts';
import { BOOK_COLUMNS, FORK_MONTH, MOVEMENTS } from '../../sim/index.ts';
import { fiscalOf, runValues } from '../../workers/run-values.ts';

const FROM = '2026-02';
const checked = resolveScenario(
  {
    schema: 'headwater/scenario@1',
    id: 'all-spending',
    title: { en: 'All spending', zh: '全部支出' },
    base: 'baseline',
    province: 'hunan',
    policies: [
      { lever: 'interestSubsidy', from: FROM, set: { points: 0.02 } },
      { lever: 'riskPool', from: FROM, set: { topUp: 300_000_001 } },
      { lever: 'guaranteeCapital', from: FROM, set: { injection: 0.05 } },
      { lever: 'techRiskSharing', from: FROM, set: { share: 0.6 } },
    ],
  },
  LIBRARY,
);
const settings = { scale: 100, seed: '1', runs: 1, until: FORK_MONTH + 6 } as const;
if (checked.faults) throw new Error(JSON.stringify(checked.faults));
const plan = planOf(checked.value, { settings, dimensions: [] }, 0);
const { axes, values, books } = await runValues(plan, soloEngine, { audit: 'never' });

/** Yuan of an indicator in a month, in the province (0) or in a prefecture. */
const paid = (id: string, month: number, group = 0) =>
  values[(group * axes.indicators.length + axes.indicators.indexOf(id)) * axes.months.length + month]!;
const later = axes.months.map((_, at) => at).slice(1);

describe('every yuan that leaves a treasury is on the fiscal ledger', () => {
  test('month by month, as the books have it', () => {
    const leaving = MOVEMENTS.filter(({ from }) => from === 'treasuries').map(({ id }) =>
      BOOK_COLUMNS.indexOf(id),
    );
    for (const month of later)
      expect(paid(FISCAL_TOTAL, month)).toBe(
        leaving.reduce((sum, column) => sum + books[month * BOOK_COLUMNS.length + column]!, 0),
      );
  });

  test('under one purpose and in one prefecture; each purpose is paid for in this scenario', () => {
    for (const month of later) {
      expect(FISCAL_ITEMS.reduce((sum, id) => sum + paid(id, month), 0)).toBe(paid(FISCAL_TOTAL, month));
      const places = axes.prefectures.map((_, k) => paid(FISCAL_TOTAL, month, k + 1));
      expect(places.reduce((sum, yuan) => sum + yuan, 0)).toBe(paid(FISCAL_TOTAL, month));
    }
    for (const { id, all } of fiscalOf(axes, [{ values, books }]).rows)
      expect(all.mean, id).toBeGreaterThan(0);
  });
});
