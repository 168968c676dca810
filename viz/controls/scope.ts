/** Who a policy or shock concerns, in words. */
import type { ScopeNames } from '../../scenarios/schema/scenario.ts';
import type { Context } from '../app/context.ts';
import { NAMES } from '../text/names.ts';

/** `county, township; Yueyang`; empty for everyone. */
export function scopeName(scope: ScopeNames, { library, words, tell }: Context): string {
  const places = (scope.prefectures ?? []).map((code) => {
    const place = library.places.find((one) => one.code === code);
    return place ? tell(place.name) : code;
  });
  const others = [scope.settings, scope.sectors, scope.sizes, scope.lenders].map((list) =>
    (list ?? []).map((id) => (NAMES[id] ? tell(NAMES[id]) : id)),
  );
  return [places, ...others]
    .filter((list) => list.length)
    .map((list) => list.join(words.list))
    .join(words.separator);
}
