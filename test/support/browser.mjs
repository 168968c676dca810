// @ts-check
// Finds a browser that really starts, installs one where that is possible, and launches it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright';

/** @typedef {import('playwright').LaunchOptions} LaunchOptions */
/** @typedef {import('playwright').Browser} Browser */
/** @typedef {{ name: string, options: () => LaunchOptions | null | Promise<LaunchOptions | null> }} Candidate */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FALLBACK = resolve(ROOT, 'node_modules/.cache/browser');
const FALLBACK_PACKAGE = '@sparticuz/chromium';
const MINUTES = 60_000;

const isRoot = process.getuid?.() === 0;
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(isRoot ? ['--no-sandbox'] : []),
];

/** The first of these programs that the path has. @param {string[]} names */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
function succeeds(command, args, env) {
  process.stderr.write(`Looking for a browser: ${command} ${args.join(' ')}\n`);
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    timeout: 5 * MINUTES,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function systemChromium() {
  const executablePath = onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']);
  return executablePath ? { executablePath } : null;
}

/** Installs packages of the system where that is possible. @param {string[]} packages */
function aptInstalls(...packages) {
  if (!isRoot || !onPath(['apt-get'])) return false;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  return (
    succeeds('apt-get', ['update', '-qq'], quiet) &&
    succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet)
  );
}

const CHINESE_FONT = 'fonts-noto-cjk';

const aptChromium = () => (aptInstalls('chromium', CHINESE_FONT) ? systemChromium() : null);

/** A browser that was there already may have no Chinese letters to print with. */
function provideChineseFont() {
  if (process.platform !== 'linux' || !onPath(['fc-list'])) return;
  if (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout !== '') return;
  if (!aptInstalls(CHINESE_FONT))
    process.stderr.write(
      `\n*** No Chinese font (such as ${CHINESE_FONT}): printed reports cannot be searched.\n\n`,
    );
}

function downloadedChromium() {
  const cli = resolve(ROOT, 'node_modules/playwright/cli.js');
  return succeeds(process.execPath, [cli, 'install', '--only-shell', 'chromium']) ? {} : null;
}

/** A Chromium that comes inside a package, for Linux x64 without any other way. */
async function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const entry = join(FALLBACK, 'node_modules', FALLBACK_PACKAGE, 'build/esm/index.js');
  const args = ['install', '--no-save', '--prefix', FALLBACK, `${FALLBACK_PACKAGE}@147.0.0`];
  if (!existsSync(entry) && !succeeds('npm', args)) return null;
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: packaged } = await import(pathToFileURL(entry).href);
  return { executablePath: await packaged.executablePath() };
}

/** @type {Candidate[]} */
const CANDIDATES = [
  { name: "Playwright's own", options: () => ({}) },
  { name: 'Chrome', options: () => ({ channel: 'chrome' }) },
  { name: 'Edge', options: () => ({ channel: 'msedge' }) },
  { name: 'the path', options: systemChromium },
  { name: 'apt', options: aptChromium },
  { name: "Playwright's download", options: downloadedChromium },
  { name: FALLBACK_PACKAGE, options: packagedChromium },
];

/** @param {LaunchOptions} options @returns {Promise<LaunchOptions>} */
async function accept(options) {
  const full = { args: FLAGS, ...options };
  const browser = await chromium.launch(full);
  await browser.close();
  return full;
}

/**
 * The launch options of the first Chromium that starts; null when there is none. `CHROME_BIN` is taken at its
 * word: if it is set and does not start, that is an error.
 * @returns {Promise<LaunchOptions | null>}
 */
export async function findBrowser() {
  const { CHROME_BIN } = process.env;
  if (CHROME_BIN) {
    return accept({ executablePath: CHROME_BIN }).catch((error) => {
      throw new Error(`invalid CHROME_BIN; does not start: ${CHROME_BIN}`, { cause: error });
    });
  }
  for (const { options } of CANDIDATES) {
    try {
      const found = await options();
      if (found) return await accept(found);
    } catch {}
  }
  return null;
}

const MISSING =
  'No browser that starts was found or could be installed. Install Chromium or Chrome, or set CHROME_BIN.';

/**
 * Finds the browser once for a whole test run and hands it to the test processes through the environment.
 * Without one this fails in CI and warns loudly elsewhere.
 */
export async function provideBrowser() {
  const found = await findBrowser();
  if (found) provideChineseFont();
  if (!found && process.env.CI) throw new Error(MISSING);
  if (!found) process.stderr.write(`\n*** ${MISSING}\n*** The browser tests are SKIPPED.\n\n`);
  process.env.HEADWATER_BROWSER = JSON.stringify(found);
}

/** True in a test run that has no browser: `describe.skipIf(browserMissing)`. */
export const browserMissing = process.env.HEADWATER_BROWSER === 'null';

/**
 * A running Chromium.
 * @param {LaunchOptions} [options] `args` are added to the usual ones
 * @returns {Promise<Browser>}
 */
export async function launchBrowser(options = {}) {
  const known = process.env.HEADWATER_BROWSER;
  /** @type {LaunchOptions | null} */
  const found = known ? JSON.parse(known) : await findBrowser();
  if (!found) throw new Error(MISSING);
  return chromium.launch({ ...found, ...options, args: [...(found.args ?? []), ...(options.args ?? [])] });
}
