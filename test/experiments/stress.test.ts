import { describe, expect, test } from 'vitest';
import {
  breakingAt,
  breaks,
  type StressCell,
  severityGrid,
  smallestBreaking,
  trialsOf,
  withSeverity,
} from '../../experiments/index.ts';
import { presetOf, type Resolved, resolve } from '../../scenarios/index.ts';

/** Breaks in the runs whose own threshold the severity reaches. */
const threshold = (own: readonly number[]) => async (severity: number) => ({
  broken: own.filter((one) => severity >= one).length,
  chance: 0,
  runs: own.length,
});

describe('the smallest severity that breaks', () => {
  test('is found to the precision asked for', async () => {
    const found = await smallestBreaking(3, 0.01, threshold([1.234]));
    expect(found.smallest).toBeGreaterThanOrEqual(1.234);
    expect(found.smallest! - found.largestHeld!).toBeLessThanOrEqual(0.01);
    expect(found.largestHeld).toBeLessThan(1.234);
    expect(found.monotone).toBe(true);
    expect(found.trials.length).toBeLessThanOrEqual(trialsOf(3, 0.01));
  });

  test('is where half of the runs break, and says between which severities runs disagree', async () => {
    const found = await smallestBreaking(2, 0.02, threshold([0.3, 0.9, 1.1, 1.9]));
    expect(Math.abs(found.smallest! - 0.9)).toBeLessThanOrEqual(0.02);
    expect(found.noise).toEqual({ noneUpTo: 0, allFrom: 2 });
  });

  test('is none when the largest severity is held', async () => {
    const found = await smallestBreaking(2, 0.1, threshold([9, 9]));
    expect(found).toMatchObject({
      smallest: null,
      largestHeld: 2,
      monotone: true,
      noise: null,
      isDone: true,
    });
    expect(found.trials).toHaveLength(5);
  });

  test('is 0 when the world breaks without any shock', async () => {
    const found = await smallestBreaking(2, 0.1, threshold([0]));
    expect(found).toMatchObject({ smallest: 0, largestHeld: null });
  });

  test('is not trusted where more shock breaks fewer runs', async () => {
    const odd = async (severity: number) => ({
      broken: severity === 0.5 || severity === 2 ? 2 : 0,
      chance: 0,
      runs: 2,
    });
    const found = await smallestBreaking(2, 0.6, odd);
    expect(found.monotone).toBe(false);
    expect(found.smallest).toBe(0.5);
  });

  test('tells what it knows after every trial, and that it is not done', async () => {
    const told: [number, boolean][] = [];
    await smallestBreaking(1, 0.2, threshold([0.6]), ({ trials, isDone }) =>
      told.push([trials.length, isDone]),
    );
    expect(told).toEqual([1, 2, 3, 4, 5, 6].map((count) => [count, false]));
  });

  test('leaves no doubt between severities when all runs agree at each', async () => {
    expect((await smallestBreaking(2, 0.1, threshold([0.7, 0.7, 0.7]))).noise).toBeNull();
  });

  test('is none where worlds with the shock break no more often than worlds without it', async () => {
    const drifting = async (severity: number) => {
      const runs = severity > 0 ? 3 : 0;
      return { broken: runs, chance: runs, runs: 3 };
    };
    expect(await smallestBreaking(3, 0.1, drifting)).toMatchObject({ smallest: null, noise: null });
  });

  test('is where runs break beyond those that chance breaks', async () => {
    const found = await smallestBreaking(4, 0.5, async (severity) => ({
      broken: severity > 0 ? 4 : 0,
      chance: severity > 0 && severity < 3 ? 3 : 0,
      runs: 4,
    }));
    expect(found).toMatchObject({ smallest: 3, largestHeld: 2.5 });
  });
});

