/**
 * Paired worlds: the same luck and the same past, one thing changed after 2025-12. A claim holds when the differences of
 * several lucks lie beyond their noise: the 95 % interval of their mean is on the claimed side.
 */
import { confidence95 } from '../../experiments/index.ts';
import { type Change, type Engine, type Name, type Observations, observe, type ReadAt } from './observe.ts';

/** What should differ, by which number, and to which side of what (0 unless told otherwise). */
export interface Claim {
  readonly says: string;
  readonly of: Name;
  readonly side: 'above' | 'below';
  readonly than?: number;
  /** Told of the changed world itself, not of its difference from the other. */
  readonly level?: true;
}

/** One thing changed, how long it is watched, and what should follow. */
export interface Mechanism {
  readonly change: Change;
  readonly until: ReadAt;
  readonly claims: readonly Claim[];
}

/** Words of the lucks that pairs are run with, and of those that tell what comes out rarely. */
export const LUCKS: readonly string[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
export const MORE_LUCKS: readonly string[] = [...LUCKS, 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p'];

const worlds = new Map<Engine, Map<string, ReadonlyMap<ReadAt, Observations>>>();

/** A world's numbers, run once; the base world is run to the end, for whoever asks. */
function observed(engine: Engine, luck: string, change: Change, until: ReadAt): Observations {
  const own = worlds.get(engine) ?? new Map<string, ReadonlyMap<ReadAt, Observations>>();
  worlds.set(engine, own);
  const key = JSON.stringify([luck, change]);
  const known = own.get(key)?.get(until);
  if (known) return known;
  const read = observe(engine, luck, change, until);
  own.set(key, read);
  return read.get(until) as Observations;
}

/** Both worlds of each luck. */
export function pairs(
  engine: Engine,
  { change, until }: Mechanism,
  lucks = LUCKS,
): { base: Observations; changed: Observations }[] {
  return lucks.map((luck) => ({
    base: observed(engine, luck, {}, until),
    changed: observed(engine, luck, change, until),
  }));
}

/** What a claim is about, luck by luck. */
export const effects = (
  engine: Engine,
  mechanism: Mechanism,
  { of, level }: Claim,
  lucks = LUCKS,
): number[] =>
  pairs(engine, mechanism, lucks).map(({ base, changed }) => changed[of] - (level ? 0 : base[of]));

/** Claims that do not hold beyond the noise, in words and numbers. */
export function unheld(engine: Engine, mechanism: Mechanism, lucks = LUCKS): string[] {
  return mechanism.claims.flatMap((claim) => {
    const { says, of, side, than = 0 } = claim;
    const [low, high] = confidence95(effects(engine, mechanism, claim, lucks)) ?? [Number.NaN, Number.NaN];
    if (side === 'above' ? low > than : high < than) return [];
    return [`${says}; ${of} in [${low.toPrecision(3)}, ${high.toPrecision(3)}], expected ${side} ${than}`];
  });
}
