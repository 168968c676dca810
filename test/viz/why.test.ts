import { describe, expect, test } from 'vitest';
import type { Attribution, Explained, Part, Player } from '../../experiments/index.ts';
import { decimalsOfParts, tidyOfWaterfall } from '../../viz/charts/waterfall.ts';
import { withinChance } from '../../viz/charts/waterfall-picture.ts';
import { displayOf } from '../../viz/text/numbers.ts';
import { whyWordsOf } from '../../viz/text/why.ts';
import { findingOf, pairsData, playerName, readingOf } from '../../viz/views/why-data.ts';
import { attributionText, playerName as playerInTerminal } from '../../workers/cli/why-text.ts';
import { contextOf } from '../support/answer.ts';

const part = (share: number, low: number, high: number): Part => ({
  share,
  low: share,
  high: share,
  error: 0,
  ci95: [low, high],
});
const sure = part(0.002, 0.001, 0.003);
const unsure = part(0.0009, -0.0015, 0.0032);
const explained: Explained = {
  a: 0.03,
  b: 0.0329,
  total: 0.0029,
  assumptions: [],
  acts: [sure, unsure],
  assumptionsLast: null,
  interactions: null,
  interactionsCi95: null,
};
const player = (name: string) => ({ players: [{ family: 'policy' as const, name }] });
const attribution = {
  scale: 100,
  runs: 8,
  worlds: 4,
  orders: 'all',
  assumptions: [],
  acts: [player('partA'), player('partB')],
  months: ['2030-12'],
  indicators: { 'npl-ratio': [explained], 'fiscal-cost': [explained] },
} as unknown as Attribution;

test('a part whose interval holds zero is within chance, whatever its range over orders', () => {
  expect([sure, unsure].map(withinChance)).toEqual([false, true]);
  expect(withinChance({ ci95: null })).toBe(false);
});

describe.each(['en', 'zh'] as const)('the heading of Why, in %s', (language) => {
  const reading = readingOf(contextOf({}, language), attribution, 'npl-ratio', '2030-12')!;

  test('gives the effect to the part beyond chance and names what may be chance', () => {
    const [said, chance] = findingOf(reading).split(/[;；]/);
    expect(said).toContain('partA');
    expect(chance).toMatch(language === 'en' ? /may be chance: partB/ : /或为随机波动：partB/);
  });

  test.each([
    [8, 'titleAgainst'],
    [1, 'titleAgainstSingle'],
  ] as const)('in %i runs gives a part that goes against the whole no share of it', (runs, said) => {
    const acts = [part(-0.004, -0.005, -0.003), part(0.003, 0.002, 0.004), part(0.0039, 0.003, 0.005)];
    const indicators = { 'npl-ratio': [{ ...explained, acts }] };
    const players = ['partA', 'partB', 'partC'].map(player);
    const answer = { ...attribution, runs, acts: players, indicators } as unknown as Attribution;
    const against = readingOf(contextOf({}, language), answer, 'npl-ratio', '2030-12')!;
    const name = language === 'en' ? 'NPL ratio' : '不良率';
    const [share, total] =
      language === 'en' ? ['−0.4\u00a0pp', '+0.3\u00a0pp'] : ['−0.4个百分点', '+0.3个百分点'];
    expect(findingOf(against)).toBe(whyWordsOf(language)[said]('partA', share, name, total));
  });

  test('gives nothing to parts that add nothing in any run, whose spread is not known', () => {
    const nothing: Part = { share: 0, low: 0, high: 0, error: 0, ci95: null };
    const indicators = { 'npl-ratio': [{ ...explained, b: 0.03, total: 0, acts: [nothing, nothing] }] };
    const answer = { ...attribution, runs: 3, indicators } as unknown as Attribution;
    const name = language === 'en' ? 'NPL ratio' : '不良率';
    expect(findingOf(readingOf(contextOf({}, language), answer, 'npl-ratio', '2030-12')!)).toBe(
      whyWordsOf(language).titleChance(name),
    );
  });

  test('speaks of the years of a flow, and of the month of a level', () => {
    const flow = readingOf(contextOf({}, language), attribution, 'fiscal-cost', '2030-12')!;
    expect(flow.when).toBe(language === 'en' ? '2026–2030 together' : '2026至2030年合计');
    expect(flow.period).toBe('2026-01/2030-12');
    expect(reading.period).toBe('2030-12');
  });
});

test('two shocks of one kind and month have two names, on screen and in the terminal', () => {
  const shock = { family: 'shock', name: 'flood', from: '2027-06' } as const;
  const players: Player[] = [
    { ...shock, scope: { prefectures: ['430100'] } },
    { ...shock, scope: { prefectures: ['430600'] } },
    { ...shock, ordinal: 1 },
    { ...shock, ordinal: 2 },
    { ...shock, ordinal: 2, gone: true },
  ];
  for (const language of ['en', 'zh'] as const) {
    const names = players.map((one) => playerName(contextOf({}, language), one));
    expect(new Set(names).size).toBe(players.length);
    expect(names[0]).toContain(language === 'en' ? 'Changsha' : '长沙');
  }
  expect(players.map(playerInTerminal)).toEqual([
    'flood (2027-06, 430100)',
    'flood (2027-06, 430600)',
    'flood (2027-06) no. 1',
    'flood (2027-06) no. 2',
    'no flood (2027-06) no. 2',
  ]);
});

