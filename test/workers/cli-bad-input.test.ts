import { beforeAll, describe, expect, test, vi } from 'vitest';
import { headwater } from '../support/program.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(async () => void (await headwater(['--help'])), 120_000);

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
