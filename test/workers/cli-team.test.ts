import { expect, test } from 'vitest';
import { replicationWord, seedOf } from '../../experiments/index.ts';
import { resolvePreset } from '../../scenarios/index.ts';
import { openTeam } from '../../workers/cli/team.ts';

const { province, patches, shocks } = resolvePreset('baseline');
const input = { province, patches, shocks, seed: seedOf(replicationWord('1', 0)), scale: 1000 } as const;

test('a thread that ends makes the step fail at once, with its number, while another waits for it', async () => {
  const team = openTeam(2, new URL('../support/failing-thread.mjs', import.meta.url));
  const world = await team.create(input, []);
  await team.step(world);
  const started = performance.now();
  const failure: Error = await team.step(world).then(
    () => expect.unreachable('a team without one of its threads has stepped'),
    (reason) => reason,
  );
  expect(failure.message).toMatch(/^thread [01] ended: exit code 3$/);
  await expect(team.step(world)).rejects.toBe(failure);
  expect(performance.now() - started).toBeLessThan(3000);
});

test('a thread script that is missing makes the first world fail', async () => {
  const team = openTeam(2, new URL('../support/no-such-thread.mjs', import.meta.url));
  await expect(team.create(input, [])).rejects.toThrow(/^thread \d ended: .*no-such-thread/);
});
