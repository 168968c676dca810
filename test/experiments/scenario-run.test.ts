import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Answer,
  Cancelled,
  canonicalJson,
  compare,
  dataHash,
  hashOf,
  openResultDigest,
  planOf,
  type Question,
  receiptOf,
  resultPart,
  runScenarios,
  runSeries,
  runWorld,
  soloEngine,
} from '../../experiments/index.ts';
import { faultLine, readReceipts, resolve, resolvePreset } from '../../scenarios/index.ts';
import { FORK_MONTH, type GroupDimension, INDICATORS, stateColumns } from '../../sim/index.ts';

const UNTIL = FORK_MONTH + 9;
const question = (dimensions: readonly GroupDimension[] = [], runs = 1): Question => ({
  settings: { scale: 1000, seed: 'test', runs, until: UNTIL },
  dimensions,
});
const baseline = resolvePreset('baseline');
const split = resolve({
  schema: 'headwater/scenario@1',
  id: 'a-test',
  policies: [
    { lever: 'dataSharing', from: '2026-02', set: { coverage: 0.99, consent: 0.99, delayMonths: 0 } },
  ],
});

let plain: Answer;
beforeAll(async () => {
  [plain] = await runScenarios([baseline], question(), soloEngine);
});

describe('a run', () => {
  test('has one value a month from 2025-12, of every indicator, for province and prefectures', () => {
    const [series] = plain.series;
    expect(series.months).toEqual(Array.from({ length: 10 }, (_, k) => FORK_MONTH + k));
    expect(Object.keys(series.province)).toEqual(INDICATORS.map(({ id }) => id));
    expect(series.by).toEqual({});
    for (const values of Object.values(series.province)) expect(values).toHaveLength(10);
    expect(series.province.enterprises.every((value) => (value ?? 0) > 1_000_000)).toBe(true);
  });

  test('gives null, never a number, to indicators that its scale is too coarse for', () => {
    for (const { id, coarsestScale } of INDICATORS) {
      if (coarsestScale < 1000)
        expect(plain.series[0].province[id].every((value) => value === null)).toBe(true);
    }
  });

  test('keeps its books at every month end', () => {
    expect(plain.books.maxResidual).toBe(0);
    expect(plain.books.breaches).toEqual([]);
    expect(plain.books.checks % (UNTIL + 1)).toBe(0);
    expect(plain.books.checks).toBeGreaterThan(100 * (UNTIL + 1));
  });

  test('hashes the document it says: indicators of province and prefectures, and the final state', async () => {
    const { world, recording } = await runWorld(planOf(baseline, question(), 0), soloEngine);
    const { province, by } = runSeries(recording);
    const state = Object.fromEntries(
      stateColumns(world).map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')]),
    );
    const document = canonicalJson({
      runs: [{ state, indicators: { province, prefecture: by.prefecture } }],
    });
    expect(plain.resultHash).toBe(createHash('sha256').update(document).digest('hex'));
  });

  test('gives the same hash where its part is made elsewhere', async () => {
    const { world, recording } = await runWorld(planOf(baseline, question(), 0), soloEngine);
    const digest = openResultDigest();
    await digest.addPart(resultPart(runSeries(recording), world));
    expect(digest.hex()).toBe(plain.resultHash);
  });

  test('does not change when more is counted', async () => {
    const [more] = await runScenarios([baseline], question(['sector', 'lender']), soloEngine);
    expect(more.resultHash).toBe(plain.resultHash);
    expect(more.series[0].province).toEqual(plain.series[0].province);
    expect(Object.keys(more.series[0].by)).toEqual(['sector', 'lender']);
  });

  test('stops before its next month when the signal is raised', async () => {
    const signal = { aborted: false };
    const months: number[] = [];
    const onMonth = (month: number) => {
      months.push(month);
      if (month === 3) signal.aborted = true;
    };
    await expect(runWorld(planOf(baseline, question(), 0), soloEngine, { signal, onMonth })).rejects.toThrow(
      Cancelled,
    );
    expect(months).toEqual([0, 1, 2, 3]);
  });

  test('has different luck in another replication and with another seed', async () => {
    const [two] = await runScenarios([baseline], question([], 2), soloEngine);
    expect(two.series[0]).toEqual(plain.series[0]);
    expect(two.series[1]).not.toEqual(plain.series[0]);
    expect(two.resultHash).not.toBe(plain.resultHash);
  });
});

describe('a policy', () => {
  test('changes nothing before it starts, and something after', async () => {
    const [changed] = await runScenarios([split], question(), soloEngine);
    const [a, b] = [plain.series[0].province, changed.series[0].province];
    for (const id of Object.keys(a)) expect(b[id].slice(0, 2)).toEqual(a[id].slice(0, 2));
    expect(b['data-coverage'].at(-1)).toBeGreaterThan(a['data-coverage'].at(-1) as number);
  });

  test('at the status quo changes no byte', async () => {
    const levels = baseline.province.parameters;
    const set = { coverage: levels['dataSharing.coverage'][0], consent: levels['dataSharing.consent'][0] };
    const idle = resolve({
      schema: 'headwater/scenario@1',
      id: 'idle',
      policies: [{ lever: 'dataSharing', from: '2026-01', phaseInMonths: 3, set }],
    });
    const [same] = await runScenarios([idle], question(), soloEngine);
    expect(same.resultHash).toBe(plain.resultHash);
  });
});