test('the file of Why has every row of its table: both ends, the parts, and the whole difference', () => {
  const parts = [
    { ...sure, name: 'A', family: 'Policies' },
    { ...unsure, name: 'B', family: 'Policies' },
  ];
  const { columns, rows } = tidyOfWaterfall(
    {
      id: 'npl-ratio',
      title: '',
      subtitle: '',
      unit: 'ratio',
      month: '2030-12',
      start: { name: 'Status quo', value: 0.03 },
      end: { name: 'Mine', value: 0.0329 },
      groups: [{ title: '', parts }],
      runs: 8,
    },
    whyWordsOf('en'),
  );
  for (const row of rows) expect(row).toHaveLength(columns.length);
  const column = (name: string) => rows.map((row) => row[columns.indexOf(name)]);
  expect(column('part')).toEqual(['Status quo', 'A', 'B', 'Whole difference', 'Mine']);
  expect(column('level')).toEqual([0.03, Number.NaN, Number.NaN, Number.NaN, 0.0329]);
  expect(column('share').slice(1, 3)).toEqual([0.002, 0.0009]);
  expect(column('share')[3]).toBeCloseTo(0.0029, 10);
});

test('the terminal tells the sampling error of drawn orders, and leaves it out where all are counted', () => {
  const drawn = { ...sure, error: 0.0004 };
  const textOf = (acts: readonly Part[]) =>
    attributionText(['a', 'b'], {
      ...attribution,
      indicators: { 'npl-ratio': [{ ...explained, acts }] },
    });
  expect(textOf([drawn, unsure])).toMatch(/sampling error\n {2}partA .* 0\.04 pp\n {2}partB .* 0\.00 pp/);
  expect(textOf([sure, unsure])).not.toContain('sampling error');
});

describe.each(['en', 'zh'] as const)('the title of pairs, in %s', (language) => {
  const words = whyWordsOf(language);
  const raises = part(0.002, 0.001, 0.003);
  const lowers = part(-0.002, -0.003, -0.001);
  const square = <T>(none: T, one: T): T[][] => [
    [none, one],
    [one, none],
  ];
  const titleOf = (a: Part, b: Part, interaction: number, half = 0.0001, runs = 8) => {
    const ci95 = runs > 1 ? ([interaction - half, interaction + half] as const) : null;
    const [interactions, interactionsCi95] = [square(0, interaction), square(null, ci95)];
    const indicators = { 'npl-ratio': [{ ...explained, acts: [a, b], interactions, interactionsCi95 }] };
    const answer = { ...attribution, runs, indicators } as unknown as Attribution;
    return pairsData(readingOf(contextOf({}, language), answer, 'npl-ratio', '2030-12')!)!.title;
  };
  const size = language === 'en' ? '0.1\u00a0pp' : '0.1个百分点';

  test('says that parts reinforce each other where together they go further the way both go', () => {
    const said = words.pairsMore('partA', 'partB', size);
    expect(titleOf(raises, raises, 0.001)).toBe(said);
    expect(titleOf(lowers, lowers, -0.001)).toBe(said);
  });

  test('says that they replace each other where together they go less far, also downwards', () => {
    const said = words.pairsLess('partA', 'partB', size);
    expect(titleOf(raises, raises, -0.001)).toBe(said);
    expect(titleOf(lowers, lowers, 0.001)).toBe(said);
  });

  test('says neither of parts that go apart, or of which one may be chance', () => {
    const said = words.pairsApart('partA', 'partB', `+${size}`);
    expect(titleOf(raises, lowers, 0.001)).toBe(said);
    expect(titleOf(raises, unsure, 0.001)).toBe(said);
  });

  test('claims nothing of an interaction that chance may explain, but of a single run what it shows', () => {
    expect(titleOf(raises, raises, 0.001, 0.0012)).toBe(words.pairsChance);
    expect(titleOf(raises, raises, 0.00001, 0.000001)).toBe(words.pairsNone);
    expect(titleOf(raises, raises, 0.001, 0, 1)).toBe(
      words.pairsOne(words.pairsMore('partA', 'partB', size)),
    );
  });

  test('judges the largest of several pairs by an interval for all of them', () => {
    const acts = [raises, raises, raises];
    const table = <T>(none: T, one: T): T[][] =>
      acts.map((_, i) => acts.map((_, j) => (i === j ? none : one)));
    const titleAt = (half: number) => {
      const interactionsCi95 = table<readonly number[] | null>(null, [0.001 - half, 0.001 + half]);
      const indicators = {
        'npl-ratio': [{ ...explained, acts, interactions: table(0, 0.001), interactionsCi95 }],
      };
      const answer = { ...attribution, acts: ['partA', 'partB', 'partC'].map(player), indicators };
      const reading = readingOf(
        contextOf({}, language),
        answer as unknown as Attribution,
        'npl-ratio',
        '2030-12',
      );
      return pairsData(reading!)!.title;
    };
    expect(titleAt(0.0009)).toBe(words.pairsChance);
    expect(titleAt(0.0005)).toContain('partA');
  });
});

test('an attribution is written no finer than chance leaves its best-known part', () => {
  const display = displayOf('ratio', 'en', 0.003);
  const known = (half: number) => ({ ci95: [0.003 - half, 0.003 + half] as const });
  expect(decimalsOfParts([known(0.00001), known(0.02)], 0.003, display)).toBe(2);
  expect(decimalsOfParts([known(0.002), known(0.02)], 0.003, display)).toBe(1);
  expect(decimalsOfParts([known(0.02)], 0.003, display)).toBe(0);
  expect(decimalsOfParts([{ ci95: null }], 0.003, display)).toBe(2);
});
