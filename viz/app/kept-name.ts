/** The name a scenario was kept under: it is the scenario's title until something changes. */
import { sameWorld } from './draft.ts';
import { type Library, type Preset, presetOf } from './library.ts';
import type { Draft } from './state.ts';

/** True when the draft says what was kept under its title. */
export function isAsKept(draft: Draft, library: Library): boolean {
  const kept = draft.kept === undefined ? undefined : presetOf(library, draft.kept);
  return kept !== undefined && sameWorld(draft, kept.draft);
}

/** The draft under the name of a kept scenario. */
export const withKeptName = (draft: Draft, { id, title }: Preset): Draft => ({ ...draft, title, kept: id });

/** The draft without the name of a kept scenario that is forgotten. */
export function withoutKeptName(draft: Draft, id: string): Draft {
  const { kept, title: _, ...rest } = draft;
  return kept === id ? rest : draft;
}
