import { describe, expect, test } from 'vitest';
import { Cancelled, type Steering, type WorldPlan } from '../../experiments/index.ts';
import { type Resolved, resolvePreset } from '../../scenarios/index.ts';
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
