// Installs the packages of the lock file when they are missing or older than it; uses Node alone.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const modified = (path) => statSync(resolve(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
const isInstalled = () => modified('node_modules/.package-lock.json') >= modified('package-lock.json');

function refuseOldNode() {
  const { engines } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8'));
  const needed = engines.node.replace('>=', '').split('.').map(Number);
  const found = process.versions.node.split('.').map(Number);
  if (found[0] > needed[0] || (found[0] === needed[0] && found[1] >= needed[1])) return;
  throw new Error(`Node ${engines.node} is needed; this is ${process.versions.node}`);
}

function install() {
  process.stderr.write('Installing packages (npm ci) …\n');
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { status, error } = spawnSync(command, [...first, 'ci', '--include=dev'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error('npm ci failed; see the lines above');
}

/** Makes `node_modules` match the lock file; does nothing when it already does. */
export async function prepare() {
  refuseOldNode();
  if (isInstalled()) return;
  await withLock(resolve(ROOT, 'dist/prepare.lock'), async () => {
    if (!isInstalled()) install();
  });
}

/** Ends a launch whose preparation failed, with the reason alone on standard error. */
export function stop(error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await prepare().catch(stop);
