import { expect, test } from 'vitest';
import {
  type Engine,
  type Fork,
  type ForkCache,
  planOf,
  runWorld,
  soloEngine,
} from '../../experiments/index.ts';
import { resolvePreset } from '../../scenarios/index.ts';
import { FORK_MONTH } from '../../sim/index.ts';

const plan = planOf(
  resolvePreset('baseline'),
  { settings: { scale: 1000, seed: 'audit', runs: 1, until: 3 }, dimensions: [] },
  0,
);

/** Makes a yuan out of nothing at the end of 2023-02. */
const forger: Engine = {
  ...soloEngine,
  async step(world, watch) {
    await soloEngine.step(world, watch);
    if (world.month === 1) world.enterprises.cash[0] += 1;
  },
};

test('a yuan out of nothing is found at every month end that follows, by account', async () => {
  const { books } = await runWorld(plan, forger);
  expect(books.maxResidual).toBe(1000);
  expect(books.breaches).toEqual(
    ['2023-02', '2023-03', '2023-04'].map((at) => ({
      account: 'enterprises, liquidity',
      residual: 1000,
      at,
    })),
  );
});

test('looking after every phase tells the phase', async () => {
  const { books } = await runWorld(plan, forger, { audit: 'phase' });
  expect(books.breaches[0]).toEqual({
    account: 'enterprises, liquidity',
    residual: 1000,
    at: '2023-03 conditions',
  });
});

test('books are kept however a run is audited, and never change it', async () => {
  const [months, phases, none] = await Promise.all(
    (['month', 'phase', 'never'] as const).map((audit) => runWorld(plan, soloEngine, { audit })),
  );
  expect(phases.books.checks).toBe(13 * months.books.checks);
  expect(none.books.checks).toBe(0);
  expect(phases.recording.counts).toEqual(none.recording.counts);
});

test('a run that keeps books does not go on from a past nobody looked at', async () => {
  const forks: ForkCache = new Map<string, Fork>();
  const later = { ...plan, until: FORK_MONTH + 1 };
  const alone = await runWorld(later, soloEngine);
  await runWorld(later, soloEngine, { audit: 'never', forks });
  const after = await runWorld(later, soloEngine, { forks });
  expect(after.books).toEqual(alone.books);
  const again = await runWorld(later, soloEngine, { forks });
  expect(again.books).toEqual(alone.books);
});
