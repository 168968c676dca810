// A scenario file means the same in the lab and in the terminal, opened, saved, kept, linked to, and changed.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hashOf } from '../../experiments/index.ts';
import { resolve, resolvePreset } from '../../scenarios/index.ts';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import { setAssumption, setParameter } from '../../viz/app/draft.ts';
import { keepFile } from '../../viz/app/kept-files.ts';
import { KeptScenarios } from '../../viz/app/kept-scenarios.ts';
import { presetOf } from '../../viz/app/library.ts';
import { linkOf } from '../../viz/app/link.ts';
import { readLink } from '../../viz/app/link-read.ts';
import { openedDraft } from '../../viz/app/origin.ts';
import { fullTitleOf, isChanged, scenarioFile } from '../../viz/app/scenario-file.ts';
import { usualState } from '../../viz/app/start.ts';
import type { Draft, ScenarioDocument } from '../../viz/app/state.ts';
import { Store } from '../../viz/app/store.ts';

const usual = usualState(LIBRARY, {}, ['en']);
const scenarioHash = (document: unknown) => hashOf(resolve(document).scenario);

/** A file of somebody's own, on top of a preset, written as sparsely as the schema allows. */
const FILE = {
  schema: 'headwater/scenario@1',
  id: 'risk-split-county',
  title: { en: 'My own', zh: '自拟' },
  question: { en: 'Does it help in Huaihua?', zh: '对怀化有用吗？' },
  author: 'Somebody',
  date: '2026-11-22',
  sources: ['loan-balance.hunan-sme.2025'],
  base: 'risk-split',
  policies: [
    {
      lever: 'interestSubsidy',
      from: '2026-07',
      scope: { settings: ['county'], prefectures: ['431200'] },
      set: { points: 0.01 },
    },
  ],
  shocks: [{ kind: 'flood', from: '2027-06', months: 3 }],
  assumptions: { informationOverlap: 0.3 },
} satisfies ScenarioDocument & { schema: string };

/** The file as another page load has it: equal, and another object. */
const opened = (file: object = FILE): Draft =>
  openedDraft(JSON.parse(JSON.stringify(file)) as ScenarioDocument);
const moved = (draft: Draft): Draft => setParameter(draft, 'riskSplit', 'bankShare', 0.35, 0.2);
const saved = (draft: Draft) => scenarioFile(draft, LIBRARY, '2027-03-04');

let storage: Map<string, string>;
beforeEach(() => {
  storage = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
  });
});
afterEach(() => void vi.unstubAllGlobals());

describe('a scenario that was not changed', () => {
  test.each(LIBRARY.presets.map((one) => one.id))('has the terminal’s hash: %s', (id) => {
    expect(scenarioHash(saved(presetOf(LIBRARY, id)!.draft))).toBe(hashOf(resolvePreset(id).scenario));
  });

  test('is saved as the file it was opened from, its base and all it leaves out included', () => {
    expect(saved(opened())).toEqual(FILE);
    expect(scenarioHash(saved(opened()))).toBe(scenarioHash(FILE));
  });

  test('and is a preset’s own file gives its author no part in what somebody makes of it', () => {
    const { document } = presetOf(LIBRARY, 'full-package')!;
    expect(document!.author).toBeTruthy();
    expect(saved(moved(opened(document))).author).toBeUndefined();
    expect(saved(moved(opened())).author).toBe(FILE.author);
  });

  test('runs as the world its file means', () => {
    const { policies, shocks, assumptions } = resolve(FILE).scenario;
    expect(opened()).toMatchObject({ preset: 'risk-split', policies, shocks, assumptions });
  });

  test('has the changes of its base also where it is called like it', () => {
    const file = { ...FILE, id: 'risk-split' };
    expect(opened(file).policies).toEqual(resolve(file).scenario.policies);
  });

  test('is called by its id where it has no title', () => {
    const { title: _, ...file } = FILE;
    expect(fullTitleOf(opened(file), LIBRARY)).toEqual(resolve(file).scenario.title);
  });

  test('is not changed by a lever that was moved and put back', () => {
    const there = moved(opened());
    const back = setParameter(there, 'riskSplit', 'bankShare', 0.5, 0.2);
    expect(isChanged(there, LIBRARY)).toBe(true);
    expect(saved(back)).toEqual(FILE);
  });
});

