import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Attribution } from '../../experiments/index.ts';
import { headwater } from '../support/program.ts';

vi.setConfig({ testTimeout: 120_000 });

const SHORT = ['--scale', '1000', '--until', '2026-02', '--runs', '1'];
const folder = mkdtempSync(join(tmpdir(), 'headwater-why-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lever = (name: string, set: Record<string, number>) => ({ lever: name, from: '2026-01', set });
const long = join(folder, 'long.json');
writeFileSync(
  long,
  JSON.stringify({
    schema: 'headwater/scenario@1',
    id: 'long',
    policies: [
      lever('interestSubsidy', { points: 0.03 }),
      lever('riskSplit', { bankShare: 0.25 }),
      lever('guaranteeCapital', { injection: 0.3 }),
      lever('guaranteeFee', { rate: 0.002 }),
      lever('firstLoanList', { contacts: 0.5 }),
      lever('renewalWithoutRepayment', { share: 0.9 }),
      lever('courtSpeed', { months: 6 }),
    ],
  }),
);

describe('why', () => {
  test('shares a difference out among single levers where they are few', async () => {
    const { code, out } = await headwater(['why', 'baseline', 'full-package', ...SHORT]);
    expect(code).toBe(0);
    expect(out).toContain(
      'full-package against baseline in 2026-02; 1:1000, 1 run of 16 worlds, every order counted',
    );
    expect(out).toMatch(/^ {2}riskSplit +[+-]?\d/m);
    expect(out).not.toContain('groups');
  });

  test('says that groups were formed and who is in them where they are many', async () => {
    const { code, out } = await headwater(['why', 'baseline', long, ...SHORT]);
    expect(code).toBe(0);
    expect(out).toContain('1 run of 8 worlds');
    expect(out).toContain('they are held in groups');
    expect(out).toContain('  guarantee (4): riskSplit, guaranteeCapital, guaranteeFee, courtSpeed');
    expect(out).toMatch(/^ {2}guarantee \(4\) +[+-]?\d/m);
  });

  test('opens a group, and moves a lever, when told to; the shares sum to the total', async () => {
    const args = ['--open', 'guarantee', '--held', 'courtSpeed:alone', '--json'];
    const { code, out } = await headwater(['why', 'baseline', long, ...SHORT, ...args]);
    expect(code).toBe(0);
    const { acts, indicators } = JSON.parse(out) as Attribution;
    expect(acts.map(({ players }) => players.map((one) => one.name).join('+'))).toEqual([
      'interestSubsidy',
      'riskSplit',
      'guaranteeCapital',
      'guaranteeFee',
      'firstLoanList+renewalWithoutRepayment',
      'courtSpeed',
    ]);
    const { total, acts: parts, a } = indicators['loan-balance']![0]!;
    const sum = parts.reduce((so, one) => so + one.share, 0);
    expect(total).not.toBe(0);
    expect(Math.abs(sum - total) / a).toBeLessThan(1e-12);
  });

  test('says what was asked, of which worlds, with receipts of both scenarios that can be verified', async () => {
    const assumed = join(folder, 'assumed.json');
    const file = {
      schema: 'headwater/scenario@1',
      id: 'assumed',
      policies: [lever('riskSplit', { bankShare: 0.5 })],
      assumptions: { informationOverlap: 0.5 },
    };
    writeFileSync(assumed, JSON.stringify(file));
    const args = ['--scale', '1000', '--until', '2026-02', '--runs', '2', '--seed', 'x'];
    const { out } = await headwater(['why', 'baseline', assumed, ...args, '--workers', '2', '--json']);
    const document = JSON.parse(out);
    expect(document).toMatchObject({
      schema: 'headwater/attribution@1',
      scenarios: { a: 'baseline', b: 'assumed' },
      province: 'hunan',
      scale: 1000,
      seed: 'x',
      runs: 2,
      months: ['2026-02'],
      workersUsed: 2,
      receipt: { a: { until: '2026-02' }, b: { scenario: { id: 'assumed' } } },
    });
    expect(document.receipt.a.resultHash).not.toBe(document.receipt.b.resultHash);
    expect((await headwater(['verify', '-'], out)).code).toBe(0);
  });

  test('refuses groups and levers that do not exist', async () => {
    const wrong = ['--open', 'guarante', '--held', 'riskSplit:x:data,x'];
    const { code, err, out } = await headwater(['why', 'baseline', long, ...wrong]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/--open.*guarantee/);
    expect(err.match(/--held/g)).toHaveLength(3);
  });
});
