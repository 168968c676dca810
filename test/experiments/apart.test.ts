import { expect, test } from 'vitest';
import { drawnProvince, drawsOf } from '../../experiments/apart.ts';
import { answer, compare, soloEngine } from '../../experiments/index.ts';
import { resolvePreset } from '../../scenarios/index.ts';
import { FORK_MONTH } from '../../sim/index.ts';
import { smallProvince } from '../support/small-province.ts';

const PATIENCE = 120_000;
const baseline = resolvePreset('baseline');
const small = {
  ...baseline,
  province: smallProvince(),
  data: { ...baseline.data, province: smallProvince() },
};
const changes = (k: number) => ({ 'apply.fearOfRefusal': [k === 0 ? 0.002 : 0.035] });
const question = {
  settings: { scale: 1, seed: 'apart', runs: 2, until: FORK_MONTH },
  dimensions: [],
  draws: drawsOf(changes),
} as const;

test('chance and parameters are told apart, beside both together', { timeout: PATIENCE }, async () => {
  const { result } = await answer(small, question, soloEngine);
  const { mean, p05, p95, chance, parameters } = result.indicators['loan-penetration'];
  const width = (spread: { p05: readonly (number | null)[]; p95: readonly (number | null)[] } | undefined) =>
    (spread?.p95[0] ?? Number.NaN) - (spread?.p05[0] ?? Number.NaN);
  expect(width(parameters)).toBeGreaterThan(2 * width(chance));
  expect(width({ p05, p95 })).toBeGreaterThan(width(chance));
  expect(mean[0]).toBeGreaterThan(0);
  expect(result.receipt.parameters).toBe('plausible');
});

test('a comparison has both spreads on either side and on the difference', {
  timeout: PATIENCE,
}, async () => {
  const { result } = await compare(
    [small, small],
    { ...question, settings: { ...question.settings, runs: 1 } },
    soloEngine,
  );
  const { a, b, difference } = result.indicators['npl-ratio'];
  for (const spread of [a, b, difference]) {
    expect(spread.chance?.mean.length).toBe(1);
    expect(spread.parameters?.mean.length).toBe(1);
  }
  expect(difference.mean).toEqual([0]);
  expect(difference.probPositive).toEqual([0]);
});

test('so are the sums of flows and what treasuries pay, of which a month is enough to tell', {
  timeout: PATIENCE,
}, async () => {
  const asked = { ...question, settings: { ...question.settings, until: FORK_MONTH + 1 } };
  const { result } = await answer(small, asked, soloEngine);
  const { total } = result.indicators['fiscal-cost']!;
  expect(total!.chance!.mean).toBeGreaterThan(0);
  expect(Object.keys(total!.parameters!)).toEqual(['mean', 'p05', 'p95']);
  const [one] = result.fiscal.rows.slice(-1);
  for (const tail of [one!.all, one!.years[0]!]) {
    expect([tail.mean, tail.chance!.mean]).toEqual([total!.mean, total!.chance!.mean]);
    expect(tail.parameters!.mean).toBe(total!.parameters!.mean);
  }
  expect(result.fiscal.owed.chance!.mean).not.toBeNull();
  expect(result.indicators['loan-penetration']).not.toHaveProperty('total');

  const { result: pair } = await compare([small, small], asked, soloEngine);
  const compared = pair.indicators['fiscal-cost']!.total!;
  expect(compared.a).toEqual(total);
  expect(compared.difference.parameters).toEqual({ mean: 0, p05: 0, p95: 0 });
  expect(Object.keys(compared.difference.chance!)).not.toContain('ci95');
  expect(pair.fiscal.difference.rows[0]!.all.chance!.mean).toBe(0);
});

test('an assumption of the scenario stands against a draw', () => {
  const assumed = { ...small, province: smallProvince({ 'apply.fearOfRefusal': [0.011] }) };
  const drawn = drawnProvince(assumed, { luck: 0, changes: { ...changes(0), 'trade.growth': [0.01] } });
  expect(drawn.parameters['apply.fearOfRefusal']).toEqual([0.011]);
  expect(drawn.parameters['trade.growth']).toEqual([0.01]);
  expect(drawnProvince(small, { luck: 0, changes: {} })).toBe(small.province);
});
