import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.mjs';
import { answered, QUICK, useBrowser } from './open-lab.ts';

describe.skipIf(browserMissing)('a link', () => {
  const openLab = useBrowser();

  test('carries what was changed to another page', async () => {
    const { page, context } = await openLab(`scenario=risk-split&${QUICK}`);
    const field = page.locator('[aria-describedby="lever-riskSplit-bankShare-refusal"]');
    await field.fill('35');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Add flood' }).click();
    await page.locator('[data-role="language"]').click();
    await page.getByRole('button', { name: '分享链接' }).click();
    const link = await page.locator('textarea.link').inputValue();
    expect(link).toContain('riskSplit.bankShare=0.35');
    expect(link).toContain('shock=flood:2027-06');
    const other = await context.newPage();
    await other.goto(link);
    await other.locator('.tiles').waitFor();
    expect(await other.locator('[aria-describedby="lever-riskSplit-bankShare-refusal"]').inputValue()).toBe(
      '35',
    );
    expect(await other.locator('.lane-row[data-family="shock"]').count()).toBe(1);
    expect(await other.getAttribute('html', 'lang')).toBe('zh-CN');
    expect(await other.locator('.notice').count()).toBe(0);
    await answered(other);
  });

  test('that is broken opens with a notice that names what was not understood', async () => {
    const { page, complaints } = await openLab(
      'scenario=atlantis&riskSplit.bankShare=7&colour=green&lang=en&runs=1',
    );
    const notices = (await page.locator('.notice').allTextContents()).join('\n');
    expect(notices).toContain('atlantis');
    expect(notices).toContain('riskSplit.bankShare=7');
    expect(notices).toContain('colour=green');
    expect(await page.locator('h1').textContent()).toBe('Status quo');
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    await expect.poll(() => page.locator('.notice').count()).toBe(1);
    await answered(page);
    expect(complaints).toEqual([]);
  });

  test('of a view opens that view, and back leads to the one before', async () => {
    const { page } = await openLab(QUICK);
    await page.getByRole('link', { name: 'Compare' }).click();
    await page.locator('.compare').waitFor();
    expect(page.url()).toContain('view=compare');
    await page.goBack();
    await page.locator('.overview').waitFor();
    await page.goto(page.url().replace(/\?.*/, '?view=compare&lang=en&runs=1'));
    await page.locator('.compare').waitFor();
  });

  test('of a tab leads to that view of the same scenario', async () => {
    const { page } = await openLab(`scenario=risk-split&${QUICK}`);
    await page.locator('#lever-riskSplit-bankShare').press('ArrowRight');
    const address = () => page.locator('.tabs a[data-view="why"]').getAttribute('href');
    await expect.poll(address).toContain('riskSplit.bankShare');
    expect(await address()).toMatch(/scenario=risk-split&.*view=why/);
  });

  test('that the browser will not copy stays there to be copied by hand', async () => {
    const { page } = await openLab(QUICK, {}, (blank) =>
      blank.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })),
    );
    await page.getByRole('button', { name: 'Share link' }).click();
    await page.locator('dialog[data-name="share"] .primary').click();
    await expect.poll(() => page.locator('[data-role="not-copied"]').textContent()).toContain('keyboard');
    expect(
      await page.locator('dialog[data-name="share"]').evaluate((one: HTMLDialogElement) => one.open),
    ).toBe(true);
    const selected = await page
      .locator('textarea.link')
      .evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
    expect(selected).toContain('scenario=');
    expect(await page.locator('.notice').count()).toBe(0);
  });

  test('is remembered for the next visit of the plain address', async () => {
    const { page } = await openLab(`scenario=flood-2027&${QUICK}`);
    await page.locator('#lever-riskSplit-bankShare').press('ArrowRight');
    await expect.poll(() => page.url()).toContain('riskSplit.bankShare');
    await page.goto(page.url().replace(/\?.*/, ''));
    await page.locator('.tiles').waitFor();
    expect(await page.locator('h1').textContent()).toContain('Dongting Lake flood');
  });
});
