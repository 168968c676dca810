import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ComparisonResult, isFlow, type Result } from '../../experiments/index.ts';
import { PRESET_IDS } from '../../scenarios/index.ts';
import { INDICATORS, INSTRUMENTS } from '../../sim/index.ts';
import { headwater, start } from '../support/program.ts';

vi.setConfig({ testTimeout: 60_000 });

const SHORT = ['--scale', '1000', '--until', '2026-03'];
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-'));
  await headwater(['--help']);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

/** Progress may show on a slow machine, and nothing else. */
const PROGRESS = /^(world \d+ of \d+: \d{4}-\d{2} of \d{4}-\d{2}\n)*$/;

/** Standard output as the one JSON document it must be. */
async function json<T>(args: readonly string[], input?: string): Promise<T> {
  const { code, out, err } = await headwater([...args, '--json'], input);
  expect(err).toMatch(PROGRESS);
  expect(code).toBe(0);
  return JSON.parse(out) as T;
}

describe('list', () => {
  test.each<[string, number]>([
    ['scenarios', PRESET_IDS.length],
    ['indicators', INDICATORS.length],
    ['shocks', 2],
    ['assumptions', 10],
    ['systems', 144],
    ['evidence', 500],
    ['levers', INSTRUMENTS.length + 12],
  ])('%s has a row each, with titles in both languages', async (catalogue, least) => {
    const rows = await json<{ id: string; title: { en: string; zh: string } }[]>(['list', catalogue]);
    expect(rows.length).toBeGreaterThanOrEqual(least);
    for (const { id, title } of rows)
      expect([id, title.en, title.zh].every((text) => text.length > 0)).toBe(true);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    const { out } = await headwater(['list', catalogue]);
    expect(out.trimEnd().split('\n')).toHaveLength(rows.length + 1);
  });

  test('levers say family, parameters with unit, range and default, systems, evidence, and a pair', async () => {
    interface Lever {
      readonly id: string;
      readonly family: string;
      readonly parameters: Record<string, { unit: string; range: [number, number]; default: number }>;
      readonly systems: string[];
      readonly evidence: string[];
      readonly pair: { weak: object; strong: object; expected: string };
    }
    const levers = await json<Lever[]>(['list', 'levers']);
    expect([...new Set(levers.map((one) => one.family))]).toEqual(['policy', 'shock', 'assumption']);
    for (const { parameters, systems, evidence, pair } of levers) {
      for (const one of Object.values(parameters)) {
        expect(one.unit).not.toBe('');
        expect(one.default).toBeGreaterThanOrEqual(one.range[0]);
        expect(one.default).toBeLessThanOrEqual(one.range[1]);
      }
      expect([systems, evidence].every(Array.isArray)).toBe(true);
      expect(pair.expected.length).toBeGreaterThan(20);
      expect(Object.keys(parameters)).toEqual(expect.arrayContaining(Object.keys(pair.weak)));
    }
  });
});

