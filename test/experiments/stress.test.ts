import { describe, expect, test } from 'vitest';
import {
  breakingAt,
  breaks,
  furthest,
  type StressCell,
  severityGrid,
  smallestBreaking,
  trialsOf,
  withSeverity,
} from '../../experiments/index.ts';
import { type Resolved, resolvePreset } from '../../scenarios/index.ts';

/** Breaks in the runs whose own threshold the severity reaches. */
const threshold = (own: readonly number[]) => async (severity: number) => ({
  broken: own.filter((one) => severity >= one).length,
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
    expect(found.noise.noneUpTo).toBe(0);
    expect(found.noise.allFrom).toBe(2);
  });

  test('is none when the largest severity is held', async () => {
    const found = await smallestBreaking(2, 0.1, threshold([9, 9]));
    expect(found).toMatchObject({
      smallest: null,
      largestHeld: 2,
      monotone: true,
      noise: { noneUpTo: 2, allFrom: null },
    });
    expect(found.trials).toHaveLength(5);
  });

  test('is 0 when the world breaks without any shock', async () => {
    const found = await smallestBreaking(2, 0.1, threshold([0]));
    expect(found).toMatchObject({ smallest: 0, largestHeld: null });
  });

  test('is not trusted where more shock breaks fewer runs', async () => {
    const odd = async (severity: number) => ({ broken: severity === 0.5 || severity === 2 ? 2 : 0, runs: 2 });
    const found = await smallestBreaking(2, 0.6, odd);
    expect(found.monotone).toBe(false);
    expect(found.smallest).toBe(0.5);
  });

  test('tells what it knows after every trial', async () => {
    const told: number[] = [];
    await smallestBreaking(1, 0.2, threshold([0.6]), (soFar) => told.push(soFar.trials.length));
    expect(told).toEqual([1, 2, 3, 4, 5, 6]);
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
    expect(await broken(0)).toEqual({ broken: 0, runs: 2 });
    expect(await broken(2)).toEqual({ broken: 2, runs: 2 });
    expect(asked).toEqual(['0/0', '0/1', '2/0', '2/1']);
  });
});

test('what strays furthest keeps its sign', () => {
  expect(furthest([null, 1, -3, 2])).toBe(-3);
  expect(furthest([null])).toBeNull();
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
    expect(cells.every((one) => one.runs === 2 && one.ci95![0] === one.ci95![1])).toBe(true);
    expect(heard).toEqual([4, 4, 4, 4]);
  });
});

describe('a shock of another severity', () => {
  const flood = resolvePreset('flood-2027');
  test('changes nothing else, and severity 0 takes it away', () => {
    const [twice, gone] = [withSeverity(flood, 0, 2), withSeverity(flood, 0, 0)];
    expect(twice.shocks.at(-1)).toEqual({ ...flood.shocks.at(-1), severity: 2 });
    expect(twice.patches).toBe(flood.patches);
    expect(gone.shocks).toHaveLength(flood.shocks.length - 1);
  });
  test('is refused where there is no such shock', () => {
    expect(() => withSeverity(flood, 4, 1)).toThrow('invalid shock; 1 shocks expected more than: 4');
  });
});
