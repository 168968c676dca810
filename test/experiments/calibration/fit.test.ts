import { describe, expect, test } from 'vitest';
import { luckOf, type Point } from '../../../experiments/calibration/design.ts';
import { drawsAgain, usualWorlds } from '../../../experiments/calibration/fit.ts';
import {
  type FitPlan,
  fitModel,
  headingLine,
  plausibleSet,
  readCheckpoint,
  remembering,
  runLine,
  type Simulator,
  type Task,
} from '../../../experiments/calibration/index.ts';
import { emulatorOf } from '../../../experiments/calibration/knowledge.ts';
import { biasOf, referencesAt, runPoints } from '../../../experiments/calibration/runs.ts';
import { wholeLines } from '../../../experiments/index.ts';
import { InputError } from '../../../scenarios/index.ts';
import type { Space } from '../../../scenarios/provinces/space.ts';

/** Four answers of a small world with three causes, one without effect; chance is the same at every point. */
function answers(point: Point, word: string, scale: number): number[] {
  const luck = luckOf(word);
  const noise = () => (luck() - 0.5) * 0.2 + (scale > 100 ? 0.1 : 0);
  const [a, b, c] = point;
  return [a + 0.5 * b * b, 2 * b - a, c * (1 + a), 3].map((value) => value + noise());
}

const world = (heard: (task: Task) => void = () => undefined): Simulator => ({
  run: async (tasks) =>
    tasks.map((task) => {
      heard(task);
      return answers(task.point, task.word, task.scale);
    }),
});

const DIMENSIONS = 4;

function planFor(truth: Point, changes: Partial<FitPlan> = {}): FitPlan {
  const rows = Array.from({ length: 400 }, (_, k) => answers(truth, `truth ${k}`, 100));
  const value = (k: number) => rows.reduce((sum, row) => sum + row[k], 0) / rows.length;
  return {
    seed: 'small',
    dimensions: DIMENSIONS,
    observed: [0.04, 0.04, 0.04].map((tolerance, k) => ({ key: `output ${k}`, value: value(k), tolerance })),
    waves: 3,
    points: 40,
    runs: 2,
    screenScale: 100,
    scale: 100,
    referenceRuns: 40,
    referenceScale: 100,
    slopeRuns: 14,
    members: 60,
    ...changes,
  };
}

const TRUTH = [0.35, 0.6, 0.7, 0.5];
const PATIENCE = 60_000;

describe('a fit', { timeout: PATIENCE }, () => {
  const found = fitModel(planFor(TRUTH), world());

  test('recovers the parameters a world was made with, and leaves the one without effect at its prior', async () => {
    const others = [
      [0.7, 0.3, 0.4, 0.2],
      [0.25, 0.75, 0.55, 0.8],
    ];
    const fits = [found, ...others.map((truth) => fitModel(planFor(truth), world()))];
    let covered = 0;
    for (const [k, truth] of [TRUTH, ...others].entries()) {
      const { profiles, best } = await fits[k];
      for (const d of [0, 1, 2]) {
        if (profiles[d].low <= truth[d] && truth[d] <= profiles[d].high) covered++;
        expect(profiles[d].identified).toBe(true);
        expect(Math.abs(best[d] - truth[d])).toBeLessThan(0.12);
      }
      expect(profiles[3].identified).toBe(false);
    }
    expect(covered).toBeGreaterThanOrEqual(0.85 * 9);
  });

  test('waves rule out more and more of the space', async () => {
    const { waves } = await found;
    expect(waves[0].surviving).toBeLessThan(0.5);
    expect(waves[2].surviving).toBeLessThan(waves[0].surviving + 0.03);
    expect(waves[2].plausiblePoints).toBeGreaterThan(waves[0].plausiblePoints);
  });

  test('a screening wave at a coarser and biased scale ends at the same place', async () => {
    const { best } = await fitModel(planFor(TRUTH, { screenScale: 1000 }), world());
    for (const d of [0, 1, 2]) expect(Math.abs(best[d] - TRUTH[d])).toBeLessThan(0.12);
  });

  test('a target nothing comes near is named and rules nothing out', async () => {
    const plan = planFor(TRUTH);
    const impossible = { key: 'impossible', value: 50, tolerance: 1 };
    const { unreachable, members } = await fitModel(
      { ...plan, observed: [...plan.observed, impossible] },
      world(),
    );
    expect(unreachable).toEqual(['impossible']);
    expect(members.length).toBeGreaterThan(40);
  });

  test('has members that count alike', async () => {
    const { members } = await found;
    expect(members.length).toBeGreaterThan(50);
    for (const { weight } of members) expect(weight).toBe(1 / members.length);
  });

  test('has no member where targets that can each be reached contradict each other', async () => {
    const same: Simulator = {
      run: async (tasks) => tasks.map(({ point: [a] }) => Array.from({ length: 6 }, () => a)),
    };
    const observed = [0.2, 0.2, 0.2, 0.8, 0.8, 0.8].map((value, k) => ({
      key: `output ${k}`,
      value,
      tolerance: 0.1,
    }));
    const { members, unreachable, profiles } = await fitModel(planFor(TRUTH, { observed }), same);
    expect([members, unreachable]).toEqual([[], []]);
    expect(profiles.every(({ low, high }) => low === 0 && high === 1)).toBe(true);
  });
});

