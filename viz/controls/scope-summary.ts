/** A scope in one line, for the fold that it is edited in. */
import type { ScopeNames } from '../../scenarios/schema/scenario.ts';
import type { ScopeName } from '../../scenarios/schema/scope-check.ts';
import type { Context } from '../app/context.ts';
import { SCOPE_KEYS } from '../app/link.ts';
import { membersOf } from '../app/scopes.ts';
import { editingWordsOf } from '../text/editing.ts';
import { memberName } from './scope.ts';

/** The words for a part of a scope. */
export function partName(part: ScopeName, { words, state }: Context): string {
  const { scopeSettings, scopeSectors, scopeSizes, scopeLenders } = editingWordsOf(state.language);
  const names = { settings: scopeSettings, sectors: scopeSectors, sizes: scopeSizes, lenders: scopeLenders };
  return part === 'prefectures' ? words.prefectures : names[part];
}

/** Members of a part that are named one by one; more are counted. */
const NAMED = 4;

/** Who is meant: long lists are counted, and everyone is said in words that fit what can be told apart. */
export function scopeSummary(scope: ScopeNames, told: readonly ScopeName[], context: Context): string {
  const { words, library, state } = context;
  const { allLenders, someOf } = editingWordsOf(state.language);
  const parts = SCOPE_KEYS.flatMap((part) => {
    const list: readonly string[] = scope[part] ?? [];
    if (!list.length) return [];
    if (list.length <= NAMED) return [list.map((id) => memberName(id, context)).join(words.list)];
    return [someOf(partName(part, context), list.length, membersOf(part, library).length)];
  });
  return parts.join(words.separator) || (told.includes('prefectures') ? words.everywhere : allLenders);
}
