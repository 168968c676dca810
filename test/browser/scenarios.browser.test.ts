// Working on scenarios: keeping, comparing with, finding again; levers found by typing, limited, phased in, added in the lane.
import type { Locator } from 'playwright';
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.mjs';
import { answered, faults, finished, keepPicture, openView, QUICK, tabTo, useBrowser } from './open-lab.ts';

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
    await page.getByLabel('Find a policy').fill('court');
    await page.locator('[data-lever="courtSpeed"]').waitFor();
    await page.getByLabel('Find a policy').fill('');
    expect(await page.locator('[data-lever]:visible').count()).toBe(4);
    await page.locator('[data-role="scenario"]').click();
    const text = await page.locator('[data-preset="risk-split"]').textContent();
    expect(text).toContain('Headwater contributors');
    expect(text).toContain('Sources');
  });

  test.each([
    ['en', 'light', 'Scope: Yueyang, Changde; township', 'phased in over 6 months'],
    ['zh', 'dark', '范围：岳阳、常德；乡镇', '6个月过渡'],
  ] as const)(
    'a policy is phased in and limited with the keyboard alone on a phone, in %s',
    async (lang, colorScheme, scope, phased) => {
      const viewport = { width: 390, height: 844 };
      const { page, complaints } = await openLab(`scenario=baseline&${QUICK}&lang=${lang}`, {
        viewport,
        colorScheme,
      });
      await page.locator('.rail-fold > summary').press('Enter');
      await page.locator('#lever-riskSplit-bankShare').press('ArrowRight');
      const lever = page.locator('[data-lever="riskSplit"]');
      const phase = '[aria-describedby="lever-riskSplit-0-phase-refusal"]';
      await page.locator(phase).waitFor();
      await tabTo(page, phase, 10);
      await page.keyboard.type('99');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('#lever-riskSplit-0-phase-refusal').textContent()).toContain('99');
      expect(await page.locator(phase).inputValue()).toBe('99');
      await page.keyboard.press('Escape');
      expect(await page.locator(phase).inputValue()).toBe('0');
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('6');
      await tabTo(page, '.scope > summary', 4);
      await page.keyboard.press('Enter');
      for (const place of [6, 7]) {
        await tabTo(page, `[data-part="prefectures"] label:nth-child(${place}) input`, 10);
        await page.keyboard.press('Space');
      }
      await tabTo(page, '[data-part="settings"] label:nth-child(3) input', 20);
      await page.keyboard.press('Space');
      await expect.poll(() => lever.locator('.scope > summary').textContent()).toBe(scope);
      const said = 'riskSplit.phase=6&riskSplit.prefectures=430600,430700&riskSplit.settings=township';
      await expect.poll(() => page.url()).toContain(said);
      await answered(page);
      expect(await page.locator('.strip-list').textContent()).toContain(phased);
      for (const within of ['.rail', '.lane-area'])
        expect(await faults(page, within, { within })).toEqual([]);
      await keepPicture(page, `scope-${lang}`, true);
      await page.keyboard.press('Control+z');
      await expect.poll(() => page.url()).not.toContain('riskSplit.settings');
      await page.keyboard.press('Control+Shift+z');
      await expect.poll(() => page.url()).toContain(said);
      expect(complaints).toEqual([]);
    },
  );

  test('the time lane adds policies and shocks, and a start typed there moves a shock with its length', async () => {
    const { page } = await openLab(`scenario=baseline&${QUICK}&lang=en`);
    const add = async (what: string) => {
      await page.getByLabel('Policy or shock to add').selectOption(what);
      await page.locator('.lane-add button').press('Enter');
    };
    await add('policy courtSpeed');
    const row = (family: string) => page.locator(`.lane-row[data-family="${family}"]`);
    const focused = () =>
      page.evaluate(
        () =>
          document.activeElement?.closest('[data-row], [data-lever]')?.getAttribute('aria-label') ??
          document.activeElement?.closest<HTMLElement>('[data-lever]')?.dataset.lever,
      );
    await expect.poll(focused).toBe(await row('policy').getAttribute('aria-label'));
    await expect.poll(() => page.url()).toContain('courtSpeed.months=4');
    expect(await page.locator('.lane-add option[value="policy courtSpeed"]').count()).toBe(0);
    await row('policy').getByRole('button').press('Enter');
    await expect.poll(focused).toBe('courtSpeed');
    await page.locator('#lever-courtSpeed-months').waitFor();
    await add('shock flood');
    const [start, end] = [row('shock').locator('input').first(), row('shock').locator('input').last()];
    await start.fill('2027-07');
    await page.keyboard.press('Tab');
    await expect.poll(() => end.inputValue()).toBe('2027-09');
    expect(await page.locator('.notices').textContent()).not.toContain('lasts');
    await start.fill('2030-12');
    await page.keyboard.press('Tab');
    await expect.poll(() => end.inputValue()).toBe('2030-12');
    await expect
      .poll(() => page.locator('.notices').textContent())
      .toContain('Flood lasts 1 instead of 3 months');
  });
});