test('bias is told from many points: what chance did to the point nearest to a target is not taken for bias', async () => {
  const luck = luckOf('bias');
  const points = Array.from({ length: 200 }, () => [luck()]);
  const runs = points.map((point) => ({ point, outputs: [point[0] + 0.5 + (luck() - 0.5)] }));
  const fine: Simulator = { run: async (tasks) => tasks.map(({ point }) => [point[0] + 1]) };
  const { at } = emulatorOf({ dimensions: 1 }, runs);
  const references = await referencesAt(points, 0, planFor(TRUTH), fine);
  const { level, variance } = biasOf(at, references);
  // The truth is half above what coarse runs say on average.
  expect(Math.abs(level[0] - 0.5)).toBeLessThan(0.1);
  expect(variance[0]).toBeLessThan(0.01);
  const away = ({ outputs }: (typeof runs)[number]) => Math.abs(outputs[0] - 0.2);
  const nearest = runs.filter(({ point }) => point[0] > 0.4).reduce((a, b) => (away(b) < away(a) ? b : a));
  expect(nearest.point[0] + 1 - nearest.outputs[0]).toBeGreaterThan(0.8);
});

test('reference worlds have lucks that no run of a design and no batch before had', async () => {
  const plan = planFor(TRUTH);
  const words = new Set<string>();
  const own = new Set<string>();
  await runPoints(
    Array.from({ length: 50 }, () => TRUTH),
    100,
    plan,
    world(({ word }) => own.add(word)),
  );
  for (const batch of [0, 1, 2])
    await referencesAt(
      [TRUTH],
      batch,
      plan,
      world(({ word }) => words.add(word)),
    );
  expect(words.size).toBe(3 * plan.referenceRuns);
  expect([...words].filter((word) => own.has(word))).toEqual([]);
  expect(own.size).toBe(16);
});

test('what no reference world defines is not known, instead of known without error', () => {
  const references = [1, 2].map((value) => ({
    point: [value / 4],
    outputs: [value, value - 1 || Number.NaN],
  }));
  const { variance } = biasOf(() => [0, 0], references);
  expect(variance).toEqual([0.25, Number.POSITIVE_INFINITY]);
});

test('a fit that draws no more than usual asks for about as many worlds as it says', {
  timeout: PATIENCE,
}, async () => {
  const plan = planFor(TRUTH);
  let asked = 0;
  await fitModel(
    plan,
    world(() => asked++),
  );
  expect(asked).toBeLessThanOrEqual(usualWorlds(plan));
  expect(asked).toBeGreaterThan(0.8 * usualWorlds(plan));
});

test.each([
  ['after a first round, whatever is left', 1, 200, true],
  ['not when half of the second round is left', 2, 100, false],
  ['when less of it is left', 2, 99, true],
  ['but not for ever', 6, 0, false],
])('members are drawn again %s', (_, rounds, left, again) => {
  expect(drawsAgain(rounds, left, 200)).toBe(again);
});

test('a fit is stored in the coordinates’ own units, six digits each, with the records at its likeliest vector', {
  timeout: PATIENCE,
}, async () => {
  const space: Space = {
    seed: 'small',
    anchors: { 'trade.growth': [0.05], 'trade.shockMargin': [0.1, 0.1, 0.1, 0.1] },
    coordinates: ['a', 'b', 'c', 'd'].map((id, k) => ({
      id,
      title: { en: id, zh: id },
      range: [k, k + 2],
      moves: k === 0 ? [{ parameter: 'trade.growth', how: 'set' }] : [],
      note: 'a test',
    })),
  };
  const options = {
    waves: 3,
    points: 40,
    runs: 2,
    screenScale: 100,
    scale: 100,
    referenceRuns: 40,
    referenceScale: 100,
    slopeRuns: 14,
    members: 60,
  };
  const receipt = {
    engine: '1',
    province: 'x',
    seed: 'small',
    dataHash: '',
    targetsHash: '',
    spaceHash: '',
    options,
  };
  const set = plausibleSet(await fitModel(planFor(TRUTH), world()), space, ['p', 'q', 'r'], receipt);
  for (const { vector } of set.members)
    vector.forEach((value, k) => {
      expect(value >= k && value <= k + 2).toBe(true);
      expect(value).toBe(Number(value.toPrecision(6)));
    });
  expect(set.point['trade.growth']).toEqual([set.best[0]]);
  expect(set.point['trade.shockMargin']).toEqual([0.1, 0.1, 0.1, 0.1]);
  expect(Object.keys(set.expected)).toEqual(['p', 'q', 'r']);
  expect(set.coordinates.map(({ identified }) => identified)).toEqual([true, true, true, false]);
});

describe('a checkpoint', { timeout: PATIENCE }, () => {
  const heading = { engine: '1', waves: 3 };

  test('a fit cut anywhere and resumed is the same fit to the bit, and runs only what is missing', async () => {
    let text = headingLine(heading);
    const writing: Simulator = {
      async run(tasks) {
        const rows = await world().run(tasks);
        text += tasks.map((task, k) => runLine(task, rows[k])).join('');
        return rows;
      },
    };
    const whole = await fitModel(planFor(TRUTH), writing);
    const memory = readCheckpoint(wholeLines(text.slice(0, text.length / 2)), heading, 'there');
    let asked = 0;
    const resumed = await fitModel(
      planFor(TRUTH),
      remembering(
        world(() => asked++),
        memory,
      ),
    );
    expect(resumed).toEqual(whole);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(0.6 * text.split('\n').length);
  });

  test('a torn last line is forgotten', () => {
    const task = { point: [0.1], word: 'a', scale: 100 };
    const text = `${headingLine(heading)}${runLine(task, [1, Number.NaN])}{"word":"b","sca`;
    expect([...readCheckpoint(text, heading, 'there').values()]).toEqual([[1, Number.NaN]]);
    expect(wholeLines(text).endsWith('\n')).toBe(true);
  });

  test('one of another fit is refused', () => {
    const text = headingLine({ engine: '0', waves: 3 });
    expect(() => readCheckpoint(text, heading, 'there')).toThrow(InputError);
    expect(() => readCheckpoint(text, heading, 'there')).toThrow('of another fit');
  });
});
