// Why, One enterprise, Evidence and Report on one page: what each says, by mouse and keyboard.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.mjs';
import { headwater } from '../support/program.ts';
import { drawn, openView, QUICK, SEVEN_LEVERS, studied, useBrowser, useLab } from './open-lab.ts';

const PATIENCE = 240_000;

/** Characters a PDF can be searched for: the targets of its fonts' maps to Unicode. */
function searchable(pdf: Buffer): Set<string> {
  const text = pdf.toString('latin1');
  const maps = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body]) => {
    try {
      return inflateSync(Buffer.from(body!, 'latin1')).toString('latin1');
    } catch {
      return [];
    }
  });
  const found = new Set<string>();
  for (const map of maps.filter((one) => one.includes('begincmap'))) {
    for (const [, code] of map.matchAll(/^<[0-9A-F]{2,4}> <([0-9A-F]{4})>\s*$/gim))
      found.add(String.fromCharCode(Number.parseInt(code!, 16)));
    for (const codes of map.matchAll(/^<([0-9A-F]{2,4})> <([0-9A-F]{2,4})> <([0-9A-F]{4})>/gim)) {
      const [from, to, first] = codes.slice(1).map((code) => Number.parseInt(code, 16)) as [
        number,
        number,
        number,
      ];
      for (let k = 0; k <= to - from; k++) found.add(String.fromCharCode(first + k));
    }
  }
  return found;
}

/** Words of tables that stand on more than one line. */
const brokenWords = (page: Page, tables: string): Promise<string[]> =>
  page.locator(tables).evaluateAll((all) =>
    all.flatMap((table) => {
      const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
      const broken: string[] = [];
      for (let node = texts.nextNode(); node; node = texts.nextNode())
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\p{L}+/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1)
            broken.push(word);
        }
      return broken;
    }),
  );

