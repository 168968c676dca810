// Every view in both languages and themes: what axe finds, whether it reflows, and pictures for people to look at.
import type { Page } from 'playwright';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { browserMissing } from '../support/browser.mjs';
import {
  answered,
  drawn,
  faults,
  finished,
  keepPicture,
  openView,
  QUICK,
  SEVEN_LEVERS,
  type Sight,
  SPREAD,
  studied,
  useBrowser,
  useLab,
} from './open-lab.ts';

const VIEWS = [
  'overview',
  'compare',
  'regions',
  'stress',
  'balance',
  'why',
  'one',
  'evidence',
  'report',
] as const;
const QUERY = `scenario=flood-2027&vs=baseline,risk-split&${SPREAD}&trials=1&trialscale=1000&v=2&map=outline`;
/** The levers stand beside every view alike: axe looks at them with the first. */
const ALIKE = '.rail';
/** Rows of a long table that axe looks at. */
const ROWS = 4;
/**
 * Names depend on the language, colours on the theme: by all rules two looks show axe all there is. The others go by
 * those of colour, with their pictures, where every look is asked for.
 */
const LOOKS = (
  [
    ['en', 'light', 'all'],
    ['en', 'dark', 'colour'],
    ['zh', 'light', 'colour'],
    ['zh', 'dark', 'all'],
  ] as const
).filter(([, , rules]) => rules === 'all' || inject('everyLook'));

/** A picture tall enough for the whole view, at a width. */
async function keepWhole(page: Page, name: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  const tall = await page.evaluate(() => {
    const main = document.querySelector('main')!;
    return Math.max(document.documentElement.scrollHeight, main.scrollHeight + 220);
  });
  await page.setViewportSize({ width, height: Math.min(7000, tall) });
  await page.waitForTimeout(200);
  await keepPicture(page, name);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** What axe finds in a view; where not every look is asked for it sees the first rows of a figure's table, all made alike. */
async function faultsOf(page: Page, view: string, sight: Sight): Promise<string[]> {
  if (inject('everyLook')) return faults(page, view, sight);
  const style = await page.addStyleTag({
    content: `.chart-table tbody tr:nth-child(n + ${ROWS + 1}) { display: none }`,
  });
  const found = await faults(page, view, sight);
  await style.evaluate((one) => (one as HTMLElement).remove());
  return found;
}

async function wear(page: Page, language: string, theme: string): Promise<void> {
  const now = await page.getAttribute('html', 'lang');
  if (now !== (language === 'zh' ? 'zh-CN' : 'en')) await page.locator('[data-role="language"]').click();
  await page.locator('[data-role="theme"]').selectOption(theme);
}

describe.skipIf(browserMissing)('every view', { timeout: 400_000 }, () => {
  const shared = useLab(QUERY);
  beforeAll(async () => {
    const { page } = shared.lab;
    await finished(page);
    await openView(page, 'stress');
    await page.locator('[data-role="ask-grid"]').click();
    await studied(page, page.locator('[data-part="grid"]'));
    for (const view of ['why', 'one']) {
      await openView(page, view);
      await studied(page);
    }
  }, 400_000);

  test.each(LOOKS)(
    'has nothing for axe to find and nothing is cut at 320 px, in %s, %s, rules: %s',
    async (language, theme, rules) => {
      const { page, complaints } = shared.lab;
      await page.setViewportSize({ width: 1280, height: 900 });
      await wear(page, language, theme);
      for (const [at, view] of VIEWS.entries()) {
        await openView(page, view);
        if (view === 'why' || view === 'one') await studied(page);
        await drawn(page);
        await page.evaluate(() => {
          for (const one of document.querySelectorAll<HTMLDetailsElement>('.lever, .family details'))
            one.open = false;
          for (const one of document.querySelectorAll<HTMLDetailsElement>('.chart-table')) one.open = true;
          const lever = document.querySelector<HTMLDetailsElement>('.lever');
          if (lever) lever.open = true;
        });
        expect(await faultsOf(page, view, at === 0 ? { rules } : { rules, without: ALIKE })).toEqual([]);
        for (const width of inject('everyLook') ? [1280, 390] : [1280])
          await keepWhole(page, `${view}-${language}-${theme}-${width}`, width);
        await page.setViewportSize({ width: 320, height: 640 });
        await page.waitForTimeout(100);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(
          320,
        );
        await page.setViewportSize({ width: 1280, height: 900 });
        if (language === 'zh' && view !== 'evidence') {
          const english = (await page.locator('main section').allInnerTexts())
            .join('\n')
            .replace(/\S+[=&]\S+/g, '')
            .match(/.{0,20}\b(loan|runs?|difference|prefecture|shock|quarter|sector|policy)\b.{0,20}/i);
          expect(english?.[0], view).toBeUndefined();
        }
      }
      expect(complaints).toEqual([]);
    },
  );
});

describe.skipIf(browserMissing)('a page', () => {
  const openLab = useBrowser();

  test('has nothing for axe to find in the groups of Why, opened, in any look', async () => {
    const { page } = await openLab(`scenario=baseline&${SEVEN_LEVERS}&${QUICK}`);
    await openView(page, 'why');
    const panel = page.locator('.why-groups');
    for (const [language, theme, rules] of LOOKS) {
      await wear(page, language, theme);
      await panel.locator('details').evaluate((one) => {
        (one as HTMLDetailsElement).open = true;
      });
      expect(await panel.locator('tbody tr').count()).toBe(7);
      expect(await faults(page, `groups-${language}-${theme}`, { rules, within: '.why' })).toEqual([]);
      await keepPicture(page, `why-groups-${language}-${theme}`);
    }
    await panel.evaluate((one) => {
      one.append(
        Object.assign(document.createElement('p'), {
          style: 'color:#bbb;background:#fff',
          textContent: 'pale',
        }),
      );
    });
    const [pale] = await faults(page, 'pale', { rules: 'colour', within: '.why' });
    expect(pale).toMatch(/^pale: color-contrast .*>pale</);
  });

  test('moves nothing for those who asked for less motion, and keeps its controls in forced colours', async () => {
    const { page } = await openLab(QUICK, { reducedMotion: 'reduce', forcedColors: 'active' });
    await answered(page);
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
