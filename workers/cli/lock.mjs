// Lets one launch at a time do a piece of work in the checkout; the others wait for it.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** An unreadable holder counts as alive for ten seconds: it may be about to write its id. */
function isAbandoned(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return pid > 0 ? !isAlive(pid) : Date.now() - statSync(path).mtimeMs > 10_000;
  } catch {
    return false;
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isAbandoned(path)) rmSync(path, { force: true });
    return false;
  }
}

/** Runs `work` while holding the lock file at `path`; a lock left by a dead process is taken over. */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  while (!take(path)) await setTimeout(100);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
