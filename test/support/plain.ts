// Builds what the tests compute with as plain modules: Vitest's own form of a module more than halves the engine's speed.
import { readdirSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['sim', 'scenarios', 'experiments', 'test/reference'];
const outDir = resolve(ROOT, 'dist', `test-modules-${process.pid}`);

/** This file takes the engine apart and needs the modules of the sources. */
const TAKES_APART = resolve(ROOT, 'test/laws/taken-apart.ts');

/** A path within the repository, with slashes. */
const within = (path: string): string => relative(ROOT, path).replaceAll('\\', '/');
const isPlain = (name: string): boolean => FOLDERS.some((folder) => name.startsWith(`${folder}/`));

/** Modules that Node loads by itself. */
export const PLAIN = /\/dist\/test-modules-\d+\//;

/** Leads tests from the sources to the plain modules; while files are watched the sources are read themselves. */
export function plainModules(): Plugin {
  let watching = false;
  return {
    name: 'headwater:plain-modules',
    enforce: 'pre',
    configResolved: ({ server }) => {
      watching = server.watch !== null;
    },
    resolveId(source, importer) {
      if (watching || !importer || !source.startsWith('.') || !source.endsWith('.ts')) return undefined;
      const name = within(resolve(importer, '..', source));
      if (!isPlain(name) || isPlain(within(importer)) || importer === TAKES_APART) return undefined;
      return resolve(outDir, name.replace(/\.ts$/, '.js'));
    },
  };
}

const sources = (): string[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(resolve(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => resolve(ROOT, folder, name)),
  );

/** @public Vitest calls it once for a project. */
export default async function setup() {
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: sources(),
        treeshake: false,
        output: { preserveModules: true, preserveModulesRoot: ROOT, entryFileNames: '[name].js' },
      },
    },
  });
  return () => rmSync(outDir, { recursive: true, force: true });
}
