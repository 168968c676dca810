import type { TemplateResult } from 'lit';
import { describe, expect, test } from 'vitest';
import { resolve } from '../../scenarios/index.ts';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import type { Context } from '../../viz/app/context.ts';
import { keyOf, type Study } from '../../viz/app/desk.ts';
import { shockOf } from '../../viz/app/draft.ts';
import { type Answered, breakingData, gridData, originOf } from '../../viz/app/drawing-trials.ts';
import type { Picks } from '../../viz/app/picks.ts';
import { usualState } from '../../viz/app/start.ts';
import type { State } from '../../viz/app/state.ts';
import { LOOKS } from '../../viz/charts/look.ts';
import { wordsOf } from '../../viz/text/index.ts';
import type { Language } from '../../viz/text/language.ts';
import { stressWordsOf } from '../../viz/text/stress.ts';
import { stress } from '../../viz/views/stress.ts';
import { breakingRequest, criterionOf, gridRequest, setupOf } from '../../viz/views/stress-setup.ts';
import { trials } from '../../viz/views/stress-trials.ts';
import type { Studies, StudyKind } from '../../workers/study.ts';

const FLOOD = shockOf({ kind: 'flood', from: '2027-06', months: 2 });
const ARREARS = shockOf({ kind: 'treasuryArrears', from: '2028-01', months: 12 });

type Kept = { [K in StudyKind]?: Study<K> };

/** The page with a flood and treasury arrears in the scenario, and other choices on top. */
function contextOf(more: Partial<State> = {}, studies: Kept = {}, lab: object = {}): Context {
  const usual = usualState(LIBRARY, {}, ['en']);
  const draft = { ...usual.draft, shocks: [FLOOD, ARREARS] };
  const state: State = { ...usual, draft, indicator: 'loan-penetration', ...more };
  return {
    state,
    chosen: state,
    words: wordsOf(state.language),
    look: LOOKS.light,
    library: LIBRARY,
    lab: { update: undefined, stale: false, faded: false, status: 'running', restarts: 0, ...lab },
    desk: { study: (kind: StudyKind) => studies[kind] },
    acts: { link: () => 'now' },
    tell: (text: Record<Language, string>) => text[state.language],
  } as unknown as Context;
}

/** A study asked with these choices, and what came of it. */
function asked<K extends StudyKind>(request: Studies[K]['request'], result: Studies[K]['result']) {
  const progress = { status: 'done', done: 1, total: 1 } as const;
  const key = keyOf(request);
  return { key, request, link: 'then', ...progress, result } as Study<K> & { result: typeof result };
}

const askedGrid = (context: Context): Answered<'grid'> =>
  asked<'grid'>(gridRequest(context, setupOf(context)), [
    { row: 1, column: 2, mean: -0.0212, joint: [-0.0222, -0.0202], runs: 8 },
  ]);

const TRIALS = [
  { severity: 0, broken: 0, chance: 0, runs: 3 },
  { severity: 1, broken: 3, chance: 0, runs: 3 },
];
const FOUND = { trials: TRIALS, smallest: 1, largestHeld: 0, noise: null, monotone: true, isDone: true };

const askedBreaking = (context: Context, result: Studies['breaking']['result'] = FOUND) =>
  asked<'breaking'>(breakingRequest(context, setupOf(context), 'half'), result);

/** Everything a template writes, attributes included. */
function written(part: unknown): string {
  if (Array.isArray(part)) return part.map(written).join('');
  const { strings, values } = (part ?? {}) as Partial<TemplateResult>;
  if (!strings) return typeof part === 'object' || typeof part === 'symbol' ? '' : String(part);
  return strings.map((text, at) => text + written(values![at])).join('');
}

const withPicks = (picks: Picks) => contextOf({ picks });

