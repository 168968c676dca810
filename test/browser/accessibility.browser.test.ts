import AxeBuilder from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.mjs';
import { finished, keepPicture, QUICK, useBrowser } from './open-lab.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PAGES = ['en', 'zh'].flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => [language, theme] as const),
);

describe.skipIf(browserMissing)('accessibility', () => {
  const openLab = useBrowser();

  test.each(PAGES)('axe finds nothing on any view in %s, %s', async (language, theme) => {
    const { page } = await openLab(`scenario=flood-2027&lang=${language}&${QUICK}`, { colorScheme: theme });
    await finished(page);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>(
        '.lever, .chart-table, .family details',
      ))
        details.open = true;
    });
    for (const view of ['overview', 'compare', 'evidence']) {
      await page.locator(`.tabs a[href="?view=${view}"]`).click();
      await page.locator(`.${view}`).waitFor();
      await page.waitForTimeout(300);
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      const found = violations.map(
        ({ id, nodes }) =>
          `${view}: ${id} ${nodes
            .slice(0, 3)
            .map((node) => node.html.slice(0, 140))
            .join(' | ')}`,
      );
      expect(found).toEqual([]);
      await keepPicture(page, `${view}-${language}-${theme}`);
    }
  });

  test.each(['en', 'zh'])('every view reflows at 320 px in %s', async (language) => {
    const { page } = await openLab(`lang=${language}&${QUICK}`, { viewport: { width: 320, height: 640 } });
    await finished(page);
    for (const view of ['overview', 'compare', 'evidence']) {
      await page.locator(`.tabs a[href="?view=${view}"]`).click();
      await page.locator(`.${view}`).waitFor();
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(320);
      await keepPicture(page, `${view}-${language}-320`, true);
    }
  });

  test('nothing moves for those who asked for less motion, and forced colours keep the controls', async () => {
    const { page } = await openLab(QUICK, { reducedMotion: 'reduce', forcedColors: 'active' });
    await finished(page);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(
          (one) => Number.parseFloat(getComputedStyle(one).transitionDuration) > 0,
        ).length,
    );
    expect(moving).toBe(0);
    await keepPicture(page, 'overview-forced-colours');
  });
});
