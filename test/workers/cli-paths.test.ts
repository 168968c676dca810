// Relative paths mean the folder of the person who asks, however the terminal program was started.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { following, headwater } from '../support/program.ts';

vi.setConfig({ testTimeout: 120_000 });

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const FILES = ['receipt.json', 'result.csv', 'result.json', 'result.parquet'];
const RUN = ['run', './mine.json', '--scale', '1000', '--until', '2025-12', '--out', 'out/here'];

const folder = mkdtempSync(join(tmpdir(), 'headwater-paths-'));
const [asked, elsewhere] = [join(folder, 'asked'), join(folder, 'elsewhere')];
beforeAll(async () => void (await headwater(['--help'])), 120_000);
beforeEach(() => {
  for (const place of [asked, elsewhere]) {
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place);
  }
  writeFileSync(join(asked, 'mine.json'), '{ "schema": "headwater/scenario@1", "id": "mine" }');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The environment of the tests, which an npm of their own may have started, with other words of npm. */
const npmSays = (words: Record<string, string>) => {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name));
  return { ...Object.fromEntries(own), ...words };
};

describe('relative paths lead from', () => {
  test('the folder in which npm is called, for files read and written', async () => {
    const npm = ['--prefix', CHECKOUT, 'run', '--silent', 'headwater', '--'];
    const call = async (...args: string[]) => {
      const shell = process.platform === 'win32';
      return following(spawn('npm', [...npm, ...args], { cwd: asked, env: npmSays({}), shell })).ended;
    };
    expect(await call(...RUN)).toMatchObject({ code: 0 });
    expect(readdirSync(join(asked, 'out/here')).sort()).toEqual(FILES);
    expect(existsSync(join(CHECKOUT, 'out/here'))).toBe(false);
    expect(await call('verify', 'out/here/receipt.json')).toMatchObject({ code: 0 });
    expect((await call('validate', '--keep', 'mine.json')).err).toContain('(at validation)');
  });

  test.each<[string, Record<string, string>]>([
    ['nothing of npm', {}],
    [
      'the tests under npm',
      { npm_lifecycle_event: 'test', npm_package_name: 'headwater', INIT_CWD: elsewhere },
    ],
    ['npx', { npm_lifecycle_event: 'npx', INIT_CWD: elsewhere }],
    [
      'somebody’s own script of this name',
      { npm_lifecycle_event: 'headwater', npm_package_name: 'study', INIT_CWD: elsewhere },
    ],
    ['an npm that says no folder', { npm_lifecycle_event: 'headwater', npm_package_name: 'headwater' }],
  ])('the program’s own folder where the environment is that of %s', async (_name, words) => {
    const outcome = await headwater(RUN, '', { cwd: asked, env: npmSays(words) });
    expect(outcome).toMatchObject({ code: 0 });
    expect(readdirSync(join(asked, 'out/here')).sort()).toEqual(FILES);
    expect(readdirSync(elsewhere)).toEqual([]);
  });
});

test('a place is told as it was written', async () => {
  const env = npmSays({ npm_lifecycle_event: 'headwater', npm_package_name: 'headwater', INIT_CWD: asked });
  const args = ['run', './nowhere.json', '--out', 'mine.json'];
  const { code, err } = await headwater(args, '', { cwd: elsewhere, env });
  expect([code, err]).toEqual([
    2,
    'invalid file; cannot be read, ENOENT: "./nowhere.json" (at command line)\ninvalid --out; not a folder: "mine.json" (at command line)\n',
  ]);
});
