import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { headwater } from '../support/program.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(async () => void (await headwater(['--help'])), 120_000);

const folder = mkdtempSync(join(tmpdir(), 'headwater-bad-input-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a refusal leaves: exit code, standard output, and the lines on standard error. */
async function refusal(args: readonly string[], input?: string) {
  const { code, out, err } = await headwater(args, input);
  return { code, out, lines: err.trimEnd().split('\n') };
}

describe('scenarios of two provinces', () => {
  test.each<[string[]]>([
    [['compare', 'baseline', 'zhejiang', '--by', 'prefecture']],
    [['why', 'baseline', 'zhejiang']],
    [['story', 'baseline', '--versus', 'zhejiang']],
  ])('have nothing to pair, so %j is refused before any work', async (args) => {
    expect(await refusal(args)).toEqual({
      code: 2,
      out: '',
      lines: [
        'invalid scenarios; baseline and zhejiang are of different provinces, so nothing in them can be paired: ["hunan","zhejiang"] (at command line)',
      ],
    });
  });

  test('named by a file are told by the province the file names', async () => {
    const scenario = { schema: 'headwater/scenario@1', id: 'there', base: 'zhejiang', province: 'zhejiang' };
    const { code, lines } = await refusal(['compare', 'baseline', '-'], JSON.stringify(scenario));
    expect([code, lines]).toEqual([
      2,
      [expect.stringMatching(/^invalid scenarios; baseline and - .+\["hunan","zhejiang"\]/)],
    ]);
  });
});

test.each<[string[]]>([
  [['run', 'zhejiang', '--out', join(folder, 'never')]],
  [['compare', 'zhejiang', 'zhejiang', '--workers', '2']],
  [['check', 'zhejiang']],
])(
  'vectors fitted to one province are not laid over another, so %j is refused before any work',
  async (args) => {
    expect(await refusal([...args, '--parameters', 'plausible'])).toEqual({
      code: 2,
      out: '',
      lines: [
        'invalid --parameters; the plausible set is of hunan, the scenario of zhejiang: "plausible" (at command line)',
      ],
    });
    expect(existsSync(join(folder, 'never'))).toBe(false);
  },
);

describe('faults of every part of a command line are told together', () => {
  const bad = join(folder, 'bad.json');
  const inFile = (at = '') => `invalid riskSplit.bankShare; not in [0, 1]: 1.4 (at ${at}policies[0].set)`;
  writeFileSync(
    bad,
    JSON.stringify({
      schema: 'headwater/scenario@1',
      id: 'bad',
      policies: [{ lever: 'riskSplit', from: '2026-07', set: { bankShare: 1.4 } }],
    }),
  );
  const scale = 'invalid --scale; not one of 1, 10, 100, 1000: "7" (at command line)';
  const foo = (nearest: string) => `unknown option; nearest is ${nearest}: "--foo" (at command line)`;

  test.each<[string, string[], string[]]>([
    ['options and the file', ['run', bad, '--scale', '7', '--foo'], [foo('--by'), scale, inFile()]],
    ['a file behind an unknown option', ['run', '--foo', bad], [foo('--by'), inFile()]],
    ['what an unknown option may take', ['run', bad, '--foo', 'x'], [foo('--by'), inFile()]],
    [
      'too many operands',
      ['run', bad, 'b', '--scale', '7'],
      [scale, 'unknown operand; expected <scenario>: "b" (at command line)', inFile()],
    ],
    [
      'too few operands',
      ['compare', bad, '--scale', '7'],
      [scale, 'missing <b>; required (at command line)', inFile()],
    ],
    [
      'a file that cannot be read',
      ['compare', bad, './nowhere.json', '--scale', '7'],
      [scale, inFile(`${bad}: `), 'invalid file; cannot be read, ENOENT: "./nowhere.json" (at command line)'],
    ],
    [
      'groups',
      ['why', 'baseline', bad, '--open', 'x', '--scale', '7'],
      [scale, expect.stringMatching(/^unknown --open/), inFile(`${bad}: `)],
    ],
    [
      'an enterprise',
      ['story', bad, 'x', '--parameters', 'plausible', '--scale', '7'],
      [
        scale,
        'invalid enterprise; not a whole number in [0, 4294967295]; story without an id names some: "x" (at command line)',
        inFile(),
        'invalid --parameters; a story is told at the point values: "plausible" (at command line)',
      ],
    ],
    [
      'draws of another province',
      ['run', 'zhejiang', '--parameters', 'plausible', '--scale', '7'],
      [
        scale,
        'invalid --parameters; the plausible set is of hunan, the scenario of zhejiang: "plausible" (at command line)',
      ],
    ],
    [
      'a catalogue',
      ['list', 'lever', '--foo'],
      [foo('--json'), 'unknown catalogue; nearest is levers: "lever" (at command line)'],
    ],
    [
      'a receipt',
      ['verify', 'nowhere.json', '--workers', '0'],
      [
        'invalid --workers; not a whole number in [1, 64]: "0" (at command line)',
        'invalid receipt; cannot be read, ENOENT: "nowhere.json" (at command line)',
      ],
    ],
  ])('%s', async (_name, args, lines) => {
    expect(await refusal(args)).toEqual({ code: 2, out: '', lines });
  });
});
