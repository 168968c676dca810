// Working on scenarios: keeping, comparing with, finding again; levers found by typing; how closely to look.
import type { Locator } from 'playwright';
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.mjs';
import { answered, finished, openView, QUICK, useBrowser } from './open-lab.ts';

/** Ink and ground of a button. */
const coloursOf = (button: Locator) =>
  button.evaluate((one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]);

describe.skipIf(browserMissing)('scenario work', () => {
  const openLab = useBrowser();

  test('a changed scenario is kept under a name, outlives the tab, and can be compared with and forgotten', async () => {
    const { page, context } = await openLab(`scenario=risk-split&${QUICK}`);
    await page.locator('#lever-riskSplit-bankShare').press('ArrowRight');
    await page.locator('[data-role="scenario"]').click();
    const dialog = page.locator('dialog[data-name="presets"]');
    await dialog.getByLabel('Keep this scenario under a name').fill('A little more');
    const button = dialog.getByRole('button', { name: 'Keep', exact: true });
    expect(await coloursOf(button)).toEqual(
      await coloursOf(page.locator('dialog[data-name="share"] .primary')),
    );
    await dialog.locator('.presets-list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    const place = (await button.boundingBox())!;
    expect(place.y + place.height).toBeLessThan(page.viewportSize()!.height);
    await button.click({ timeout: 5000 });
    await expect.poll(() => page.locator('h1').textContent()).toBe('A little more');
    await expect.poll(() => page.url()).toContain('kept=own-A-little-more-');
    await page.reload();
    await expect.poll(() => page.locator('h1').textContent()).toBe('A little more');
    expect(await page.locator('.notice').count()).toBe(0);
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

  test('two windows keep a scenario each, and both list both; a link to one of them warns that it stays here', async () => {
    const { page, context } = await openLab(`scenario=risk-split&${QUICK}`);
    const other = await context.newPage();
    await other.goto(page.url());
    await other.locator('.tiles').waitFor();
    for (const [name, at] of [
      ['My window', page],
      ['Your window', other],
    ] as const) {
      await at.locator('[data-role="scenario"]').click();
      await at.getByLabel('Keep this scenario under a name').fill(name);
      await at.getByRole('button', { name: 'Keep', exact: true }).click();
    }
    for (const at of [page, other])
      for (const name of ['My window', 'Your window'])
        await expect
          .poll(() => at.locator('[data-role="comparator"] option', { hasText: name }).count())
          .toBe(1);
    await page.locator('[data-role="comparator"]').selectOption({ label: 'Your window' });
    await page.getByRole('button', { name: 'Share' }).click();
    expect(await page.locator('dialog[data-name="share"] [data-role="not-carried"]').textContent()).toContain(
      '“Your window”',
    );
  });

  test('the shock the grid of Stress tests leaves the scenario’s own shocks alone when the page is loaded again', async () => {
    const { page } = await openLab(`scenario=flood-2027&${QUICK}`);
    await openView(page, 'stress');
    await page.locator('select[data-role="tested"]').selectOption('treasuryArrears');
    await expect.poll(() => page.url()).toContain('tested=treasuryArrears');
    await page.reload();
    await page.locator('select[data-role="tested"]').waitFor();
    expect(await page.locator('.lane-row[data-family="shock"]').count()).toBe(1);
    expect(await page.locator('.notice').count()).toBe(0);
    expect(await page.locator('select[data-role="tested"]').inputValue()).toBe('treasuryArrears');
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