describe('two scenarios of one seed', () => {
  test('fork from the same past: the second goes on from the snapshot and gives the same bytes', async () => {
    const [first, second] = await runScenarios([baseline, split], question(), soloEngine);
    const [alone] = await runScenarios([split], question(), soloEngine);
    expect(first.resultHash).toBe(plain.resultHash);
    expect(second.resultHash).toBe(alone.resultHash);
    expect(second.series).toEqual(alone.series);
    expect(second.books).toEqual(alone.books);
  });

  test('that are the same differ by exactly nothing', async () => {
    const { result } = await compare([baseline, baseline], question(['setting'], 2), soloEngine);
    for (const one of Object.values(result.indicators)) {
      expect(one.difference.mean.every((value) => value === null || value === 0)).toBe(true);
      expect(one.difference.probPositive.every((value) => value === null || value === 0)).toBe(true);
    }
    for (const [a, row] of Object.entries(result.moved)) {
      for (const [b, count] of Object.entries(row)) if (a !== b) expect(count).toBe(0);
    }
    expect(result.receipt.a.resultHash).toBe(result.receipt.b.resultHash);
  });

  test('move enterprises: every one that ever was in either world is counted once', async () => {
    const { result } = await compare([baseline, split], question([], 1), soloEngine);
    const { moved } = result;
    const rows = Object.entries(moved);
    const active = (state: string) => !['exited', 'unborn'].includes(state);
    const inA = rows
      .filter(([a]) => active(a))
      .flatMap(([, row]) => Object.values(row))
      .reduce((sum, count) => sum + count, 0);
    const inB = rows
      .flatMap(([, row]) =>
        Object.entries(row)
          .filter(([b]) => active(b))
          .map(([, count]) => count),
      )
      .reduce((sum, count) => sum + count, 0);
    expect(inA).toBe(result.indicators.enterprises.a.mean.at(-1));
    expect(inB).toBe(result.indicators.enterprises.b.mean.at(-1));
    expect(moved.unborn.unborn).toBe(0);
    const all = rows.flatMap(([, row]) => Object.values(row));
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
    const [{ starters, born }] = (
      await runScenarios([baseline], question(), soloEngine, { keepEndings: true })
    )[0].endings;
    const everInA = rows
      .filter(([a]) => a !== 'unborn')
      .flatMap(([, row]) => Object.values(row))
      .reduce((sum, count) => sum + count, 0);
    expect(everInA).toBe(1000 * (starters + born.reduce((sum, count) => sum + count, 0)));
  });
});

describe('a receipt', () => {
  test('says everything needed to run again', async () => {
    const { result } = await compare([baseline, split], question([], 1), soloEngine);
    const { b } = result.receipt;
    expect(b.scenarioHash).toBe(hashOf(b.scenario));
    expect(b.dataHash).toBe(dataHash(baseline.data));
    const [again] = await runScenarios(
      [resolve(b.scenario)],
      { settings: { scale: b.scale, seed: b.seed, runs: b.runs, until: UNTIL }, dimensions: [] },
      soloEngine,
    );
    expect(again.resultHash).toBe(b.resultHash);
    expect(readReceipts(JSON.parse(JSON.stringify(result)))).toEqual({ value: [result.receipt.a, b] });
  });

  test('may be one of several: a story of one world has no b, and others follow in their order', () => {
    const one = receiptOf(baseline, { scale: 1000, seed: '1', runs: 1, until: UNTIL }, '0'.repeat(64));
    const [a, b, other] = ['a', 'b', 'other'].map((seed) => ({ ...one, seed }));
    expect(readReceipts({ receipt: { a } })).toEqual({ value: [a] });
    expect(readReceipts({ a, b, others: [other, a] })).toEqual({ value: [a, b, other, a] });
    const { seed: _, ...short } = one;
    expect((readReceipts({ a, others: [a, short] }).faults ?? []).map(faultLine)).toEqual([
      'missing seed; required (at others[1])',
    ]);
    expect((readReceipts({ a, others: 7 }).faults ?? []).map(faultLine)).toEqual([
      'invalid others; not a list: 7 (at receipt)',
    ]);
  });

  test.each<[string, unknown, RegExp]>([
    ['nothing', {}, /^missing engine; required \(at receipt\)$/],
    ['a list', [], /^invalid receipt; not an object: \[\] \(at scenario\)$/],
    [
      'a short hash',
      { resultHash: 'ab' },
      /^invalid resultHash; not 64 hexadecimal digits: "ab" \(at receipt\)$/,
    ],
    ['a scale that is none', { scale: 7 }, /^invalid scale; not one of 1, 10, 100, 1000: 7 \(at receipt\)$/],
  ])('is refused when it is %s', (_name, document, line) => {
    const lines = (readReceipts(document).faults ?? []).map(faultLine);
    expect(lines.some((one) => line.test(one))).toBe(true);
  });
});
