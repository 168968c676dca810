import { describe, expect, test } from 'vitest';
import { faultLine, InputError } from '../../scenarios/index.ts';
import { operands, splitCommandLine } from '../../workers/cli/command-line.ts';
import { readOptions, WORLD_OPTIONS } from '../../workers/cli/options.ts';

function linesOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.faults.map(faultLine);
    throw error;
  }
  return [];
}

const read = (...args: string[]) => readOptions(splitCommandLine(args, WORLD_OPTIONS));

describe('options', () => {
  test('have the defaults of the contract', () => {
    expect(read()).toEqual({
      scale: 100,
      seed: '1',
      runs: 1,
      until: 95,
      workers: 1,
      by: [],
      parameters: 'point',
      waves: undefined,
      points: undefined,
      resume: false,
      json: false,
      language: 'en',
    });
  });

  test('may stand anywhere and as --name=value', () => {
    expect(
      splitCommandLine(['a', '--json', '--scale=10', 'b', '--seed', 'x y'], WORLD_OPTIONS),
    ).toMatchObject({
      positionals: ['a', 'b'],
      words: { scale: '10', seed: 'x y' },
      json: true,
    });
    expect(splitCommandLine(['-', '--runs', '3'], WORLD_OPTIONS).positionals).toEqual(['-']);
  });

  test('are no value of the one before them, unless they are written as one', () => {
    const { json, words, faults } = splitCommandLine(
      ['a', '--seed', '--json', '--out', '--runs', '3'],
      WORLD_OPTIONS,
    );
    expect([json, words, faults.map(faultLine)]).toEqual([
      true,
      { runs: '3' },
      ['missing --seed; needs a value (at command line)', 'missing --out; needs a value (at command line)'],
    ]);
    expect(read('--seed=--json').seed).toBe('--json');
    for (const seed of ['-1', '--jso', '-']) expect(read('--seed', seed, '--json').seed).toBe(seed);
    expect(splitCommandLine(['--', '--seed', '--json'], WORLD_OPTIONS).positionals).toEqual([
      '--seed',
      '--json',
    ]);
  });

  test('of breakdowns are put in the order of the dimensions, each once', () => {
    expect(read('--by', 'lender,region, sector,region').by).toEqual(['region', 'sector', 'lender']);
  });

  test.each<[string[], string[]]>([
    [['--scale', '50'], ['invalid --scale; not one of 1, 10, 100, 1000: "50" (at command line)']],
    [['--runs', '0'], ['invalid --runs; not a whole number in [1, 100000]: "0" (at command line)']],
    [['--runs', '1e3'], ['invalid --runs; not a whole number in [1, 100000]: "1e3" (at command line)']],
    [['--workers', '-1'], ['invalid --workers; not a whole number in [1, 64]: "-1" (at command line)']],
    [
      ['--until', '2031-01'],
      ['invalid --until; not a month in [2025-12, 2030-12]: "2031-01" (at command line)'],
    ],
    [['--until', '2030'], ['invalid --until; not a month in [2025-12, 2030-12]: "2030" (at command line)']],
    [['--parameters', 'all'], ['invalid --parameters; not one of point, plausible: "all" (at command line)']],
    [['--by', 'sectors'], ['unknown --by; nearest is sector: "sectors" (at command line)']],
    [['--seed', ''], ['invalid --seed; not 1 to 200 characters: "" (at command line)']],
    [['--scal', '10'], ['unknown option; nearest is --scale: "--scal" (at command line)']],
    [
      ['--scale', '1000', '--seed', 'a', '--scale', '100'],
      ['invalid --scale; given more than once: ["1000","100"] (at command line)'],
    ],
    [
      ['--runs=7', '--runs=x', '--runs', '7'],
      ['invalid --runs; given more than once: ["7","x","7"] (at command line)'],
    ],
    [['--json', '--json'], []],
    [['--scale'], ['missing --scale; needs a value (at command line)']],
    [['--json=yes'], ['invalid --json; takes no value: "yes" (at command line)']],
    [
      ['--scale', '7', '--runs', 'x', '--by', 'a'],
      [
        'invalid --scale; not one of 1, 10, 100, 1000: "7" (at command line)',
        'invalid --runs; not a whole number in [1, 100000]: "x" (at command line)',
        'unknown --by; nearest is size: "a" (at command line)',
      ],
    ],
    [
      ['--foo', '--runs', '2', '--scale', '7', '--runs', '3', '--out'],
      [
        'unknown option; nearest is --by: "--foo" (at command line)',
        'missing --out; needs a value (at command line)',
        'invalid --runs; given more than once: ["2","3"] (at command line)',
        'invalid --scale; not one of 1, 10, 100, 1000: "7" (at command line)',
      ],
    ],
  ])('%j', (args, expected) => {
    expect(linesOf(() => read(...args))).toEqual(expected);
  });
});

describe('operands', () => {
  const taken = (args: string[], names: string[]) => operands(splitCommandLine(args, WORLD_OPTIONS), names);

  test('are exactly those a command names', () => {
    expect(taken(['a', 'b'], ['<a>', '<b>'])).toEqual(['a', 'b']);
    expect(linesOf(() => taken(['a'], ['<a>', '<b>']))).toEqual(['missing <b>; required (at command line)']);
    expect(linesOf(() => taken(['a', 'b'], ['<a>']))).toEqual([
      'unknown operand; expected <a>: "b" (at command line)',
    ]);
  });

  test('behind an option nobody knows are its value, unless one is missing', () => {
    expect(taken(['a', '--scal', '7'], ['<a>'])).toEqual(['a']);
    expect(taken(['--quick', 'a'], ['<a>'])).toEqual(['a']);
    expect(linesOf(() => taken(['--quick', 'a'], []))).toEqual([]);
    expect(linesOf(() => taken(['--json', 'a'], []))).toEqual([
      'unknown operand; expected none: "a" (at command line)',
    ]);
  });
});