describe('a scenario that was changed', () => {
  test('says so in id and title, has the day, and keeps the words, author and sources of its file', () => {
    expect(saved(moved(opened()))).toMatchObject({
      id: 'risk-split-county-changed',
      title: { en: 'My own (changed)', zh: '自拟（已改动）' },
      question: FILE.question,
      author: FILE.author,
      date: '2027-03-04',
      sources: FILE.sources,
    });
  });

  test('is complete without the preset it came on top of', () => {
    const draft = setAssumption(moved(opened()), 'informationOverlap', 0.4, 0);
    const file = saved(draft);
    expect(file.base).toBe('baseline');
    const { policies, shocks, assumptions } = resolve(file).scenario;
    expect({ policies, shocks, assumptions }).toEqual({
      policies: draft.policies,
      shocks: draft.shocks,
      assumptions: { informationOverlap: 0.4 },
    });
  });

  test('of a preset is not by the authors of the preset', () => {
    const preset = presetOf(LIBRARY, 'risk-split')!;
    const file = saved(moved(preset.draft));
    expect(file).toMatchObject({
      id: 'risk-split-changed',
      question: preset.question,
      sources: preset.sources,
      date: '2027-03-04',
    });
    expect(file).not.toHaveProperty('author');
  });

  test('opened and changed again says so once', () => {
    const again = saved(moved(opened(saved(setAssumption(opened(), 'informationOverlap', 0.5, 0)))));
    expect(again).toMatchObject({ id: 'risk-split-county-changed', title: { en: 'My own (changed)' } });
  });

  test('is a file the terminal reads however long its id and title were', () => {
    const long = {
      ...FILE,
      id: `a${'-b'.repeat(39)}c`,
      title: { en: '𝒜'.repeat(100), zh: '长'.repeat(200) },
    };
    const { scenario } = resolve(saved(moved(opened(long))));
    expect(scenario.id).toMatch(/-changed$/);
    expect(scenario.title!.en).toMatch(/^𝒜+ \(changed\)$/u);
    expect(scenario.title!.zh).toMatch(/（已改动）$/);
  });
});

describe('a file is found again', () => {
  const load = (query: string) => readLink(query, usual, LIBRARY, ['overview']);
  const linked = (draft: Draft) => linkOf({ ...usual, draft }, LIBRARY);

  test('after a reload, untouched and changed', () => {
    keepFile(opened().file!);
    for (const draft of [opened(), moved(opened())]) {
      const { state, problems } = load(linked(draft));
      expect(problems).toEqual([]);
      expect(saved(state.draft)).toEqual(saved(draft));
    }
  });

  test('with an assumption written as a list of one', () => {
    const file = { ...FILE, assumptions: { informationOverlap: [0.3] } };
    keepFile(opened(file).file!);
    expect(saved(load(linked(opened(file))).state.draft)).toEqual(file);
  });

  test('by its content: another file of the same id is not taken for it', () => {
    keepFile(opened({ ...FILE, author: 'Somebody else' }).file!);
    expect(load(linked(opened())).problems).toEqual([{ kind: 'file', id: 'risk-split-county' }]);
  });

  test('in another browser only as far as its levers, and the link says so', () => {
    const { state, problems } = load(linked(opened()));
    expect(problems).toEqual([{ kind: 'file', id: 'risk-split-county' }]);
    const { policies, shocks, assumptions } = opened();
    expect(state.draft).toMatchObject({ preset: 'risk-split', policies, shocks, assumptions });
    expect(state.draft.file).toBeUndefined();
  });

  test('with many policies of one lever', () => {
    const places = LIBRARY.places.map((one) => one.code);
    const policies = places.map((code) => ({
      lever: 'interestSubsidy',
      from: '2026-07',
      scope: { prefectures: [code] },
      set: { points: 0.01 },
    }));
    const draft = opened({ ...FILE, policies });
    const { state, problems } = load(linked(draft));
    expect(problems).toEqual([{ kind: 'file', id: FILE.id }]);
    expect(state.draft.policies).toEqual(draft.policies);
  });

  test('by undo', () => {
    const store = new Store({ ...usual, draft: opened() });
    store.change((now) => ({ ...now, draft: presetOf(LIBRARY, 'data-sharing')!.draft }));
    store.undo();
    expect(saved(store.state.draft)).toEqual(FILE);
  });

  test('among the scenarios kept under a name, which is then its title', () => {
    const keeping = () => {
      const library = { ...LIBRARY, presets: LIBRARY.presets.filter((one) => !one.own) };
      return { library, kept: new KeptScenarios(library) };
    };
    const { preset } = keeping().kept.keep('Mine', opened(), '2027-01-01');
    const kept = presetOf(keeping().library, preset.id)!;
    expect(kept).toMatchObject({ question: FILE.question, author: FILE.author, sources: FILE.sources });
    expect(saved(kept.draft)).toEqual({ ...FILE, title: { en: 'Mine', zh: 'Mine' } });
  });

  test('no longer when there have been twenty others, or as many as there is room for', () => {
    const write = localStorage.setItem;
    vi.stubGlobal('localStorage', {
      ...localStorage,
      setItem(key: string, value: string) {
        if (value.length > 3000) throw new Error('full');
        write(key, value);
      },
    });
    for (let k = 0; k < 8; k++) keepFile(opened({ ...FILE, id: `file-${k}` }).file!);
    const known = Array.from({ length: 8 }, (_, k) => load(linked(opened({ ...FILE, id: `file-${k}` }))));
    expect(known.at(-1)!.problems).toEqual([]);
    expect(known[0]!.problems).toHaveLength(1);
  });
});
