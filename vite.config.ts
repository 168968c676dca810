// Builds, serves and tests: `vite` is the lab, `--mode cli` the terminal program, vitest the tests.
/// <reference types="vitest/config" />
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { PLAIN, plainModules } from './test/support/plain.ts';

const POLICY = [
  "default-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
].join('; ');

/** Shared memory needs an isolated page; the headers make it one. */
const headers = (policy: string) => ({
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Content-Security-Policy': policy,
});

/** Static hosts set no headers, so the built page carries the policy itself. */
const policyInPage: Plugin = {
  name: 'headwater:policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
      injectTo: 'head-prepend',
    },
  ],
};

/** Fingerprint of the engine's sources: what a built page kept of a world is read again by the same engine only. */
function engineBuild(): string {
  const folder = resolve(import.meta.dirname, 'sim');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

/** A page whose sources may change under it keeps nothing. */
const buildName: Plugin = {
  name: 'headwater:build',
  apply: 'build',
  config: () => ({ define: { __ENGINE_BUILD__: JSON.stringify(engineBuild()) } }),
};

const VIZ = resolve(import.meta.dirname, 'viz');

const MANIFEST = {
  name: 'Headwater 活水',
  short_name: 'Headwater',
  description: 'A laboratory for small-enterprise finance',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#0072b2',
  icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
};

/** The built lab can be installed and works without a network: a manifest, and a service worker that knows every file. */
const offline: Plugin = {
  name: 'headwater:offline',
  apply: 'build',
  enforce: 'post',
  transformIndexHtml: () => [
    { tag: 'link', attrs: { rel: 'manifest', href: './lab.webmanifest' }, injectTo: 'head' },
  ],
  generateBundle(_, bundle) {
    const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
    emit('lab.webmanifest', JSON.stringify(MANIFEST));
    emit('icon.svg', readFileSync(join(VIZ, 'icon.svg'), 'utf8'));
    const names = Object.keys(bundle).filter((name) => name !== 'index.html' && !name.endsWith('.map'));
    const files = ['./', ...[...names, 'lab.webmanifest', 'icon.svg'].sort().map((name) => `./${name}`)];
    const version = createHash('sha256');
    for (const name of Object.keys(bundle).sort()) {
      const one = bundle[name]!;
      version.update(name).update(one.type === 'chunk' ? one.code : one.source);
    }
    const worker = readFileSync(join(VIZ, 'offline/service-worker.js'), 'utf8');
    emit(
      'service-worker.js',
      worker
        .replace('__VERSION__', version.digest('hex').slice(0, 16))
        .replace('__FILES__', JSON.stringify(files)),
    );
  },
};

const BRIEF = '?brief';
const BRIEF_ID = '\0brief:';

/**
 * `parameters.json?brief` is the file without the notes and sources that only the Evidence view shows, so that the first
 * load stays small.
 */
const briefParameters: Plugin = {
  name: 'headwater:brief',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!source.endsWith(BRIEF) || !importer) return undefined;
    return `${BRIEF_ID}${resolve(dirname(importer), source.slice(0, -BRIEF.length))}.js`;
  },
  load(id) {
    if (!id.startsWith(BRIEF_ID)) return undefined;
    const records = JSON.parse(readFileSync(id.slice(BRIEF_ID.length, -3), 'utf8')) as Record<
      string,
      unknown
    >[];
    const short = records.map(({ note: _, evidence: __, date: ___, expected: ____, ...rest }) => rest);
    return `export default ${JSON.stringify(short)}`;
  },
};

/**
 * Constants stay constants. Vite makes variables of those of a module, which an engine reads, with their type, at every
 * use; a month takes some percent longer with them (`test/bench/README.md`).
 */
const steadfast = {
  optimization: { inlineConst: true },
  output: { topLevelVar: false },
} as const;
const worker = { format: 'es', rolldownOptions: steadfast } as const;

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

