// The notebooks, built and executed: every cell runs with the engine and charts of the lab, and nothing is fetched.
import { readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserMissing, launchBrowser } from '../support/browser.mjs';
import { keepPicture } from './open-lab.ts';

const root = resolve(import.meta.dirname, '../..');
const outDir = resolve(root, `dist/test-notebooks-${process.pid}`);
const notebooks = readdirSync(resolve(root, 'notebooks')).filter((name) => name.endsWith('.html'));

/** What each notebook shows when all its cells have run, and with how many runs: the first of them shows what two tell apart, the others work alike with one. */
const SHOWS: Readonly<Record<string, Record<'figures' | 'tables' | 'runs', number>>> = {
  'first-run.html': { figures: 4, tables: 1, runs: 2 },
  'risk-split-and-data.html': { figures: 1, tables: 1, runs: 1 },
  'dongting-flood.html': { figures: 4, tables: 1, runs: 1 },
};

describe.skipIf(browserMissing)('the notebooks', () => {
  let browser: Browser;
  let server: PreviewServer;

  beforeAll(async () => {
    const settings = {
      configFile: resolve(root, 'vite.config.ts'),
      mode: 'notebooks',
      logLevel: 'error',
      build: { outDir },
    } as const;
    await build(settings);
    server = await preview({ ...settings, preview: { host: '127.0.0.1', port: 0, open: false } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(outDir, { recursive: true, force: true });
  });

  test('are the three that the README tells of', () => {
    expect(notebooks.toSorted()).toEqual(Object.keys(SHOWS).toSorted());
  });

  test.each(Object.entries(SHOWS))(
    '%s runs to its end without an error or a request elsewhere',
    async (name, shows) => {
      const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
      const url = server.resolvedUrls!.local[0]!;
      const elsewhere: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(url) && !request.url().startsWith('blob:'))
          elsewhere.push(request.url());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${url}${name}?runs=${shows.runs}`);
      await page
        .locator('form table')
        .nth(shows.tables - 1)
        .waitFor({ timeout: 110_000 });
      await expect.poll(() => page.locator('main figure').count()).toBeGreaterThanOrEqual(shows.figures);
      expect(await page.locator('.observablehq--error').allTextContents()).toEqual([]);
      const cells = await page.locator('form table tbody td').allTextContents();
      expect(cells.length).toBeGreaterThan(8);
      expect(cells.join(' ')).not.toMatch(/NaN|undefined/);
      await keepPicture(page, `notebook-${name.replace('.html', '')}`, true);
      expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
      await page.close();
    },
  );
});
