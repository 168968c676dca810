// What a person waits for in a real Chromium: first view, answers while dragging, replications, a whole province 1:1.
// Builds the lab, serves it, measures, prints a table. Usage: npm run bench:browser [-- --quick]
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { launchBrowser } from '../support/browser.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const QUICK = process.argv.includes('--quick');
const DRAGS = 20;
const LEVER = '#lever-riskSplit-bankShare';
/** A lever that nobody has turned to, so that nothing of it was looked ahead to. */
const OTHER = '#lever-guaranteeFee-rate';
/** Long enough for the lab to take a rest and to look ahead, ms. */
const LOOKING_AHEAD = 12_000;

const lab = {
  configFile: resolve(ROOT, 'vite.config.ts'),
  mode: 'production',
  logLevel: 'error',
  build: { outDir: resolve(ROOT, 'dist/bench-app') },
};
await build(lab);
const server = await preview({ ...lab, preview: { host: '127.0.0.1', port: 0, open: false } });
const url = server.resolvedUrls.local[0];
const browser = await launchBrowser();

/** Watches the run chip and long tasks from inside the page. */
function watch() {
  const seen = { stages: [], tasks: [] };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.tasks.push(entry.duration);
  }).observe({ type: 'longtask' });
  const note = () => {
    const chip = document.querySelector('.chip');
    if (!chip) return;
    const { stage, status } = chip.dataset;
    const stale = chip.hasAttribute('data-stale');
    const now = `${stage} ${status} ${stale}`;
    if (now !== seen.last) seen.stages.push({ at: performance.now(), stage, status, stale });
    seen.last = now;
  };
  new MutationObserver(note).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-stage', 'data-status', 'data-stale'],
  });
}

const open = async (query) => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.addInitScript(watch);
  const started = performance.now();
  await page.goto(`${url}?${query}`);
  await page.locator('.tiles').waitFor();
  return { page, shown: performance.now() - started };
};
const done = (page, timeout = 600_000) =>
  page.locator('.chip[data-status="done"]:not([data-stale])').waitFor({ timeout });
const forgetTasks = (page) =>
  page.evaluate(() => {
    window.seen.tasks.length = 0;
  });
const p95 = (values) => values.toSorted((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1];
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const rows = [];
const row = (what, value, goal) => {
  rows.push([what, value, goal]);
  console.log(`${what.padEnd(60)} ${String(value).padStart(12)}   ${goal}`);
};
const ms = (value) => `${Math.round(value)} ms`;

/** One drag a step, each to a value of the lever's own range not seen before: from the input to the first fresh answer of each stage, and whether it was superseded. */
async function drags(page, lever, wait) {
  return page.evaluate(
    async ([selector, count, stages]) => {
      const slider = document.querySelector(selector);
      const [min, max, step] = [slider.min, slider.max, slider.step].map(Number);
      const times = Object.fromEntries(stages.map((one) => [one, []]));
      for (let k = 0; k < count; k++) {
        const from = performance.now();
        const before = window.seen.stages.length;
        const part = (((k * 7) % count) + 1) / count;
        slider.value = String(min + Math.round((part * (max - min)) / step) * step);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        slider.dispatchEvent(new Event('change', { bubbles: true }));
        const last = stages.at(-1);
        await new Promise((done) => {
          const look = () => {
            const fresh = window.seen.stages.slice(before).filter((one) => !one.stale);
            for (const stage of stages) {
              const first = fresh.find((one) => one.stage === stage);
              if (first && times[stage].length === k) times[stage].push(first.at - from);
            }
            if (times[last].length > k) done();
            else setTimeout(look, 5);
          };
          look();
        });
      }
      return times;
    },
    [lever, DRAGS, wait],
  );
}

try {
  const { page, shown } = await open('scenario=risk-split&runs=2');
  row('first view, cold', ms(shown), 'baseline before the model');
  await done(page);
  await page.waitForTimeout(500);
  await forgetTasks(page);
  const times = await drags(page, OTHER, ['sketch', 'single']);
  row('first answer of a lever, 1:1000, p95 of 20 drags', ms(p95(times.sketch)), '100 ms');
  row('  median', ms(median(times.sketch)), '');
  row('answer at 1:100, p95', ms(p95(times.single)), '600 ms');
  row('  median', ms(median(times.single)), '');
  const tasks = await page.evaluate(() => window.seen.tasks);
  row('longest task of the page while dragging', ms(Math.max(0, ...tasks)), '50 ms');
  await done(page);
  await page.waitForTimeout(LOOKING_AHEAD);
  const ahead = await drags(page, LEVER, ['sketch', 'single']);
  row('first answer of a lever looked ahead to, p95 of 20 drags', ms(p95(ahead.sketch)), '100 ms');
  row('  median', ms(median(ahead.sketch)), '');
  await page.context().close();

  const many = await open(`scenario=risk-split&runs=${QUICK ? 16 : 64}`);
  await done(many.page);
  const before = await many.page.evaluate(() => performance.now());
  await many.page.evaluate(
    ([selector]) => {
      const slider = document.querySelector(selector);
      slider.value = '0.35';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      slider.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [LEVER],
  );
  await many.page.locator('.chip[data-status="running"]').waitFor();
  await done(many.page);
  const after = await many.page.evaluate(() => performance.now());
  row(
    `${QUICK ? 16 : 64} replications with a cached comparator`,
    `${((after - before) / 1000).toFixed(1)} s`,
    QUICK ? '' : '30 s',
  );
  const cancelled = await many.page.evaluate(
    async ([selector]) => {
      const slider = document.querySelector(selector);
      slider.value = '0.4';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      slider.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise((next) => setTimeout(next, 400));
      const from = performance.now();
      document.querySelector('.chip button').click();
      while (document.querySelector('.chip').dataset.status === 'running')
        await new Promise((next) => setTimeout(next, 2));
      return performance.now() - from;
    },
    [LEVER],
  );
  row('stop', ms(cancelled), '100 ms');
  await many.page.context().close();

  if (!QUICK) {
    const whole = await open('scenario=baseline&vs=risk-split&runs=1&scale=1');
    const first = performance.now();
    await done(whole.page);
    row('1:1, two scenarios with their spin-up', `${((performance.now() - first) / 1000).toFixed(1)} s`, '');
    await forgetTasks(whole.page);
    const from = performance.now();
    await whole.page.locator(LEVER).press('ArrowRight');
    await whole.page.locator('.chip[data-status="running"]').waitFor();
    await done(whole.page);
    row(
      '1:1, 2025-12 to 2030-12, spin-up kept',
      `${((performance.now() - from) / 1000).toFixed(1)} s`,
      '30 s, aim 15',
    );
    const held = await whole.page.evaluate(() => window.seen.tasks);
    row('  longest task of the page meanwhile', ms(Math.max(0, ...held)), '50 ms');
  }
} finally {
  await browser.close();
  await server.close();
}
