// Working on scenarios: keeping, comparing with, finding again; levers found by typing; how closely to look.
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.mjs';
import { answered, finished, QUICK, useBrowser } from './open-lab.ts';

describe.skipIf(browserMissing)('scenario work', () => {
  const openLab = useBrowser();

  test('a changed scenario is kept under a name, outlives the tab, and can be compared with and forgotten', async () => {
    const { page, context } = await openLab(`scenario=risk-split&${QUICK}`);
    await page.locator('#lever-riskSplit-bankShare').press('ArrowRight');
    await page.locator('[data-role="scenario"]').click();
    const dialog = page.locator('dialog[data-name="presets"]');
    await dialog.getByLabel('Keep this scenario under a name').fill('A little more');
    await dialog.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect.poll(() => page.locator('h1').textContent()).toContain('A little more');
    const again = await context.newPage();
    await page.close();
    await again.goto(page.url().replace(/\?.*/, `?scenario=baseline&${QUICK}`));
    await again.locator('[data-role="comparator"]').selectOption({ label: 'A little more' });
    await answered(again);
    expect(await again.locator('.strip-list').textContent()).toContain('55% → 25%'.replace(' → ', '→'));
    await again.locator('[data-role="scenario"]').click();
    await again.getByRole('button', { name: 'Forget A little more' }).click();
    await expect
      .poll(() => again.locator('[data-role="comparator"] option', { hasText: 'A little more' }).count())
      .toBe(0);
    expect(await again.locator('[data-role="comparator"]').inputValue()).toBe('baseline');
  });

  test('what was looked at to its end is found again after the tab has closed', async () => {
    const { page, context } = await openLab(`scenario=flood-2027&${QUICK}`);
    await finished(page);
    const address = page.url().replace(/\?.*/, `?scenario=baseline&${QUICK}`);
    await page.close();
    const again = await context.newPage();
    await again.goto(address);
    await again.locator('[data-role="scenario"]').click();
    await again.locator('.presets-recent summary').click();
    await again.locator('.presets-recent button').first().click();
    await expect.poll(() => again.locator('h1').textContent()).toContain('flood');
  });

  test('a policy is found by typing, and presets name who wrote them and from what', async () => {
    const { page } = await openLab(QUICK);
    await page.getByLabel('Find a policy').fill('riskSplit');
    expect(await page.locator('[data-lever]:visible').count()).toBe(1);
    await page.locator('[data-role="scenario"]').click();
    const text = await page.locator('[data-preset="risk-split"]').textContent();
    expect(text).toContain('Headwater contributors');
    expect(text).toContain('Sources');
  });
});
