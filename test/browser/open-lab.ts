// Opens the built lab in a page of its own and watches what it asks the network for and complains about.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, inject } from 'vitest';
import { launchBrowser } from '../support/browser.mjs';

export interface OpenLab {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses asked for, in order. */
  readonly requests: string[];
  /** Uncaught errors and console errors. */
  readonly complaints: string[];
}

/** Few replications, so that a test does not wait for a narrow band. */
export const QUICK = 'runs=2';

const shots = resolve(import.meta.dirname, '../../test-output');

/** One browser for a test file. */
export function useBrowser() {
  let browser: Browser;
  const open: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    for (const context of open) await context.close();
    await browser?.close();
  });

  return async function openLab(
    query = QUICK,
    options: BrowserContextOptions = {},
    before?: (page: Page) => Promise<unknown>,
  ): Promise<OpenLab> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
      colorScheme: 'light',
      ...options,
    });
    open.push(context);
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await before?.(page);
    await page.goto(`${inject('url')}${query ? `?${query}` : ''}`);
    await page.locator('.tiles').waitFor();
    return { page, context, requests, complaints };
  };
}

/** Waits until the model has finished what is asked. */
export async function finished(page: Page): Promise<void> {
  await page.locator('.chip[data-status="done"]:not([data-stale])').waitFor({ timeout: 90_000 });
}

/** Keeps a picture for people to look at. */
export async function keepPicture(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: resolve(shots, `${name}.png`), fullPage });
}
