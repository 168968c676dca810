/** What a policy or a shock is when somebody adds it, before it is edited. */
import type { Policy, ShockEvent } from '../../scenarios/schema/scenario.ts';
import type { Instrument, ShockKind } from '../../sim/index.ts';
import { floodScope, policyOf, shockOf } from './draft.ts';
import type { Library } from './library.ts';

/** A policy at the strong setting of its pair; at the weak one where the strong one is the status quo. */
export function usualPolicy({ id, pair }: Instrument, library: Library): Policy {
  const moved = (set: Readonly<Record<string, number>>) =>
    Object.entries(set).filter(([name, value]) => value !== library.factOf(id, name).value);
  const strong = moved(pair.strong);
  return policyOf({ lever: id, set: Object.fromEntries(strong.length ? strong : moved(pair.weak)) });
}

/** A shock of a kind at its reference: a flood where the last one was, other kinds everywhere. */
export function usualShock({ id, defaultMonths }: ShockKind, library: Library): ShockEvent {
  const isFlood = id === 'flood';
  return shockOf({
    kind: id,
    from: isFlood ? '2027-06' : '2027-01',
    months: defaultMonths,
    scope: isFlood ? floodScope(library) : {},
  });
}
