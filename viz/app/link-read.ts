/** Query string -> state. Whatever is not understood is left out and told; nothing throws. */
import type { ScopeNames, ShockEvent } from '../../scenarios/schema/scenario.ts';
import type { ScopeName } from '../../scenarios/schema/scope-check.ts';
import { tellsOfShock } from '../../scenarios/schema/tells.ts';
import { MOST_COMPARATORS } from '../../workers/api.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import { inOneProvince, isComparator } from './comparators.ts';
import { sameWorld } from './draft.ts';
import { fileKey, keptFile } from './kept-files.ts';
import { isKeptId, KEPT_KEY } from './kept-ids.ts';
import { withKeptName } from './kept-name.ts';
import { indicatorOf, type Library, presetOf } from './library.ts';
import { FILE_KEY } from './link.ts';
import { inRange, readDraftKey, readShock } from './link-fields.ts';
import { FORMAT_KEY, migrate } from './link-migrate.ts';
import { openedDraft } from './origin.ts';
import { isPick } from './picks.ts';
import { inPresetOrder } from './policy-order.ts';
import { refusedParts, untoldParts, withPart } from './scopes.ts';
import { BASELINE, type Draft, FINAL_SCALES, type State } from './state.ts';

/** What a person must be told about a link. */
export type LinkProblem =
  | { readonly kind: 'unknown'; readonly what: string }
  | { readonly kind: 'preset'; readonly id: string }
  /** A comparator kept in another browser, or forgotten in this one. */
  | { readonly kind: 'kept'; readonly id: string }
  /** The name of the scenario, given in another browser or forgotten in this one. */
  | { readonly kind: 'name'; readonly id: string }
  | { readonly kind: 'file'; readonly id: string }
  | { readonly kind: 'province'; readonly comparator: string }
  | { readonly kind: 'release'; readonly theirs: string };

export interface ReadLink {
  readonly state: State;
  readonly problems: readonly LinkProblem[];
}

/** Reads a query string over `usual`, the state without any link. */
export function readLink(query: string, usual: State, library: Library, views: readonly string[]): ReadLink {
  const given = [...new URLSearchParams(query)];
  if (!given.length) return { state: usual, problems: [] };
  const problems: LinkProblem[] = [];
  const entries = migrate(given) ?? given;
  const unknown = (key: string, value: string) => problems.push(unknownPart(key, value));
  let state: State = { ...usual, draft: startOf(entries, usual, library, problems) };
  const places = library.of(state.draft.province);
  const shocks: string[] = [];
  for (const [key, value] of entries) {
    if (key === 'scenario' || key === FILE_KEY || key === KEPT_KEY) continue;
    if (key === 'release') {
      if (value !== library.release) problems.push({ kind: 'release', theirs: value.slice(0, 20) });
    } else if (key === 'shock') {
      shocks.push(value);
    } else if (key === 'vs') {
      state = readComparators(state, value, places, problems);
    } else {
      const next = readSetting(state, key, value, library, views) ?? readDraftKey(state, key, value, places);
      if (next) state = next;
      else unknown(key, value);
    }
  }
  if (shocks.length) {
    const read = readShocks(shocks, state.draft.shocks, places, (value) => unknown('shock', value));
    state = { ...state, draft: { ...state.draft, shocks: read } };
  }
  state = { ...state, draft: withToldScopes(state.draft, places, unknown) };
  const filed = withFile(state.draft, entries, library, problems);
  state = { ...state, draft: withName(filed, entries, library, problems) };
  const paired = inOneProvince(state, library);
  if (paired !== state && given.some(([key]) => key === 'vs'))
    problems.push({ kind: 'province', comparator: paired.comparator });
  return { state: inPresetOrder(paired, library), problems };
}

function startOf(
  entries: readonly (readonly [string, string])[],
  usual: State,
  library: Library,
  problems: LinkProblem[],
): Draft {
  const id = entries.find(([key]) => key === 'scenario')?.[1];
  if (id === undefined) return usual.draft;
  const preset = presetOf(library, id);
  if (preset) return preset.draft;
  problems.push({ kind: 'preset', id: id.slice(0, 60) });
  return presetOf(library, BASELINE)!.draft;
}

/** The draft under the name it was kept under, where this browser has it. */
function withName(
  draft: Draft,
  entries: readonly (readonly [string, string])[],
  library: Library,
  problems: LinkProblem[],
): Draft {
  const id = entries.find(([key]) => key === KEPT_KEY)?.[1];
  if (id === undefined) return draft;
  const kept = library.presets.find((one) => one.own && !one.forgotten && one.id === id);
  if (kept) return withKeptName(draft, kept);
  problems.push(isKeptId(id) ? { kind: 'name', id } : unknownPart(KEPT_KEY, id));
  return draft;
}

/**
 * The shocks a link gives in place of the preset's. One that is not understood leaves the preset's in its place, and
 * none that is understood leaves them all.
 */
function readShocks(
  values: readonly string[],
  presets: readonly ShockEvent[],
  library: Library,
  unknown: (value: string) => void,
): readonly ShockEvent[] {
  const events = values.filter((value) => value !== 'none');
  const read = events.map((value) => {
    const event = readShock(value, library);
    return event && told(event, library, unknown);
  });
  for (const [at, value] of events.entries()) if (!read[at]) unknown(value);
  if (events.length === values.length && read.every((one) => !one)) return presets;
  return read.flatMap((one, at) => one ?? presets[at] ?? []);
}

