import { monthIndex } from '../../sim/index.ts';
import type { Fault } from './fault.ts';
import type { Policy, ScopeNames } from './scenario.ts';

/** A policy and where it stands. */
export interface Placed {
  readonly policy: Policy;
  readonly path: string;
}

const SWITCH = 'enabled';

const meets = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a === undefined || b === undefined || a.some((one) => b.includes(one));

const scopesMeet = (a: ScopeNames, b: ScopeNames): boolean =>
  meets(a.prefectures, b.prefectures) &&
  meets(a.settings, b.settings) &&
  meets(a.sectors, b.sectors) &&
  meets(a.sizes, b.sizes) &&
  meets(a.lenders, b.lenders);

const datesMeet = (a: Policy, b: Policy): boolean =>
  monthIndex(a.from) <= monthIndex(b.until) && monthIndex(b.from) <= monthIndex(a.until);

const parametersOf = (policy: Policy): string[] => (policy.enabled ? Object.keys(policy.set) : [SWITCH]);

/** Parameters both policies decide; switching a lever off decides all of them. */
function sharedParameters(a: Policy, b: Policy): string[] {
  const [mine, others] = [parametersOf(a), parametersOf(b)];
  if (others.includes(SWITCH)) return mine;
  return mine.includes(SWITCH) ? [SWITCH] : mine.filter((one) => others.includes(one));
}

function faultsBetween(later: Placed, earlier: Placed): Fault[] {
  const [a, b] = [later.policy, earlier.policy];
  if (a.lever !== b.lever || !datesMeet(a, b) || !scopesMeet(a.scope, b.scope)) return [];
  return sharedParameters(a, b).map((parameter) => ({
    kind: 'invalid',
    name: `${a.lever}.${parameter}`,
    rule: `overlaps ${earlier.path} in scope and dates`,
    value: parameter === SWITCH ? false : a.set[parameter],
    path: parameter === SWITCH ? later.path : `${later.path}.set`,
  }));
}

/** One fault for each parameter that two policies would set for the same enterprise in the same month. */
export function overlapFaults(placed: readonly Placed[]): Fault[] {
  return placed.flatMap((later, k) => placed.slice(0, k).flatMap((earlier) => faultsBetween(later, earlier)));
}
