/** State -> readable query string with only what differs from the named preset. The way back is `link-read.ts`. */
import type { Policy, ScopeNames, ShockEvent } from '../../scenarios/schema/scenario.ts';
import { comparatorsOf } from './comparators.ts';
import { policyOf } from './draft.ts';
import { fileKey } from './kept-files.ts';
import { KEPT_KEY } from './kept-ids.ts';
import { type Library, presetOf } from './library.ts';
import { FORMAT_KEY, LINK_FORMAT } from './link-migrate.ts';
import { DEFAULT_RUNS, DEFAULT_SCALE, DEFAULT_SEED, FIRST_INDICATOR, type State } from './state.ts';

/** Names the file a scenario was opened from; whoever has it not sees the differences from the preset all the same. */
export const FILE_KEY = 'file';
/** Written where the preset changes something and the draft does not. */
export const QUO = 'status-quo';
export const SCOPE_KEYS = ['prefectures', 'settings', 'sectors', 'sizes', 'lenders'] as const;

type Entry = readonly [key: string, value: string];

/** The query string, without the question mark. */
export function linkOf(state: State, library: Library): string {
  return entriesOf(state, library)
    .map(([key, value]) => `${readable(key)}=${readable(value)}`)
    .join('&');
}

function entriesOf(state: State, library: Library): Entry[] {
  const preset = presetOf(library, state.draft.preset);
  const entries: Entry[] = [
    ['scenario', state.draft.preset],
    ...(state.draft.file ? [[FILE_KEY, fileKey(state.draft.file)] as const] : []),
    ...(state.draft.kept ? [[KEPT_KEY, state.draft.kept] as const] : []),
    ...policyEntries(state, preset?.draft.policies ?? []),
  ];
  if (JSON.stringify(state.draft.shocks) !== JSON.stringify(preset?.draft.shocks ?? [])) {
    entries.push(...shockEntries(state.draft.shocks));
  }
  const own = preset?.draft.assumptions ?? {};
  for (const name of new Set([...Object.keys(own), ...Object.keys(state.draft.assumptions)])) {
    const value = state.draft.assumptions[name];
    if (JSON.stringify(value) !== JSON.stringify(own[name])) {
      entries.push([`assume.${name}`, value === undefined ? QUO : String(value)]);
    }
  }
  entries.push(['vs', comparatorsOf(state).join(',')]);
  const optional: readonly (readonly [string, string, string])[] = [
    ['seed', state.seed, DEFAULT_SEED],
    ['runs', String(state.runs), String(DEFAULT_RUNS)],
    ['scale', String(state.scale), String(DEFAULT_SCALE)],
    ['view', state.view, 'overview'],
    ['show', state.indicator, FIRST_INDICATOR],
    ['shows', state.mapShows, 'difference'],
  ];
  for (const [key, value, usual] of optional) if (value !== usual) entries.push([key, value]);
  entries.push(...Object.entries(state.picks));
  return [
    ...entries,
    ['lang', state.language],
    [FORMAT_KEY, String(LINK_FORMAT)],
    ['release', library.release],
  ];
}

/** Levers of the preset that are gone, then what is changed or new, in the order of the scenario. */
function policyEntries(state: State, preset: readonly Policy[]): Entry[] {
  const { policies } = state.draft;
  const ofLever = (list: readonly Policy[], lever: string) => list.filter((one) => one.lever === lever);
  const fewer = [...new Set(preset.map((one) => one.lever))].flatMap((lever): Entry[] => {
    const left = ofLever(policies, lever).length;
    if (left >= ofLever(preset, lever).length) return [];
    return [left ? [`${lever}.patches`, String(left)] : [lever, QUO]];
  });
  const changed = policies.flatMap((policy) => {
    const at = ofLever(policies, policy.lever).indexOf(policy);
    return fieldEntries(policy, ofLever(preset, policy.lever)[at], keyOf(policy.lever, at));
  });
  return [...fewer, ...changed];
}

const keyOf = (lever: string, at: number) => (at ? `${lever}~${at + 1}` : lever);

function fieldEntries(policy: Policy, theirs: Policy | undefined, key: string): Entry[] {
  const base = theirs ?? policyOf({ lever: policy.lever });
  const [mine, other] = [fieldsOf(policy), fieldsOf(base)];
  const names = [...new Set([...Object.keys(mine), ...Object.keys(other)])];
  const changed = names.filter((name) => mine[name] !== other[name]);
  const said = theirs || changed.length ? changed : ['from'];
  return said.map((name) => [`${key}.${name}`, mine[name] ?? QUO]);
}

function fieldsOf({ set, from, until, phaseInMonths, enabled, scope }: Policy): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(set).map(([name, value]) => [name, String(value)])),
    from,
    until,
    phase: String(phaseInMonths),
    enabled: enabled ? 'yes' : 'no',
    ...scopeFields(scope),
  };
}

function scopeFields(scope: ScopeNames): Record<string, string> {
  const given = SCOPE_KEYS.filter((key) => scope[key]?.length);
  return Object.fromEntries(given.map((key) => [key, scope[key]!.join(',')]));
}

function shockEntries(shocks: readonly ShockEvent[]): Entry[] {
  if (!shocks.length) return [['shock', 'none']];
  return shocks.map(({ kind, from, months, severity, scope }) => {
    const where = Object.entries(scopeFields(scope)).map(([key, list]) => `${key}=${list}`);
    return ['shock', [kind, from, months, severity, ...where].join(':')];
  });
}

/** Only what a query string cannot carry as it is; commas, colons and tildes stay readable. */
const readable = (text: string): string =>
  encodeURIComponent(text).replace(/%(2C|3A|3D|2F|40)/g, (code) => decodeURIComponent(code));
