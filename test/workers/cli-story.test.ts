import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Result, StoryDocument } from '../../experiments/index.ts';
import { width } from '../../workers/cli/text-table.ts';
import { hanging, sideBySide, wrapped } from '../../workers/cli/wrapped.ts';
import { headwater } from '../support/program.ts';

vi.setConfig({ testTimeout: 60_000 });

const SHORT = ['--scale', '1000', '--until', '2026-12'];
const PROGRESS = /^(world \d+ of \d+: \d{4}-\d{2} of \d{4}-\d{2}\n)*$/;

let typical: StoryDocument;
let id: string;
beforeAll(async () => {
  const { out } = await headwater(['story', 'baseline', ...SHORT, '--json']);
  typical = JSON.parse(out);
  const refused = typical.stories.find(({ kind }) => kind?.id === 'refused-for-risk');
  id = String(refused?.enterprise?.id);
}, 120_000);

describe('story without an id', () => {
  test('prints one JSON document: a story for each kind, with what it stands for, and a receipt', async () => {
    expect(typical.schema).toBe('headwater/story@1');
    expect(typical).toMatchObject({ province: 'hunan', scale: 1000, seed: '1' });
    expect(typical.months).toHaveLength(13);
    for (const { kind, enterprise, a } of typical.stories) {
      expect(kind?.title.en, kind?.id).not.toBe('');
      expect(kind?.title.zh, kind?.id).toMatch(/\p{Script=Han}/u);
      expect(a.length > 0, `${kind?.id} is told when there is somebody`).toBe(enterprise !== undefined);
    }
    const { out } = await headwater(['run', 'baseline', ...SHORT, '--json']);
    expect((JSON.parse(out) as Result).receipt, 'the receipt of run, which nobody watched').toEqual(
      typical.receipt.a,
    );
  });

  test('prints readable sentences with shares of enterprises', async () => {
    const { code, out, err } = await headwater(['story', 'baseline', ...SHORT]);
    expect(code).toBe(0);
    expect(err).toMatch(PROGRESS);
    expect(out).toMatch(/## Asked and was refused as too risky: \d+\.\d % of enterprises \([\d,]+\)/);
    expect(out).toContain(`Enterprise ${id}: a `);
    expect(out).toMatch(/(expected\s+loss|PD|rate)\s+[\d.]+%\s+above\s+the\s+(hurdle|most|cap)/);
    expect(out).toContain('Exploration, not forecast.');
    expect(out.split('\n').every((line) => line.length <= 118)).toBe(true);
  });
});

describe('story of one enterprise', () => {
  test('is the one told among the typical ones', async () => {
    const { code, out } = await headwater(['story', 'baseline', id, ...SHORT, '--json']);
    expect(code).toBe(0);
    const { stories } = JSON.parse(out) as StoryDocument;
    const { a } = typical.stories.find(({ enterprise }) => String(enterprise?.id) === id) ?? {};
    expect(stories.map((one) => one.a)).toEqual([a]);
  });

  test('does not depend on the number of workers', async () => {
    const [one, two] = await Promise.all([
      headwater(['story', 'baseline', id, ...SHORT, '--json']),
      headwater(['story', 'baseline', id, ...SHORT, '--workers', '2', '--json']),
    ]);
    expect(two.out).toBe(one.out);
  });

  test('stands beside itself in another world, months that differ marked', async () => {
    const args = ['story', 'baseline', id, ...SHORT, '--versus', 'full-package'];
    const { code, out } = await headwater(args);
    expect(code).toBe(0);
    expect(out).toContain('Left: baseline. Right: full-package.');
    expect(out).toMatch(/^ {2}2025-12 .* \| the same$/m);
    expect(out.split('\n').every((line) => line.length <= 150)).toBe(true);
    const { out: text } = await headwater([...args, '--json']);
    const [{ b, differs, turns }] = (JSON.parse(text) as StoryDocument).stories;
    expect(b?.[0].month).toBe('2025-12');
    expect(differs?.every((month) => month >= '2026-07')).toBe(true);
    for (const month of turns ?? []) expect(out).toContain(`* ${month}`);
  });

  test('is told in Chinese when asked', async () => {
    const { code, out } = await headwater(['story', 'baseline', id, ...SHORT, '--language', 'zh']);
    expect(code).toBe(0);
    expect(out).toContain(`企业${id}：`);
    expect(out).toContain('情景探索，并非预测。');
    const sentences = out.split('\n').slice(2).join('');
    expect(sentences, 'no English sentence left').not.toMatch(/\b(the|and|of)\b/);
  });
});

describe('bad input', () => {
  test.each<[string, string[], RegExp]>([
    [
      'an id nobody has, with a way to find one',
      ['story', 'baseline', '7', ...SHORT],
      /^unknown enterprise; not on the books .* find ids with: story baseline --scale 1000 --seed 1: 7 \(at command line\)$/,
    ],
    [
      'an id that is no number',
      ['story', 'baseline', 'Li', ...SHORT],
      /^invalid enterprise; not a whole number in \[0, 4294967295\]; .*: "Li" \(at command line\)$/,
    ],
    [
      'a negative id',
      ['story', 'baseline', '--', '-1'],
      /^invalid enterprise; not a whole number .*: "-1" \(at command line\)$/,
    ],
    [
      'an unknown world to compare with',
      ['story', 'baseline', '7', '--versus', 'full-packag'],
      /^unknown scenario; nearest is full-package: "full-packag" \(at command line\)$/,
    ],
    [
      'a vector drawn, which a story of one world has not',
      ['story', 'baseline', '--parameters', 'plausible'],
      /^invalid --parameters; a story is told at the point values: "plausible" \(at command line\)$/,
    ],
    [
      'a language nobody wrote',
      ['story', 'baseline', '--language', 'fr'],
      /^invalid --language; not one of en, zh: "fr" \(at command line\)$/,
    ],
    [
      'a breakdown, which a story has not',
      ['story', 'baseline', '--by', 'sector'],
      /^unknown option; .*: "--by" \(at command line\)$/,
    ],
    [
      'one operand too many',
      ['story', 'baseline', '1', '2'],
      /^unknown operand; expected <scenario> <enterprise>: "2" \(at command line\)$/,
    ],
  ])('%s is one line and exit 2', async (_, args, line) => {
    const { code, out, err } = await headwater(args);
    expect(err.trimEnd().split('\n').at(-1)).toMatch(line);
    expect(
      err
        .replace(/^world .*\n/gm, '')
        .trimEnd()
        .split('\n'),
    ).toHaveLength(1);
    expect(code).toBe(2);
    expect(out).toBe('');
  });
});

describe('lines of text', () => {
  test('keep numbers with their unit, and Chinese marks with their character', () => {
    expect(wrapped('asked for CNY 120,000 at 5.20 % a year', 16)).toEqual([
      'asked for',
      'CNY 120,000 at',
      '5.20 % a year',
    ]);
    const lines = wrapped('需要贷款，利率5.20 %。未申请。', 10);
    expect(lines.join('')).toBe('需要贷款，利率5.20 %。未申请。');
    expect(lines.every((line) => width(line) <= 12 && !/^[，。]/.test(line))).toBe(true);
  });

  test('hang behind their head, and stand side by side', () => {
    expect(hanging('2026-01  ', 'one two three', 16)).toBe('2026-01  one two\n         three');
    expect(sideBySide('a ', ['one two', 'three'], 11)).toBe('a one | three\n  two |');
  });
});
