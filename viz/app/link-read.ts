/** Query string -> state. Whatever is not understood is left out and told; nothing throws. */
import type { Policy, ScopeNames, ShockEvent } from '../../scenarios/schema/scenario.ts';
import type { Instrument } from '../../sim/index.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import { isMonth } from '../text/months.ts';
import { policyOf, shockOf } from './draft.ts';
import { indicatorOf, type Library, presetOf } from './library.ts';
import { QUO, SCOPE_KEYS } from './link.ts';
import { BASELINE, type Draft, type State } from './state.ts';

/** What a person must be told about a link. */
export type LinkProblem =
  | { readonly kind: 'unknown'; readonly what: string }
  | { readonly kind: 'preset'; readonly id: string }
  | { readonly kind: 'release'; readonly theirs: string };

export interface ReadLink {
  readonly state: State;
  readonly problems: readonly LinkProblem[];
}

/** Reads a query string over `usual`, the state without any link. */
export function readLink(query: string, usual: State, library: Library, views: readonly string[]): ReadLink {
  const entries = [...new URLSearchParams(query)];
  if (!entries.length) return { state: usual, problems: [] };
  const problems: LinkProblem[] = [];
  const unknown = (key: string, value: string) =>
    problems.push({ kind: 'unknown', what: `${key}=${value}`.slice(0, 80) });
  let state: State = { ...usual, draft: startOf(entries, usual, library, problems) };
  const shocks: ShockEvent[] = [];
  let shocksGiven = false;
  for (const [key, value] of entries) {
    if (key === 'scenario') continue;
    if (key === 'release') {
      if (value !== library.release) problems.push({ kind: 'release', theirs: value.slice(0, 20) });
    } else if (key === 'shock') {
      shocksGiven = true;
      const shock = value === 'none' ? null : readShock(value, library);
      if (shock) shocks.push(shock);
      else if (value !== 'none') unknown(key, value);
    } else {
      const next = readSetting(state, key, value, library, views) ?? readDraftKey(state, key, value, library);
      if (next) state = next;
      else unknown(key, value);
    }
  }
  return { state: shocksGiven ? { ...state, draft: { ...state.draft, shocks } } : state, problems };
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

function readSetting(
  state: State,
  key: string,
  value: string,
  library: Library,
  views: readonly string[],
): State | undefined {
  switch (key) {
    case 'vs':
      return presetOf(library, value) && { ...state, comparator: value };
    case 'lang':
      return LANGUAGES.includes(value as Language) ? { ...state, language: value as Language } : undefined;
    case 'view':
      return views.includes(value) ? { ...state, view: value } : undefined;
    case 'show':
      return indicatorOf(library, value) && { ...state, indicator: value };
    case 'seed':
      return value.length > 0 && value.length <= 64 ? { ...state, seed: value } : undefined;
    case 'runs':
      return inRange(Number(value), 1, 256) && Number.isInteger(Number(value))
        ? { ...state, runs: Number(value) }
        : undefined;
    case 'map':
      return value === 'difference' || value === 'level' ? { ...state, mapShows: value } : undefined;
    default:
      return undefined;
  }
}

function readDraftKey(state: State, key: string, value: string, library: Library): State | undefined {
  const { draft } = state;
  const assumed = /^assume\.(.+)$/.exec(key)?.[1];
  const next = assumed
    ? readAssumption(draft, assumed, value, library)
    : readLeverKey(draft, key, value, library);
  return next && { ...state, draft: next };
}

function readAssumption(draft: Draft, name: string, value: string, library: Library): Draft | undefined {
  const known = library.assumptions.find((one) => one.id === name);
  const numbers = value.split(',').map(Number);
  if (value === QUO) {
    const { [name]: _, ...others } = draft.assumptions;
    return { ...draft, assumptions: others };
  }
  if (!known || value === '' || !numbers.every((one) => inRange(one, ...known.range))) return undefined;
  return {
    ...draft,
    assumptions: { ...draft.assumptions, [name]: numbers.length > 1 ? numbers : numbers[0]! },
  };
}

function readLeverKey(draft: Draft, key: string, value: string, library: Library): Draft | undefined {
  const [, lever = '', place = '1', field] = /^([A-Za-z]+)(?:~(\d))?(?:\.([A-Za-z]+))?$/.exec(key) ?? [];
  const instrument = library.instruments.find((one) => one.id === lever);
  if (!instrument) return undefined;
  const mine = draft.policies.filter((one) => one.lever === lever);
  const others = draft.policies.filter((one) => one.lever !== lever);
  if (!field) return value === QUO ? { ...draft, policies: others } : undefined;
  if (field === 'patches') return { ...draft, policies: [...others, ...mine.slice(0, Number(value) || 1)] };
  const at = Number(place) - 1;
  if (at > mine.length) return undefined;
  const next = readField(mine[at] ?? policyOf({ lever }), instrument, field, value, library);
  return next && { ...draft, policies: [...others, ...mine.slice(0, at), next, ...mine.slice(at + 1)] };
}

function readField(
  policy: Policy,
  instrument: Instrument,
  field: string,
  value: string,
  library: Library,
): Policy | undefined {
  const parameter = instrument.parameters[field];
  if (parameter) {
    const { [field]: _, ...others } = policy.set;
    if (value === QUO) return { ...policy, set: others };
    const number = value === '' ? Number.NaN : Number(value);
    return inRange(number, parameter.min, parameter.max)
      ? { ...policy, set: { ...others, [field]: number } }
      : undefined;
  }
  if (field === 'from' || field === 'until')
    return inProjection(value) ? { ...policy, [field]: value } : undefined;
  if (field === 'phase')
    return inRange(Number(value), 0, 60)
      ? { ...policy, phaseInMonths: Math.round(Number(value)) }
      : undefined;
  if (field === 'enabled')
    return /^(yes|no)$/.test(value) ? { ...policy, enabled: value === 'yes' } : undefined;
  const scope = readScope({ [field]: value }, policy.scope, library);
  return scope && { ...policy, scope };
}

function readScope(
  fields: Record<string, string>,
  over: ScopeNames,
  library: Library,
): ScopeNames | undefined {
  let scope: Record<string, unknown> = { ...over };
  for (const [key, value] of Object.entries(fields)) {
    if (!SCOPE_KEYS.includes(key as (typeof SCOPE_KEYS)[number])) return undefined;
    const { [key]: _, ...others } = scope;
    const list = value.split(',').filter(Boolean);
    const known =
      key !== 'prefectures' || list.every((code) => library.places.some((place) => place.code === code));
    if (!known || !list.every((one) => /^[a-z0-9-]+$/.test(one))) return undefined;
    scope = value === QUO ? others : { ...others, [key]: list };
  }
  return scope as ScopeNames;
}

function readShock(text: string, library: Library): ShockEvent | undefined {
  const [kind = '', from = '', months = '', severity = '', ...where] = text.split(':');
  const known = library.shockKinds.find((one) => one.id === kind);
  const fields = Object.fromEntries(where.map((part) => part.split('=') as [string, string]));
  const scope = readScope(fields, {}, library);
  const good = known && scope && inProjection(from) && inRange(Number(months), 1, 60) && severity !== '';
  if (!good || !inRange(Number(severity), 0, known.maxSeverity)) return undefined;
  return shockOf({ kind, from, months: Math.round(Number(months)), severity: Number(severity), scope });
}

const inProjection = (month: string) => isMonth(month) && month >= '2026-01' && month <= '2030-12';
const inRange = (value: number, low: number, high: number) => value >= low && value <= high;
