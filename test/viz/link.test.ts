import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../experiments/hash.ts';
import { resolve } from '../../scenarios/index.ts';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import { inOneProvince } from '../../viz/app/comparators.ts';
import {
  addShock,
  policyOf,
  sameWorld,
  setAssumption,
  setEnabled,
  setParameter,
  shockOf,
} from '../../viz/app/draft.ts';
import { presetOf } from '../../viz/app/library.ts';
import { linkOf } from '../../viz/app/link.ts';
import { LINK_KEYS, readLink } from '../../viz/app/link-read.ts';
import { NoticeBoard } from '../../viz/app/notice-board.ts';
import { PICK_NAMES } from '../../viz/app/picks.ts';
import { inPresetOrder } from '../../viz/app/policy-order.ts';
import { scenarioFile } from '../../viz/app/scenario-file.ts';
import { usualState } from '../../viz/app/start.ts';
import type { State } from '../../viz/app/state.ts';
import { numberIn } from '../support/numbers.ts';

const usual = usualState(LIBRARY, {}, ['en']);
const VIEWS = ['overview', 'compare'];
const read = (query: string) => readLink(query, usual, LIBRARY, VIEWS);
const withDraft = (
  preset: string,
  edit: (draft: State['draft']) => State['draft'] = (draft) => draft,
): State => inOneProvince({ ...usual, draft: edit(presetOf(LIBRARY, preset)!.draft) }, LIBRARY);

