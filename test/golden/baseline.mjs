// @ts-check
// Writes the stored baselines the page shows before the model has run: `node test/golden/baseline.mjs`.
// It runs each province's status quo through the terminal program and keeps what the Overview needs, with the receipt.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Replications behind the stored bands; enough for a first picture. */
export const RUNS = 16;
/** Province -> the preset of its status quo. */
const STATUS_QUO = { hunan: 'baseline', zhejiang: 'zhejiang' };
const SHOWN = [
  'loan-penetration',
  'financing-cost',
  'npl-ratio',
  'penetration-gap',
  'fiscal-cost',
  'three-year-survival',
];
const DIGITS = 6;
/** Of places, which are colours and short numbers. */
const PLACE_DIGITS = 5;

const program = fileURLToPath(new URL('../../workers/cli/headwater.mjs', import.meta.url));
/** @typedef {keyof typeof STATUS_QUO} Province */

/** Where a province's baseline lies. @param {Province} province */
const fileOf = (province) => fileURLToPath(new URL(`../../viz/baseline/${province}.json`, import.meta.url));

/** What is stored of a province. @param {Province} province @returns {any} */
export const storedFor = (province) => JSON.parse(readFileSync(fileOf(province), 'utf8'));

/** @param {number | null} value */
const short = (value, digits = DIGITS) => (value === null ? null : Number(value.toPrecision(digits)));
/** @param {(number | null)[]} values */
const shortened = (values, digits = DIGITS) => values.map((value) => short(value, digits));

/** What is kept of a result document, and of the first of its worlds alone. @param {any} result @param {any} first */
export function storedOf(result, first) {
  const indicators = SHOWN.map((id) => {
    const { mean, p05, p50, p95, total } = result.indicators[id];
    const band = { mean: shortened(mean), p05: shortened(p05), p50: shortened(p50), p95: shortened(p95) };
    const sum = total && { mean: short(total.mean), p05: short(total.p05), p95: short(total.p95) };
    return [id, { ...band, ...(sum && { total: sum }) }];
  });
  const places = Object.entries(result.by.prefecture).map(([code, place]) => {
    const known = SHOWN.filter((id) =>
      place[id]?.mean.some((/** @type {number | null} */ value) => value !== null),
    );
    return [code, Object.fromEntries(known.map((id) => [id, shortened(place[id].mean, PLACE_DIGITS)]))];
  });
  return {
    receipt: result.receipt,
    firstHash: first.receipt.resultHash,
    months: result.months,
    indicators: Object.fromEntries(indicators),
    prefecture: Object.fromEntries(places),
  };
}

/** Runs a province's status quo. @param {Province} province @param {number} runs @returns {any} */
export function runBaseline(province, runs = RUNS) {
  const args = [program, 'run', STATUS_QUO[province], '--runs', String(runs), '--by', 'prefecture', '--json'];
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`the terminal program ended with ${status}`);
  return JSON.parse(stdout);
}

/** What is stored of a province, run again. @param {Province} province */
export const storedAgain = (province) => storedOf(runBaseline(province), runBaseline(province, 1));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const province of /** @type {Province[]} */ (Object.keys(STATUS_QUO))) {
    writeFileSync(fileOf(province), `${JSON.stringify(storedAgain(province))}\n`);
    process.stderr.write(`written ${fileOf(province)}\n`);
  }
}
