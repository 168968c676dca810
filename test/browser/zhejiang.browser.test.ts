// The second province in every view, in both languages: its own places, numbers and sources, and what is known only of Hunan.
import type { Page } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { browserMissing } from '../support/browser.mjs';
import {
  answered,
  drawn,
  finished,
  keepPicture,
  openView,
  QUICK,
  studied,
  useBrowser,
  useLab,
} from './open-lab.ts';

const QUERY = `scenario=zhejiang&riskSplit.bankShare=0.35&${QUICK}&v=2&map=outline`;
const PLACES = {
  en: 'Hangzhou Ningbo Wenzhou Jiaxing Huzhou Shaoxing Jinhua Quzhou Zhoushan Taizhou Lishui'.split(' '),
  zh: '杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水'.split(' '),
};
const SAID = {
  en: {
    notFitted: 'Nothing is fitted to Zhejiang',
    fit: 'nothing is validated there',
    wrong: 'How far the model is off in Zhejiang is not known',
    renewal: 'At least half of maturing loans are renewed without repayment',
    borrowed: 'Taken over from Hunan',
    report: 'Nothing is fitted to Zhejiang',
    two: 'Scenarios of two provinces share no enterprises',
    quo: 'Zhejiang, status quo',
  },
  zh: {
    notFitted: '浙江未做拟合',
    fit: '浙江没有做过拟合',
    wrong: '模型在浙江偏差多大无从得知',
    renewal: '到期贷款至少一半无还本续贷',
    borrowed: '浙江没有相关来源，沿用湖南',
    report: '浙江未做拟合',
    two: '两个省的情景没有共同的企业',
    quo: '浙江现状',
  },
} as const;

/** Both languages where every look is asked for; else the one Hunan's tests look at less. */
const LANGUAGES = (['en', 'zh'] as const).filter((lang) => lang === 'zh' || inject('everyLook'));

/** First cells of the rows of a figure's table twin. */
async function rowsOf(page: Page, kind: string): Promise<string[]> {
  const figure = page.locator(`figure[data-kind="${kind}"]`).first();
  await figure.locator('.chart-table').evaluate((one) => {
    (one as HTMLDetailsElement).open = true;
  });
  await figure.locator('tbody tr').first().waitFor();
  return figure
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.children[0]!.textContent ?? ''));
}