describe('a link', () => {
  test('carries only what differs from the named preset', () => {
    const state = withDraft('risk-split', (draft) =>
      setParameter(draft, 'riskSplit', 'bankShare', 0.35, 0.2),
    );
    expect(linkOf(state, LIBRARY)).toBe(
      `scenario=risk-split&riskSplit.bankShare=0.35&vs=baseline&lang=en&v=3&release=${LIBRARY.release}`,
    );
  });

  test('stays readable: dates, lists and shocks are not escaped', () => {
    const flood = shockOf({
      kind: 'flood',
      from: '2027-06',
      months: 3,
      severity: 1.5,
      scope: { prefectures: ['430600', '430700'] },
    });
    const link = linkOf(
      withDraft('baseline', (draft) => addShock(draft, flood)),
      LIBRARY,
    );
    expect(link).toContain('shock=flood:2027-06:3:1.5:prefectures=430600,430700');
  });

  test('says when a preset’s policy or shock is gone', () => {
    const bare = { policies: [], shocks: [] };
    for (const id of ['full-package', 'flood-2027']) {
      const state = withDraft(id, (draft) => ({ ...draft, ...bare }));
      expect(read(linkOf(state, LIBRARY)).state.draft.policies).toEqual([]);
      expect(read(linkOf(state, LIBRARY)).state.draft.shocks).toEqual([]);
    }
  });

  test.each(LIBRARY.presets.map((one) => one.id))('of the preset %s leads back to it', (id) => {
    const back = read(linkOf(withDraft(id), LIBRARY));
    expect(back.problems).toEqual([]);
    expect(back.state.draft).toBe(presetOf(LIBRARY, id)!.draft);
  });

  test('of any edited scenario leads back to the same world', () => {
    const lever = fc.constantFrom(...LIBRARY.instruments);
    const month = fc
      .integer({ min: 0, max: 59 })
      .map((at) => `${2026 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
    const edit = fc.oneof(
      fc.record({
        kind: fc.constant('set' as const),
        lever,
        share: numberIn(0, 1),
        from: month,
      }),
      fc.record({ kind: fc.constant('off' as const), lever }),
      fc.record({
        kind: fc.constant('assume' as const),
        at: fc.nat({ max: LIBRARY.assumptions.length - 1 }),
        share: numberIn(0, 1),
      }),
      fc.record({
        kind: fc.constant('shock' as const),
        from: month,
        months: fc.integer({ min: 1, max: 24 }),
        places: numberIn(0, 1),
      }),
    );
    const preset = fc.constantFrom(...LIBRARY.presets.map((one) => one.id));
    fc.assert(
      fc.property(preset, fc.array(edit, { maxLength: 6 }), (id, edits) => {
        const state = withDraft(id, (draft) => edits.reduce(applyEdit, draft));
        const back = read(linkOf(state, LIBRARY));
        expect(back.problems).toEqual([]);
        expect(sameWorld(back.state.draft, state.draft)).toBe(true);
        expect(hashIn(back.state)).toBe(hashIn(inPresetOrder(state, LIBRARY)));
      }),
    );
  });

  test.each(LIBRARY.presets.map((one) => one.id))(
    'of %s, edited, leads back to the same scenario hash',
    (id) => {
      const { draft: preset, named } = presetOf(LIBRARY, id)!;
      const { instruments, assumptions } = LIBRARY.of(preset.province);
      const levers = [...preset.policies.map((one) => one.lever), 'riskSplit', 'courtSpeed'];
      const moves = levers.map((lever) => (draft: State['draft']) => {
        const [name, { min, max }] = Object.entries(
          instruments.find((one) => one.id === lever)!.parameters,
        )[0]!;
        return setParameter(draft, lever, name, min + 0.3 * (max - min), Number.NaN);
      });
      const edits: ((draft: State['draft']) => State['draft'])[] = [
        ...moves,
        (draft) => addShock(draft, shockOf({ kind: 'demandFall', severity: 0.7 })),
        (draft) => addShock(draft, shockOf({ kind: 'flood', scope: { settings: ['county'] } })),
        ...assumptions.slice(0, 2).map(
          ({ id: name, range }) =>
            (draft: State['draft']) =>
              setAssumption(draft, name, range[1], Number.NaN),
        ),
        (draft) => setEnabled(draft, levers[0]!, false),
      ];
      const all = (draft: State['draft']) => edits.reduce((now, edit) => edit(now), draft);
      for (const edit of named ? [...edits, all] : [all]) {
        const state = withDraft(id, edit);
        const back = read(linkOf(state, LIBRARY));
        expect(back.problems).toEqual([]);
        expect(hashIn(back.state)).toBe(hashIn(state));
      }
    },
  );

  test('brings policies back in their order, wherever the edited one stands', () => {
    const levers = (state: State) => state.draft.policies.map((one) => one.lever);
    const state = withDraft('full-package', (draft) =>
      setParameter(draft, 'riskSplit', 'bankShare', 0.65, 0.2),
    );
    expect(levers(read(linkOf(state, LIBRARY)).state)).toEqual(levers(state));
    expect(levers(state)).toEqual(levers(withDraft('full-package')));
  });

  test('of a lever put back and moved again has it where the preset has it, as the scenario has', () => {
    const edited = withDraft('full-package', (draft) => {
      const [policy] = draft.policies;
      return { ...draft, policies: [...draft.policies.slice(1), policy!] };
    });
    const state = inPresetOrder(edited, LIBRARY);
    expect(state.draft.policies).toEqual(presetOf(LIBRARY, 'full-package')!.draft.policies);
    expect(inPresetOrder(state, LIBRARY)).toBe(state);
    expect(hashIn(read(linkOf(edited, LIBRARY)).state)).toBe(hashIn(state));
    const written = read('v=3&scenario=full-package&riskSplit=status-quo&riskSplit.bankShare=0.65').state;
    expect(hashIn(read(linkOf(written, LIBRARY)).state)).toBe(hashIn(written));
  });

  test('keeps the order of new policies, two of one lever among them, and one that says nothing but when', () => {
    const policies = [
      policyOf({ lever: 'riskSplit', set: { bankShare: 0.3 } }),
      policyOf({ lever: 'courtSpeed' }),
      policyOf({ lever: 'riskSplit', from: '2028-01', set: { bankShare: 0.5 } }),
    ];
    const back = read(
      linkOf(
        withDraft('baseline', (draft) => ({ ...draft, policies })),
        LIBRARY,
      ),
    );
    expect(back.problems).toEqual([]);
    expect(back.state.draft.policies).toEqual(policies);
  });

  test('says when a policy that held in some places holds everywhere', () => {
    const state = withDraft(SCOPED, (draft) => ({
      ...draft,
      policies: draft.policies.map((one) => ({ ...one, scope: {} })),
    }));
    const back = read(linkOf(state, LIBRARY));
    expect(back.problems).toEqual([]);
    expect(back.state.draft.policies).toEqual(state.draft.policies);
    const { policies } = read(
      'scenario=baseline&riskSplit.prefectures=430600&riskSplit.prefectures=status-quo',
    ).state.draft;
    expect(policies).toEqual([policyOf({ lever: 'riskSplit' })]);
  });

  test('carries up to three comparators and the choices of views, and brings them back', () => {
    const state: State = {
      ...usual,
      comparator: 'baseline',
      others: ['risk-split', 'without-shocks'],
      picks: { map: 'outline', quarter: '2027-Q2' },
    };
    const link = linkOf(state, LIBRARY);
    expect(link).toContain('vs=baseline,risk-split,without-shocks');
    expect(link).toContain('map=outline&quarter=2027-Q2');
    expect(read(link)).toEqual({ state, problems: [] });
  });

  test('keeps the shock the grid of Stress tests apart from the shocks of the scenario', () => {
    const state: State = { ...withDraft('flood-2027'), picks: { tested: 'treasuryArrears' } };
    const link = linkOf(state, LIBRARY);
    expect(link).toContain('tested=treasuryArrears');
    expect(read(link)).toEqual({ state, problems: [] });
    expect(read('v=3&scenario=flood-2027&tested=plague')).toEqual({
      state: withDraft('flood-2027'),
      problems: [{ kind: 'unknown', what: 'tested=plague' }],
    });
  });

  test('of the second format, where the shock tested was called “shock”, keeps the scenario’s shocks', () => {
    const { state, problems } = read('scenario=flood-2027&vs=baseline&shock=treasuryArrears&v=2');
    expect(problems).toEqual([]);
    expect(state.draft).toBe(presetOf(LIBRARY, 'flood-2027')!.draft);
    expect(state.picks).toEqual({ tested: 'treasuryArrears' });
    const edited = read('scenario=flood-2027&shock=flood:2028-06:3:1&shock=demandFall&v=2');
    expect(edited.problems).toEqual([]);
    expect(edited.state.draft.shocks).toMatchObject([{ kind: 'flood', from: '2028-06' }]);
  });

  test('has no choice of a view under a key of the scenario or a lever', () => {
    const taken = new Set([...LINK_KEYS, ...LIBRARY.instruments.map((one) => one.id)]);
    expect(PICK_NAMES.filter((name) => taken.has(name) || name.startsWith('assume'))).toEqual([]);
    const written = linkOf({ ...withDraft('flood-2027', clear), runs: 1, view: 'compare' }, LIBRARY);
    for (const [key] of new URLSearchParams(written)) expect(LINK_KEYS).toContain(key);
  });

  test.each(['shock=flood:2027-06:3:NaN', 'shock=plague', 'shock=flood:2027-06:3:1:prefectures'])(
    'with %s keeps the shocks of the preset',
    (part) => {
      const { state, problems } = read(`v=3&scenario=flood-2027&${part}`);
      expect(problems).toEqual([{ kind: 'unknown', what: part }]);
      expect(state.draft.shocks).toEqual(presetOf(LIBRARY, 'flood-2027')!.draft.shocks);
    },
  );

  test('with places for a shock that strikes everyone has the shock without them, and says so', () => {
    const { state, problems } = read(
      'v=3&scenario=baseline&shock=fundingCost:2027-01:12:1:prefectures=430600',
    );
    expect(problems).toEqual([{ kind: 'unknown', what: 'shock=fundingCost:prefectures=430600' }]);
    expect(state.draft.shocks).toMatchObject([
      { kind: 'fundingCost', from: '2027-01', months: 12, scope: {} },
    ]);
  });

  test('with places for what is switched off for everyone switches it off without them, and says so', () => {
    const { state, problems } = read(
      'v=3&scenario=baseline&techRiskSharing.enabled=no&techRiskSharing.settings=county&riskSplit.enabled=no&riskSplit.settings=county',
    );
    expect(problems).toEqual([{ kind: 'unknown', what: 'techRiskSharing.settings=county' }]);
    expect(state.draft.policies).toMatchObject([
      { lever: 'techRiskSharing', enabled: false, scope: {} },
      { lever: 'riskSplit', enabled: false, scope: { settings: ['county'] } },
    ]);
  });

  test('with one shock it understands and one it does not has the preset’s in the place of the other', () => {
    const [flood] = presetOf(LIBRARY, 'flood-2027')!.draft.shocks;
    const { state } = read('v=3&scenario=flood-2027&shock=flood:2031-06:3:1&shock=demandFall:2028-01:3:1');
    expect(state.draft.shocks).toMatchObject([flood!, { kind: 'demandFall', from: '2028-01' }]);
  });

  test('with a number of policies that is no number keeps them all', () => {
    const { state, problems } = read('v=3&scenario=full-package&riskSplit.patches=several');
    expect(problems).toEqual([{ kind: 'unknown', what: 'riskSplit.patches=several' }]);
    expect(state.draft.policies).toEqual(presetOf(LIBRARY, 'full-package')!.draft.policies);
  });

  test('that compares with a scenario kept elsewhere keeps the other comparators and says which one is not here', () => {
    const { state, problems } = read('v=3&vs=baseline,own-A-little-more-k3f9x2ab,interest-subsidy');
    expect(state).toMatchObject({ comparator: 'baseline', others: ['interest-subsidy'] });
    expect(problems).toEqual([{ kind: 'kept', id: 'own-A-little-more-k3f9x2ab' }]);
    const board = new NoticeBoard(() => {});
    board.tellLink(problems, LIBRARY, 'en');
    board.tellLink(problems, LIBRARY, 'zh');
    expect(board.notices.map((one) => one.text)).toEqual([
      expect.stringContaining('compares with “A little more”'),
      expect.stringContaining('还要与“A little more”比较'),
    ]);
  });

  test('that compares with nothing but what is kept elsewhere compares with the status quo of its province', () => {
    const { state, problems } = read('v=3&scenario=zhejiang&vs=own-1');
    expect(state).toMatchObject({ comparator: 'zhejiang', others: [] });
    expect(problems).toEqual([{ kind: 'kept', id: 'own-1' }]);
  });

  test('with an unknown comparator keeps the known ones', () => {
    const { state, problems } = read('v=3&vs=risk-split,atlantis');
    expect(state).toMatchObject({ comparator: 'risk-split', others: [] });
    expect(problems).toEqual([{ kind: 'unknown', what: 'vs=atlantis' }]);
  });

  test('with four comparators leaves them out and says so', () => {
    const { state, problems } = read('v=2&vs=baseline,risk-split,data-sharing,flood-2027');
    expect(state.comparator).toBe('baseline');
    expect(problems).toEqual([{ kind: 'unknown', what: 'vs=baseline,risk-split,data-sharing,flood-2027' }]);
  });

  test('of the first format, where “map” said what the map shows, opens as it was', () => {
    const { state, problems } = read('scenario=risk-split&vs=baseline&map=level&lang=en');
    expect(problems).toEqual([]);
    expect(state).toMatchObject({ mapShows: 'level', comparator: 'baseline', others: [], picks: {} });
  });

  test('of a format still to come opens with what is understood and names the format', () => {
    const { state, problems } = read('v=9&scenario=risk-split');
    expect(state.draft.preset).toBe('risk-split');
    expect(problems).toEqual([{ kind: 'unknown', what: 'v=9' }]);
  });

  test('that names a preset nobody knows opens the baseline and says so', () => {
    const { state, problems } = read('scenario=atlantis&vs=baseline');
    expect(state.draft.preset).toBe('baseline');
    expect(problems).toEqual([{ kind: 'preset', id: 'atlantis' }]);
  });

  test.each([
    'riskSplit.bankShare=1.4',
    'riskSplit.bankShare=',
    'riskSplit.bankshare=0.4',
    'riskSplit.from=2019-01',
    'shock=flood:2027-06:3:NaN',
    'shock=plague:2027-06:3:1',
    'assume.informationOverlap=9',
    'view=atlantis',
    'lang=fr',
    'vs=atlantis',
    'runs=1e9',
    'nonsense=1',
    'riskSplit.settings=<script>',
  ])('with %s leaves that out and says so', (part) => {
    const { state, problems } = read(`scenario=baseline&${part}`);
    expect(problems).toEqual([{ kind: 'unknown', what: part }]);
    expect(state.draft).toEqual(presetOf(LIBRARY, 'baseline')!.draft);
  });

  test('made by another release says so', () => {
    expect(read('scenario=baseline&release=0.0.1').problems).toEqual([{ kind: 'release', theirs: '0.0.1' }]);
  });

  test('made by release 0.1.0, before formats had numbers, opens the same world and says which release it is of', () => {
    const old =
      'scenario=risk-split&riskSplit.bankShare=0.35&assume.cashBuffer=1&shock=flood:2027-06:3:1&vs=baseline&map=level&lang=zh&release=0.1.0';
    const { state, problems } = read(old);
    expect(problems).toEqual([{ kind: 'release', theirs: '0.1.0' }]);
    const now = linkOf(state, LIBRARY);
    expect(now).toContain('riskSplit.bankShare=0.35&shock=flood:2027-06:3:1&assume.cashBuffer=1');
    expect(now).toContain(`shows=level&lang=zh&v=3&release=${LIBRARY.release}`);
    expect(read(now)).toEqual({ state, problems: [] });
  });

  test('keeps which levers Why holds together, and leaves out what is no grouping', () => {
    const picks = { held: 'riskSplit:subsidy,bankTax:alone', opened: 'guarantee' };
    const link = linkOf({ ...usual, picks }, LIBRARY);
    expect(link).toContain('held=riskSplit:subsidy,bankTax:alone&opened=guarantee');
    expect(read(link).state.picks).toEqual(picks);
    expect(read('v=2&held=riskSplit').problems).toEqual([{ kind: 'unknown', what: 'held=riskSplit' }]);
  });

  test('of any text opens without throwing', () => {
    fc.assert(fc.property(fc.string(), (text) => void read(text)));
  });
});

/** A preset with a policy that does not hold everywhere. */
const SCOPED = 'interest-subsidy';

/** Hash of the scenario, as the receipt prints it. */
const hashIn = ({ draft }: State): string => hashOf(resolve(scenarioFile(draft, LIBRARY)).scenario);

/** A scenario without its shocks, which a link must say. */
const clear = (draft: State['draft']): State['draft'] => ({ ...draft, shocks: [] });

type Edit =
  | { kind: 'set'; lever: (typeof LIBRARY.instruments)[number]; share: number; from: string }
  | { kind: 'off'; lever: (typeof LIBRARY.instruments)[number] }
  | { kind: 'assume'; at: number; share: number }
  | { kind: 'shock'; from: string; months: number; places: number };

function applyEdit(draft: State['draft'], edit: Edit): State['draft'] {
  if (edit.kind === 'off') return setEnabled(draft, edit.lever.id, false);
  if (edit.kind === 'assume') {
    const { id, range, value } = LIBRARY.of(draft.province).assumptions[edit.at]!;
    return setAssumption(draft, id, range[0] + edit.share * (range[1] - range[0]), value);
  }
  if (edit.kind === 'shock') {
    const { places } = LIBRARY.of(draft.province);
    const hit = places.slice(0, Math.round(edit.places * places.length)).map((one) => one.code);
    const scope = hit.length ? { prefectures: hit } : {};
    return addShock(draft, shockOf({ kind: 'demandFall', from: edit.from, months: edit.months, scope }));
  }
  const [name, { min, max }] = Object.entries(edit.lever.parameters)[0]!;
  const quo = LIBRARY.of(draft.province).factOf(edit.lever.id, name).value;
  const moved = setParameter(draft, edit.lever.id, name, min + edit.share * (max - min), quo);
  const policies = moved.policies.map((one) =>
    one.lever === edit.lever.id ? policyOf({ ...one, from: edit.from, until: '2030-12' }) : one,
  );
  return { ...moved, policies };
}
