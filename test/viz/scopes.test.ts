// Whom policies and shocks are for: what the editor offers is what the model can tell apart, and what it says is what is meant.
import { describe, expect, test } from 'vitest';
import { LIBRARY as SCENARIOS } from '../../scenarios/index.ts';
import { type Provinces, readScenario } from '../../scenarios/schema/read.ts';
import type { ScopeNames } from '../../scenarios/schema/scenario.ts';
import { tellsOfShock } from '../../scenarios/schema/tells.ts';
import { INSTRUMENTS, SHOCKS } from '../../sim/index.ts';
import { usualPolicy, usualShock } from '../../viz/app/additions.ts';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import type { Context } from '../../viz/app/context.ts';
import { addShock, policyOf } from '../../viz/app/draft.ts';
import { type Library, presetOf } from '../../viz/app/library.ts';
import { linkOf, SCOPE_KEYS } from '../../viz/app/link.ts';
import { readLink } from '../../viz/app/link-read.ts';
import { scenarioFile } from '../../viz/app/scenario-file.ts';
import {
  membersOf,
  partsOfPolicy,
  refusedParts,
  untoldParts,
  withMember,
  withPart,
} from '../../viz/app/scopes.ts';
import { usualState } from '../../viz/app/start.ts';
import { scopeSummary } from '../../viz/controls/scope-summary.ts';
import { wordsOf } from '../../viz/text/index.ts';
import type { Language } from '../../viz/text/language.ts';

const usual = usualState(LIBRARY, {}, ['en']);
const baseline = presetOf(LIBRARY, 'baseline')!.draft;
const instrumentOf = (id: string) => INSTRUMENTS.find((one) => one.id === id)!;
const contextIn = (language: Language, province = 'hunan') =>
  ({
    state: { language },
    words: wordsOf(language),
    library: LIBRARY.of(province),
    tell: (text) => text[language],
  }) as Context;
const PLACES = ['430600', '430700'];
/** What the model knows of the province of a library. */
const provincesOf = ({ province, places }: Library): Provinces => ({
  ids: [province.id],
  vocabularyOf: () => ({
    province: province.id,
    instruments: INSTRUMENTS,
    shocks: SHOCKS,
    assumptions: [],
    prefectures: places.map(({ code }) => code),
  }),
});

describe('the parts of a scope that are offered', () => {
  test('are those of the parameters a policy sets: places and kinds of enterprises, lenders, or nothing', () => {
    const parts = (lever: string, set: Record<string, number>) =>
      partsOfPolicy(instrumentOf(lever), policyOf({ lever, set }), LIBRARY);
    expect(parts('riskSplit', { bankShare: 0.5 })).toEqual(['prefectures', 'settings', 'sectors', 'sizes']);
    expect(parts('coLending', { partners: 0.5 })).toEqual(['lenders']);
    expect(parts('coLending', { partners: 0.5, routed: 0.5 })).toEqual([]);
    expect(parts('compensation', { arrival: 1 })).toEqual(['prefectures']);
    expect(parts('fundAllocation', { west: 0.4 })).toEqual([]);
  });

  test('are taken by the model, and no others are', () => {
    for (const instrument of INSTRUMENTS) {
      const policy = usualPolicy(instrument, LIBRARY);
      const told = partsOfPolicy(instrument, policy, LIBRARY);
      for (const part of SCOPE_KEYS) {
        const scope = withPart({}, part, membersOf(part, LIBRARY).slice(0, 1));
        const draft = { ...baseline, policies: [{ ...policy, scope }] };
        const { faults } = readScenario(scenarioFile(draft, LIBRARY), provincesOf(LIBRARY));
        expect(faults === undefined, `${instrument.id} by ${part}`).toBe(told.includes(part));
      }
    }
  });

  test('of what is switched off are those the model takes, in either province', () => {
    for (const province of ['hunan', 'zhejiang'])
      for (const instrument of INSTRUMENTS)
        for (const part of SCOPE_KEYS) {
          const library = LIBRARY.of(province);
          const scope = withPart({}, part, membersOf(part, library).slice(0, 1));
          const policy = policyOf({ lever: instrument.id, enabled: false, scope });
          const { draft } = presetOf(LIBRARY, library.province.statusQuo)!;
          const file = scenarioFile({ ...draft, policies: [policy] }, library);
          const isRefused = refusedParts(instrument, policy, library).length > 0;
          expect(readScenario(file, SCENARIOS).faults !== undefined, `${instrument.id} by ${part}`).toBe(
            isRefused,
          );
          if (partsOfPolicy(instrument, policy, library).includes(part)) expect(isRefused).toBe(false);
        }
  });

  test('by shocks are places and kinds of enterprises, unless a shock strikes everyone at once', () => {
    for (const kind of SHOCKS)
      expect(tellsOfShock(kind), kind.id).toEqual(
        kind.id === 'fundingCost' ? [] : ['prefectures', 'settings', 'sectors', 'sizes'],
      );
  });

  test('by shocks are taken by the model, and no others are', () => {
    for (const kind of SHOCKS)
      for (const part of SCOPE_KEYS) {
        const scope = withPart({}, part, membersOf(part, LIBRARY).slice(0, 1));
        const draft = { ...baseline, shocks: [{ ...usualShock(kind, LIBRARY), scope }] };
        const { faults } = readScenario(scenarioFile(draft, LIBRARY), provincesOf(LIBRARY));
        expect(faults === undefined, `${kind.id} by ${part}`).toBe(tellsOfShock(kind).includes(part));
      }
  });

  test('leave out what a scope names in vain', () => {
    const scope: ScopeNames = { prefectures: PLACES, lenders: ['city'] };
    expect(untoldParts(scope, ['lenders'])).toEqual(['prefectures']);
    expect(untoldParts(scope, ['prefectures', 'lenders'])).toEqual([]);
  });
});

