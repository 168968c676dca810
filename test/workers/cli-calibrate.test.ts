import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { headwater, start } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'headwater-calibrate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PATIENCE = 300_000;
const VALIDATION = 'scenarios/provinces/hunan/validation.json';
const SMALL = ['calibrate', '--scale', '1000', '--waves', '1', '--points', '160', '--runs', '1'];

/** The checkpoint in a folder, once there is one. */
const checkpointIn = (out: string): string =>
  join(out, (existsSync(out) ? readdirSync(out) : []).find((name) => name.endsWith('.jsonl')) ?? 'none');

/** Starts a fit or a validation in a folder and stops it by Ctrl-C once some worlds have been written down. */
async function stopped(args: readonly string[], out: string, worlds: number) {
  const { child, ended } = await start([...args, '--out', out]);
  const lines = () => {
    const path = checkpointIn(out);
    return existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 2 : 0;
  };
  while (lines() < worlds && child.exitCode === null) await new Promise((done) => setTimeout(done, 50));
  child.kill('SIGINT');
  const outcome = await ended;
  return { ...outcome, text: readFileSync(checkpointIn(out), 'utf8') };
}

describe('calibrate', { timeout: PATIENCE }, () => {
  test('Ctrl-C leaves a checkpoint of whole lines, and a fit goes on from it', async () => {
    const out = join(folder, 'work');
    const first = await stopped(SMALL, out, 1);
    expect([first.code, first.out]).toEqual([130, '']);
    const lines = first.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ schema: 'headwater/calibration-checkpoint@1', province: 'hunan' });
    expect(lines.length).toBeGreaterThan(1);
    const second = await stopped([...SMALL, '--resume'], out, lines.length);
    expect(second.code).toBe(130);
    expect(second.text.startsWith(first.text)).toBe(true);
    expect(second.text.length).toBeGreaterThan(first.text.length);
    expect(existsSync(join(out, 'plausible.json'))).toBe(false);
  });

  test('a validation that was stopped goes on from what it had told, and tells nothing twice', async () => {
    const out = join(folder, 'validation');
    const args = ['validate', '--scale', '1000', '--runs', '1', '--workers', '1'];
    const first = await stopped(args, out, 1);
    expect([first.code, first.out]).toEqual([130, '']);
    const second = await stopped([...args, '--resume'], out, 2);
    expect(second.code).toBe(130);
    expect(second.err).toMatch(/resumed: [1-9]\d* replications? done before/);
    expect(second.text.startsWith(first.text)).toBe(true);
    const told = second.text
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => JSON.parse(line).task);
    expect(told.length).toBeGreaterThan(1);
    expect(new Set(told).size).toBe(told.length);
    expect(existsSync(join(out, 'validation.json'))).toBe(false);
  });

  test('a fit that is begun anew keeps what an earlier one has done, however often', async () => {
    const out = mkdtempSync(join(folder, 'anew-'));
    const path = join(out, 'calibration.jsonl');
    for (const [k, former] of ['one\n', 'two\n'].entries()) {
      writeFileSync(path, former);
      const { err } = await stopped(SMALL, out, 1);
      expect(err).toContain(`an earlier checkpoint is kept as ${path}.former-${k + 1}`);
    }
    expect(['1', '2'].map((k) => readFileSync(`${path}.former-${k}`, 'utf8'))).toEqual(['one\n', 'two\n']);
  });

  test('a checkpoint of another fit is refused and kept', async () => {
    const out = mkdtempSync(join(folder, 'other-'));
    const path = join(out, 'calibration.jsonl');
    writeFileSync(path, '{"schema":"other"}\n');
    const { code, out: text, err } = await headwater([...SMALL, '--resume', '--out', out]);
    expect([code, text]).toEqual([2, '']);
    expect(err).toContain('invalid checkpoint; of another fit');
    expect(readFileSync(path, 'utf8')).toBe('{"schema":"other"}\n');
  });

  test.each<[string[], string]>([
    [
      ['calibrate', '--waves', '0'],
      'invalid --waves; not a whole number in [1, 20]: "0" (at command line)\n',
    ],
    [
      ['calibrate', '--points', 'x'],
      'invalid --points; not a whole number in [154, 10000]: "x" (at command line)\n',
    ],
    [
      ['calibrate', '--points', '153'],
      'invalid --points; not a whole number in [154, 10000]: "153" (at command line)\n',
    ],
    [['calibrate', '--resume=1'], 'invalid --resume; takes no value: "1" (at command line)\n'],
    [['calibrate', 'hunan'], 'unknown operand; expected none: "hunan" (at command line)\n'],
    [['validate', '--waves', '2'], 'unknown option; nearest is --scale: "--waves" (at command line)\n'],
    [
      ['validate', '--parameters', 'likely'],
      'invalid --parameters; not one of point, plausible: "likely" (at command line)\n',
    ],
    [
      ['validate', '--keep', 'nowhere.json'],
      'invalid --keep; cannot be read, ENOENT: "nowhere.json" (at command line)\n',
    ],
    [['validate', '--keep', 'README.md'], 'invalid --keep; not JSON: "README.md" (at command line)\n'],
    [
      ['validate', '--keep', 'package.json'],
      ['schema', 'made', 'targets', 'effects']
        .map((name) => `missing ${name}; required (at validation)\n`)
        .join(''),
    ],
    [
      ['validate', '--keep', VALIDATION, '--seed', '2'],
      `invalid --keep; made by another method, from other draws, seed, scale or number of runs: ${JSON.stringify(VALIDATION)} (at command line)\n`,
    ],
  ])('%j is refused', async (args, message) => {
    const { code, out, err } = await headwater(args);
    expect([code, out, err]).toEqual([2, '', message]);
  });
});

test('a validation that has every answer asks nothing, and is what the province pack holds', async () => {
  const out = join(folder, 'kept');
  const args = ['validate', '--parameters', 'plausible', '--keep', VALIDATION, '--out', out, '--json'];
  const { code, out: text } = await headwater(args);
  expect(code).toBe(0);
  expect(text).toBe(readFileSync(VALIDATION, 'utf8'));
  expect(readFileSync(join(out, 'validation.json'), 'utf8')).toBe(text);
});
