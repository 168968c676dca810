/** Who a policy or shock concerns, in words. */
import type { ScopeNames } from '../../scenarios/schema/scenario.ts';
import type { ScopeName } from '../../scenarios/schema/scope-check.ts';
import type { Context } from '../app/context.ts';
import { SCOPE_KEYS } from '../app/link.ts';
import { membersOf } from '../app/scopes.ts';
import type { Words } from '../text/index.ts';
import { NAMES } from '../text/names.ts';

/** A place, setting, sector, size or class of lenders. */
export function memberName(id: string, { library, tell }: Context): string {
  const name = library.places.find((one) => one.code === id)?.name ?? NAMES[id];
  return name ? tell(name) : id;
}

/** The words for a part of a scope. */
export const partName = (part: ScopeName, words: Words): string =>
  ({
    prefectures: words.prefectures,
    settings: words.scopeSettings,
    sectors: words.scopeSectors,
    sizes: words.scopeSizes,
    lenders: words.scopeLenders,
  })[part];

/** `Yueyang; county, township`; empty for everyone. */
export function scopeName(scope: ScopeNames, context: Context): string {
  const { words } = context;
  return SCOPE_KEYS.flatMap((part) => (scope[part]?.length ? [scope[part]] : []))
    .map((list) => list.map((id) => memberName(id, context)).join(words.list))
    .join(words.separator);
}

/** Members of a part that are named one by one; more are counted. */
const NAMED = 4;

/** The same in one line: long lists are counted, and everyone is said in words that fit what can be told apart. */
export function scopeSummary(scope: ScopeNames, told: readonly ScopeName[], context: Context): string {
  const { words, library } = context;
  const everyone = told.includes('prefectures') ? words.everywhere : words.allLenders;
  const parts = SCOPE_KEYS.flatMap((part) => {
    const list: readonly string[] = scope[part] ?? [];
    if (!list.length) return [];
    if (list.length <= NAMED) return [list.map((id) => memberName(id, context)).join(words.list)];
    return [words.someOf(partName(part, words), list.length, membersOf(part, library).length)];
  });
  return parts.join(words.separator) || everyone;
}