describe('run', () => {
  test('prints one JSON document in the shape of the contract', async () => {
    const result = await json<Result>(['run', 'risk-split', ...SHORT, '--by', 'prefecture,setting']);
    expect(result).toMatchObject({
      schema: 'headwater/result@1',
      province: 'hunan',
      scale: 1000,
      seed: '1',
      runs: 1,
      workersUsed: 1,
    });
    expect(result.months).toEqual(['2025-12', '2026-01', '2026-02', '2026-03']);
    expect(Object.keys(result.by)).toEqual(['prefecture', 'setting']);
    expect(Object.keys(result.by.setting)).toEqual(['urban', 'county', 'township']);
    const { mean, p05, p50, p95, unit } = result.indicators['npl-ratio'];
    expect(unit).toBe('ratio');
    expect(mean).toHaveLength(4);
    expect([p05, p50, p95]).toEqual([mean, mean, mean]);
    expect(result.ledger.maxResidual).toBe(0);
    expect(result.indicators['guarantee-multiple']).toMatchObject({
      needs: 100,
      mean: [null, null, null, null],
    });
    expect(result.receipt).toMatchObject({
      province: 'hunan',
      seed: '1',
      scale: 1000,
      runs: 1,
      until: '2026-03',
      parameters: 'point',
    });
  });

  test('prints a readable table, where it comes from, and what it is not', async () => {
    const { code, out, err } = await headwater(['run', 'baseline', ...SHORT]);
    expect(code).toBe(0);
    expect(err).toMatch(PROGRESS);
    expect(out).toContain('Loan penetration');
    expect(out).toContain('2026-03');
    expect(out).toContain('needs 1:100');
    expect(out).toContain('Sources: ');
    expect(out).toContain('Exploration, not forecast.');
    expect(out.split('\n').every((line) => line.length < 160)).toBe(true);
  });

  test('takes a preset, a file and standard input for the same thing', async () => {
    const scenario = {
      schema: 'headwater/scenario@1',
      id: 'mine',
      policies: [{ lever: 'riskSplit', from: '2026-02', set: { bankShare: 0.5 } }],
    };
    const fromFile = await json<Result>(['run', file('mine.json', scenario), ...SHORT]);
    const fromInput = await json<Result>(['run', '-', ...SHORT], JSON.stringify(scenario));
    expect(fromInput).toEqual(fromFile);
  });

  test('gives the same result whatever the breakdowns, the number of workers and the files written', async () => {
    const out = join(folder, 'same');
    const [plain, by, shared, written] = await Promise.all([
      json<Result>(['run', 'baseline', ...SHORT]),
      json<Result>(['run', 'baseline', ...SHORT, '--by', 'size']),
      json<Result>(['run', 'baseline', ...SHORT, '--workers', '3']),
      json<Result>(['run', 'baseline', ...SHORT, '--out', out]),
    ]);
    for (const other of [by, shared, written]) {
      expect(other.receipt).toEqual(plain.receipt);
      expect(other.indicators).toEqual(plain.indicators);
    }
    expect(shared.workersUsed).toBe(3);
  });

  test('writes CSV, JSON, Parquet and the receipt, and they agree', async () => {
    const out = join(folder, 'a/package');
    const result = await json<Result>(['run', 'baseline', ...SHORT, '--by', 'region', '--out', out]);
    expect(readdirSync(out).sort()).toEqual(['receipt.json', 'result.csv', 'result.json', 'result.parquet']);
    expect(JSON.parse(readFileSync(join(out, 'result.json'), 'utf8'))).toEqual(result);
    expect(JSON.parse(readFileSync(join(out, 'receipt.json'), 'utf8'))).toEqual(result.receipt);
    const csv = readFileSync(join(out, 'result.csv'), 'utf8');
    expect(csv.startsWith('\uFEFFdimension,group,indicator,unit,month,mean,p05,p50,p95,needs\r\n')).toBe(
      true,
    );
    const rows = csv
      .slice(1)
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));
    const sums = INDICATORS.filter(isFlow).length;
    expect(rows).toHaveLength((1 + 5) * (INDICATORS.length * 4 + sums));
    const [, ...row] = rows.find(
      ([dimension, , indicator, , month]) =>
        dimension === 'province' && indicator === 'npl-ratio' && month === '2026-03',
    ) as string[];
    expect(Number(row[4])).toBe(result.indicators['npl-ratio'].mean[3]);
    const parquet = readFileSync(join(out, 'result.parquet'));
    const objects = await parquetReadObjects({
      file: parquet.buffer.slice(parquet.byteOffset, parquet.byteOffset + parquet.length),
    });
    expect(objects).toHaveLength(rows.length);
    const texts = objects.map((one) =>
      [
        ...[one.dimension, one.group, one.indicator, one.unit, one.month],
        ...[one.mean, one.p05, one.p50, one.p95, one.needs],
      ].map((value) => (value === null ? '' : String(value))),
    );
    expect(texts).toEqual(rows);
  });
});

describe('the fiscal ledger', () => {
  test('of several runs tells what is expected, what scale a purpose needs, and what the runs are too few for', async () => {
    const { out } = await headwater(['run', 'baseline', ...SHORT, '--runs', '2']);
    expect(out).toMatch(/Paid by treasuries, 2026-01 to 2026-03 +expected +95 %/);
    expect(out).toMatch(/Subsidy paid +[\d.]+ (m|bn) +– +– +–/);
    expect(out).toMatch(/Compensation paid +needs 1:100/);
    expect(out).toMatch(/Fiscal cost, in the month .*\n[\s\S]*Fiscal cost +[\d.]+ m/);
    expect(out).toContain('Over chance within the scenario. The 95 % quantile needs 20 runs.');
    expect((await headwater(['run', 'baseline', ...SHORT])).out).not.toContain('Paid by treasuries');
  });

  test('of a comparison tells both scenarios and the difference, run by run', async () => {
    const args = [
      'compare',
      'baseline',
      'interest-subsidy',
      '--scale',
      '1000',
      '--until',
      '2026-09',
      '--runs',
      '2',
    ];
    const { fiscal } = await json<ComparisonResult>(args);
    const { a, b, difference } = fiscal;
    for (const [k, { id, all }] of difference.rows.entries())
      if (all.mean !== null) expect(all.mean, id).toBeCloseTo(b.rows[k].all.mean! - a.rows[k].all.mean!, 2);
    const { out } = await headwater(args);
    expect(out).toMatch(/Subsidy paid +[\d.]+ m +[\d.]+ m +[+-]?[\d.]+ m +–/);
    expect(out).toMatch(/Fiscal cost, from 2026-01 on +[\d.]+ m +[\d.]+ m +[+-][\d.]+ m +[+-]/);
  });

  test('has the sums that the documents have, of a run and of a comparison', async () => {
    const run = await json<Result>(['run', 'baseline', ...SHORT, '--runs', '2']);
    const { mean, total } = run.indicators['subsidy-paid'];
    expect(total!.mean).toBeCloseTo(
      mean.slice(1).reduce<number>((sum, yuan) => sum + yuan!, 0),
      2,
    );
    expect(run.fiscal.rows.find(({ id }) => id === 'subsidy-paid')!.all.mean).toBeCloseTo(total!.mean!, 2);
    expect(run.indicators['npl-ratio']).not.toHaveProperty('total');
  });

  test('of no month is left out', async () => {
    const { out } = await headwater([
      'run',
      'baseline',
      '--scale',
      '1000',
      '--until',
      '2025-12',
      '--runs',
      '2',
    ]);
    expect(out).not.toContain('Paid by treasuries');
  });
});

