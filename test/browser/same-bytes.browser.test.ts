import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { browserMissing, launchBrowser } from '../support/browser.mjs';
import { launchFirefox } from '../support/firefox.mjs';
import { headwater } from '../support/program.ts';

const presets = resolve(import.meta.dirname, '../../scenarios/presets');
const preset = (id: string): unknown => JSON.parse(readFileSync(resolve(presets, `${id}.json`), 'utf8'));

const settings = { scale: 100, seed: '1', runs: 1 };

/** Most levers at once, so that most of the engine is at work. */
const SCENARIO = 'full-package';

/** Source of an expression that asks the built worker for the receipt of the scenario and gives its result hash. */
function question(worker: string): string {
  return `new Promise((done, fail) => {
      const worker = new Worker(${JSON.stringify(worker)}, { type: 'module' });
      worker.onerror = (event) => fail(new Error(event.message));
      worker.onmessage = ({ data }) => {
        if (data.type === 'HANDLER') fail(new Error(JSON.stringify(data.value)));
        else done(data.value.resultHash);
        worker.terminate();
      };
      const list = ${JSON.stringify([preset(SCENARIO), settings])}.map((value) => ({ type: 'RAW', value }));
      worker.postMessage({ id: 'one', type: 'APPLY', path: ['receipt'], argumentList: list });
    })`;
}

/** Address of the worker in the app built for these tests. */
function workerAddress(): string {
  const assets = resolve(import.meta.dirname, `../../dist/${inject('folder')}/assets`);
  const name = readdirSync(assets).find((file) => /^sim\.worker-.*\.js$/.test(file));
  return new URL(`assets/${name}`, inject('url')).href;
}

/** The same run by the terminal program, split over `workers` threads. */
async function inNode(workers: number, until = '2030-12'): Promise<string> {
  const { out, err, code } = await headwater([
    'run', SCENARIO, '--runs', '1', '--seed', '1', '--json', '--workers', String(workers), '--until', until,
  ]); // biome-ignore format: a command line
  expect(err.includes('invalid'), err).toBe(false);
  expect(code).toBe(0);
  return JSON.parse(out).receipt.resultHash;
}

describe('one result, whatever computes it', () => {
  let expected: string;
  beforeAll(async () => {
    expected = await inNode(1);
  });
  const open: { close(): Promise<unknown> }[] = [];
  afterAll(async () => {
    for (const one of open) await one.close();
  });

  test.skipIf(browserMissing)('Chromium gives the bytes of Node', async () => {
    const browser = await launchBrowser();
    open.push(browser);
    const page = await browser.newPage();
    await page.goto(inject('url'));
    expect(await page.evaluate(question(workerAddress()))).toEqual(expected);
  });

  test('two and four threads that share one world give the bytes of one', async () => {
    const alone = await inNode(1, '2026-09');
    expect(await inNode(2, '2026-09')).toEqual(alone);
    expect(await inNode(4, '2026-09')).toEqual(alone);
  });

  test('Firefox gives the bytes of Node, where a Firefox can be had', async (context) => {
    const firefox = await launchFirefox();
    if (!firefox) return context.skip();
    open.push(firefox);
    await firefox.open(inject('url'));
    expect(await firefox.evaluate(question(workerAddress()))).toEqual(expected);
  });
});
