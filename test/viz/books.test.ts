import { describe, expect, test } from 'vitest';
import { bookFollower } from '../../experiments/index.ts';
import { createWorld, LINES, MOVEMENTS, monthName, SECTORS_OF_ACCOUNT, stepMonth } from '../../sim/index.ts';
import { balanceRows, booksOf, flowRows, moneyResiduals, quartersOf } from '../../viz/app/books.ts';
import { BEARERS, lossChange, lossFlow } from '../../viz/app/losses.ts';
import { balanceOf, decimalsOf } from '../../viz/charts/flow.ts';
import { INSTRUMENT_NAMES, MOVEMENT_NAMES, SECTOR_NAMES } from '../../viz/text/account-names.ts';
import { reportEn } from '../../viz/text/report.en.ts';
import { reportZh } from '../../viz/text/report.zh.ts';
import { stressEn } from '../../viz/text/stress.en.ts';
import { stressZh } from '../../viz/text/stress.zh.ts';
import { inputOf } from '../support/small-province.ts';

const MONTHS = 60;

const FLOOD = { kind: 'flood', from: 20, months: 3, severity: 3, scope: {} };

/** Books of two runs of a flooded province, added up. */
function twoRuns(shocks = [FLOOD]) {
  const all = ['one', 'two'].map((seed) => {
    const world = createWorld(inputOf({ seed, shocks }), {});
    const follower = bookFollower();
    follower.onWorld(world);
    for (let month = 0; month < MONTHS; month++) {
      stepMonth(world);
      follower.onWorld(world);
    }
    return follower.books();
  });
  return all[0]!.map((yuan, at) => yuan + all[1]![at]!);
}

const months = Array.from({ length: MONTHS + 1 }, (_, at) => monthName(35 + at));
const books = booksOf({ runs: 2, sums: twoRuns() }, months);
const quarters = quartersOf(months);

describe('the books on screen', () => {
  test('have whole quarters after the first month', () => {
    expect(quarters).toHaveLength(20);
    expect(quarters[0]).toEqual({ id: '2026-Q1', from: 1, to: 3 });
    expect(quarters.at(-1)).toEqual({ id: '2030-Q4', from: 58, to: 60 });
  });

  test('close in every quarter: what one owns another owes, every yuan has a payer and a receiver', () => {
    for (const { from, to } of quarters) {
      for (const row of [...balanceRows(books, to), ...flowRows(books, from, to)])
        expect(row.residual, row.id).toBe(0);
      expect(moneyResiduals(books, from, to)).toEqual(SECTORS_OF_ACCOUNT.map(() => 0));
    }
  });

  test('leave out what did not move', () => {
    const moved = flowRows(books, 1, MONTHS).map((row) => row.id);
    expect(moved).toContain('payout');
    expect(moved).not.toContain('foundingCapital');
  });
});

describe('the loss flow', () => {
  const flow = lossFlow(books, 1, MONTHS);
  test('takes what the balances lost and finds every yuan of it with a bearer', () => {
    expect(flow.total).toBeGreaterThan(0);
    expect(flow.residual).toBe(0);
    expect(flow.bearers.reduce((sum, one) => sum + one.yuan, 0)).toBe(flow.total);
  });
  test('goes out of every node as it came in', () => {
    const nodes = balanceOf(flow.links);
    expect(nodes.map((node) => node.id)).toContain('guarantees');
    for (const node of nodes) expect(node.in, node.id).toBe(node.out);
  });
  test('draws no negative stream', () => {
    for (const link of flow.links) expect(link.yuan).toBeGreaterThan(0);
  });
  test('counts what was recovered as a stream, and as nobody’s loss', () => {
    expect(flow.recovered).toBeGreaterThan(0);
    expect(flow.total).toBe(flow.notRepaid - flow.recovered);
    const toAssets = flow.links.filter((one) => one.to === 'assets');
    expect(toAssets.reduce((sum, one) => sum + one.yuan, 0)).toBe(flow.recovered);
    expect(flow.bearers.map((one) => one.id)).not.toContain('assets');
  });
  test('names every end in both languages', () => {
    const ends = flow.links.flatMap((one) => [one.from, one.to]);
    for (const id of [...ends, ...BEARERS, 'earlierClaims']) {
      expect(Object.keys(stressZh), id).toContain(id);
      expect(Object.keys(stressEn), id).toContain(id);
    }
    for (const { bearers } of [reportZh, reportEn])
      expect(Object.keys(bearers).sort()).toEqual([...BEARERS].sort());
  });
  test('beside the same province without the flood says who bears more, to the last yuan', () => {
    const calm = lossFlow(booksOf({ runs: 2, sums: twoRuns([]) }, months), 1, MONTHS);
    const change = lossChange(flow, calm);
    expect(change.total).toBe(flow.total - calm.total);
    expect(change.total).not.toBe(0);
    expect(change.bearers.reduce((sum, one) => sum + one.yuan, 0)).toBe(change.total);
    expect(lossChange(flow, flow)).toEqual({ bearers: [], total: 0 });
  });
});

describe('names', () => {
  test.each([
    ['sectors', SECTORS_OF_ACCOUNT, SECTOR_NAMES],
    ['movements', MOVEMENTS.map((one) => one.id), MOVEMENT_NAMES],
    ['instruments', LINES.map((one) => one.instrument), INSTRUMENT_NAMES],
  ])('of all %s exist in both languages', (_, ids, names) => {
    for (const id of ids) {
      expect(names[id]?.en, id).toMatch(/^[A-Z]/);
      expect(names[id]?.zh, id).toMatch(/[\u3400-\u9fff]/);
    }
  });
});

test('a stream too small for the picture’s decimals is written with as many as it needs, never as nothing', () => {
  expect([12.3, 0.06, 0.03, 0.004, 0].map((value) => decimalsOf(value, 1))).toEqual([1, 1, 2, 3, 1]);
});
