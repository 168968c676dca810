// Every receipt the lab and the terminal hand out can be run again, and says what is not as it was.
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { ComparisonResult, Receipt, Result, StoryDocument } from '../../experiments/index.ts';
import { headwater } from '../support/program.ts';

vi.setConfig({ testTimeout: 60_000 });

const TINY = ['--scale', '1000', '--until', '2025-12'];
const NOTHING = '0'.repeat(64);

async function documentOf<T>(...args: string[]): Promise<T> {
  const { code, out } = await headwater([...args, ...TINY, '--json']);
  expect(code).toBe(0);
  return JSON.parse(out) as T;
}

interface Verdict {
  readonly scenario: string;
  readonly holds: boolean;
  readonly reason?: string;
}

/** What is said of the receipts of a document on standard input. */
async function verdictsOn(document: unknown) {
  const { code, out } = await headwater(['verify', '-', '--json'], JSON.stringify(document));
  const { receipts } = JSON.parse(out) as { receipts: readonly Verdict[] };
  return { code, receipts };
}

let receipt: Receipt;
let drawn: Receipt;
beforeAll(async () => {
  receipt = (await documentOf<Result>('run', 'baseline')).receipt;
  drawn = (await documentOf<Result>('run', 'baseline', '--parameters', 'plausible')).receipt;
}, 120_000);

describe('verify', () => {
  test('reads a result of any size from standard input', async () => {
    const { code, receipts } = await verdictsOn({ padding: 'x'.repeat(3_000_000), receipt });
    expect([code, receipts.length]).toEqual([0, 1]);
  });

  test('takes the story of one world, which has no other', async () => {
    const story = await documentOf<StoryDocument>('story', 'baseline');
    expect(story.receipt).not.toHaveProperty('b');
    const { code, receipts } = await verdictsOn(story);
    expect([code, receipts.length]).toEqual([0, 1]);
  });

  test('runs the receipts of further comparators too', async () => {
    const wrong = { ...receipt, resultHash: NOTHING };
    const { code, receipts } = await verdictsOn({ receipt: { a: receipt, b: receipt, others: [wrong] } });
    expect([code, receipts.map(({ holds }) => holds)]).toEqual([1, [true, true, false]]);
  });

  test('holds the province of a receipt against that of its scenario, and runs nothing where they differ', async () => {
    const { code, receipts } = await verdictsOn({ ...receipt, province: 'zhejiang' });
    expect([code, receipts]).toEqual([
      1,
      [
        {
          scenario: 'baseline',
          holds: false,
          expected: receipt.resultHash,
          found: '',
          reason: 'the receipt is of zhejiang, its scenario of hunan',
        },
      ],
    ]);
  });

  test('says that vectors were drawn from another set', async () => {
    expect(receipt).not.toHaveProperty('drawsHash');
    expect(drawn.drawsHash).toMatch(/^[0-9a-f]{64}$/);
    const same = await verdictsOn(drawn);
    expect([same.code, same.receipts[0]!.reason]).toEqual([0, undefined]);
    const { code, receipts } = await verdictsOn({ ...drawn, drawsHash: NOTHING });
    expect([code, receipts[0]!.reason]).toEqual([1, 'the plausible set has changed']);
  });

  test('refuses draws of one province for a scenario of another before any work', async () => {
    const there = (await documentOf<Result>('run', 'zhejiang')).receipt;
    const { code, out, err } = await headwater(
      ['verify', '-'],
      JSON.stringify({ ...there, parameters: 'plausible' }),
    );
    expect([code, out, err]).toEqual([
      2,
      '',
      'invalid parameters; the plausible set is of hunan, the scenario of zhejiang: "plausible" (at receipt)\n',
    ]);
  });
});

describe('verify of a document', () => {
  let pair: ComparisonResult;
  beforeAll(async () => {
    const asked = ['--scale', '1000', '--until', '2026-02', '--runs', '2', '--by', 'sector'];
    pair = JSON.parse((await headwater(['compare', 'baseline', 'risk-split', ...asked, '--json'])).out);
  }, 120_000);

  async function toldOf(document: unknown) {
    const { code, out } = await headwater(['verify', '-'], JSON.stringify(document));
    return { code, told: out.trim().split('\n').at(-1) };
  }

  test('holds every number of a comparison against what its receipts give when they are run again', async () => {
    expect(await toldOf(pair)).toEqual({ code: 0, told: `${pair.schema}: says what the runs give` });
    const loans = pair.indicators['loan-balance']!;
    const mean = loans.b.mean.map(() => 1e15);
    const indicators = { ...pair.indicators, 'loan-balance': { ...loans, b: { ...loans.b, mean } } };
    const { code, told } = await toldOf({ ...pair, indicators });
    expect(code).toBe(1);
    expect(told).toMatch(
      /^headwater\/comparison@1: differs, indicators\.loan-balance\.b\.mean\[0\]: 1000000000000000, found \d/,
    );
  });

  test('names runs, scale, seed and last month that are not those of the receipts', async () => {
    const { code, told } = await toldOf({
      ...pair,
      runs: 99,
      scale: 1,
      seed: 'tampered',
      months: ['2030-12'],
    });
    expect(code).toBe(1);
    for (const one of ['seed: "tampered", found "1"', 'scale: 1, found 1000', 'runs: 99, found 2'])
      expect(told).toContain(one);
    expect(told).toContain('last of months: "2030-12", found "2026-02"');
  });

  test('holds the numbers of a single run against it, and says of a story that it compared the question alone', async () => {
    const result = await documentOf<Result>('run', 'baseline');
    expect((await toldOf(result)).code).toBe(0);
    expect((await toldOf({ ...result, ledger: { ...result.ledger, checks: 1 } })).code).toBe(1);
    const story = await documentOf<StoryDocument>('story', 'baseline');
    expect(await toldOf(story)).toEqual({
      code: 0,
      told: 'headwater/story@1: asks what its receipts ask; its other numbers were not compared',
    });
    expect((await toldOf({ ...story, seed: 'tampered' })).code).toBe(1);
  });
});
