/** What a scenario is compared with: presets, or the scenario itself without its shocks; one to three at a time. */
import { MOST_COMPARATORS } from '../../workers/api.ts';
import { wordsOf } from '../text/index.ts';
import { type Library, type Preset, presetOf } from './library.ts';
import type { Draft, State, Text } from './state.ts';

/** Stands for the scenario itself with every shock taken away. */
export const WITHOUT_SHOCKS = 'without-shocks';

/** True for what can be compared with. */
export function isComparator(id: string, library: Library): boolean {
  const preset = presetOf(library, id);
  return id === WITHOUT_SHOCKS || (preset !== undefined && !preset.forgotten);
}

/** The scenario a comparator stands for. */
export function comparatorDraft(id: string, draft: Draft, library: Library): Draft {
  if (id !== WITHOUT_SHOCKS) return presetOf(library, id)!.draft;
  return draft.shocks.length ? { ...draft, shocks: [] } : draft;
}

/** True for what a scenario of a province can be paired with: worlds of two provinces share neither enterprises nor luck. */
export const isPairable = (id: string, province: string, library: Library): boolean =>
  id === WITHOUT_SHOCKS || presetOf(library, id)?.draft.province === province;

/** The state without comparators of other provinces; with none left, the status quo of the scenario's own. */
export function inOneProvince(state: State, library: Library): State {
  const { province } = state.draft;
  const now = comparatorsOf(state);
  const left = now.filter((id) => isPairable(id, province, library));
  if (left.length === now.length) return state;
  const [comparator = library.of(province).province.statusQuo, ...others] = left;
  return { ...state, comparator, others };
}

/** Title of a comparator. */
export function comparatorTitle(id: string, library: Library): Text {
  if (id !== WITHOUT_SHOCKS) return presetOf(library, id)!.title;
  return { en: wordsOf('en').withoutShocks, zh: wordsOf('zh').withoutShocks };
}

/** Every comparator of a state, the one the lab speaks of first. */
export const comparatorsOf = ({ comparator, others }: Pick<State, 'comparator' | 'others'>): string[] => [
  comparator,
  ...others,
];

/** Comparators kept in this browser alone: a link names them and does not carry them. */
export const keptComparators = (state: State, library: Library): Preset[] =>
  comparatorsOf(state).flatMap((id) => library.presets.filter((one) => one.own && one.id === id));

/** Puts `id` in the place of comparator `at`, or takes it away; no one stands twice. */
export function withComparator(state: State, at: number, id: string | undefined): State {
  const now = comparatorsOf(state);
  const next =
    id === undefined ? now.filter((_, k) => k !== at) : [...now.slice(0, at), id, ...now.slice(at + 1)];
  const [comparator, ...others] = [...new Set(next)].slice(0, MOST_COMPARATORS);
  return comparator === undefined ? state : { ...state, comparator, others };
}

/** A state that compares with `id` no more: with `usual` where nothing else is left; the same state where it did not. */
export function withoutComparator(state: State, id: string, usual: string): State {
  const now = comparatorsOf(state);
  if (!now.includes(id)) return state;
  const [comparator = usual, ...others] = now.filter((one) => one !== id);
  return { ...state, comparator, others };
}
