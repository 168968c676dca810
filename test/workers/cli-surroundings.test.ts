// The terminal program where something around it is missing: a reader, room, or the right to touch the build.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { following, headwater, start } from '../support/program.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(async () => void (await headwater(['--help'])), 120_000);

const LAUNCHER = fileURLToPath(new URL('../../workers/cli/headwater.mjs', import.meta.url));

describe('nobody reads on', () => {
  test('bad input ends with 2 though standard error is closed', async () => {
    const { child, ended } = await start(['run', 'nowhere']);
    child.stderr!.destroy();
    child.stdout!.destroy();
    expect((await ended).code).toBe(2);
  });

  test('an answer to nobody is no failure', async () => {
    const { child, ended } = await start(['list', 'levers', '--json']);
    child.stdout!.destroy();
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });
});

test.skipIf(process.platform !== 'linux')(
  'an answer that finds no room is a failure that says so',
  async () => {
    const full = openSync('/dev/full', 'w');
    const { ended } = await start(['list', 'levers', '--json'], '', { stdio: ['pipe', full, 'pipe'] });
    const { code, err } = await ended;
    closeSync(full);
    expect([code, err]).toEqual([1, 'failed: standard output cannot be written, ENOSPC\n']);
  },
);

/** A user who owns nothing, where the tests may take the part of one who can read the checkout. */
const SOMEBODY = { uid: 65_534, gid: 65_534 };
const canBeSomebody =
  process.getuid?.() === 0 && spawnSync(process.execPath, ['--check', LAUNCHER], SOMEBODY).status === 0;

test.skipIf(!canBeSomebody)('a built checkout that belongs to somebody else can be used', async () => {
  const { ended } = following(spawn(process.execPath, [LAUNCHER, 'list', 'shocks'], SOMEBODY));
  expect(await ended).toMatchObject({ code: 0, err: '' });
});
