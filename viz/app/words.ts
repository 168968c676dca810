/** Sentences' small change: names inside sentences, quotes. */

import { comparatorTitle, keptComparators } from './comparators.ts';
import type { Context } from './context.ts';
import { fullTitleOf } from './scenario-file.ts';

/** A title inside a sentence: first letter small unless it is an abbreviation. */
export const inSentence = (title: string): string =>
  /^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title;

/** The scenario's title, with a word when it was changed and has no name of its own. */
export const scenarioName = ({ state, library, tell }: Context): string =>
  tell(fullTitleOf(state.draft, library));

/** A comparator's title, by default of the one the lab speaks of. */
export const comparatorName = ({ state, library, tell }: Context, id = state.comparator): string =>
  tell(comparatorTitle(id, library));

/** What a link of this state names and does not carry; nothing where it carries everything. */
export function notCarried({ library, words, tell }: Context, state: Context['state']): string | undefined {
  const names = keptComparators(state, library).map((one) => words.quote(tell(one.title)));
  return names.length > 0 ? words.linkCarriesNot(names.join(words.list)) : undefined;
}

/** The context as it was when the answer on screen was asked for: names and numbers belong together. */
export function answered(context: Context): Context {
  const state = { ...context.state, ...context.lab.asked };
  return { ...context, state, library: context.library.of(state.draft.province) };
}
