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

interface Shown {
  readonly figures: number;
  /** Two tell a spread; one is enough where a spread is not spoken of. */
  readonly runs: number;
  /** What the prose says once it is computed, whatever the numbers. */
  readonly says: readonly RegExp[];
}

/** What each notebook shows when all its cells have run. */
const SHOWS: Readonly<Record<string, Shown>> = {
  'first-run.html': {
    figures: 4,
    runs: 2,
    says: [
      /Guarantee balance, Dec 2030: [+−±]CNY\s.* 2 paired runs\)/,
      /Loan penetration, Dec 2030: [+−±].* 2 paired runs\)/,
    ],
  },
  'risk-split-and-data.html': {
    figures: 1,
    runs: 2,
    says: [
      /more than chance makes: (none|0\.\d+)/,
      /from 0\.1 to 0\.25, (they|no more).*from 0\.25 to 0\.5, .*from 0\.5 to 0\.8, /,
      /Between the ends: from 0\.1 to 0\.8, .* from 2 paired runs/,
    ],
  },
  'dongting-flood.html': {
    figures: 4,
    runs: 1,
    says: [
      /Overdue ratio, Aug 2027: /,
      /Overdue ratio, Dec 2030: /,
      /Exits, 2026–2030 together: [+−±][\d,]+ enterprises/,
    ],
  },
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
      await page.locator('form table').first().waitFor({ timeout: 110_000 });
      await expect.poll(() => page.locator('main figure').count()).toBeGreaterThanOrEqual(shows.figures);
      for (const words of shows.says)
        await expect.poll(() => page.locator('main').innerText()).toMatch(words);
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
