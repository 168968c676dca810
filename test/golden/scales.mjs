// @ts-check
// Writes how far coarse worlds are from finer ones at 2025-12: `node test/golden/scales.mjs` (1:1000 to 1:10, minutes) or
// `node test/golden/scales.mjs 1` for 1:1 as well (a quarter of an hour more). The tolerances are published with the table.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Indicator -> how far 1:100 may be from 1:10 and 1:1, in its own unit. */
const TOLERANCES = {
  'loan-penetration': 0.015,
  'no-record-share': 0.015,
  'application-rate': 0.002,
  'approval-rate': 0.03,
  'first-loans': 1500,
  'loan-balance': 6e10,
  'inclusive-balance': 3e10,
  'unsecured-share': 0.015,
  'private-lending-share': 0.01,
  'loan-rate': 0.001,
  'financing-cost': 0.001,
  'npl-ratio': 0.006,
  'overdue-ratio': 0.008,
  'penetration-gap': 0.02,
  'guarantee-balance': 5e9,
  'guarantee-multiple': 0.5,
  'guarantee-compensation-rate': 0.015,
  'model-auc': 0.04,
  'three-year-survival': 0.01,
};
/**
 * Worlds a scale: enough that chance in a difference is well below its tolerance. Guarantees ask for most: a world at
 * 1:100 has some 250 guaranteed loans, and their sum moves by an eighth from world to world.
 */
const RUNS = new Map([
  [1000, 64],
  [100, 256],
  [10, 24],
  [1, 6],
]);
const SEED = 'scales';
const DIGITS = 6;

const program = fileURLToPath(new URL('../../workers/cli/headwater.mjs', import.meta.url));
const target = fileURLToPath(new URL('../../scenarios/provinces/hunan/scales.json', import.meta.url));

/** @param {number} scale @param {number} runs @returns {any} */
function resultAt(scale, runs) {
  const args = ['run', 'baseline', '--until', '2025-12', '--scale', String(scale), '--runs', String(runs)];
  const { status, stdout } = spawnSync(process.execPath, [program, ...args, '--seed', SEED, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`the terminal program ended with ${status}`);
  return JSON.parse(stdout);
}

const finest = Number(process.argv[2] ?? 10);
const chosen = [...RUNS].filter(([scale]) => scale >= finest);
const results = chosen.map(([scale, runs]) => ({ scale, runs, result: resultAt(scale, runs) }));
/** @param {number | null} value */
const short = (value) => (value === null ? null : Number(value.toPrecision(DIGITS)));
const document = {
  engine: results[0].result.receipt.engine,
  dataHash: results[0].result.receipt.dataHash,
  seed: SEED,
  indicators: Object.entries(TOLERANCES).map(([id, tolerance]) => ({ id, tolerance })),
  scales: results.map(({ scale, runs, result }) => ({
    scale,
    runs,
    values: Object.keys(TOLERANCES).map((id) => short(result.indicators[id].mean[0])),
  })),
};
writeFileSync(target, `${JSON.stringify(document)}\n`);
process.stderr.write(`written ${target} (${readFileSync(target).length} bytes)\n`);
