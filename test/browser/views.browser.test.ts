import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.mjs';
import { answered, drawn, openView, useBrowser } from './open-lab.ts';

const QUERY = 'scenario=flood-2027&vs=baseline,risk-split&runs=2&trials=1&trialscale=1000&v=2&map=outline';

/** Stops at the first answer: enough to look at, and nothing is drawn anew meanwhile. */
async function sketched(page: Page): Promise<void> {
  const stop = page.locator('.chip').getByRole('button');
  await answered(page);
  if ((await page.locator('.chip').getAttribute('data-status')) === 'running') await stop.click();
}

/** Opens a view with all its figures drawn. */
async function show(page: Page, view: string): Promise<void> {
  await openView(page, view);
  await drawn(page);
}

/** Text of every cell of a figure's table twin, row by row. */
async function twinOf(page: Page, kind: string): Promise<string[][]> {
  const figure = page.locator(`figure[data-kind="${kind}"]`);
  const summary = figure.locator('.chart-table > summary');
  if (!(await figure.locator('.chart-table').evaluate((one) => (one as HTMLDetailsElement).open)))
    await summary.click();
  await figure.locator('tbody tr').first().waitFor();
  return figure
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
}

/** Everything a figure says point by point when it is walked with the arrow keys. */
async function walk(page: Page, kind: string, steps: number): Promise<string[]> {
  const figure = page.locator(`figure[data-kind="${kind}"]`);
  await figure.locator('.chart-plot').focus();
  const said: string[] = [];
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press(step ? 'ArrowDown' : 'Home');
    said.push((await figure.locator('.chart-readout').textContent()) ?? '');
  }
  return said;
}

/** The CSV a figure gives away, as rows of cells. */
async function csvOf(page: Page, kind: string): Promise<string[][]> {
  const waiting = page.waitForEvent('download');
  await page.locator(`figure[data-kind="${kind}"]`).getByRole('button', { name: /CSV/ }).click();
  const stream = await (await waiting).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  return text
    .slice(1)
    .trim()
    .split('\n')
    .map((line) => line.split(','));
}

describe.skipIf(browserMissing)('Compare, Regions, Stress and Balance sheets', () => {
  const openLab = useBrowser();

  test('say the same in picture, table twin and file, and are walked with the keyboard', async () => {
    const { page } = await openLab(`${QUERY}&lang=en`);
    await sketched(page);
    await show(page, 'regions');
    const twin = await twinOf(page, 'dumbbell-loan-penetration');
    expect(twin.map(([name]) => name)).toEqual([
      'Changsha', 'Zhuzhou', 'Xiangtan', 'Hengyang', 'Shaoyang', 'Yueyang', 'Changde',
      'Zhangjiajie', 'Yiyang', 'Chenzhou', 'Yongzhou', 'Huaihua', 'Loudi', 'Xiangxi',
    ]); // biome-ignore format: official code order, at a glance
    const said = await walk(page, 'dumbbell-loan-penetration', twin.length);
    for (const [at, [name, before, after]] of twin.entries())
      for (const part of [name!, before!, after!]) expect(said[at]).toContain(part);
    const [head, ...rows] = await csvOf(page, 'dumbbell-loan-penetration');
    expect(head!.slice(0, 2)).toEqual(['code', 'prefecture']);
    expect(rows.map((row) => row[0])).toEqual(rows.map((row) => row[0]).sort());
    for (const [at, row] of rows.entries())
      expect(
        `${(100 * Number(row[6])).toFixed(twin[at]![2]!.split('.')[1]?.replace('%', '').length ?? 0)}%`,
      ).toBe(twin[at]![2]);

    await show(page, 'balance');
    const flows = await twinOf(page, 'flow-matrix');
    expect(new Set(flows.map((row) => row.at(-1)))).toEqual(new Set(['0']));
    expect(
      flows
        .at(-1)!
        .slice(1)
        .every((cell) => cell === '0'),
    ).toBe(true);
    expect(await page.locator('.checks').getAttribute('data-broken')).toBe('0');
    const csv = (await csvOf(page, 'flow-matrix')).slice(1);
    const sales = csv.find((row) => row[1] === 'sales' && row[3] === 'enterprises')!;
    const shown = flows.find(([name]) => name === 'Sales')![1]!.replace(/[+,]/g, '');
    expect(Math.abs(Number(sales[4]) / 1e9 - Number(shown))).toBeLessThan(0.51);
    const fiscal = await twinOf(page, 'expected-tail-fiscal');
    const expected = new Map(fiscal.map(([name, mean]) => [name!.split('; ')[0], mean]));
    expect([...expected.keys()]).toEqual([
      'Subsidy paid',
      'Compensation paid',
      'Capital put into guarantors',
      'Money for risk funds',
      'Fiscal cost',
      'Compensation arrears at the end',
    ]);
    expect(fiscal).toHaveLength(2 * expected.size);
    expect(expected.get('Subsidy paid')).toMatch(/^CNY\s[\d,.]+/);
    // The first answer is a world at 1:1000.
    expect(expected.get('Compensation paid')).toBe('needs 1:100');
    expect(fiscal.map((row) => row[2])).toEqual(fiscal.map(() => '–'));
    const paid = await walk(page, 'expected-tail-fiscal', fiscal.length);
    for (const [at, [name, mean]] of fiscal.entries())
      for (const part of [name!, mean!]) expect(paid[at]).toContain(part);
    expect(
      await page.locator('figure[data-kind="expected-tail-fiscal"] .chart-subtitle').textContent(),
    ).toContain('the 95% quantile needs 20 runs');
    await page.locator('select[data-role="quarter"]').selectOption('2027-Q3');
    await expect.poll(() => page.url()).toContain('quarter=2027-Q3');

    await show(page, 'stress');
    const losses = await twinOf(page, 'losses');
    const yuan = losses.slice(0, -1).map((row) => Number(row[1]!.replace(/[^\d.−]/g, '').replace('−', '-')));
    expect(Math.abs(yuan[0]! - yuan.slice(1).reduce((sum, one) => sum + one, 0))).toBeLessThan(
      0.1 * yuan.length,
    );
    expect((await twinOf(page, 'loss-flow')).at(-1)!.at(-1)).toBe('0');
    expect((await twinOf(page, 'loss-change')).at(-1)).toEqual(['Residual (in less out)', '0']);
    await page.locator('select[data-role="breaks"]').selectOption('suspended-1');
    await page.locator('[data-role="ask-breaking"]').click();
    await page.locator('[data-part="breaking"] [data-study="running"]').getByRole('button').click();
    await page.locator('[data-part="breaking"] [data-study="stopped"]').waitFor();

    const cite = page.locator('figure[data-kind="losses"] .chart-cite');
    await cite.locator('summary').click();
    await cite.getByRole('button', { name: /GB\/T 7714/ }).click();
    expect(await cite.locator('.citation').textContent()).toMatch(/^Headwater contributors\. .*\[DS\/OL\]/);

    await show(page, 'compare');
    expect(await page.locator('figure[data-kind^="difference-"]').count()).toBe(2);
    await page.locator('.comparator').nth(1).getByRole('button').click();
    await expect.poll(() => page.url()).toContain('vs=baseline&');
  });
});
