import { describe, expect, inject, test } from 'vitest';
import { browserMissing } from '../support/browser.mjs';
import { answered, finished, keepPicture, SPREAD, useBrowser, useLab } from './open-lab.ts';

describe.skipIf(browserMissing)('the Overview', () => {
  const openLab = useBrowser();

  test('shows a newcomer the stored baseline before the model has run', async () => {
    const { page } = await openLab('', {}, (fresh) => fresh.route(/sim\.worker/, () => {}));
    const chip = page.locator('.chip');
    await expect.poll(() => chip.getAttribute('data-stage')).toBe('stored');
    expect(await chip.textContent()).toContain('stored result · n = 16 · 1:100');
    expect(await page.locator('.tile-level').allTextContents()).toHaveLength(6);
    expect(await page.locator('[data-indicator="loan-penetration"] .tile-level').textContent()).toMatch(
      /^\d+(\.\d+)?%$/,
    );
    expect(await page.locator('.sentence').textContent()).toContain('“Status quo”');
    expect(await page.locator('figure.chart').count()).toBe(2);
    await keepPicture(page, 'overview-before-the-model');
  });
});

describe.skipIf(browserMissing)('the Overview of one visit', () => {
  const shared = useLab(`scenario=baseline&${SPREAD}`);

  test('goes from a sketch to paired runs, and says which it shows', async () => {
    const { page, complaints } = shared.lab;
    const seen = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const chip = document.querySelector<HTMLElement>('.chip')!;
          const stages = new Set<string>();
          const look = () => {
            if (!chip.dataset.stale) stages.add(chip.dataset.stage!);
            if (chip.dataset.status === 'done') resolve([...stages]);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    expect(seen).toEqual(expect.arrayContaining(['sketch', 'ensemble']));
    expect(await page.locator('.chip-text').textContent()).toContain('n = 2 of 2 runs · 1:100');
    expect(complaints).toEqual([]);
  });

  test('shows the paired difference of a moved bank share', async () => {
    const { page } = shared.lab;
    expect(await page.locator('.strip').textContent()).toContain('Same as Status quo');
    const slider = page.locator('#lever-riskSplit-bankShare');
    await slider.focus();
    for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/%, status quo \d+%$/);
    await expect
      .poll(() => page.locator('.strip').textContent())
      .toMatch(/Bank share\s*\d+%→\d+%from Jul 2026/);
    await finished(page);
    expect(await page.locator('.sentence').textContent()).toMatch(/2 paired runs/);
    expect(await page.locator('.tile-interval').count()).toBeGreaterThanOrEqual(5);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('.strip').textContent()).toContain('Same as Status quo');
  });

  test('keeps what cannot be taken and says why, in either language, until it is mended or given up', async () => {
    const { page } = shared.lab;
    await answered(page);
    const lever = page.locator('[data-lever="riskSplit"]');
    const field = lever.locator('input[type="number"]').first();
    const refusal = page.locator('#lever-riskSplit-bankShare-refusal');
    const before = await field.inputValue();
    await field.fill('140');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => refusal.textContent())
      .toBe('Bank share: 140 is not within 0% to 100%. Nothing has changed.');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('.strip').textContent()).toContain('Same as Status quo');
    for (const colorScheme of ['dark', 'light'] as const) await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(300);
    expect(await field.inputValue()).toBe('140');
    await page.locator('[data-role="language"]').click();
    await expect.poll(() => refusal.textContent()).toBe('银行分险比例：140不在0%至100%之内，未作更改。');
    await field.focus();
    await page.keyboard.press('Escape');
    expect([await field.inputValue(), await refusal.textContent()]).toEqual([before, '']);
    await field.fill('-3');
    await page.keyboard.press('Enter');
    await expect.poll(() => refusal.textContent()).toBe('银行分险比例：-3不在0%至100%之内，未作更改。');
    await field.fill(String(Number(before) + 5));
    await page.keyboard.press('Enter');
    await expect.poll(() => refusal.textContent()).toBe('');
    await expect.poll(() => page.locator('.strip').textContent()).toContain('%→');
    await page.locator('[data-role="language"]').click();
    await field.fill('170');
    await page.keyboard.press('Tab');
    await expect.poll(() => refusal.textContent()).toContain('170 is not within');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('.strip').textContent()).toContain('Same as Status quo');
    expect([await field.inputValue(), await refusal.textContent()]).toEqual([before, '']);
  });

  test('draws the indicator of the chosen tile, on the fan and on the map, and its numbers in a table', async () => {
    const { page } = shared.lab;
    await answered(page);
    await page.locator('[data-indicator="npl-ratio"]').click();
    const fan = page.locator('figure[data-kind="fan-npl-ratio"]');
    await fan.locator('.chart-title').waitFor();
    expect(await fan.locator('.chart-title').textContent()).toMatch(/^NPL ratio is \d/);
    await fan.locator('.chart-table > summary').click();
    await expect.poll(() => fan.locator('tbody tr').count()).toBe(61);
    await page.locator('figure[data-kind="map-npl-ratio"] .chart-table > summary').click();
    const names = page.locator('figure[data-kind="map-npl-ratio"] tbody th');
    await expect.poll(() => names.count()).toBe(14);
    expect(await names.first().textContent()).toBe('Changsha');
    expect(await names.last().textContent()).toBe('Xiangxi');
  });

  test('writes everything in Chinese, and back', async () => {
    const { page } = shared.lab;
    await finished(page);
    await page.locator('[data-role="language"]').click();
    await expect.poll(() => page.getAttribute('html', 'lang')).toBe('zh-CN');
    expect(await page.locator('.sentence').textContent()).toMatch(/2030年12月/);
    expect(await page.locator('.chip-text').textContent()).toContain('n = 2 / 2次运行 · 1:100');
    const english = (await page.locator('main').innerText()).match(
      /\b(loan|runs|difference|prefecture|policy)\b/i,
    );
    expect(english).toBeNull();
    await keepPicture(page, 'overview-zh');
    await page.locator('[data-role="language"]').click();
    await expect.poll(() => page.getAttribute('html', 'lang')).toBe('en');
  });

  test('adds a flood, moves it in the time lane and takes it away', async () => {
    const { page } = shared.lab;
    await page.getByRole('button', { name: 'Add flood' }).click();
    const row = page.locator('.lane-row[data-family="shock"]');
    expect(await row.locator('input').first().inputValue()).toBe('2027-06');
    await row.locator('.lane-handle[data-end="from"]').focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => row.locator('input').first().inputValue()).toBe('2027-05');
    await row.locator('input').last().fill('2027-12');
    // An answer, or anything else that draws the page anew, leaves alone what is being typed.
    for (const colorScheme of ['dark', 'light'] as const) await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(300);
    expect(await row.locator('input').last().inputValue()).toBe('2027-12');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('.strip').textContent()).toContain('8 months');
    await row.locator('input').last().fill('2027-13');
    await page.keyboard.press('Tab');
    await expect.poll(() => row.textContent()).toContain('“2027-13” is no month; write it like 2026-07.');
    const policy = page.locator('.lane-row[data-family="policy"]');
    await page.locator('#lever-riskSplit-bankShare').press('ArrowRight');
    await policy.waitFor();
    expect([await row.locator('input').last().inputValue(), await row.textContent()]).toEqual([
      '2027-13',
      expect.stringContaining('is no month'),
    ]);
    expect(await policy.textContent()).not.toContain('is no month');
    await page.getByRole('button', { name: 'Undo' }).click();
    await policy.waitFor({ state: 'detached' });
    expect([await row.locator('input').last().inputValue(), await row.textContent()]).toEqual([
      '2027-12',
      expect.not.stringContaining('is no month'),
    ]);
    await row.locator('input').last().fill('2026-03');
    await page.keyboard.press('Tab');
    await expect.poll(() => row.textContent()).toContain('2026-03 is not within 2027-05 to 2030-12.');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Escape');
    await expect.poll(() => row.locator('input').last().inputValue()).toBe('2027-12');
    const bar = (await row.locator('.lane-bar').boundingBox())!;
    const track = (await row.locator('.lane-track').boundingBox())!;
    await page.mouse.move(bar.x + bar.width / 2, bar.y + bar.height / 2);
    await page.mouse.down();
    await page.mouse.move(bar.x + bar.width / 2 + track.width / 5, bar.y + 3, { steps: 6 });
    await page.mouse.up();
    expect(await row.locator('input').first().inputValue()).toBe('2028-05');
    await page.getByRole('button', { name: 'Remove Flood' }).click();
    await expect.poll(() => row.count()).toBe(0);
  });

  test('asks no other origin for anything', async () => {
    const { page, requests, complaints } = shared.lab;
    for (const view of ['Compare', 'Evidence']) {
      await page.getByRole('link', { name: view }).click();
      await page.waitForTimeout(500);
    }
    const { origin } = new URL(inject('url'));
    expect(requests.length).toBeGreaterThan(10);
    expect(requests.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