const lab: UserConfig = {
  root: resolve(import.meta.dirname, 'viz'),
  base: './',
  plugins: [policyInPage, buildName, offline, briefParameters],
  worker,
  server: {
    headers: headers(`${POLICY} ws:`),
    open: process.env.npm_lifecycle_event === 'start' && !process.env.CI && hasDisplay,
    fs: { allow: ['..'] },
  },
  preview: { headers: headers(POLICY) },
  build: {
    outDir: '../dist/app',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The engine only declares; what a page does not name of it is left out.
    rolldownOptions: {
      ...steadfast,
      treeshake: { moduleSideEffects: [{ test: /[/\\]sim[/\\]/, sideEffects: false }] },
    },
  },
};

/** Notebook Kit fetches its libraries from a content network; here they are the packages of the project. */
const localLibraries: Plugin = {
  name: 'headwater:local-libraries',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('notebook-kit') || !id.includes('runtime')) return null;
    return code.replace(
      /https:\/\/cdn\.jsdelivr\.net\/npm\/(@observablehq\/plot|@observablehq\/inputs|d3|htl)(?:\/\+esm|(\/dist\/index\.css))/g,
      '$1$2',
    );
  },
};

const NOTEBOOKS = resolve(import.meta.dirname, 'notebooks');

/** The notebook plugin brings a parser of web pages, so it is loaded only where notebooks are. */
async function notebooks(): Promise<UserConfig> {
  const { config, observable } = await import('@observablehq/notebook-kit/vite');
  const pages = readdirSync(NOTEBOOKS).filter((name) => name.endsWith('.html'));
  return {
    root: NOTEBOOKS,
    base: './',
    resolve: config().resolve ?? {},
    plugins: [localLibraries, observable(), policyInPage, buildName, briefParameters],
    worker,
    optimizeDeps: {
      exclude: ['@observablehq/notebook-kit', 'observable:runtime'],
      include: ['@observablehq/plot', '@observablehq/inputs', 'd3', 'htl'],
    },
    server: { headers: headers(`${POLICY} ws:`), fs: { allow: ['..'] } },
    preview: { headers: headers(POLICY) },
    build: {
      outDir: '../dist/app/notebooks',
      emptyOutDir: true,
      rolldownOptions: { input: pages.map((name) => join(NOTEBOOKS, name)) },
    },
  };
}

const program: UserConfig = {
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/cli',
    rolldownOptions: {
      ...steadfast,
      input: [
        'workers/cli/main.ts',
        'workers/cli/thread.ts',
        'workers/cli/fit-thread.ts',
        'workers/cli/validate-thread.ts',
      ],
      output: { ...steadfast.output, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

/** Tests of the built lab; in `everyLook` they go through both languages in both themes, else through two of the four. */
const inBrowser = (name: string, include: string[], everyLook: boolean) => ({
  test: {
    name,
    include,
    globalSetup: 'test/support/lab.ts',
    provide: { everyLook },
    // A page mostly waits for its own threads or for one of its processes: two files fill two cores.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Vitest polls for a second; a page whose threads fill both cores may take longer to follow a key.
    expect: { poll: { timeout: 15_000 } },
    sequence: { groupOrder: 1 },
  },
});

/** The engine is built once and run as it is: see the file. */
const plain = { globalSetup: 'test/support/plain.ts', server: { deps: { external: [PLAIN] } } };

/** The runner is loaded only where tests are. */
async function tests(): Promise<UserConfig> {
  const { LongFirst } = await import('./test/support/long-first.ts');
  return {
    test: {
      sequence: { sequencer: LongFirst },
      projects: [
        {
          plugins: [briefParameters, plainModules()],
          test: {
            name: 'unit',
            ...plain,
            include: ['test/**/*.test.ts'],
            exclude: ['test/browser/**', 'test/long/**'],
            isolate: false,
            maxWorkers: '100%',
            testTimeout: 60_000,
          },
        },
        inBrowser('browser', ['test/browser/**/*.browser.test.ts'], false),
        inBrowser('looks', ['test/browser/{accessibility,zhejiang}.browser.test.ts'], true),
        {
          plugins: [plainModules()],
          test: {
            name: 'long',
            include: ['test/long/**/*.test.ts'],
            ...plain,
            testTimeout: 3_600_000,
            hookTimeout: 3_600_000,
            sequence: { groupOrder: 2 },
          },
        },
      ],
    },
  };
}

export default defineConfig(({ mode }) =>
  mode === 'test' ? tests() : mode === 'cli' ? program : mode === 'notebooks' ? notebooks() : lab,
);