/** Pictures: wide and light, and where every look is asked for narrow and dark as well. */
async function keepLooks(page: Page, name: string): Promise<void> {
  for (const colorScheme of inject('everyLook') ? (['light', 'dark'] as const) : (['light'] as const)) {
    await page.emulateMedia({ colorScheme });
    for (const width of inject('everyLook') ? [1280, 390] : [1280]) {
      await page.setViewportSize({ width, height: 2400 });
      await page.waitForTimeout(200);
      await keepPicture(page, `zhejiang-${name}-${colorScheme}-${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }
}

/** Opens every part of Evidence. */
async function unfold(page: Page): Promise<void> {
  await openView(page, 'evidence');
  for (const part of await page.locator('.evidence-part').all())
    await part.evaluate((one) => {
      (one as HTMLDetailsElement).open = true;
    });
}

describe.skipIf(browserMissing).each(LANGUAGES)('Zhejiang in %s', { timeout: 400_000 }, (lang) => {
  const shared = useLab(`${QUERY}&lang=${lang}`);
  const said = SAID[lang];

  test('is drawn on its maps, explained and reported', async () => {
    const { page, complaints } = shared.lab;
    await finished(page);
    expect(await page.locator('[data-role="not-fitted"]').textContent()).toContain(said.notFitted);
    expect(await page.locator('[data-role="comparator"] option:checked').textContent()).toBe(said.quo);
    await drawn(page);
    expect(await rowsOf(page, 'map-loan-penetration')).toEqual(PLACES[lang]);
    await keepLooks(page, `overview-${lang}`);

    await openView(page, 'regions');
    await drawn(page);
    for (const kind of ['outline', 'dumbbell', 'slope'])
      expect(await rowsOf(page, `${kind}-loan-penetration`), kind).toEqual(PLACES[lang]);
    const shapes = page.locator('figure[data-kind="outline-loan-penetration"] .chart-plot path');
    expect(await shapes.count()).toBeGreaterThanOrEqual(PLACES[lang].length);
    await keepLooks(page, `regions-${lang}`);

    await unfold(page);
    const text = (await page.locator('.evidence').textContent())!;
    for (const part of [said.fit, said.wrong, said.renewal, said.borrowed]) expect(text).toContain(part);
    expect(await page.locator('[data-table="targets"]').last().locator('tbody tr').count()).toBe(4);
    expect(await page.locator('[data-table="effects"]').count()).toBe(0);
    await keepLooks(page, `evidence-${lang}`);

    await openView(page, 'report');
    await drawn(page);
    expect(await page.locator('.paper').textContent()).toContain(said.report);
    await keepLooks(page, `report-${lang}`);
    expect(complaints).toEqual([]);
  });

  test('is compared, stressed, booked, attributed and told by one enterprise', async () => {
    const { page, complaints } = shared.lab;
    for (const view of ['compare', 'stress', 'balance']) {
      await openView(page, view);
      await drawn(page);
      expect(await page.locator(`.${view} figure`).count()).toBeGreaterThan(0);
    }
    expect(await page.locator('.checks').getAttribute('data-broken')).toBe('0');
    await openView(page, 'why');
    await studied(page);
    expect(await page.locator('[data-role="residual"]').textContent()).toMatch(/[:：] ?±/);
    await openView(page, 'one');
    await studied(page);
    expect(await page.locator('.person').textContent()).toMatch(new RegExp(PLACES[lang].join('|')));
    expect(complaints).toEqual([]);
  });

  test('has no number of Evidence cut in two, and tells why assumptions have their values', async () => {
    const { page } = shared.lab;
    await unfold(page);
    const values = page.locator('.evidence-table .one-value');
    expect(await values.count()).toBeGreaterThan(1000);
    const cut = await values.evaluateAll((all) =>
      all.filter((one) => one.getClientRects().length > 1).map((one) => one.textContent),
    );
    expect(cut).toEqual([]);
    const wide = await page
      .locator('.evidence-table .values')
      .evaluateAll((cells) => cells.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
    expect(wide).toBe(0);
    const badges = page.locator('.assumption .badge');
    await page.locator('details.assumptions > summary').click();
    await expect
      .poll(() => badges.evaluateAll((all) => all.every((one) => one.getAttribute('title')!.includes('\n'))))
      .toBe(true);
    const titles = await badges.evaluateAll((all) => all.map((one) => one.getAttribute('title')!));
    for (const title of titles)
      expect(title).toMatch(lang === 'zh' ? /\n.*\p{Script=Han}.*\p{Script=Han}/u : /\n[ -~–’“”·×≥≤]+$/);
  });
});

describe.skipIf(browserMissing)('Zhejiang', { timeout: 400_000 }, () => {
  const openLab = useBrowser();

  test.each(LANGUAGES)('is not compared with Hunan, and says so, in %s', async (lang) => {
    const { page } = await openLab(`scenario=zhejiang&vs=risk-split&${QUICK}&v=2&lang=${lang}`);
    const told = page.locator('.notices', { hasText: SAID[lang].two });
    await told.waitFor();
    expect(await told.textContent()).toContain(SAID[lang].quo);
    expect(await page.locator('[data-role="comparator"] option[value="risk-split"]').count()).toBe(0);
    await answered(page);
    await page.locator('[data-role="scenario"]').click();
    await page.locator('[data-preset="flood-2027"]').click();
    await expect
      .poll(() => page.locator('[data-role="comparator"]').inputValue(), { timeout: 20_000 })
      .toBe('baseline');
    await answered(page);
    expect(await rowsOf(page, 'map-loan-penetration')).toContain(lang === 'en' ? 'Changsha' : '长沙');
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('[data-role="comparator"]').inputValue()).toBe('zhejiang');
  });

  test('stands in its stored status quo when it is chosen before the model has run there, and Hunan again after', async () => {
    const { page } = await openLab('lang=en', {}, (fresh) => fresh.route(/sim\.worker/, () => {}));
    const chip = page.locator('.chip');
    const shows = async (preset: string, place: string) => {
      await page.locator('[data-role="scenario"]').click();
      await page.locator(`[data-preset="${preset}"]`).click();
      await expect.poll(() => rowsOf(page, 'map-loan-penetration')).toContain(place);
      expect(await chip.getAttribute('data-stage')).toBe('stored');
      expect(await chip.getAttribute('data-stale')).toBeNull();
    };
    await expect.poll(() => chip.getAttribute('data-stage')).toBe('stored');
    await shows('zhejiang', 'Hangzhou');
    await shows('baseline', 'Changsha');
  });

  test('floods the whole province when no flood is on record, and knows its own prefectures', async () => {
    const { page } = await openLab(`scenario=zhejiang&${QUICK}&lang=en`);
    await page.locator('.shock-add button').first().click();
    await page.locator('.shock .scope > summary').click();
    const places = page.locator('.shock [data-part="prefectures"] label');
    expect(await places.allTextContents()).toEqual(PLACES.en);
    await places.filter({ hasText: 'Taizhou' }).click();
    await expect.poll(() => page.url()).toContain('prefectures=331000');
    await answered(page);
    expect(await page.locator('.strip-list').textContent()).toContain('Taizhou');
  });
});
