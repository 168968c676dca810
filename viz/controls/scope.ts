/** Who a policy or shock concerns, in words. */
import type { ScopeNames } from '../../scenarios/schema/scenario.ts';
import type { Context } from '../app/context.ts';
import { SCOPE_KEYS } from '../app/link.ts';
import { NAMES } from '../text/names.ts';

/** A place, setting, sector, size or class of lenders. */
export function memberName(id: string, { library, tell }: Context): string {
  const name = library.places.find((one) => one.code === id)?.name ?? NAMES[id];
  return name ? tell(name) : id;
}

/** `Yueyang; county, township`; empty for everyone. */
export function scopeName(scope: ScopeNames, context: Context): string {
  const { words } = context;
  return SCOPE_KEYS.flatMap((part) => (scope[part]?.length ? [scope[part]] : []))
    .map((list) => list.map((id) => memberName(id, context)).join(words.list))
    .join(words.separator);
}
