// Builds the terminal program when its sources have changed and tells where it is.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { prepare, ROOT, stop } from './prepare.mjs';

const SOURCES = ['sim', 'scenarios', 'experiments', 'workers', 'vite.config.ts', 'package-lock.json'];
const PROGRAMS = resolve(ROOT, 'dist/cli');
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Every file below `path` as `path size mtime`, so that an edit, a removal and an older checkout all show. */
function* listFiles(path) {
  const stats = statSync(resolve(ROOT, path), { throwIfNoEntry: false });
  if (!stats) return;
  if (!stats.isDirectory()) yield `${path} ${stats.size} ${stats.mtimeMs}`;
  else for (const name of readdirSync(resolve(ROOT, path)).sort()) yield* listFiles(`${path}/${name}`);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) for (const file of listFiles(source)) hash.update(`${file}\n`);
  return hash.digest('hex').slice(0, 12);
}

/** Launches still running may load parts of an older build, so builds used within a day stay. */
function removeOldPrograms() {
  for (const name of readdirSync(PROGRAMS)) {
    const path = join(PROGRAMS, name);
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
}

/** A program that belongs to somebody else can be run without being marked. */
function markUsed(folder) {
  const now = new Date();
  try {
    utimesSync(folder, now, now);
  } catch (error) {
    if (!['EPERM', 'EACCES', 'EROFS'].includes(error.code)) throw error;
  }
}

async function build(folder) {
  process.stderr.write('Building the terminal program …\n');
  const vite = await import('vite');
  const outDir = `${folder}.${process.pid}`;
  await vite.build({
    root: ROOT,
    configFile: resolve(ROOT, 'vite.config.ts'),
    mode: 'cli',
    logLevel: 'error',
    build: { outDir },
  });
  renameSync(outDir, folder);
  removeOldPrograms();
}

/** The entry file of the terminal program, built from the sources as they are now. */
export async function program() {
  await prepare();
  const folder = join(PROGRAMS, fingerprint());
  const entry = join(folder, 'main.js');
  if (!existsSync(entry)) {
    await withLock(resolve(ROOT, 'dist/cli.lock'), async () => {
      if (!existsSync(entry)) await build(folder);
    });
  }
  markUsed(folder);
  return entry;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await program().catch(stop);