describe('a scope', () => {
  const all = membersOf('prefectures', LIBRARY);

  test('names places in the order of their codes, however they were ticked', () => {
    const second = withMember({}, 'prefectures', '430700', true, all);
    expect(withMember(second, 'prefectures', '430600', true, all)).toEqual({ prefectures: PLACES });
  });

  test('that names nobody any more means everyone, and says nothing', () => {
    expect(withMember({ prefectures: ['430600'] }, 'prefectures', '430600', false, all)).toEqual({});
  });

  test('keeps its other parts, in the order of links', () => {
    const settings = withPart({}, 'settings', ['township']);
    expect(Object.keys(withPart(settings, 'prefectures', PLACES))).toEqual(['prefectures', 'settings']);
  });

  test('offers the prefectures of its own province', () => {
    expect(membersOf('prefectures', LIBRARY.of('zhejiang'))[0]).toBe('330100');
    expect(membersOf('prefectures', LIBRARY)).toHaveLength(14);
  });

  test('and a phase-in come back from a link and stand in the file', () => {
    const scope = withPart(withPart({}, 'settings', ['township']), 'prefectures', PLACES);
    const policy = policyOf({ lever: 'riskSplit', set: { bankShare: 0.5 }, scope, phaseInMonths: 6 });
    const draft = { ...baseline, policies: [policy] };
    const link = linkOf({ ...usual, draft }, LIBRARY);
    expect(link).toContain(
      'riskSplit.phase=6&riskSplit.prefectures=430600,430700&riskSplit.settings=township',
    );
    expect(readLink(link, usual, LIBRARY, ['overview']).state.draft.policies).toEqual([policy]);
    expect(scenarioFile(draft, LIBRARY).policies).toEqual([policy]);
  });
});

describe('a scope in words', () => {
  const told = ['prefectures', 'settings', 'sectors', 'sizes'] as const;
  const scope: ScopeNames = { prefectures: ['430600', '430700'], settings: ['township'] };

  test('names who is meant', () => {
    expect(scopeSummary(scope, told, contextIn('en'))).toBe('Yueyang, Changde; township');
    expect(scopeSummary(scope, told, contextIn('zh'))).toBe('岳阳、常德；乡镇');
  });

  test('says everyone in words that fit', () => {
    expect(scopeSummary({}, told, contextIn('en'))).toBe('Whole province');
    expect(scopeSummary({}, ['lenders'], contextIn('zh'))).toBe('全部贷款机构');
  });

  test('counts what is too long to name', () => {
    const most = { prefectures: [...membersOf('prefectures', LIBRARY).slice(1)] };
    expect(scopeSummary(most, told, contextIn('en'))).toBe('13 of 14 prefectures');
    expect(scopeSummary(most, told, contextIn('zh'))).toBe('14个市州中的13个');
  });
});

describe('what the time lane adds', () => {
  test('moves something of every policy', () => {
    for (const one of INSTRUMENTS) expect(usualPolicy(one, LIBRARY).set, one.id).not.toEqual({});
  });

  test.each(['hunan', 'zhejiang'])('is a scenario the model takes, in %s', (province) => {
    const library = LIBRARY.of(province);
    const quo = presetOf(library, library.province.statusQuo)!.draft;
    const others = quo.policies.map((one) => one.lever);
    const policies = INSTRUMENTS.filter((one) => !others.includes(one.id)).map((one) =>
      usualPolicy(one, library),
    );
    const shocks = SHOCKS.map((one) => usualShock(one, library));
    const draft = shocks.reduce(addShock, { ...quo, policies: [...quo.policies, ...policies] });
    expect(readScenario(scenarioFile(draft, library), provincesOf(library)).faults).toBeUndefined();
  });
});