describe('with two shocks in the scenario', () => {
  test.each([
    ['flood', FLOOD, 'treasuryArrears'],
    ['treasuryArrears', ARREARS, 'flood'],
  ] as const)('testing %s leaves the other in every world', (shock, tested, other) => {
    const context = withPicks({ tested: shock });
    const setup = setupOf(context);
    const grid = gridRequest(context, setup);
    const breaking = breakingRequest(context, setup, 'half');
    for (const file of [...grid.rows, breaking.scenario]) {
      expect(file.shocks[grid.shock]).toMatchObject({ kind: tested.kind, from: tested.from });
      expect(file.shocks.map((one) => one.kind)).toContain(other);
      expect(resolve(file).shocks.some((one) => one.kind === other)).toBe(true);
    }
    expect(breaking.shock).toBe(grid.shock);
  });

  test('a shock that is not in the scenario comes on top of both', () => {
    const context = withPicks({ tested: 'exportFall' });
    const { rows, shock } = gridRequest(context, setupOf(context));
    expect(rows[0]!.shocks.map((one) => one.kind)).toEqual(['flood', 'treasuryArrears', 'exportFall']);
    expect(rows[0]!.shocks[shock]!.kind).toBe('exportFall');
  });

  test.each(['en', 'zh'] as const)(
    'the view says which is tested and what both worlds hold, in %s',
    (language) => {
      const context = contextOf({ language });
      const text = written(trials(context));
      const [flood, arrears] = ['flood', 'treasuryArrears'].map((kind) =>
        context.tell(LIBRARY.shockKinds.find((one) => one.id === kind)!.title),
      );
      const worlds = /data-role="worlds">([^<]*)</.exec(text)![1]!;
      expect(worlds).toContain(flood);
      expect(worlds).toContain(arrears);
      const varied = [...text.matchAll(/data-role="varied">([^<]*)</g)].map((one) => one[1]);
      expect(varied).toHaveLength(2);
      for (const one of varied) expect(one).toContain(flood);
    },
  );
});

describe('a severity grid that was computed', () => {
  const study = askedGrid(contextOf());

  test('keeps its indicator, unit, rows and shock when others are chosen', () => {
    const before = gridData(contextOf(), study);
    const later = contextOf({
      indicator: 'guarantee-balance',
      picks: { tested: 'treasuryArrears', rows: 'riskSplit', trials: '8' },
    });
    expect(gridData(later, study)).toEqual(before);
    expect(before).toMatchObject({ indicator: 'loan-penetration', unit: 'ratio' });
    expect(before.title).toContain('3 months');
    expect(before.subtitle).toMatch(/^Tested: Flood.*in both worlds: .*arrears/i);
  });

  test.each(['en', 'zh'] as const)(
    'names the furthest cell beyond chance, all cells taken together, in %s',
    (language) => {
      const own = stressWordsOf(language);
      const cell = (column: number, mean: number, half: number | null, runs = 8) => ({
        row: 1,
        column,
        mean,
        joint: half === null ? null : ([mean - half, mean + half] as const),
        runs,
      });
      const titleOf = (...cells: Studies['grid']['result']) =>
        gridData(contextOf({ language }), { ...study, result: cells }).title;
      const whole = Array.from({ length: 4 }, (_, row) =>
        [0, 1, 2, 3, 4].map((column) => ({ ...cell(column, -0.0001, 0.01), row })),
      ).flat();
      const beyond = titleOf(cell(1, -0.02, 0.03), cell(2, -0.01, 0.001));
      expect(beyond).toContain(language === 'en' ? '−1.00\u00a0pp' : '−1.00个百分点');
      expect(beyond.endsWith(own.soFar)).toBe(true);
      const name = language === 'en' ? 'Loan penetration' : '贷款覆盖率';
      expect(titleOf(cell(1, -0.02, 0.03))).toBe(own.gridChance(name) + own.soFar);
      expect(titleOf(...whole)).toBe(own.gridChance(name));
      expect(titleOf(cell(1, -0.02, null, 1))).toContain(own.responseOne);
      expect(titleOf()).toBe(own.gridWaiting(name));
      expect(titleOf(cell(1, -0.02, null))).toBe(own.gridWaiting(name));
      expect(titleOf(...whole.map((one) => ({ ...one, mean: 0.02, joint: null })))).toBe(
        own.gridFew(name, study.request.runs),
      );
      expect(titleOf(...whole.map((one) => ({ ...one, mean: null, joint: null })))).toBe(own.noValue);
    },
  );

  test.each(['en', 'zh'] as const)(
    'of guarantees in worlds too coarse for them says so, in %s',
    (language) => {
      const context = contextOf({ language, indicator: 'guarantee-balance', picks: { trialscale: '1000' } });
      const { title } = gridData(context, { ...askedGrid(context), result: [] });
      expect(title).toBe(wordsOf(language).needsScale(100));
    },
  );

  test('by length has no row beyond what the projection has room for', () => {
    const monthsFrom = (from: string) => {
      const draft = { ...usualState(LIBRARY, {}, ['en']).draft, shocks: [{ ...FLOOD, from }] };
      const context = contextOf({ draft });
      return gridRequest(context, setupOf(context)).rows.map((one) => one.shocks[0]!.months);
    };
    expect(monthsFrom('2030-01')).toEqual([1, 3, 6, 12]);
    expect(monthsFrom('2030-11')).toEqual([1, 3]);
    expect(monthsFrom('2030-12')).toEqual([1]);
  });

  test('is told in the language of now', () => {
    const { title, rows } = gridData(contextOf({ language: 'zh' }), study);
    expect(title).toMatch(/^3个月、强度1\.50时，贷款覆盖率偏离最大/);
    expect(rows).toEqual(['1个月', '3个月', '6个月', '12个月']);
  });

  test('names its rows by the policy that was asked about', () => {
    const other = askedGrid(withPicks({ rows: 'riskSplit' }));
    expect(gridData(contextOf(), other).rows).toEqual(gridData(withPicks({ rows: 'riskSplit' }), other).rows);
    expect(gridData(contextOf(), other).rows[1]).toMatch(/, weak$/);
  });

  test('is exported with the link, seed, runs and worlds of its question', () => {
    const origin = originOf('grid', study);
    expect(origin).toMatchObject({ seed: '1', runs: 8, scale: 100 });
    expect(origin.link!()).toBe('then');
    expect(origin.documents!()).toEqual({ request: study.request });
  });

  test('is greyed as an old result once the settings differ, and only then', () => {
    const shown = (more: Partial<State>) => written(trials(contextOf(more, { grid: study })));
    expect(shown({})).toContain('data-stale=false');
    expect(shown({})).not.toContain('data-role="outdated"');
    const old = shown({ indicator: 'guarantee-balance' });
    expect(old).toContain('data-stale=true');
    expect(old).toContain(stressWordsOf('en').outdated);
    expect(old).toContain('data-role="ask-grid"');
  });
});

