// Builds the lab once for the browser tests and serves it with the headers of production.
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { provideBrowser } from './browser.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built lab, with a closing slash. */
    url: string;
    /** Folder of `dist` the lab was built into. */
    folder: string;
    /** Whether tests go through both languages in both themes, or through two of the four. */
    everyLook: boolean;
  }
}

const configFile = resolve(import.meta.dirname, '../../vite.config.ts');
const folder = `test-app-${process.pid}`;
const outDir = resolve(import.meta.dirname, '../../dist', folder);

export default async function setup(project: TestProject) {
  await provideBrowser();
  const lab = { configFile, mode: 'production', logLevel: 'error', build: { outDir } } as const;
  const { NODE_ENV } = process.env;
  // What people get, not what a test runner would be given.
  process.env.NODE_ENV = 'production';
  await build(lab);
  process.env.NODE_ENV = NODE_ENV;
  const server = await preview({ ...lab, preview: { host: '127.0.0.1', port: 0, open: false } });
  const [url] = server.resolvedUrls?.local ?? [];
  if (!url) throw new Error('the preview server gave no address');
  project.provide('url', url);
  project.provide('folder', folder);
  return async () => {
    await server.close();
    rmSync(outDir, { recursive: true });
  };
}
