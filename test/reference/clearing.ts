/** Rationing by sorting: the best score first, equal scores by their keyed bits, served while any room is left. */

export interface Claim<T> {
  readonly of: T;
  readonly amount: number;
  readonly score: number;
  readonly priority: number;
}

/** Those who are served; the last one may pass the room by part of its loan, or by `most` of it. */
export function served<T>(claims: readonly Claim<T>[], room: number, most = 1): Set<T> {
  const line = [...claims].sort((a, b) => b.score - a.score || b.priority - a.priority);
  const first = new Set<T>();
  let used = 0;
  for (const { of, amount } of line) {
    if (used >= room || used + amount - room > most * amount) break;
    first.add(of);
    used += amount;
  }
  return first;
}