describe('breaking', () => {
  const calm = { 'guarantors-suspended': [0, 1, 1, 1], 'guarantee-fund': [100, 90, 80, 80] };
  const series = { 'guarantors-suspended': [9, 1, 3, 2], 'guarantee-fund': [0, 80, 40, 60] };

  test('is told beside the same world without the shock, after the start', () => {
    expect(breaks(series, calm, { kind: 'suspended', count: 2 })).toBe(true);
    expect(breaks(series, calm, { kind: 'suspended', count: 3 })).toBe(false);
    expect(breaks(series, calm, { kind: 'fund', left: 0.5 })).toBe(true);
    expect(breaks(series, calm, { kind: 'fund', left: 0.49 })).toBe(false);
    expect(breaks(calm, calm, { kind: 'suspended', count: 1 })).toBe(false);
  });

  test('of the funds means empty at 0, whatever they hold without the shock', () => {
    const empty = { ...series, 'guarantee-fund': [100, 5, 0, 5] };
    expect(breaks(empty, calm, { kind: 'fund', left: 0 })).toBe(true);
    expect(breaks(series, calm, { kind: 'fund', left: 0 })).toBe(false);
  });

  test('of the funds to a part is not told where there is nothing without the shock', () => {
    const nothing = { ...calm, 'guarantee-fund': [100, 0, 0, 0] };
    expect(breaks(nothing, nothing, { kind: 'fund', left: 0.5 })).toBe(false);
    expect(breaks(nothing, nothing, { kind: 'fund', left: 0 })).toBe(true);
  });

  test('of empty funds is told of each world alone, with the shock as without', async () => {
    const ask = async (_: Resolved, k: number) => ({
      'guarantors-suspended': [0, 0],
      'guarantee-fund': [1, k === 0 ? 0 : 1],
    });
    const world = () => ({}) as unknown as Resolved;
    const broken = breakingAt(ask, world, 2, { kind: 'fund', left: 0 });
    expect(await broken(0)).toEqual({ broken: 1, chance: 0, runs: 2 });
    expect(await broken(1)).toEqual({ broken: 1, chance: 0, runs: 2 });
  });

  test('cannot be told where the indicator is undefined', () => {
    const unknown = { ...series, 'guarantee-fund': [null, null, null, null] };
    expect(breaks(unknown, calm, { kind: 'fund', left: 1 })).toBe(false);
  });

  test('asks for every world without the shock once', async () => {
    const asked: string[] = [];
    const world = (severity: number) => ({ severity }) as unknown as Resolved;
    const ask = async (scenario: Resolved, k: number) => {
      const { severity } = scenario as unknown as { severity: number };
      asked.push(`${severity}/${k}`);
      return { 'guarantors-suspended': [0, severity], 'guarantee-fund': [1, 1] };
    };
    const broken = breakingAt(ask, world, 2, { kind: 'suspended', count: 2 });
    expect(await broken(0)).toEqual({ broken: 0, chance: 0, runs: 2 });
    expect(await broken(2)).toEqual({ broken: 2, chance: 0, runs: 2 });
    expect(asked).toEqual(['0/0', '0/1', '2/0', '2/1']);
  });
});

test('a shock that makes each world at times the worse one breaks by chance', async () => {
  const ask = async (scenario: Resolved) => ({
    'guarantors-suspended': (scenario as unknown as { at: number }).at > 0 ? [0, 2, 0] : [0, 0, 2],
    'guarantee-fund': [1, 1, 1],
  });
  const world = (severity: number) => ({ at: severity }) as unknown as Resolved;
  const broken = breakingAt(ask, world, 3, { kind: 'suspended', count: 2 });
  expect(await broken(0.05)).toEqual({ broken: 3, chance: 3, runs: 3 });
});

describe('a severity grid', () => {
  const world = (size: number) => ({ size }) as unknown as Resolved;
  const ask = async (scenario: Resolved, k: number) => ({
    npl: [0, 1, 2].map((month) => (scenario as unknown as { size: number }).size * month + k),
  });

  test('compares every cell with its own row without the shock, run by run', async () => {
    const heard: number[] = [];
    const rows = [
      { without: world(0), worlds: [world(1), world(2)] },
      { without: world(1), worlds: [world(1), world(-2)] },
    ];
    const cells = await severityGrid(rows, 'npl', 2, ask, (soFar: readonly StressCell[]) =>
      heard.push(soFar.length),
    );
    expect(cells.map((one) => one.mean)).toEqual([2, 4, 0, -6]);
    expect(cells.every((one) => one.runs === 2 && one.joint === null)).toBe(true);
    expect(heard).toEqual([4, 4, 4, 4]);
  });
});

describe('a shock of another severity', () => {
  const [flood] = presetOf('flood-2027').shocks;
  const arrears = { kind: 'treasuryArrears', from: '2028-01', months: 12, severity: 1, scope: {} };
  const file = { ...presetOf('flood-2027'), shocks: [flood!, arrears] };

  test('changes nothing else, and severity 0 takes it away', () => {
    const [before, twice, gone] = [resolve(file), withSeverity(file, 0, 2), withSeverity(file, 0, 0)];
    expect(twice.patches).toEqual(before.patches);
    expect(gone.shocks).toHaveLength(before.shocks.length - 1);
    const severities = (scenario: Resolved) => scenario.shocks.map((one) => [one.kind, one.severity]);
    expect(severities(twice)).toContainEqual(['flood', 2]);
  });

  test('leaves the other shocks of the file in the world, wherever they stand', () => {
    for (const shocks of [
      [flood!, arrears],
      [arrears, flood!],
    ]) {
      const at = shocks.indexOf(flood!);
      for (const severity of [0, 0.5, 2]) {
        const { shocks: found } = withSeverity({ ...file, shocks }, at, severity);
        expect(found.filter((one) => one.kind === 'treasuryArrears').map((one) => one.severity)).toEqual([1]);
        const floods = found.filter((one) => one.kind === 'flood' && one.months === flood!.months);
        expect(floods.some((one) => one.severity === severity)).toBe(severity > 0);
      }
    }
  });

  test('is refused where there is no such shock', () => {
    expect(() => withSeverity(file, 4, 1)).toThrow('invalid shock; 2 shocks expected more than: 4');
  });
});