describe('compare', () => {
  test('pairs replications and says what moved', async () => {
    const result = await json<ComparisonResult>([
      'compare',
      'baseline',
      'dataSharing-strong',
      '--scale',
      '1000',
      '--until',
      '2026-08',
      '--runs',
      '2',
      '--out',
      join(folder, 'pair'),
    ]);
    expect(result).toMatchObject({ schema: 'headwater/comparison@1', runs: 2 });
    const { a, b, difference } = result.indicators['data-coverage'];
    for (const [at, value] of difference.mean.entries())
      expect(value).toBeCloseTo((b.mean[at] as number) - (a.mean[at] as number), 12);
    expect(difference.mean.slice(0, 7).every((value) => value === 0)).toBe(true);
    expect(difference.mean.at(-1)).toBeGreaterThan(0.05);
    const [low, high] = difference.ci95.at(-1) as [number, number];
    expect(low).toBeLessThan(high);
    expect(difference.probPositive.at(-1)).toBe(1);
    expect(Object.keys(result.moved)).toEqual(['none', 'private', 'formal', 'arrears', 'exited', 'unborn']);
    expect(readdirSync(join(folder, 'pair')).sort()).toEqual([
      'comparison.csv',
      'comparison.json',
      'comparison.parquet',
      'receipt.json',
    ]);
  });
});

describe('check', () => {
  test('holds for the status quo, after every phase', async () => {
    const report = await json<{ holds: boolean; ledger: { checks: number; maxResidual: number } }>([
      'check',
      'baseline',
      ...SHORT,
    ]);
    expect(report.holds).toBe(true);
    const { ledger } = await json<Result>(['run', 'baseline', ...SHORT]);
    expect(report.ledger).toEqual({ checks: 13 * ledger.checks, maxResidual: 0 });
  });

  test('looks between phases on one thread, and says so where more were asked for', async () => {
    const args = ['check', 'baseline', '--scale', '1000', '--until', '2025-12', '--json', '--workers', '2'];
    const { code, out, err } = await headwater(args);
    const { province, scale, seed, runs, months, workersUsed } = JSON.parse(out);
    expect([code, workersUsed]).toEqual([0, 1]);
    expect([province, scale, seed, runs, months]).toEqual(['hunan', 1000, '1', 1, ['2025-12']]);
    expect(err).toMatch(/^one thread, not 2: more cannot be looked at between phases\n/);
  });
});

describe('verify', () => {
  test('finds the same hash again, for a run and for a comparison', async () => {
    const out = join(folder, 'verified');
    await json(['run', 'risk-split', ...SHORT, '--runs', '2', '--seed', '活水', '--out', out]);
    const verdict = await json<{ holds: boolean }>(['verify', join(out, 'receipt.json'), '--workers', '2']);
    expect(verdict.holds).toBe(true);
    const pair = await headwater(['compare', 'baseline', 'risk-split', ...SHORT, '--runs', '1', '--json']);
    expect((await headwater(['verify', '-'], pair.out)).code).toBe(0);
  });

  test('says 1 when the result differs, 2 for another engine or a broken receipt', async () => {
    const { receipt } = await json<Result>(['run', 'baseline', ...SHORT]);
    const other = { ...receipt, resultHash: receipt.resultHash.replace(/./g, '0') };
    const differs = await headwater(['verify', file('differs.json', other)]);
    expect([differs.code, differs.out]).toEqual([1, expect.stringContaining('differs')]);
    const tampered = { ...receipt, scenario: { ...receipt.scenario, id: 'another' } };
    expect((await headwater(['verify', file('tampered.json', tampered)])).code).toBe(1);
    const engine = await headwater(['verify', file('engine.json', { ...receipt, engine: '0.0.0' })]);
    expect([engine.code, engine.out]).toEqual([2, '']);
    expect(engine.err).toMatch(
      /^invalid engine; made by another version than .+: "0\.0\.0" \(at receipt\)\n$/,
    );
    const { resultHash: _, ...short } = receipt;
    const broken = await headwater(['verify', file('broken.json', short)]);
    expect([broken.code, broken.err]).toEqual([2, 'missing resultHash; required (at receipt)\n']);
    expect((await headwater(['verify', file('text.json', 'no json')])).code).toBe(2);
    expect((await headwater(['verify', join(folder, 'nowhere.json')])).code).toBe(2);
  });
});

