/** The parts of a link that change a scenario: levers, assumptions, shocks. Each returns undefined when not understood. */
import type { Policy, ScopeNames, ShockEvent } from '../../scenarios/schema/scenario.ts';
import type { Instrument } from '../../sim/index.ts';
import { isMonth } from '../text/months.ts';
import { policyOf, shockOf } from './draft.ts';
import type { Library } from './library.ts';
import { QUO, SCOPE_KEYS } from './link.ts';
import type { Draft, State } from './state.ts';

/** Reads a key of a lever or an assumption; undefined when it means nothing here. */
export function readDraftKey(state: State, key: string, value: string, library: Library): State | undefined {
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
  const [, lever = '', place = '1', field] = /^([A-Za-z]+)(?:~(\d+))?(?:\.([A-Za-z]+))?$/.exec(key) ?? [];
  const instrument = library.instruments.find((one) => one.id === lever);
  if (!instrument) return undefined;
  const mine = draft.policies.filter((one) => one.lever === lever);
  if (!field) return value === QUO ? withFirst(draft, mine, 0) : undefined;
  if (field === 'patches') return /^[1-9]$/.test(value) ? withFirst(draft, mine, Number(value)) : undefined;
  const at = Number(place) - 1;
  if (at > mine.length) return undefined;
  const next = readField(mine[at] ?? policyOf({ lever }), instrument, field, value, library);
  return next && { ...draft, policies: withPolicy(draft.policies, mine[at], next) };
}

/** The draft with no more than the first `count` of a lever's policies. */
function withFirst(draft: Draft, mine: readonly Policy[], count: number): Draft {
  const gone = mine.slice(count);
  return { ...draft, policies: draft.policies.filter((one) => !gone.includes(one)) };
}

/** A policy stays where it was, as the order is part of the scenario's hash; a new one comes last. */
const withPolicy = (policies: readonly Policy[], before: Policy | undefined, next: Policy): Policy[] =>
  before ? policies.map((one) => (one === before ? next : one)) : [...policies, next];

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
  for (const [key, value = ''] of Object.entries(fields)) {
    if (!SCOPE_KEYS.includes(key as (typeof SCOPE_KEYS)[number])) return undefined;
    const { [key]: _, ...others } = scope;
    if (value === QUO) {
      scope = others;
      continue;
    }
    const list = value.split(',').filter(Boolean);
    const known =
      key !== 'prefectures' || list.every((code) => library.places.some((place) => place.code === code));
    if (!list.length || !known || !list.every((one) => /^[a-z0-9-]+$/.test(one))) return undefined;
    scope = { ...others, [key]: list };
  }
  return scope as ScopeNames;
}

/** Reads `flood:2027-06:3:1:prefectures=430600,430700`. */
export function readShock(text: string, library: Library): ShockEvent | undefined {
  const [kind = '', from = '', months = '', severity = '', ...where] = text.split(':');
  const known = library.shockKinds.find((one) => one.id === kind);
  const fields = Object.fromEntries(where.map((part) => part.split('=') as [string, string]));
  const scope = readScope(fields, {}, library);
  const good = known && scope && inProjection(from) && inRange(Number(months), 1, 60) && severity !== '';
  if (!good || !inRange(Number(severity), 0, known.maxSeverity)) return undefined;
  return shockOf({ kind, from, months: Math.round(Number(months)), severity: Number(severity), scope });
}

const inProjection = (month: string) => isMonth(month) && month >= '2026-01' && month <= '2030-12';
/** True inside both ends; false for NaN. */
export const inRange = (value: number, low: number, high: number) => value >= low && value <= high;
