import { expect, test } from 'vitest';
import { openCensus } from '../../experiments/story/census.ts';
import { createWorld, FORK_MONTH, stepMonth } from '../../sim/index.ts';
import { inputOf } from '../support/small-province.ts';

test('a census counts the same stories however a world is cut', () => {
  const [whole, cut] = [1, 7].map((parts) => {
    const census = openCensus();
    const world = createWorld(inputOf({}), { parts });
    while (world.month < FORK_MONTH + 24) {
      stepMonth(world);
      census.observer.month?.(world);
    }
    return { standings: census.standings(world), examples: census.examples(world) };
  });
  expect(whole.standings.some(({ enterprises }) => enterprises > 0)).toBe(true);
  expect(cut).toEqual(whole);
});
