/** Whom a service that asks for a good tax rating reaches. */

/**
 * Share of enterprises of a kind that it serves: those with an A, `rated`, and the part `unrated` of all others; all of
 * them, exactly, where no rating is asked for. An A takes years in business, so that before `least` months nobody has one.
 */
export function servedShare(rated: number, months: number, least: number, unrated: number): number {
  const good = months >= least ? rated : 0;
  return unrated === 1 ? 1 : good + (1 - good) * unrated;
}
