// Scenarios kept in the browser, in one window and in several that share its storage.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import type { Context } from '../../viz/app/context.ts';
import { sameWorld, setParameter } from '../../viz/app/draft.ts';
import { nameInId } from '../../viz/app/kept-ids.ts';
import { withKeptName, withoutKeptName } from '../../viz/app/kept-name.ts';
import { KeptScenarios } from '../../viz/app/kept-scenarios.ts';
import { type Library, presetOf } from '../../viz/app/library.ts';
import { linkOf } from '../../viz/app/link.ts';
import { readLink } from '../../viz/app/link-read.ts';
import { NoticeBoard } from '../../viz/app/notice-board.ts';
import { scenarioFile } from '../../viz/app/scenario-file.ts';
import { usualState } from '../../viz/app/start.ts';
import type { State, Text } from '../../viz/app/state.ts';
import { notCarried, scenarioName } from '../../viz/app/words.ts';
import { wordsOf } from '../../viz/text/index.ts';

const KEY = 'headwater/own@1';
const DAY = '2026-11-24';
const { draft } = presetOf(LIBRARY, 'risk-split')!;

let stored: Map<string, string>;
let refuses: boolean;
let listeners: ((event: { key: string | null }) => void)[];

beforeEach(() => {
  stored = new Map();
  refuses = false;
  listeners = [];
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (refuses) throw new DOMException('full', 'QuotaExceededError');
      stored.set(key, value);
    },
  });
  vi.stubGlobal('addEventListener', (_: string, listener: (typeof listeners)[number]) =>
    listeners.push(listener),
  );
});
afterEach(() => vi.unstubAllGlobals());

/** A window of the lab: its list, and what was kept in it. */
function openWindow() {
  const library: Library = { ...LIBRARY, presets: [...LIBRARY.presets] };
  const own = new KeptScenarios(library);
  const names = () => library.presets.filter((one) => one.own && !one.forgotten).map((one) => one.title.en);
  return { library, own, names, keep: (name: string) => own.keep(name, draft, DAY).preset.id };
}