/** A shock without the parts of its scope that make no difference to its kind: left out and told, as older links have them. */
function told(event: ShockEvent, library: Library, unknown: (value: string) => void): ShockEvent {
  const kind = library.shockKinds.find(({ id }) => id === event.kind);
  const parts = untoldParts(event.scope, tellsOfShock(kind));
  for (const part of parts) unknown(`${event.kind}:${part}=${event.scope[part]}`);
  return { ...event, scope: withoutParts(event.scope, parts) };
}

/**
 * The draft whose policies that switch an instrument off name nobody in vain: such parts made no difference in older
 * links, so they are left out and told.
 */
function withToldScopes(
  draft: Draft,
  library: Library,
  unknown: (key: string, value: string) => void,
): Draft {
  const policies = draft.policies.map((policy) => {
    const instrument = library.instruments.find(({ id }) => id === policy.lever);
    if (policy.enabled || !instrument) return policy;
    const parts = refusedParts(instrument, policy, library);
    for (const part of parts) unknown(`${policy.lever}.${part}`, String(policy.scope[part]));
    return parts.length ? { ...policy, scope: withoutParts(policy.scope, parts) } : policy;
  });
  return policies.every((one, at) => one === draft.policies[at]) ? draft : { ...draft, policies };
}

const withoutParts = (scope: ScopeNames, parts: readonly ScopeName[]): ScopeNames =>
  parts.reduce((rest, part) => withPart(rest, part, []), scope);

type ReadSetting = (
  state: State,
  value: string,
  library: Library,
  views: readonly string[],
) => State | undefined;

const SETTINGS: Readonly<Record<string, ReadSetting>> = {
  lang: (state, value) =>
    LANGUAGES.includes(value as Language) ? { ...state, language: value as Language } : undefined,
  view: (state, value, _, views) => (views.includes(value) ? { ...state, view: value } : undefined),
  show: (state, value, library) => indicatorOf(library, value) && { ...state, indicator: value },
  seed: (state, value) => (value.length > 0 && value.length <= 64 ? { ...state, seed: value } : undefined),
  runs: (state, value) =>
    inRange(Number(value), 1, 256) && Number.isInteger(Number(value))
      ? { ...state, runs: Number(value) }
      : undefined,
  scale: (state, value) =>
    FINAL_SCALES.some((one) => String(one) === value)
      ? { ...state, scale: Number(value) as State['scale'] }
      : undefined,
  shows: (state, value) =>
    value === 'difference' || value === 'level' ? { ...state, mapShows: value } : undefined,
};

/** Every key of a link that is neither a lever nor a choice of a view. */
export const LINK_KEYS: readonly string[] = [
  'scenario',
  'shock',
  'vs',
  FILE_KEY,
  KEPT_KEY,
  'release',
  FORMAT_KEY,
  ...Object.keys(SETTINGS),
];

/** The draft with the file the link was made from; as opened, unless the link says something else. */
function withFile(
  draft: Draft,
  entries: readonly (readonly [string, string])[],
  library: Library,
  problems: LinkProblem[],
): Draft {
  const key = entries.find(([name]) => name === FILE_KEY)?.[1];
  if (key === undefined) return draft;
  const named = library.presets.flatMap((one) => one.draft.file ?? []);
  const file = keptFile(key) ?? named.find((one) => fileKey(one) === key);
  const origin = file && openedDraft(file);
  if (origin?.province === draft.province)
    return sameWorld(draft, origin) ? origin : { ...draft, file: origin.file! };
  problems.push({ kind: 'file', id: key.replace(/:[^:]*$/, '').slice(0, 80) });
  return draft;
}

function readSetting(
  state: State,
  key: string,
  value: string,
  library: Library,
  views: readonly string[],
): State | undefined {
  if (Object.hasOwn(SETTINGS, key)) return SETTINGS[key]!(state, value, library, views);
  const known = key !== 'tested' || library.shockKinds.some((one) => one.id === value);
  return known && isPick(key, value) ? { ...state, picks: { ...state.picks, [key]: value } } : undefined;
}

/** Reads `baseline,risk-split`: those that are known, and nothing when there are too many. */
function readComparators(state: State, value: string, library: Library, problems: LinkProblem[]): State {
  const ids = [...new Set(value.split(','))];
  const known = ids.filter((id) => isComparator(id, library));
  const others = ids.filter((id) => !known.includes(id));
  if (ids.length > MOST_COMPARATORS) {
    problems.push(unknownPart('vs', value));
    return state;
  }
  for (const id of others) problems.push(isKeptId(id) ? { kind: 'kept', id } : unknownPart('vs', id));
  const [comparator = library.province.statusQuo, ...more] = known;
  return { ...state, comparator, others: more };
}

/** A part of a link that is left out, no longer than can be read. */
const unknownPart = (key: string, value: string): LinkProblem => ({
  kind: 'unknown',
  what: `${key}=${value}`.slice(0, 80),
});