describe('bad input', () => {
  const bad = {
    schema: 'headwater/scenario@1',
    id: 'bad',
    policies: [{ lever: 'riskSplit', from: '2026-07', set: { bankShare: 1.4 } }],
    shoks: [],
  };

  test.each<[string, string[], string[]]>([
    [
      'no command',
      [],
      [
        'missing command; required, one of list, run, compare, why, check, story, verify, calibrate, validate, bench (at command line)',
      ],
    ],
    [
      'an unknown command',
      ['tale', 'baseline'],
      [
        expect.stringMatching(
          /^unknown command; nearest is .+, one of list, run, .+: "tale" \(at command line\)$/,
        ) as unknown as string,
      ],
    ],
    [
      'an unknown preset',
      ['run', 'risk-splitt'],
      ['unknown scenario; nearest is risk-split: "risk-splitt" (at command line)'],
    ],
    ['no scenario', ['run'], ['missing <scenario>; required (at command line)']],
    [
      'a missing file',
      ['run', './nowhere.json'],
      ['invalid file; cannot be read, ENOENT: "./nowhere.json" (at command line)'],
    ],
    [
      'an unknown catalogue',
      ['list', 'lever'],
      ['unknown catalogue; nearest is levers: "lever" (at command line)'],
    ],
    [
      'an option of another command',
      ['list', 'levers', '--scale', '10'],
      ['unknown option; nearest is --json: "--scale" (at command line)'],
    ],
    [
      'standard input twice',
      ['compare', '-', '-'],
      ['invalid file; standard input is read once: "-" (at command line)'],
    ],
  ])(
    '%s gives exit 2, one line for each fault, and nothing on standard output',
    async (_name, args, lines) => {
      const { code, out, err } = await headwater(args);
      expect([code, out]).toEqual([2, '']);
      expect(err.trimEnd().split('\n')).toEqual(lines);
    },
  );

  test('in a scenario is reported completely and nothing is written', async () => {
    const out = join(folder, 'never');
    const { code, err } = await headwater(['run', '-', '--json', '--out', out], JSON.stringify(bad));
    expect(code).toBe(2);
    expect(err).toBe(
      'unknown key; nearest is shocks: "shoks" (at scenario)\ninvalid riskSplit.bankShare; not in [0, 1]: 1.4 (at policies[0].set)\n',
    );
    expect(readdirSync(folder)).not.toContain('never');
  });

  test('in one of two scenarios names the scenario', async () => {
    const { code, err } = await headwater([
      'compare',
      'baseline',
      file('bad.json', { ...bad, shoks: undefined }),
    ]);
    expect([code, err]).toEqual([
      2,
      `invalid riskSplit.bankShare; not in [0, 1]: 1.4 (at ${join(folder, 'bad.json')}: policies[0].set)\n`,
    ]);
  });

  test('a folder that is a file is refused before any work', async () => {
    const path = file('occupied', '');
    const { code, err } = await headwater(['run', 'baseline', '--out', path]);
    expect([code, err]).toEqual([
      2,
      `invalid --out; not a folder: ${JSON.stringify(path)} (at command line)\n`,
    ]);
  });
});

test('Ctrl-C ends with 130 and leaves no files', async () => {
  for (const workers of ['1', '2']) {
    const out = join(folder, `stopped-${workers}`);
    const { child, ended } = await start([
      'run',
      'baseline',
      '--scale',
      '100',
      '--runs',
      '50',
      '--workers',
      workers,
      '--out',
      out,
    ]);
    await once(child.stderr!, 'data');
    child.kill('SIGINT');
    const { code, out: text } = await ended;
    expect([code, text]).toEqual([130, '']);
    expect(readdirSync(folder)).not.toContain(`stopped-${workers}`);
  }
});

test('help is on standard output', async () => {
  const { code, out, err } = await headwater(['--help']);
  expect([code, err]).toEqual([0, '']);
  for (const command of ['list', 'run', 'compare', 'check', 'verify', 'bench'])
    expect(out).toContain(`  ${command} `);
  expect((await headwater(['run', '--help'])).out).toContain('--workers');
});