describe('kept scenarios', () => {
  test('of two windows are all there, whichever was opened first', () => {
    const [first, second] = [openWindow(), openWindow()];
    first.keep('Mine');
    second.keep('Yours');
    first.keep('Mine too');
    expect(openWindow().names()).toEqual(['Mine', 'Yours', 'Mine too']);
  });

  test('are listed in other windows as soon as they are kept, and no longer when they are forgotten', () => {
    const [first, second] = [openWindow(), openWindow()];
    const changed = vi.fn();
    second.own.follow(changed);
    const id = first.keep('Mine');
    for (const tell of listeners) tell({ key: KEY });
    expect(second.names()).toEqual(['Mine']);
    first.own.forget(id);
    for (const tell of listeners) tell({ key: KEY });
    expect(second.names()).toEqual([]);
    for (const tell of listeners) tell({ key: 'headwater/settings@1' });
    expect(changed).toHaveBeenCalledTimes(2);
  });

  test('that are forgotten in one window leave those kept in another alone', () => {
    const [first, second] = [openWindow(), openWindow()];
    const id = first.keep('Mine');
    second.keep('Yours');
    first.own.forget(id);
    expect(openWindow().names()).toEqual(['Yours']);
  });

  test('stay known to what compares with them when they are forgotten', () => {
    const { library, own, keep } = openWindow();
    const id = keep('Mine');
    own.forget(id);
    expect(presetOf(library, id)?.title.en).toBe('Mine');
  });

  test('never get an id that another had, so that a link comes to mean nothing else', () => {
    const [first, second] = [openWindow(), openWindow()];
    const ids = [first.keep('Mine'), second.keep('Mine')];
    first.own.forget(ids[0]!);
    ids.push(openWindow().keep('Mine'));
    expect(new Set(ids).size).toBe(3);
  });

  test('say their name in their id, in letters a link can carry', () => {
    const { keep } = openWindow();
    expect(keep('A little more, twice')).toMatch(/^own-A-little-more-twice-[0-9a-z]{8}$/);
    expect(nameInId(keep('多担一点：40%'))).toBe('多担一点 40');
    expect(keep('?!')).toMatch(/^own-[0-9a-z]{8}$/);
    expect(nameInId('own-2')).toBe('own-2');
  });

  test('last until the page closes where the browser stores nothing, and are not taken off the list by other windows', () => {
    const { own, names } = openWindow();
    own.follow(() => {});
    refuses = true;
    expect(own.keep('Mine', draft, DAY).lasts).toBe(false);
    for (const tell of listeners) tell({ key: KEY });
    expect(names()).toEqual(['Mine']);
  });

  test.each(['en', 'zh'] as const)(
    'say in %s that the link of a comparison with one does not carry it',
    (language) => {
      const { library, keep } = openWindow();
      const own = keep('Mine');
      const usual = usualState(library, {}, [language]);
      const words = wordsOf(language);
      const tell = (text: Text) => text[language];
      const about = (state: State) => notCarried({ library, words, tell } as Context, state);
      expect(about(usual)).toBeUndefined();
      expect(about({ ...usual, others: [own] })).toMatch(
        language === 'en' ? /not carried by the link: “Mine”/ : /^“Mine”.*链接不含/,
      );
    },
  );

  describe('as titles', () => {
    const moved = setParameter(draft, 'riskSplit', 'bankShare', 0.55, 0.2);
    const title = (library: Library, of: State['draft']) => {
      const state = { ...usualState(library, {}, ['en']), draft: of };
      return scenarioName({ state, library, words: wordsOf('en'), tell: (text: Text) => text.en } as Context);
    };
    const reopen = (library: Library, of: State['draft']) => {
      const usual = usualState(library, {}, ['en']);
      return readLink(linkOf({ ...usual, draft: of }, library), usual, library, ['overview']);
    };

    test.each([
      ['a changed scenario', moved],
      ['a preset as it is', draft],
    ])('name %s until something changes, after a reload as well, and in its file', (_, kept) => {
      const { library, own } = openWindow();
      const now = withKeptName(kept, own.keep('Mine', kept, DAY).preset);
      expect(title(library, now)).toBe('Mine');
      const { state, problems } = reopen(openWindow().library, now);
      expect(problems).toEqual([]);
      expect(title(openWindow().library, state.draft)).toBe('Mine');
      expect(scenarioFile(state.draft, openWindow().library).title).toEqual({ en: 'Mine', zh: 'Mine' });
    });

    test('stay with what was changed since, which says so', () => {
      const { library, own } = openWindow();
      const now = withKeptName(moved, own.keep('Mine', moved, DAY).preset);
      const later = setParameter(now, 'riskSplit', 'bankShare', 0.6, 0.2);
      expect(title(library, later)).toBe('Mine (changed)');
      expect(title(library, reopen(library, later).state.draft)).toBe('Mine (changed)');
      expect(title(library, setParameter(later, 'riskSplit', 'bankShare', 0.55, 0.2))).toBe('Mine');
    });

    test('do not stay on a scenario that is back at what it came from', () => {
      const { library, own } = openWindow();
      const now = withKeptName(moved, own.keep('Mine', moved, DAY).preset);
      const origin = presetOf(library, 'risk-split')!;
      const back = { ...now, policies: origin.draft.policies };
      expect(title(library, back)).toBe(origin.title.en);
      expect(scenarioFile(back, library).title).toEqual(origin.title);
    });

    test('are missing in another browser, where the link still carries the scenario and says what is missing', () => {
      const { own } = openWindow();
      const now = withKeptName(moved, own.keep('A little more', moved, DAY).preset);
      stored.clear();
      const { library } = openWindow();
      const { state, problems } = reopen(library, now);
      expect(sameWorld(state.draft, moved)).toBe(true);
      expect(title(library, state.draft)).toBe(`${presetOf(library, 'risk-split')!.title.en} (changed)`);
      const board = new NoticeBoard(() => {});
      board.tellLink(problems, library, 'en');
      expect(board.notices.map((one) => one.text)).toEqual([
        expect.stringMatching(/kept as “A little more”/),
      ]);
    });

    test('go with the scenario that is forgotten', () => {
      const { own } = openWindow();
      const { preset } = own.keep('Mine', moved, DAY);
      expect(withoutKeptName(withKeptName(moved, preset), preset.id)).toEqual(moved);
      expect(withoutKeptName(moved, preset.id)).toBe(moved);
    });
  });

  test('of another release that are not understood stay stored', () => {
    stored.set(KEY, JSON.stringify([{ id: 'own-9', shape: 'of a later release' }]));
    openWindow().keep('Mine');
    expect(JSON.parse(stored.get(KEY)!)).toMatchObject([{ id: 'own-9' }, { name: 'Mine' }]);
  });

  test('are all kept, however many there are', () => {
    const { keep } = openWindow();
    for (let k = 0; k < 70; k++) keep(`Number ${k}`);
    expect(openWindow().names()).toHaveLength(70);
  });
});
