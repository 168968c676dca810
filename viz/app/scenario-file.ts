/** Draft -> scenario document, as the worker, the terminal and a notebook read it. */

import { rootOf } from '../../scenarios/schema/root.ts';
import { wordsOf } from '../text/index.ts';
import type { Language } from '../text/language.ts';
import { today } from '../text/months.ts';
import { sameWorld } from './draft.ts';
import { isAsKept } from './kept-name.ts';
import { type Library, presetOf } from './library.ts';
import { documentOf, originOf } from './origin.ts';
import type { Draft, ScenarioDocument, Text } from './state.ts';

const SCHEMA = 'headwater/scenario@1';
/** Longest id and title a file may have. */
const LONGEST_ID = 80;
const LONGEST_TITLE = 200;
const CHANGED = '-changed';

/** True when the draft no longer says what its preset or file says. */
export function isChanged(draft: Draft, library: Library): boolean {
  const origin = originOf(draft, library);
  return !origin || !sameWorld(draft, origin);
}

/** Title of a draft, without saying that it was changed. */
export function titleOf(draft: Draft, library: Library): Text {
  const document = documentOf(draft, library);
  const id = document?.id ?? draft.preset;
  return draft.title ?? document?.title ?? { en: id, zh: id };
}

/**
 * Title of a draft, with a word when it was changed and has no name of its own. A name it was kept under is its own as long
 * as it says what was kept; back at what it came from, it has that one's title.
 */
export function fullTitleOf(draft: Draft, library: Library): Text {
  const title = titleOf(draft, library);
  if (isAsKept(draft, library)) return title;
  if (isChanged(draft, library)) return changedTitle(title);
  const kept = draft.kept === undefined ? undefined : presetOf(library, draft.kept);
  return kept ? titleOf(withoutName(draft), library) : title;
}

const withoutName = ({ title: _, kept: __, ...draft }: Draft): Draft => draft;

const changedTitle = ({ en, zh }: Text): Text => ({ en: changedText(en, 'en'), zh: changedText(zh, 'zh') });

/** The text with the word that it was changed, once, and no longer than a title may be. */
function changedText(text: string, language: Language): string {
  const { changedFrom } = wordsOf(language);
  const word = changedFrom('');
  return text.endsWith(word) ? text : changedFrom(cut(text, LONGEST_TITLE - word.length));
}

const changedId = (id: string): string =>
  id.endsWith(CHANGED) ? id : cut(id, LONGEST_ID - CHANGED.length).replace(/-$/, '') + CHANGED;

/** The beginning of a text, no character cut in two. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');

/**
 * The scenario document of a draft. One that says what its preset or file says is that document, with no more than the
 * title it was kept under, so that its hash is the terminal's. A changed one is complete without its base and says so in
 * id and title; it goes on asking its question from its sources, on the day it is written. Whoever wrote a file of their
 * own is still its author; whoever wrote a preset has not written what somebody made of it.
 */
export function scenarioFile(
  draft: Draft,
  library: Library,
  day = today(),
): ScenarioDocument & { readonly schema?: string } {
  const document = documentOf(draft, library);
  if (document && !isChanged(draft, library))
    return draft.title ? { ...document, title: fullTitleOf(draft, library) } : document;
  return wholeFile(draft, library, day);
}

/** Whether a draft comes from a file that is not just a preset's, saved and opened again. */
function isOwnFile({ file }: Draft, library: Library): boolean {
  const preset = file && presetOf(library, file.id);
  return file !== undefined && JSON.stringify(preset?.document) !== JSON.stringify(file);
}

/** The document of a draft that is changed, or about to be: complete without its base. */
export function wholeFile(
  draft: Draft,
  library: Library,
  day = today(),
): ScenarioDocument & Pick<Draft, 'province' | 'shocks'> & { readonly schema: string } {
  const document = documentOf(draft, library);
  const { question, sources } = document ?? {};
  const author = isOwnFile(draft, library) ? draft.file?.author : undefined;
  return {
    schema: SCHEMA,
    id: changedId(document?.id ?? draft.preset),
    title: fullTitleOf(draft, library),
    ...(question && { question }),
    ...(author && { author }),
    date: day,
    ...(sources && { sources }),
    base: rootOf(draft.province),
    province: draft.province,
    policies: draft.policies,
    shocks: draft.shocks,
    assumptions: draft.assumptions,
  };
}