describe.skipIf(browserMissing)('longer questions', { timeout: 2 * PATIENCE }, () => {
  const shared = useLab(
    'scenario=risk-split&riskSplit.bankShare=0.6&assume.cashBuffer=1&runs=1&show=loan-balance',
  );

  test('Why shares the difference out to the last part, assumptions apart, and the table says the same', async () => {
    const { page } = shared.lab;
    await openView(page, 'why');
    await studied(page);
    expect(await page.locator('[data-role="residual"]').textContent()).toMatch(/: ±/);
    expect(await page.locator('.why').innerText()).toContain('Assumptions change the economy from 2023 on');
    const figure = page.locator('figure[data-kind="waterfall-loan-balance"]');
    const plot = figure.locator('.chart-plot');
    await plot.focus();
    const seen: string[] = [];
    for (let step = 0; step < 4; step++) {
      await page.keyboard.press('ArrowRight');
      seen.push((await figure.locator('.chart-readout').textContent())!);
    }
    expect(seen[0]).toMatch(/^Status quo CNY/);
    expect(seen[1]).toMatch(/^Cash kept by owners [+−±]/);
    expect(seen[2]).toMatch(/^Split guaranteed risk [+−±]/);
    await figure.locator('.chart-table > summary').click();
    const rows = await figure
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    expect(rows).toHaveLength(5);
    for (const [at, row] of rows.slice(1, 3).entries()) expect(seen[at + 1]).toContain(`${row[0]} ${row[2]}`);
    await page.locator('[data-role="month"]').selectOption('2027-12');
    await expect.poll(() => figure.locator('.chart-subtitle').textContent()).toContain('Dec 2027');
    expect(page.url()).toContain('view=why');
  });

  test('One enterprise tells the same firm in both worlds, with the rule and numbers behind a refusal', async () => {
    const { page } = shared.lab;
    await openView(page, 'one');
    await studied(page);
    expect(await page.locator('.person').innerText()).toMatch(/^Enterprise \d+: a /);
    const below = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(below, 'nothing lies below the window').toBeLessThanOrEqual(0);
    await page.locator('[data-role="kind"]').selectOption('refused-for-risk');
    await page.locator('input[name="diary"]').nth(1).check();
    const broken = page.locator('tr[data-holds="false"]');
    const card = page.locator('.card[data-outcome="refused"]').filter({ has: broken }).first();
    expect(await card.innerText()).toMatch(/Refused after \d+ days?/);
    const holds = card.locator('tr[data-holds="false"]').first();
    expect(await holds.innerText()).toMatch(/not passed/);
    const [value, limit] = (await holds.locator('td').allInnerTexts()).map((text) =>
      Number(/[\d.]+(?=%)/.exec(text)?.[0]),
    );
    expect(value!).toBeGreaterThan(limit!);
    const figure = page.locator('figure[data-kind="life"]');
    await figure.locator('.chart-plot').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('End');
    const told = await figure.locator('.chart-readout').textContent();
    expect(told).toMatch(/^Dec 2030: /);
    await figure.locator('.chart-table > summary').click();
    const last = await figure.locator('tbody tr').last().locator('td').first().textContent();
    expect(told).toContain(last!);
    await page.locator('input[name="id"]').fill('999999999');
    await page.locator('.id-form button').click();
    await page.getByText('No enterprise with the number 999999999').waitFor({ timeout: PATIENCE });
    await page.getByRole('button', { name: 'Back to typical ones' }).click();
    await page.locator('.person').waitFor({ timeout: PATIENCE });
  });

  test('on a phone no word is broken, rows of a life keep their names, and a firm’s figures say one run', async () => {
    const { page } = shared.lab;
    const wide = page.viewportSize()!;
    await page.setViewportSize({ width: 390, height: 844 });
    await openView(page, 'one');
    await studied(page);
    await drawn(page);
    const life = page.locator('figure[data-kind="life"]');
    const names = await life.locator('svg.life text').allTextContents();
    expect(names).toEqual(
      expect.arrayContaining(['Asking for credit', 'Formal loans', 'Arrears', 'Private loans']),
    );
    for (const runs of await page.locator('.one .chart-runs').allTextContents())
      expect(runs).toBe('n = 1 · 1:100');
    await openView(page, 'compare');
    await page.locator('.matrix').waitFor({ timeout: PATIENCE });
    expect(await brokenWords(page, '.lever-table, .matrix')).toEqual([]);
    await openView(page, 'report');
    await page.locator('[data-table="numbers"]').waitFor({ timeout: PATIENCE });
    expect(await brokenWords(page, '.sheet table')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.setViewportSize(wide);
  });

  test('any number leads to its definition, steps, equations, parameters and published numbers', async () => {
    const { page } = shared.lab;
    await openView(page, 'overview');
    await page.locator('[data-indicator="npl-ratio"]').click();
    await page.locator('[data-role="inspect"]').click();
    const trail = page.locator('.inspector .trail');
    await trail.waitFor();
    expect(await trail.innerText()).toMatch(/non-performing/i);
    expect(await trail.locator('.equation').count()).toBeGreaterThanOrEqual(2);
    await trail.locator('.acting summary').first().click();
    expect(await trail.locator('.acting[open] tbody tr').count()).toBeGreaterThan(5);
    expect(await trail.locator('[data-table="targets"] tbody tr').count()).toBeGreaterThan(0);
    await page.locator('.inspector button').first().click();
    await expect.poll(() => page.locator('.inspector').count()).toBe(0);
  });

  test('the parameters of Evidence stay filtered when the language changes', async () => {
    const { page, complaints } = shared.lab;
    await openView(page, 'evidence');
    await page.locator('#evidence-parameters').click();
    const rows = page.locator('.evidence-filters ~ .scroll tbody tr:visible');
    const all = await rows.count();
    await page.locator('.evidence-filters input').fill('riskSplit');
    await expect.poll(() => rows.count()).toBeLessThan(10);
    const few = await rows.count();
    await page.locator('[data-role="language"]').click();
    await expect
      .poll(() => page.locator('.evidence-filters output').textContent())
      .toBe(`${all}项中显示${few}项`);
    await expect.poll(() => rows.count()).toBe(few);
    await page.locator('[data-role="language"]').click();
    await expect.poll(() => page.locator('.evidence-filters output').textContent()).toMatch(/^\D*\d+ of \d+/);
    await page.locator('.evidence-filters input').fill('');
    expect(complaints).toEqual([]);
  });

  test('Report is two A4 pages with Chinese that can be searched, and a package the terminal verifies', async () => {
    const { page, complaints } = shared.lab;
    await openView(page, 'report');
    await page.locator('.chip[data-status="done"]:not([data-stale])').waitFor({ timeout: PATIENCE });
    await page.locator('.sheet .waterfall').waitFor({ timeout: PATIENCE });
    await page.locator('[data-role="paper"]').selectOption('zh');
    await expect.poll(() => page.locator('.paper').getAttribute('lang')).toBe('zh-CN');
    const said = await page.locator('.sheet').evaluateAll((all) =>
      all
        .map((one) => one.textContent)
        .join(' ')
        .replace(/https?:\S+/g, ''),
    );
    expect(said).toContain('政策简报');
    expect(said.match(/.{0,20}\b(loan|difference|prefecture|Borne)\b.{0,20}/g)).toBeNull();
    await page.emulateMedia({ media: 'print' });
    const keys = await page
      .locator('.sheet .chart-key')
      .evaluateAll((all) =>
        all.map((one) => [one.textContent !== '', one.getBoundingClientRect().height > 8]),
      );
    expect(keys.length).toBeGreaterThan(2);
    expect(keys.filter(([hasText, isPrinted]) => hasText !== isPrinted)).toEqual([]);
    expect(await page.locator('.sheet .chart-files').first().isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const raw = pdf.toString('latin1');
    expect(raw.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    expect(raw).toMatch(/\/MediaBox \[0 0 594\.9\d* 841\.9\d*\]/);
    const letters = searchable(pdf);
    for (const letter of '政策简报情景探索回执担保') expect(letters.has(letter), letter).toBe(true);
    await page.locator('select[name="runs"]').selectOption('1');
    await page.locator('.package button[type="submit"]').click();
    const save = page.locator('[data-role="save-package"]');
    await save.waitFor({ timeout: PATIENCE });
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    const files = unzipSync(readFileSync((await download.path())!));
    expect(Object.keys(files).sort()).toEqual([
      'CITATION.cff',
      'README.txt',
      'comparator.json',
      'comparison.csv',
      'comparison.json',
      'comparison.parquet',
      'metadata.json',
      'receipt.json',
      'scenario.json',
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'headwater-package-'));
    try {
      writeFileSync(join(folder, 'receipt.json'), files['receipt.json']!);
      const { code, out } = await headwater(['verify', join(folder, 'receipt.json')]);
      expect(out).toMatch(/the same result/);
      expect(code).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const { indicators } = JSON.parse(strFromU8(files['comparison.json']!));
    const shown = await page
      .locator('[data-table="numbers"] tbody tr')
      .first()
      .locator('td')
      .first()
      .textContent();
    expect(Number(shown!.replace('%', ''))).toBeCloseTo(
      100 * indicators['loan-penetration'].a.mean.at(-1),
      0,
    );
    await page.locator('[data-role="paper"]').selectOption('en');
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(browserMissing)('a package of many levers', { timeout: PATIENCE }, () => {
  const shared = useLab(`scenario=baseline&${SEVEN_LEVERS}&${QUICK}&show=loan-balance`);

  test('is told by groups, which can be opened and changed, and the link keeps both', async () => {
    const { page, complaints } = shared.lab;
    await openView(page, 'why');
    const grouped = page.locator('[data-role="grouped"]');
    expect(await grouped.innerText()).toBe('7 things differ; grouped into 2 parts');
    const figure = page.locator('figure[data-kind="waterfall-loan-balance"]');
    const names = async () => {
      await studied(page);
      await drawn(page);
      const closed = figure.locator('.chart-table:not([open]) > summary');
      if ((await closed.count()) > 0) await closed.click();
      return figure
        .locator('tbody tr')
        .evaluateAll((rows) => rows.map((row) => row.children[0]!.textContent));
    };
    await page.locator('[data-role="groups"] summary').click();
    const held = await page
      .locator('[data-player]')
      .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
    expect(held.filter((group) => group === 'guarantee')).toHaveLength(3);
    await page.locator('[data-role="opened"]').selectOption('guarantee');
    await expect.poll(() => grouped.innerText()).toBe('7 things differ; grouped into 4 parts');
    await page.locator('[data-player="courtSpeed"]').selectOption('supervision');
    await expect.poll(() => grouped.innerText()).toBe('7 things differ; grouped into 3 parts');
    await expect
      .poll(names)
      .toEqual(expect.arrayContaining(['Split guaranteed risk', 'Set the guarantee fee', 'Supervision (5)']));
    expect(await page.locator('[data-role="residual"]').textContent()).toMatch(/: ±/);
    expect(page.url()).toContain('opened=guarantee&held=courtSpeed:supervision');
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(browserMissing)('questions asked at once', { timeout: PATIENCE }, () => {
  const openLab = useBrowser();

  test('give way to one another, and the brief has its reasons when the package is made', async () => {
    const { page, complaints } = await openLab(`scenario=risk-split&view=report&${QUICK}`);
    await page.locator('.sheet-study [data-study="running"]').waitFor({ timeout: PATIENCE });
    await page.locator('select[name="runs"]').selectOption('1');
    await page.locator('.package button[type="submit"]').click();
    await page.locator('.sheet-study [data-study="paused"]').waitFor();
    await page.locator('[data-role="save-package"]').waitFor({ timeout: PATIENCE });
    await page.locator('.sheet .waterfall').waitFor({ timeout: PATIENCE });
    expect(complaints).toEqual([]);
  });

  test('wait for the model: Why never says of the stored status quo that two scenarios are the same', async () => {
    const { page } = await openLab(`scenario=risk-split&view=why&${QUICK}`);
    await page.locator('.why').waitFor();
    expect(await page.locator('.why').textContent()).not.toContain('same world');
    await page.locator('.why .waterfall').waitFor({ timeout: PATIENCE });
  });

  test('of several scenarios are answered when the first of them is the scenario itself', async () => {
    const { page } = await openLab(`scenario=baseline&vs=baseline,risk-split&view=compare&${QUICK}`);
    await page.locator('.compare .matrix').waitFor({ timeout: PATIENCE });
    expect(await page.locator('.compare-pair hw-chart').count()).toBe(3);
  });
});
