import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.mjs';
import { finished, QUICK, useBrowser } from './open-lab.ts';

describe.skipIf(browserMissing)('after the first load', () => {
  const openLab = useBrowser();

  test('the lab opens, runs and changes its view without a network', async () => {
    const { page, context } = await openLab(QUICK);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const stores = () => page.evaluate(() => caches.keys());
    const ours = new RegExp(`^headwater ${new URL('.', page.url()).href} [0-9a-f]{16}$`);
    await expect.poll(stores).toEqual([expect.stringMatching(ours)]);
    await context.setOffline(true);
    await page.goto(page.url().replace(/\?.*/, `?scenario=risk-split&view=evidence&${QUICK}`));
    await page.locator('#results').waitFor();
    await page.goto(page.url().replace('view=evidence', 'view=overview'));
    await finished(page);
    expect(await page.locator('.chip-text').textContent()).toContain('n = 1 of 1 runs');
  });

  test('it can be installed: a manifest with names, an icon and a scope of its own folder', async () => {
    const { page } = await openLab(QUICK);
    const address = await page.locator('link[rel="manifest"]').evaluate((link: HTMLLinkElement) => link.href);
    const manifest = await (await page.request.get(address)).json();
    expect(manifest).toMatchObject({
      name: 'Headwater 活水',
      start_url: './',
      scope: './',
      display: 'standalone',
    });
    const icon = await page.request.get(new URL(manifest.icons[0].src, address).href);
    expect(icon.status()).toBe(200);
  });
});
