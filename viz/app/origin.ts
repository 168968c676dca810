/** Where a draft comes from: a preset, or a file that somebody opened. */
import { ROOT_PRESET } from '../../scenarios/schema/root.ts';
import { draftOf } from './catalogue.ts';
import { type Library, presetOf } from './library.ts';
import type { Draft, ScenarioDocument } from './state.ts';

const opened = new WeakMap<ScenarioDocument, Draft>();

/** The draft of an opened file: the same object for the same file. */
export function openedDraft(file: ScenarioDocument): Draft {
  const draft = opened.get(file) ?? { ...draftOf(file, file.base ?? ROOT_PRESET), file };
  opened.set(file, draft);
  return draft;
}

/** The draft before anything was moved; undefined when its preset is not known here. */
export const originOf = (draft: Draft, library: Library): Draft | undefined =>
  draft.file ? openedDraft(draft.file) : presetOf(library, draft.preset)?.draft;

/** The document it comes from. */
export const documentOf = (draft: Draft, library: Library): ScenarioDocument | undefined =>
  draft.file ?? presetOf(library, draft.preset)?.document;