describe('a reverse stress that was computed', () => {
  const study = askedBreaking(contextOf());

  test('keeps its criterion, shock and largest severity when others are chosen', () => {
    const later = withPicks({ tested: 'treasuryArrears', breaks: 'suspended-5' });
    expect(breakingData(later, study)).toEqual(breakingData(contextOf(), study));
    expect(breakingData(later, study).subtitle).toContain('guarantee funds, all together, fall to 50%');
    expect(breakingData(contextOf({ language: 'zh' }), study).subtitle).toContain('担保资金合计降至');
  });

  test('says while it computes how far it has come, and never that it holds up to the largest', () => {
    const early = { ...FOUND, trials: TRIALS.slice(0, 1), smallest: null, isDone: false };
    const { title } = breakingData(contextOf(), askedBreaking(contextOf(), early));
    expect(title).toBe('Still computing: it holds up to severity 0.00');
    const done = { ...early, isDone: true };
    const most = setupOf(contextOf()).most.toFixed(2);
    expect(breakingData(contextOf(), askedBreaking(contextOf(), done)).title).toContain(`severity, ${most}`);
  });

  test('says that runs broke no more than by chance', () => {
    const drift = { severity: 1, broken: 3, chance: 3, runs: 3 };
    const found = { ...FOUND, trials: [TRIALS[0]!, drift], smallest: null };
    expect(breakingData(contextOf(), askedBreaking(contextOf(), found)).title).toContain(
      'no more than by chance',
    );
  });

  test('says nothing of guarantors in worlds too coarse for them', () => {
    const coarse = withPicks({ trialscale: '1000' });
    expect(breakingData(contextOf(), askedBreaking(coarse)).title).toBe(stressWordsOf('en').needsFine);
  });

  test('asks for its criterion as chosen', () => {
    expect(criterionOf('suspended-5')).toEqual({ kind: 'suspended', count: 5 });
  });
});

test('while the stored status quo is on screen the view says that the model is running, not that there is no shock', () => {
  const { draft } = usualState(LIBRARY, {}, ['en']);
  const quiet = { ...draft, policies: [], shocks: [] };
  const update = { stage: 'stored', scale: 100, runsDone: 1, result: { months: [], province: {} } };
  const now = contextOf();
  const shown = { ...contextOf({ draft: quiet }, {}, { update }), chosen: now.state };
  const text = written(stress(shown));
  const words = stressWordsOf('en');
  expect(text).toContain(words.running);
  expect(text).not.toContain(words.noShock);
  expect(text).toMatch(/data-role="worlds">Tested: Flood/);
});
