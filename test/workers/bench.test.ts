import { describe, expect, test } from 'vitest';
import { Cancelled, openResultDigest, type Steering, type WorldPlan } from '../../experiments/index.ts';
import { type Resolved, readReceipts, resolvePreset } from '../../scenarios/index.ts';
import { INDICATORS } from '../../sim/index.ts';
import type { LabUpdate } from '../../workers/api.ts';
import { Bench } from '../../workers/bench.ts';
import type { Runner, RunValues } from '../../workers/run-values.ts';

const baseline = resolvePreset('baseline');

/** The status quo with another share for banks, by number. */
const split = (share: number): Resolved => ({
  ...baseline,
  patches: [
    ...baseline.patches,
    {
      instrument: 'riskSplit',
      from: 42,
      until: 95,
      phaseInMonths: 0,
      scope: {},
      set: { bankShare: share },
    },
  ],
});

/** A run without a world: every indicator is 0 in the only month. */
function emptyRun(): RunValues {
  const indicators = INDICATORS.map((one) => one.id);
  const axes = { indicators, prefectures: [], months: [35] };
  return { axes, values: new Float64Array(indicators.length), books: new Float64Array(4) };
}

/** A bench whose worlds are only noted: scale and bank share of each that was run. */
function openBench(work: (steering: Steering) => Promise<void> = async () => {}) {
  const ran: string[] = [];
  const runner: Runner = {
    width: 1,
    async run({ scale, patches }: WorldPlan, _, steering) {
      ran.push(`1:${scale} ${patches.at(-1)?.set.bankShare ?? 'as it is'}`);
      await work(steering);
      return emptyRun();
    },
  };
  const bench = new Bench({ of: () => runner, together: runner });
  const compare = async (share: number) => {
    const stages: LabUpdate['stage'][] = [];
    const question = {
      scenario: split(share),
      comparators: [baseline],
      seed: '1',
      runs: 1,
      scale: 100,
    } as const;
    await bench.compare(question, {}, ({ stage }) => stages.push(stage));
    return stages;
  };
  return { bench, ran, compare };
}

describe('what is looked ahead to', () => {
  test('has its sketch when it is asked for, and every answer comes as without', async () => {
    const { bench, ran, compare } = openBench();
    await bench.foresee(split(0.4), '1', {});
    await bench.foresee(split(0.4), '1', {});
    expect(ran.splice(0)).toEqual(['1:1000 0.4']);
    expect(await compare(0.4)).toEqual(['sketch', 'single']);
    expect(ran.splice(0)).toEqual(['1:1000 as it is', '1:100 0.4', '1:100 as it is']);
    expect(await compare(0.5)).toEqual(['sketch', 'single']);
    expect(ran).toEqual(['1:1000 0.5', '1:100 0.5']);
  });

  test('with another seed is another world', async () => {
    const { bench, ran } = openBench();
    await bench.foresee(split(0.4), '1', {});
    await bench.foresee(split(0.4), '2', {});
    expect(ran).toHaveLength(2);
  });

  test('and was stopped is run again when it is asked for', async () => {
    let stops = true;
    const { bench, ran, compare } = openBench(async () => {
      if (stops) throw new Cancelled();
    });
    await expect(bench.foresee(split(0.4), '1', {})).rejects.toThrow(Cancelled);
    stops = false;
    expect(await compare(0.4)).toEqual(['sketch', 'single']);
    expect(ran.filter((one) => one === '1:1000 0.4')).toHaveLength(2);
  });

  test('does not push out scenarios that were run to the end', async () => {
    const { bench, ran, compare } = openBench();
    await compare(0.9);
    for (let k = 0; k < 60; k++) await bench.foresee(split(k / 100), '1', {});
    ran.length = 0;
    expect(await compare(0.9)).toEqual(['single']);
    expect(ran).toEqual([]);
  });
});

describe('the last answer', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  /** Hash of a result whose replications add these parts. */
  async function hashOf(parts: readonly string[]): Promise<string> {
    const digest = openResultDigest();
    for (const part of parts) await digest.addPart(bytes(part));
    return digest.hex();
  }

  /** A runner whose replications end in an order of their own, and add their seed's word to the hash. */
  const shuffled: Runner = {
    width: 3,
    async run({ word }: WorldPlan, lane) {
      for (let turn = 0; turn < 20 - 5 * (lane % 3); turn++) await null;
      return { ...emptyRun(), part: () => bytes(`[${word}]`) };
    },
  };
  const question = { scenario: split(0.4), comparators: [baseline], seed: 's', runs: 5, scale: 100 } as const;

  async function lastOf(bench: Bench, asked: typeof question): Promise<Omit<LabUpdate, 'id'>> {
    let last: Omit<LabUpdate, 'id'> | undefined;
    await bench.compare(asked, {}, (step) => {
      if (last) expect(last.receipts).toBeUndefined();
      last = step;
    });
    return last!;
  }

  test('alone has receipts, which the terminal reads, with the hash of all replications in their order', async () => {
    const bench = new Bench({ of: () => shuffled, together: shuffled });
    const { receipts } = await lastOf(bench, question);
    const expected = await hashOf(['[s#0]', '[s#1]', '[s#2]', '[s#3]', '[s#4]']);
    expect(receipts).toMatchObject({
      scenario: { resultHash: expected, runs: 5, scale: 100, seed: 's', until: '2030-12' },
      comparator: { resultHash: expected },
      others: [],
    });
    expect(readReceipts(receipts!.scenario).faults).toBeUndefined();
  });

  test('has receipts of the scenario asked for, also where the same world was run under another title', async () => {
    const bench = new Bench({ of: () => shuffled, together: shuffled });
    await lastOf(bench, question);
    const { scenario } = question.scenario;
    const mine = { ...question.scenario, scenario: { ...scenario, id: 'mine', author: 'Somebody' } };
    const { receipts } = await lastOf(bench, { ...question, scenario: mine });
    expect(receipts!.scenario).toMatchObject({ scenario: { id: 'mine', author: 'Somebody' } });
  });

  test('of runs that are not hashed has receipts without a hash, never with a wrong one', async () => {
    const { bench } = openBench();
    expect((await lastOf(bench, question)).receipts!.scenario).not.toHaveProperty('resultHash');
  });
});
