// The first minute of each of the three people the lab is made for, in both languages, recorded step by step.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { type Words, wordsOf } from '../../viz/text/index.ts';
import { browserMissing } from '../support/browser.mjs';
import { answered, drawn, finished, keepPicture, openView, studied, useLab } from './open-lab.ts';

type Language = 'en' | 'zh';
const LANGUAGES: readonly Language[] = ['en', 'zh'];
/** Records of the walks, to be looked at with Playwright's trace viewer. */
const records = resolve(import.meta.dirname, '../../test-output');
const QUERY = 'scenario=baseline&vs=baseline&runs=2&trials=1&trialscale=1000&v=2';

/** Draws a native slider to a part of its way with the mouse, as a person does. */
async function drag(page: Page, slider: Locator, to: number): Promise<void> {
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.25, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, y, { steps: 8 });
  await page.mouse.up();
}

/** Chooses a named scenario in the gallery. */
async function choose(page: Page, preset: string): Promise<void> {
  await page.locator('[data-role="scenario"]').click();
  await page.locator(`[data-preset="${preset}"]`).click();
}

describe.skipIf(browserMissing)('the first minute', { timeout: 300_000 }, () => {
  const shared = useLab(QUERY);
  let words: Words;

  /** Takes a walk from the plain scenario, and keeps its record however it ends. */
  async function walk(
    name: string,
    language: Language,
    steps: (step: (at: number) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    const { page, context } = shared.lab;
    words = wordsOf(language);
    const now = await page.getAttribute('html', 'lang');
    if (now !== (language === 'zh' ? 'zh-CN' : 'en')) await page.locator('[data-role="language"]').click();
    await openView(page, 'overview');
    await choose(page, 'baseline');
    await context.tracing.start({ title: `${name}, ${language}`, screenshots: true });
    try {
      await steps((at) => keepPicture(page, `walk-${name}-${language}-${at}`));
    } finally {
      await context.setOffline(false);
      await context.tracing.stop({ path: resolve(records, `walk-${name}-${language}.zip`) });
    }
  }

  test.each(LANGUAGES)(
    'of a policy researcher: drag, compare, ask why, take the link along (%s)',
    (language) =>
      walk('researcher', language, async (step) => {
        const { page } = shared.lab;
        expect(await page.locator('.tile').count()).toBe(6);
        await choose(page, 'data-sharing');
        const slider = page.locator('#lever-riskSplit-bankShare');
        const before = await slider.inputValue();
        await drag(page, slider, 0.7);
        expect(await slider.inputValue()).not.toBe(before);
        await answered(page);
        expect(await page.locator('.chip-text').textContent()).toMatch(/1:1?000|1:100/);
        await step(1);
        await finished(page);
        expect(await page.locator('.tile-interval').count()).toBeGreaterThanOrEqual(5);
        expect(await page.locator('.chip-text').textContent()).toContain(words.runs(2, 2, 100));
        await step(2);
        await openView(page, 'compare');
        await drawn(page);
        expect(await page.locator('figure[data-kind^="difference-"]').count()).toBe(1);
        expect(await page.locator('.matrix tbody tr').count()).toBeGreaterThan(10);
        await step(3);
        await openView(page, 'why');
        await studied(page);
        expect(await page.locator('[data-role="residual"]').textContent()).toMatch(/[:：] ?±/);
        await step(4);
        await page.getByRole('button', { name: words.share }).click();
        expect(await page.locator('textarea.link').inputValue()).toContain('riskSplit.bankShare=');
        await page.keyboard.press('Escape');
      }),
  );

  test.each(LANGUAGES)(
    'of a planner: a flood, who falls behind, who pays, what breaks the fund, a brief in Chinese (%s)',
    (language) =>
      walk('planner', language, async (step) => {
        const { page } = shared.lab;
        const flood = language === 'en' ? 'flood' : '洪灾';
        await page.getByRole('button', { name: words.addShock(flood) }).click();
        await expect.poll(() => page.locator('.lane-row[data-family="shock"]').count()).toBe(1);
        await page.locator('[data-indicator="npl-ratio"]').click();
        await finished(page);
        const map = page.locator('figure[data-kind^="map-"]');
        await map.locator('.chart-plot').focus();
        await page.keyboard.press('Home');
        expect(await map.locator('.chart-readout').textContent()).toMatch(
          language === 'en' ? /^Yueyang; [+−±]/ : /^岳阳；[+−±]/,
        );
        await step(1);
        await openView(page, 'stress');
        await drawn(page);
        expect(await page.locator('figure[data-kind="losses"]').count()).toBe(1);
        expect(await page.locator('figure[data-kind="loss-flow"]').count()).toBe(1);
        await step(2);
        await page.locator('select[data-role="breaks"]').selectOption('suspended-1');
        await page.locator('[data-role="ask-breaking"]').click();
        await page.waitForTimeout(300);
        await studied(page, page.locator('[data-part="breaking"]'));
        await drawn(page);
        await page.locator('[data-part="breaking"]').scrollIntoViewIfNeeded();
        await step(3);
        await openView(page, 'report');
        await page.locator('[data-role="paper"]').selectOption('zh');
        await expect.poll(() => page.locator('.paper').getAttribute('lang')).toBe('zh-CN');
        expect(await page.locator('.sheet').first().textContent()).toContain('政策简报');
        const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
        await step(4);
      }),
  );

  test.each(LANGUAGES)(
    'of a teacher: no network, one enterprise in two worlds, a file to hand in (%s)',
    (language) =>
      walk('teacher', language, async (step) => {
        const { page, context } = shared.lab;
        await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
        await context.setOffline(true);
        await choose(page, 'risk-split');
        await finished(page);
        await step(1);
        await openView(page, 'one');
        await studied(page);
        await page.locator('[data-role="kind"]').selectOption('refused-for-risk');
        await page.locator('input[name="diary"]').nth(1).check();
        await page.locator('.card[data-outcome="refused"] tr[data-holds="false"]').first().waitFor();
        await step(2);
        await page.locator(`summary[aria-label="${words.files}"]`).click();
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: words.saveScenario }).click(),
        ]);
        expect(JSON.parse(readFileSync((await file.path())!, 'utf8'))).toMatchObject({
          schema: 'headwater/scenario@1',
        });
        await page.keyboard.press('Escape');
      }),
  );
});
