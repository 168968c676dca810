import { resolve } from 'node:path'; import { readFileSync, readdirSync } from 'node:fs';
import { preview, build } from 'vite'; import { chromium } from 'playwright';
const lab = { configFile: resolve('vite.config.ts'), mode: 'production', logLevel: 'error', build: { outDir: resolve('dist/bench-app'), minify: false } };
if (process.env.BUILD) await build(lab); const server = await preview({ ...lab, preview: { host: '127.0.0.1', port: 0, open: false } });
const url = server.resolvedUrls.local[0];
const cpu = () => { const kids = new Map(); for (const d of readdirSync('/proc')) { if (!/^\d+$/.test(d)) continue; try { const s = readFileSync(`/proc/${d}/stat`, 'utf8'); const f = s.slice(s.lastIndexOf(')') + 2).split(' '); kids.set(+d, { ppid: +f[1], t: (+f[11] + +f[12]) * 10, name: readFileSync(`/proc/${d}/cmdline`, 'utf8') }); } catch {} }
  let sum = 0; for (const [pid, k] of kids) { if (!k.name.includes('--type=renderer')) continue; let x = pid; while (x > 1 && x !== process.pid) x = kids.get(x)?.ppid ?? 0; if (x === process.pid) sum += k.t; } return sum; };
for (let r = 0; r < +(process.env.N ?? 1); r++) {
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--disable-gpu', '--no-sandbox', ...(process.env.JSF ? [`--js-flags=${process.env.JSF}`] : [])] });
const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
page.on('console', (m) => process.env.LOG && console.log(m.text())); page.on('worker', (w) => w.on('console', (m) => process.env.LOG && console.log('W', m.text())));
const t = performance.now(); const say = (n) => console.log(n.padEnd(8), 'wall', (performance.now() - t).toFixed(0).padStart(6), 'renderer cpu', cpu());
await page.goto(url + '?' + (process.argv[2] ?? 'scenario=risk-split&runs=2'));
await page.locator('.chip[data-stage]').waitFor({ timeout: 200000 }); say('sketch');
await page.locator('.chip[data-status="done"]:not([data-stale])').waitFor({ timeout: 200000 }); say('done');
await browser.close(); }
await server.close();
