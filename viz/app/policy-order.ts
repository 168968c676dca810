/** The order of a scenario's policies, which its hash covers: that of its preset or file, then what was added, as it was added. */
import type { Policy } from '../../scenarios/schema/scenario.ts';
import type { Library } from './library.ts';
import { originOf } from './origin.ts';
import type { State } from './state.ts';

/** Which of its lever's policies each one is: 0, 0, 1 … */
const placesOf = (policies: readonly Policy[]): number[] =>
  policies.map(({ lever }, at) => policies.slice(0, at).filter((one) => one.lever === lever).length);

/**
 * The state with its policies in the order in which its own link brings them back: a policy stands where the preset has
 * the one of its lever and place, even if it was taken out and put in again.
 */
export function inPresetOrder(state: State, library: Library): State {
  const { policies } = state.draft;
  const preset = originOf(state.draft, library)?.policies ?? [];
  if (policies === preset) return state;
  const [places, theirs] = [placesOf(policies), placesOf(preset)];
  const ranks = policies.map(({ lever }, at) => {
    const found = preset.findIndex((one, k) => one.lever === lever && theirs[k] === places[at]);
    return found < 0 ? preset.length + at : found;
  });
  if (ranks.every((rank, at) => at === 0 || rank > ranks[at - 1]!)) return state;
  const order = policies.map((_, at) => at).sort((a, b) => ranks[a]! - ranks[b]!);
  return { ...state, draft: { ...state.draft, policies: order.map((at) => policies[at]!) } };
}
