// Opens the built lab in a page of its own and watches what it asks the network for and complains about.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { launchBrowser } from '../support/browser.mjs';

export interface OpenLab {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses asked for, in order. */
  readonly requests: string[];
  /** Uncaught errors and console errors. */
  readonly complaints: string[];
}

/** One replication is enough where nothing is said of a spread. */
export const QUICK = 'runs=1';
/** As few as have a spread. */
export const SPREAD = 'runs=2';
/** Seven levers of two families: Why holds them in groups, few enough that it answers soon. */
export const SEVEN_LEVERS =
  'riskSplit.bankShare=0.6&guaranteeFee.rate=0.002&courtSpeed.months=6&transferPrice.tilt=0.005&dueDiligenceExemption.exempt=0.9&evaluation.leeway=0.03&technologyTolerance.judged=1';

const shots = resolve(import.meta.dirname, '../../test-output');

/** One browser for a test file. What a test opens is closed with it, so that no page computes behind the next. */
export function useBrowser() {
  let browser: Browser;
  let open: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  beforeEach(() => {
    open = [];
  });
  afterEach(async () => {
    for (const context of open) await context.close();
  });
  afterAll(() => browser?.close());

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
    await page.locator('.view-frame > section > *').first().waitFor();
    return { page, context, requests, complaints };
  };
}

/** A page that all tests of a file share, one after the other, so that its threads start once. */
export function useLab(query: string, options: BrowserContextOptions = {}): { readonly lab: OpenLab } {
  const openLab = useBrowser();
  const shared = {} as { lab: OpenLab };
  beforeAll(async () => {
    shared.lab = await openLab(query, options);
  });
  return shared;
}

/** Opens a view by its tab. */
export async function openView(page: Page, view: string): Promise<void> {
  await page.locator(`.tabs a[data-view="${view}"]`).click();
  await page.locator(`.${view}`).first().waitFor();
}

/** Presses Tab until the focus is on what fits; fails after `most`. */
export async function tabTo(page: Page, selector: string, most = 90): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((fits) => document.activeElement?.matches(fits), selector)) return;
  }
  throw new Error(`not reached with ${most} tabs: ${selector}`);
}

/** Lets every figure come into sight once, so that it is drawn. */
export async function drawn(page: Page): Promise<void> {
  for (const chart of await page.locator('hw-chart').all()) {
    await chart.scrollIntoViewIfNeeded();
    await chart.locator('figure').waitFor();
  }
  await page.locator('main').evaluate((main) => main.scrollTo(0, 0));
}

/** Waits for the first answer of the model, a sketch or better. */
export async function answered(page: Page): Promise<void> {
  await page
    .locator('.chip:not([data-stage="stored"]):not([data-stage="none"]):not([data-stale])')
    .waitFor({ timeout: 90_000 });
}

/** Waits until the model has finished what is asked. */
export async function finished(page: Page): Promise<void> {
  await page.locator('.chip[data-status="done"]:not([data-stale])').waitFor({ timeout: 90_000 });
}

/** Waits until a longer question of the view is answered. */
export async function studied(page: Page, within = page.locator('main')): Promise<void> {
  await within.locator('[data-study="done"]').first().waitFor({ timeout: 240_000 });
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules about colour, which alone depend on the theme. */
const COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe looks at: by which rules, in what, and leaving out what. */
export interface Sight {
  readonly rules?: 'all' | 'colour';
  readonly within?: string;
  readonly without?: string;
}

/** What axe finds wrong with a view, by all rules or those of colour, a line each. The page has no frames, so axe need not look into any. */
export async function faults(
  page: Page,
  view: string,
  { rules = 'all', within = 'html', without }: Sight = {},
): Promise<string[]> {
  // Describing every node that passed takes axe longer than checking it.
  const options = { resultTypes: ['violations' as const] };
  const axe = new AxeBuilder({ page }).setLegacyMode().options(options).include(within);
  if (without) axe.exclude(without);
  const asked = rules === 'all' ? axe.withTags(WCAG) : axe.withRules(COLOUR);
  const { violations } = await asked.analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${view}: ${id} ${nodes
        .slice(0, 3)
        .map((node) => node.html.slice(0, 160))
        .join(' | ')}`,
  );
}

/** Keeps a picture for people to look at. */
export async function keepPicture(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: resolve(shots, `${name}.png`), fullPage });
}
