/** Edits of a scenario, each from one draft to the next. A draft that says nothing new stays the same object. */
import { canonicalJson } from '../../experiments/canonical.ts';
import type { Policy, ShockEvent } from '../../scenarios/schema/scenario.ts';
import { monthsBetween } from '../text/months.ts';
import type { Library } from './library.ts';
import type { Draft } from './state.ts';

export const FIRST_MONTH = '2026-01';
export const LAST_MONTH = '2030-12';
/** Month in which a newly moved lever starts. */
export const USUAL_START = '2026-07';

type Loose<T> = Partial<T> & Record<string, unknown>;

/** A policy with every default filled in. */
export function policyOf(document: Loose<Policy> & { lever: string }): Policy {
  const { enabled, ...set } = { ...(document.set ?? {}) } as Record<string, unknown>;
  return {
    lever: document.lever,
    from: document.from ?? USUAL_START,
    until: document.until ?? LAST_MONTH,
    phaseInMonths: document.phaseInMonths ?? 0,
    scope: document.scope ?? {},
    set: set as Record<string, number>,
    enabled: document.enabled ?? enabled !== false,
  };
}

/** A shock with every default filled in. */
export function shockOf(document: Loose<ShockEvent> & { kind: string }): ShockEvent {
  return {
    kind: document.kind,
    from: document.from ?? '2027-06',
    months: document.months ?? 3,
    severity: document.severity ?? 1,
    scope: document.scope ?? {},
  };
}

/** Where the reference flood of a province is. */
export const floodScope = ({ province: { floodPlaces } }: Library): ShockEvent['scope'] =>
  floodPlaces.length ? { prefectures: [...floodPlaces] } : {};

/** Index of the policy the rail edits for a lever; -1 when the lever is at its status quo. */
export const policyIndex = (draft: Draft, lever: string): number =>
  draft.policies.findIndex((one) => one.lever === lever);

export function addPolicy(draft: Draft, policy: Policy): Draft {
  return { ...draft, policies: [...draft.policies, policy] };
}

/** Changes the policy at `index`, or adds one for `lever` when it is -1. */
export function editPolicy(
  draft: Draft,
  index: number,
  lever: string,
  edit: (policy: Policy) => Policy,
): Draft {
  if (index < 0) return addPolicy(draft, edit(policyOf({ lever })));
  return { ...draft, policies: draft.policies.map((one, at) => (at === index ? edit(one) : one)) };
}

/** Changes the `nth` policy of a lever, counted from 0; a draft that has none stays as it is. */
export function editPatch(draft: Draft, lever: string, nth: number, edit: (policy: Policy) => Policy): Draft {
  const patch = draft.policies.filter((one) => one.lever === lever)[nth];
  return patch ? editPolicy(draft, draft.policies.indexOf(patch), lever, edit) : draft;
}

/** Sets one parameter; `value` equal to the status quo takes the parameter out, and an empty policy goes. */
export function setParameter(draft: Draft, lever: string, name: string, value: number, quo: number): Draft {
  const index = policyIndex(draft, lever);
  if (index < 0 && value === quo) return draft;
  const next = editPolicy(draft, index, lever, (policy) => {
    const { [name]: _, ...others } = policy.set;
    return { ...policy, set: value === quo ? others : { ...others, [name]: value } };
  });
  return withoutEmpty(next, lever);
}

/** Switches an instrument on or off from the policy's first month. */
export function setEnabled(draft: Draft, lever: string, enabled: boolean): Draft {
  const next = editPolicy(draft, policyIndex(draft, lever), lever, (policy) => ({ ...policy, enabled }));
  return withoutEmpty(next, lever);
}

function withoutEmpty(draft: Draft, lever: string): Draft {
  const says = (one: Policy) => one.lever !== lever || !one.enabled || Object.keys(one.set).length > 0;
  return draft.policies.every(says) ? draft : { ...draft, policies: draft.policies.filter(says) };
}

/** Puts the policies of a lever back to those the draft started from. */
export function resetLever(draft: Draft, origin: Draft, lever: string): Draft {
  const others = draft.policies.filter((one) => one.lever !== lever);
  return { ...draft, policies: [...others, ...origin.policies.filter((one) => one.lever === lever)] };
}

/** First and last month of a policy or shock, kept inside 2026–2030 and in order. */
export function withMonths<T extends { from: string; until: string }>(
  what: T,
  from: string,
  until: string,
): T {
  const clamp = (month: string) =>
    month < FIRST_MONTH ? FIRST_MONTH : month > LAST_MONTH ? LAST_MONTH : month;
  const [first, last] = [clamp(from), clamp(until)];
  return { ...what, from: first, until: last < first ? first : last };
}

export function editShock(draft: Draft, index: number, edit: (shock: ShockEvent) => ShockEvent): Draft {
  return { ...draft, shocks: draft.shocks.map((one, at) => (at === index ? edit(one) : one)) };
}

/** Moves a shock to another first month with its length; what would lie after the last month is cut off. */
export function moveShock(shock: ShockEvent, from: string): ShockEvent {
  return { ...shock, from, months: Math.min(shock.months, monthsBetween(from, LAST_MONTH) + 1) };
}

export function addShock(draft: Draft, shock: ShockEvent): Draft {
  return { ...draft, shocks: [...draft.shocks, shock] };
}

export function removeShock(draft: Draft, index: number): Draft {
  return { ...draft, shocks: draft.shocks.filter((_, at) => at !== index) };
}

/** Sets an assumption; the province's own value takes it out. */
export function setAssumption(draft: Draft, name: string, value: number, own: number): Draft {
  const { [name]: _, ...others } = draft.assumptions;
  return { ...draft, assumptions: value === own ? others : { ...others, [name]: value } };
}

/** True when two drafts say the same world, in whatever order. */
export function sameWorld(a: Draft, b: Draft): boolean {
  const meaning = ({ province, policies, shocks, assumptions }: Draft) =>
    canonicalJson([province, sorted(policies), sorted(shocks), assumptions]);
  return a === b || meaning(a) === meaning(b);
}

const sorted = (list: readonly unknown[]): string[] => list.map(canonicalJson).sort();
