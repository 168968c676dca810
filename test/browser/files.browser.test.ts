// Files that go in and out: a scenario opened and saved again, results that can be verified.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.mjs';
import { headwater } from '../support/program.ts';
import { finished, QUICK, SPREAD, useBrowser } from './open-lab.ts';

/** Four worlds run in the page and again in the terminal. */
const PATIENCE = 300_000;

const FILE = {
  schema: 'headwater/scenario@1',
  id: 'risk-split-county',
  title: { en: 'My own', zh: '自拟' },
  question: { en: 'Does it help in Huaihua?', zh: '对怀化有用吗？' },
  author: 'Somebody',
  date: '2026-11-22',
  sources: ['loan-balance.hunan-sme.2025'],
  base: 'risk-split',
  policies: [{ lever: 'interestSubsidy', from: '2026-07', set: { points: 0.01 } }],
};

async function open(page: Page, file: object): Promise<void> {
  await page.locator('summary[aria-label="Files"]').click();
  await page.locator('input[type="file"]').setInputFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
}

/** The bytes a button gives away. */
async function downloaded(page: Page, button: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFileSync((await download.path())!);
}

async function saved(page: Page, name: RegExp): Promise<Record<string, unknown>> {
  await page.locator('summary[aria-label="Files"]').click();
  return JSON.parse((await downloaded(page, page.getByRole('button', { name }))).toString('utf8'));
}

/** What the terminal says of receipts. */
async function verified(document: unknown): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-files-'));
  try {
    writeFileSync(join(folder, 'result.json'), JSON.stringify(document));
    const { out, err } = await headwater(['verify', join(folder, 'result.json')]);
    return out + err;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(browserMissing)('files', () => {
  const openLab = useBrowser();

  test('of a scenario come out as they went in, and outlive a reload and a change that was taken back', async () => {
    const { page, complaints } = await openLab(QUICK);
    await open(page, FILE);
    await expect.poll(() => page.locator('h1').textContent()).toBe('My own');
    expect(await page.locator('.heading .question').textContent()).toMatch(
      /Huaihua\? Somebody · 2026-11-22$/,
    );
    expect(await saved(page, /Save scenario file/)).toEqual(FILE);
    await expect.poll(() => page.url()).toContain('file=risk-split-county:');
    await page.locator('#lever-riskSplit-bankShare').press('ArrowRight');
    await expect.poll(() => page.url()).toContain('riskSplit.bankShare');
    await page.reload();
    await expect.poll(() => page.locator('h1').textContent()).toBe('My own (changed)');
    const { title, question, author, sources, base } = FILE;
    const changed = await saved(page, /Save scenario file/);
    expect(changed).toMatchObject({ id: `${FILE.id}-changed`, question, author, sources });
    expect(changed.title).toEqual({ en: `${title.en} (changed)`, zh: `${title.zh}（已改动）` });
    expect(changed.base).not.toBe(base);
    expect((changed.policies as unknown[]).length).toBe(2);
    await page.getByRole('button', { name: 'Reset all' }).click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('My own');
    expect(await saved(page, /Save scenario file/)).toEqual(FILE);
    expect(complaints).toEqual([]);
  });

  test('of another browser are only named by a link, which says what is missing', async () => {
    const { page } = await openLab(`scenario=risk-split&file=somewhere-else:abc&${QUICK}`);
    expect(await page.locator('.notice').textContent()).toContain('from the file somewhere-else');
    expect(await page.locator('h1').textContent()).toBe('Split guaranteed risk evenly');
  });

  test('of results are verified by the terminal: the whole document, and the archive of a figure', {
    timeout: PATIENCE,
  }, async () => {
    const { page } = await openLab(`scenario=risk-split&${SPREAD}`);
    await open(page, FILE);
    await expect.poll(() => page.locator('h1').textContent()).toBe('My own');
    await finished(page);
    const document = await saved(page, /Save all results and how to re-run them/);
    expect(document).toMatchObject({ schema: 'headwater/lab-result@1', b: FILE });
    expect((await verified(document)).match(/: the same result, [0-9a-f]{64}/g)).toHaveLength(2);
    const zip = page.locator('hw-chart figure').first().getByRole('button', { name: 'ZIP' });
    const files = unzipSync(await downloaded(page, zip));
    const { receipt } = JSON.parse(strFromU8(files['metadata.json']!));
    expect(receipt).toEqual(document.receipt);
  });
});
