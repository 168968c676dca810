import { describe, expect, inject, test } from 'vitest';
import { browserMissing } from '../support/browser.mjs';
import { answered, finished, QUICK, useBrowser } from './open-lab.ts';

describe.skipIf(browserMissing)('when something goes wrong', () => {
  const openLab = useBrowser();

  test('a lost worker is noticed, replaced, and the question asked again', async () => {
    const { page } = await openLab(`scenario=risk-split&${QUICK}`);
    await finished(page);
    const [worker] = page.workers();
    await worker!.evaluate(() => self.close());
    await page.locator('#lever-riskSplit-bankShare').press('ArrowLeft');
    await page.locator('.notice', { hasText: 'has been restarted' }).waitFor({ timeout: 30_000 });
    await finished(page);
    expect(await page.locator('.chip-text').textContent()).toContain('n = 1 of 1 runs');
  });

  test('a file that is no scenario is refused with its name and the rule, and a good one opens and runs', async () => {
    const { page } = await openLab(QUICK);
    const open = async (name: string, file: object) => {
      await page.locator('summary[aria-label="Files"]').click();
      await page.locator('input[type="file"]').setInputFiles({
        name,
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify({ schema: 'headwater/scenario@1', ...file })),
      });
    };
    await open('broken.json', {
      id: 'broken',
      policies: [{ lever: 'riskSplit', from: '2026-07', set: { bankShare: 1.4 } }],
    });
    const notice = page.locator('.notice');
    await notice.waitFor();
    expect(await notice.textContent()).toContain(
      'broken.json was not opened: invalid riskSplit.bankShare; not in [0, 1]: 1.4',
    );
    await open('mine.json', {
      id: 'mine',
      title: { en: 'My own', zh: '自拟' },
      policies: [{ lever: 'riskSplit', from: '2027-01', set: { bankShare: 0.4 } }],
    });
    await expect.poll(() => page.locator('h1').textContent()).toContain('My own');
    expect(await page.locator('[aria-describedby="lever-riskSplit-bankShare-refusal"]').inputValue()).toBe(
      '40',
    );
    await answered(page);
  });

  test('a scenario that contradicts itself names itself and the fault, and the rest of the page stays', async () => {
    const { page } = await openLab(
      `scenario=baseline&riskSplit.bankShare=0.4&riskSplit~2.bankShare=0.6&${QUICK}`,
    );
    const notice = page.locator('.notice[data-tone="warning"]');
    await notice.waitFor();
    expect(await notice.textContent()).toMatch(/^Status quo could not run: .*riskSplit/);
    expect(await page.locator('.tile-level').count()).toBe(6);
    await page.getByRole('button', { name: 'Reset all' }).click();
    await answered(page);
    expect(await notice.count()).toBe(0);
  });

  test('a page that may keep nothing still works', async () => {
    const { page, complaints } = await openLab(QUICK, {}, (fresh) =>
      fresh.addInitScript(() =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new Error('refused');
          },
        }),
      ),
    );
    await answered(page);
    expect(complaints).toEqual([]);
  });

  test('stopping leaves what was there and can be resumed', async () => {
    const { page } = await openLab('scenario=risk-split&runs=64');
    await answered(page);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.locator('.chip[data-status="stopped"]').waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.locator('.chip[data-status="running"]').waitFor();
  });

  test('the main thread is never held for long while results come in', async () => {
    const { page } = await openLab(`scenario=baseline&${QUICK}`);
    await finished(page);
    const longest = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let most = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) most = Math.max(most, entry.duration);
          }).observe({ type: 'longtask' });
          setTimeout(() => resolve(most), 6000);
        }),
    );
    const slider = page.locator('#lever-riskSplit-bankShare');
    for (let step = 0; step < 12; step++) {
      await slider.press('ArrowRight');
      await page.waitForTimeout(120);
    }
    // The bench measures against the goal of 50 ms; here a month, let alone a run, would show that strayed onto the page.
    expect(await longest).toBeLessThan(500);
  });

  test('the page works on a static host: any path, no isolation, no headers but the type', async () => {
    const deep = `${inject('url')}some/where/`;
    const { page, context, complaints } = await openLab(QUICK);
    await context.route(`${deep}**`, async (route) => {
      const response = await route.fetch({ url: route.request().url().replace(deep, inject('url')) });
      const type = response.headers()['content-type'] ?? 'text/html';
      await route.fulfill({
        status: response.status(),
        body: await response.body(),
        headers: { 'content-type': type },
      });
    });
    await page.goto(`${deep}?scenario=risk-split&${QUICK}`);
    await finished(page);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    expect(await page.locator('.chip-text').textContent()).toContain('n = 1 of 1 runs');
    expect(complaints).toEqual([]);
  });
});
