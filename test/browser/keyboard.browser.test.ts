import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.mjs';
import { finished, QUICK, tabTo, useLab } from './open-lab.ts';

describe.skipIf(browserMissing)('with the keyboard alone', () => {
  const shared = useLab(QUICK);

  test('a person skips to the results, chooses a tile and reads the chart point by point', async () => {
    const { page } = shared.lab;
    await finished(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    await tabTo(page, '.tile input');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('figure[data-kind="fan-financing-cost"]').count()).toBe(1);
    await tabTo(page, '.chart-plot');
    await page.keyboard.press('End');
    const readout = page.locator('figure[data-kind="fan-financing-cost"] .chart-readout');
    expect(await readout.textContent()).toMatch(/^Dec 2030; .*%.*Status quo .*%/);
    await page.keyboard.press('PageUp');
    await expect.poll(() => readout.textContent()).toMatch(/^Dec 2029; /);
    await tabTo(page, 'figure[data-kind^="map-"] .chart-plot', 12);
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(() => page.locator('figure[data-kind^="map-"] .chart-readout').textContent())
      .toMatch(/^Yueyang; /);
  });

  test('a person moves a lever, and undoes it', async () => {
    const { page } = shared.lab;
    await tabTo(page, '#lever-riskSplit-bankShare');
    const before = await page.locator('#lever-riskSplit-bankShare').inputValue();
    await page.keyboard.press('ArrowRight');
    const value = () => page.locator('#lever-riskSplit-bankShare').inputValue();
    await expect.poll(value).not.toBe(before);
    await page.keyboard.press('Control+z');
    await expect.poll(value).toBe(before);
  });

  test('a control that is used and goes away hands the focus to what takes its place', async () => {
    const { page } = shared.lab;
    const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160) ?? '');
    await page.locator('.inspect').press('Enter');
    await page.locator('.inspector').waitFor();
    await expect.poll(focused).toContain('aria-expanded="true"');
    await page.keyboard.press('Enter');
    await page.locator('.inspect').waitFor();
    await expect.poll(focused).toContain('aria-expanded="false"');
    await page.locator('#lever-riskSplit-bankShare').press('ArrowRight');
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(focused).toContain('aria-label="Undo"');
    await page.getByRole('button', { name: 'Add flood' }).press('Enter');
    await page.locator('[data-shock] button').last().press('Enter');
    await expect.poll(focused).toMatch(/^<button/);
    await page.locator('#lever-riskSplit-bankShare').press('ArrowRight');
    await page.locator('[data-lever="riskSplit"] .lever-dates button').press('Enter');
    await expect.poll(focused).toMatch(/^<summary/);
  });

  test('every stop is visible and named', async () => {
    const { page } = shared.lab;
    await page.reload();
    await page.locator('.tiles').waitFor();
    const stops = new Set<string>();
    for (let step = 0; step < 70; step++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const target = element.closest('label.tile') ?? element.closest('.segments label') ?? element;
        const { width, height } = target.getBoundingClientRect();
        const style = getComputedStyle(element.closest('label.tile, .segments label') ?? element);
        const inner = getComputedStyle(element.closest('.segments label')?.querySelector('span') ?? element);
        return {
          tag: element.outerHTML.slice(0, 120),
          width,
          height,
          outline: [style.outlineStyle, inner.outlineStyle],
        };
      });
      if (stop.tag.startsWith('<body')) break;
      stops.add(stop.tag);
      expect(
        stop.outline.some((one) => one !== 'none'),
        `focus to be seen on ${stop.tag}`,
      ).toBe(true);
      expect(Math.min(stop.width, stop.height), `size of ${stop.tag}`).toBeGreaterThanOrEqual(24);
    }
    expect(stops.size).toBeGreaterThan(30);
  });
});
